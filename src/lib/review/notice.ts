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
    columns: columns(),
    rows: own.map((line, index) => [numberText(index + 1), ...lineTexts(line)]),
    closing: [m.letter_signature(), m.letter_date()]
  }));
}

/** All units in one table. */
export function listNotice(lines: readonly NoticeLine[], year: number, nameOf: (unit: string) => string): Notice {
  const [number, ...others] = columns();
  return {
    key: 'all',
    title: m.letter_list_heading({ year }),
    opening: [
      m.letter_list_opening({
        units: numberText(new Set(lines.map(({ unit }) => unit)).size),
        count: numberText(lines.length)
      })
    ],
    columns: [
      ...(number ? [number] : []),
      { label: m.column_unit_name(), share: 12 },
      ...others.map((column, index) => (index === others.length - 1 ? { ...column, share: column.share - 12 } : column))
    ],
    rows: lines.map((line, index) => [numberText(index + 1), nameOf(line.unit), ...lineTexts(line)]),
    closing: []
  };
}

const columns = (): NoticeColumn[] => [
  { label: m.letter_column_number(), share: 7 },
  { label: m.column_table(), share: 8 },
  { label: m.column_row(), share: 14 },
  { label: m.column_column(), share: 13 },
  { label: m.column_actual(), share: 9 },
  { label: m.letter_column_proposed(), share: 11 },
  { label: m.letter_column_why(), share: 38 }
];

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
