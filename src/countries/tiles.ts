/**
 * Where each country's tile lies on the map: column and row, counted from 0. Neighbours lie beside
 * each other as far as a grid allows; countries outside Europe stand below, on the left.
 */
export const tiles: Readonly<Record<string, readonly [column: number, row: number]>> = {
  is: [0, 0],
  no: [4, 0],
  se: [5, 0],
  fi: [6, 0],
  ee: [6, 1],
  ie: [0, 2],
  gb: [1, 2],
  dk: [4, 2],
  lv: [6, 2],
  be: [2, 3],
  nl: [3, 3],
  de: [4, 3],
  pl: [5, 3],
  lt: [6, 3],
  fr: [2, 4],
  lu: [3, 4],
  cz: [4, 4],
  ua: [7, 4],
  pt: [0, 5],
  es: [1, 5],
  at: [4, 5],
  ro: [7, 5],
  it: [3, 6],
  si: [4, 6],
  hr: [5, 6],
  bg: [7, 6],
  me: [5, 7],
  tr: [8, 7],
  al: [5, 8],
  gr: [6, 8],
  cy: [8, 8],
  ca: [0, 8],
  us: [1, 8],
  jp: [2, 8],
  au: [0, 9],
  nz: [1, 9],
};

/** Rows from here on, in the first three columns, are overseas. */
export const overseasRow = 8;

export const mapSize = { columns: 9, rows: 10 } as const;
