/** Tables as files. */
import { stringify } from 'csv-stringify/sync';

/**
 * A table as CSV (RFC 4180) in UTF-8. It begins with a byte order mark, without which Excel reads
 * "Türkiye" wrong. A cell that a spreadsheet would take for a formula begins with an apostrophe.
 *
 * @param rows have the same fields in the same order
 */
export function toCsv(rows: readonly Readonly<Record<string, string>>[]): string {
  return stringify([...rows], {
    header: true,
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  });
}
