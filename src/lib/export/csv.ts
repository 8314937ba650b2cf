import Papa from 'papaparse';

/** A field of a table to export. Numbers stay numbers; `null` is an empty field. */
export type CsvValue = string | number | null;

/** What a spreadsheet would take for a formula, full-width signs included, also behind a line feed. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as CSV that a spreadsheet opens as it is: UTF-8 with byte order mark, CRLF, no comment lines.
 * Text that begins like a formula gets an apostrophe in front; negative numbers are left alone.
 */
export function csvText(columns: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  const text = Papa.unparse([[...columns], ...rows.map((row) => [...row])], {
    newline: '\r\n',
    escapeFormulae: FORMULA
  });
  return `${BYTE_ORDER_MARK}${text}\r\n`;
}
