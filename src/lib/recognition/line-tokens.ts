import type { TableNumber } from '../form/form.ts';
import type { Place } from '../report/place.ts';
import { sectionOf, type SectionKey } from './headings.ts';
import { splitInlineRow, type InlineToken } from './inline-row.ts';
import type { Label } from './labels.ts';
import { exactLabels, matchLabel } from './match-label.ts';
import { isValue } from './cell-value.ts';
import type { Line } from './rows.ts';
import { sideWord } from './side-words.ts';

/** What a line of text holds: cells of a form, or the text itself. */
export type Token = CellToken | { readonly kind: 'text'; readonly section: SectionKey | null };

export interface CellToken {
  /**
   * `blank`: an empty cell, behind its tab. `gap`: an empty line, which may be one or may separate. `side`: a word of a
   * column beside the form's own.
   */
  readonly kind: 'label' | 'value' | 'blank' | 'gap' | 'side';
  readonly text: string;
  readonly place: Place;
  readonly tabbed?: boolean;
  /** A tab stands behind it, and behind that an empty cell or nothing. */
  readonly openEnd?: boolean;
  /** One of several on its line; `glued`: with nothing between it and its label. */
  readonly inline?: boolean;
  readonly glued?: boolean;
}

/** Lines over which one label may be wrapped. */
const WRAPPED = 5;
const LONGEST_WRAPPED_LINE = 60;

/** 注：行政复议5件 speaks of the table and is no row of it. */
const REMARK = /^[(（]?(?:注|备\s*注|附\s*注|说\s*明|填表说明|填报说明)\s*\d?\s*[:：]/u;

/** The foot of a page, between two cells of a table: - 8 -, 第8页, 3/5. */
const PAGE_MARK =
  /^(?:[-‐-―─－−~·•]{1,3}\s*\d{1,4}\s*[-‐-―─－−~·•]{1,3}|第\s*\d{1,4}\s*页(?:[\s,，/]*共\s*\d{1,4}\s*页)?|共\s*\d{1,4}\s*页|\d{1,4}\s*[/／]\s*\d{1,4}|(?:page|p\.?)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?)$/iu;

/**
 * The tokens of the line at `at`, with how many lines they take. `table` is the form's table that the lines before
 * belong to; outside the tables only a label of a table's frame is more than text.
 */
export function tokensOfLine(
  lines: readonly Line[],
  at: number,
  table: TableNumber | null
): { tokens: Token[]; lines: number } {
  const { text: printed = '', place = {} } = lines[at] ?? {};
  const text = printed.trim();
  const tabs = leadingTabs(printed);
  const cell = (kind: CellToken['kind'], cellText: string): CellToken => {
    return tabs > 0 ? { kind, text: cellText, place, tabbed: true } : { kind, text: cellText, place };
  };
  const one = (kind: CellToken['kind'], cellText: string, taken = 1) => {
    const before = Array.from({ length: Math.max(0, tabs - 1) }, () => cell('blank', ''));
    return { tokens: [...before, cell(kind, cellText)], lines: taken };
  };
  if (text === '') return tabs > 0 ? one('blank', '') : one('gap', '');
  if (table !== null && tabs === 0 && PAGE_MARK.test(text)) return { tokens: [], lines: 1 };
  if (table !== null && sideWord(text)) return one('side', text);
  if (REMARK.test(text)) return { tokens: [{ kind: 'text', section: null }], lines: 1 };
  const section = sectionOf(text);
  const asText = { tokens: [{ kind: 'text', section } as const], lines: 1 };
  const exact = exactLabels(text);
  if (section && section !== 'other' && !exact) return asText;
  if (table === null && !isFrame(exact)) {
    // A word such as 其他 or 无 is a paragraph here, and so is a number.
    if (exact || isValue(text)) return asText;
  }
  if (exact) return one('label', text);
  if (isValue(text)) {
    const { tokens, lines: taken } = one('value', text);
    return {
      tokens: /\t\s*$/.test(printed) ? tokens.map((token) => ({ ...token, openEnd: true })) : tokens,
      lines: taken
    };
  }
  for (let taken = 1; taken <= WRAPPED; taken++) {
    const wrapped = lines.slice(at, at + taken).map((line) => line.text.trim());
    if (taken > 1 && !(wrapped.length === taken && isWrapped(wrapped))) break;
    const joined = wrapped.join('');
    if (/[。；]/.test(joined)) break;
    if (taken > 1 && exactLabels(joined)) return one('label', joined, taken);
    // Over several lines only exact labels count: a typo and a broken figure might make one.
    const inline = splitInlineRow(joined, taken > 1 ? null : table);
    if (inline && table === null && !inline.some(isOfFrame))
      return { tokens: [{ kind: 'text', section: null }], lines: 1 };
    if (inline) return { tokens: inline.map((token) => ({ ...token, place, inline: true })), lines: taken };
  }
  const spread = table === null ? null : spreadLabel(lines, at);
  if (spread) return one('label', spread.text, spread.lines);
  if (matchLabel(text, table)) return one('label', text);
  return table !== null && isBrokenFigure(text) ? one('value', text) : asText;
}

/** 商业, an empty line, 企业: one cell's paragraphs, where an empty line is put behind each. Only a label of the form is one. */
function spreadLabel(lines: readonly Line[], at: number): { readonly text: string; readonly lines: number } | null {
  const parts: string[] = [];
  for (let taken = 1; taken <= WRAPPED; taken++) {
    const index = at + 2 * (taken - 1);
    const part = lines[index]?.text.trim() ?? '';
    const gap = taken === 1 ? '' : lines[index - 1]?.text;
    // A tab opens a cell, empty or not.
    if (gap?.trim() !== '' || gap.includes('\t')) return null;
    parts.push(part);
    if (!isWrapped(parts)) return null;
    const joined = parts.join('');
    if (taken > 1 && exactLabels(joined)) return { text: joined, lines: 2 * taken - 1 };
  }
  return null;
}

/** Words of a table's frame, by which a table begins where no title of a section has told of it. */
function isFrame(labels: readonly Label[] | undefined): boolean {
  return labels?.some(({ kind }) => kind === 'frame' || kind === 'column' || kind === 'block') === true;
}

/** A line that only names rows with a figure, as prose does, begins no table. */
function isOfFrame({ kind, text }: InlineToken): boolean {
  const labels = exactLabels(text);
  return kind === 'label' && isFrame(labels) && labels?.some(({ kind: other }) => other === 'row') !== true;
}

/** Words that go on in the next line; a figure at a line's end would run into the next line's. */
function isWrapped(lines: readonly string[]): boolean {
  return (
    lines.every((line) => line !== '' && line.length <= LONGEST_WRAPPED_LINE) &&
    lines
      .slice(0, -1)
      .every((line) => /\p{Script=Han}/u.test(line) && !/\d/.test(line.replace(/^\d{1,2}(?=[.、．,])/, '')))
  );
}

function leadingTabs(printed: string): number {
  return /^\s*/.exec(printed)?.[0].replace(/[^\t]/g, '').length ?? 0;
}

/** So many characters are words, with a figure among them: 其中新收5件. */
const FEWEST_WORDS = 4;

/**
 * Figures side by side, which may be a whole row; or short, and not a word: a cell from which no number can be taken,
 * such as `1 2`, `O` or `约3件`.
 */
function isBrokenFigure(text: string): boolean {
  if (text.length <= 200 && text.split(/\s+/).every(isValue)) return true;
  const words = text.replace(/\P{Script=Han}/gu, '').length;
  return text.length <= 12 && words < FEWEST_WORDS && (/\d/.test(text) || text.length <= 2);
}
