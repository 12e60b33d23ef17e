/** Under which heading a fact stands in the ledger: an id begins with the name of its group. */
export const factGroups = [
  'paris-declaration',
  'declaration-of-intent',
  'joint',
  'after-paris',
  'road-to-paris',
  'rules',
  'history',
  'countries',
] as const;

export type FactGroup = (typeof factGroups)[number];

const groupsByPrefix: Readonly<Record<string, FactGroup>> = {
  pd: 'paris-declaration',
  doi: 'declaration-of-intent',
  joint: 'joint',
  after: 'after-paris',
  road: 'road-to-paris',
  nato4: 'rules',
  nato5: 'rules',
  nato6: 'rules',
  eu427: 'rules',
  un: 'rules',
  ihl: 'rules',
  am: 'rules',
  ch: 'rules',
  budapest: 'history',
  minsk: 'history',
  smm: 'history',
  korea: 'history',
  bosnia: 'history',
  kosovo: 'history',
  cyprus: 'history',
  dmz: 'history',
};

/** The group of a fact; a prefix without a group is a country's code. */
export function groupOf(id: string): FactGroup {
  return groupsByPrefix[id.split('-')[0] ?? ''] ?? 'countries';
}
