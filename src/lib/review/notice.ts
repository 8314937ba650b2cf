import { group } from 'd3-array';
import { m } from '../paraglide/messages.js';
import { numberText } from '../words/number-words.ts';
import type { NoticeLine } from './notice-lines.ts';

/** A column of the letter's table; `share` of the page's width, all of them 100. */
export interface NoticeColumn {
  readonly label: string;
  readonly share: number;
}

/** One letter, or the list of all units: what is shown, printed and put into the Word document alike. */
export interface Notice {
  readonly key: string;
  readonly title: string;
  readonly opening: readonly string[];
  readonly columns: readonly NoticeColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly closing: readonly string[];
}

/** One letter a unit, in the lines' order. */
export function unitNotices(lines: readonly NoticeLine[], year: number, nameOf: (unit: string) => string): Notice[] {
  return [...group(lines, ({ unit }) => unit)].map(([unit, own]) => ({
    key: unit,
    title: m.letter_heading(),
    opening: [
      m.letter_address({ unit: nameOf(unit) }),
      m.letter_opening({ year, count: numberText(own.length) }),
      ...(own.some(({ proposed }) => proposed !== null) ? [m.letter_proposals_note()] : [])
    ],
    columns: columns(LETTER_SHARES),
    rows: own.map((line, index) => [numberText(index + 1), ...lineTexts(line)]),
    closing: [m.letter_signature(), m.letter_date()]
  }));
}

/** All units in one table. */
export function listNotice(lines: readonly NoticeLine[], year: number, nameOf: (unit: string) => string): Notice {
  return {
    key: 'all',
    title: m.letter_list_heading({ year }),
    opening: [
      m.letter_list_opening({
        units: numberText(new Set(lines.map(({ unit }) => unit)).size),
        count: numberText(lines.length)
      })
    ],
    columns: columns(LIST_SHARES),
    rows: lines.map((line, index) => [numberText(index + 1), nameOf(line.unit), ...lineTexts(line)]),
    closing: []
  };
}

/** Of the page's width, by column; the list of all units has one column more. */
const LETTER_SHARES = { number: 7, unit: 0, table: 8, row: 14, column: 13, stands: 9, proposed: 11, why: 38 };
const LIST_SHARES = { number: 6, unit: 11, table: 7, row: 12, column: 10, stands: 8, proposed: 10, why: 36 };

const columns = (shares: typeof LETTER_SHARES): NoticeColumn[] =>
  [
    { label: m.letter_column_number(), share: shares.number },
    { label: m.column_unit_name(), share: shares.unit },
    { label: m.column_table(), share: shares.table },
    { label: m.column_row(), share: shares.row },
    { label: m.column_column(), share: shares.column },
    { label: m.column_actual(), share: shares.stands },
    { label: m.letter_column_proposed(), share: shares.proposed },
    { label: m.letter_column_why(), share: shares.why }
  ].filter(({ share }) => share > 0);

function lineTexts(line: NoticeLine): string[] {
  const { table, row, column, stands, proposed } = line;
  return [
    table,
    row,
    column,
    typeof stands === 'number' ? numberText(stands) : stands,
    proposed === null ? m.letter_to_be_verified() : numberText(proposed),
    whyText(line)
  ];
}

/** All sentences of a line as one text. */
export function whyText({ broken, causes }: NoticeLine): string {
  const sentences = [
    ...broken,
    ...(causes.length > 0 ? [m.letter_cause({ causes: causes.join(m.letter_semicolon()) })] : [])
  ];
  return sentences.join('\n');
}
