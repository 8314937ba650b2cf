import { group } from 'd3-array';
import type { Letterhead } from '../imports/stored.ts';
import { m } from '../paraglide/messages.js';
import { listText, numberText, runsText } from '../words/number-words.ts';
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
export function unitNotices(
  lines: readonly NoticeLine[],
  year: number,
  nameOf: (unit: string) => string,
  letterhead: Letterhead
): Notice[] {
  return [...group(lines, ({ unit }) => unit)].map(([unit, own]) => ({
    key: unit,
    title: m.letter_heading({ year: own.some((line) => line.year === year) ? year : yearsOf(own) }),
    opening: [
      m.letter_address({ unit: nameOf(unit) }),
      openingText(own, year),
      ...(own.some(({ proposed }) => proposed !== null) ? [m.letter_proposals_note()] : []),
      ...sendingTexts(letterhead)
    ],
    columns: columns(LETTER_SHARES),
    rows: own.map((line, index) => [numberText(index + 1), ...lineTexts(line, own)]),
    closing: [letterhead.sender || m.letter_signature(), m.letter_date()]
  }));
}

/** Until when, and whom to ask. */
function sendingTexts({ deadline, contact }: Letterhead): string[] {
  const [year = 0, month = 0, day = 0] = deadline?.split('-').map(Number) ?? [];
  return [
    ...(deadline === null ? [] : [m.letter_deadline({ year, month, day })]),
    ...(contact === '' ? [] : [m.letter_contact({ contact })])
  ];
}

/** A carry-over may be put right in last year's report alone: then this year's is not the one that goes back. */
function openingText(own: readonly NoticeLine[], year: number): string {
  const elsewhere = own.filter((line) => line.year !== year);
  const words = { year, other: yearsOf(elsewhere), count: numberText(own.length) };
  if (elsewhere.length === 0) return m.letter_opening(words);
  if (elsewhere.length === own.length) return m.letter_opening_other_year(words);
  return m.letter_opening_some_other_year({ ...words, others: numberText(elsewhere.length) });
}

const yearsOf = (lines: readonly NoticeLine[]): string =>
  listText([...new Set(lines.map((line) => String(line.year)))]);

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
    rows: lines.map((line, index) => [numberText(index + 1), nameOf(line.unit), ...lineTexts(line, lines)]),
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

function lineTexts(line: NoticeLine, lines: readonly NoticeLine[]): string[] {
  const { table, row, column, stands, proposed } = line;
  const first = firstOfSet(line, lines);
  // What the first line of a set gives as the cause, the others do not say again.
  const told = first !== line && String(first.causes) === String(line.causes) ? { ...line, causes: [] } : line;
  return [
    table,
    row,
    column,
    typeof stands === 'number' ? numberText(stands) : stands,
    proposed === null ? m.letter_to_be_verified() : numberText(proposed),
    [whyText([told]), togetherText(line, lines)].filter((text) => text !== '').join('\n')
  ];
}

/**
 * Which numbers of the same table must be put right with this one: of a set the first line names all the others, and
 * they name the first. Empty where none.
 */
function togetherText(line: NoticeLine, lines: readonly NoticeLine[]): string {
  const first = firstOfSet(line, lines);
  if (first !== line) return m.letter_together({ numbers: numberText(lines.indexOf(first) + 1) });
  const numbers = lines.flatMap((other, index) => (other !== line && isInSet(other, line) ? [index + 1] : []));
  return numbers.length > 0 ? m.letter_together({ numbers: runsText(numbers) }) : '';
}

const isInSet = (one: NoticeLine, other: NoticeLine): boolean =>
  one.set !== null && one.unit === other.unit && one.set === other.set;

const firstOfSet = (line: NoticeLine, lines: readonly NoticeLine[]): NoticeLine =>
  lines.find((other) => isInSet(other, line)) ?? line;

/** All sentences of some lines as one text, each once. */
export function whyText(lines: readonly NoticeLine[]): string {
  const broken = new Set(lines.flatMap((line) => line.broken));
  const causes = [...new Set(lines.flatMap((line) => line.causes))];
  return [
    ...broken,
    ...(causes.length > 0 ? [m.letter_cause({ causes: causes.join(m.letter_semicolon()) })] : [])
  ].join('\n');
}
