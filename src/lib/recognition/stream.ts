import type { TableNumber } from '../form/form.ts';
import type { Place } from '../report/place.ts';
import { cutAtTitles, sectionOf, type SectionKey } from './headings.ts';
import { splitInlineRow } from './inline-row.ts';
import type { Label } from './labels.ts';
import { exactLabels, matchLabel } from './match-label.ts';
import { isValue, type Entry, type Line, type Row, type RowCell } from './rows.ts';

/** A line that is no part of a table: a section's title or a paragraph. */
export interface TextLine extends Line {
  readonly section: SectionKey | null;
}

export type Item = Row | TextLine;

const TABLE_OF_SECTION: Partial<Record<SectionKey, TableNumber>> = { proactive: 2, requests: 3, disputes: 4 };
/** Lines over which one label may be wrapped. */
const WRAPPED = 5;
const LONGEST_WRAPPED_LINE = 60;

type Token =
  | {
      readonly kind: 'label' | 'value' | 'blank' | 'gap';
      readonly text: string;
      readonly place: Place;
      readonly glued?: boolean;
    }
  | { readonly kind: 'text'; readonly section: SectionKey | null };

/** Rows of tables as they are; lines of text as rows (labels, then what follows them) wherever they hold a form. */
export function itemsOf(entries: readonly Entry[]): Item[] {
  const stream = new Stream();
  const lines: Line[] = [];
  for (const entry of entries) {
    if (entry.kind === 'line') {
      for (const text of cutAtTitles(entry.text)) lines.push({ ...entry, text });
      continue;
    }
    stream.read(lines.splice(0));
    stream.pass(entry);
  }
  stream.read(lines);
  return stream.end();
}

class Stream {
  private readonly items: Item[] = [];
  private table: TableNumber | null = null;
  private labels: RowCell[] = [];
  private cells: RowCell[] = [];
  private glued = false;
  private order = 0;

  pass(row: Row): void {
    this.flush();
    for (const { text } of row.cells) this.follow(exactLabels(text));
    this.items.push({ ...row, order: this.order++ });
  }

  read(lines: readonly Line[]): void {
    for (let at = 0; at < lines.length;) {
      const line = lines[at];
      if (!line) return;
      const { tokens, lines: taken } = this.tokensOf(lines, at, line);
      for (const token of tokens) this.take(token, line);
      at += taken;
    }
  }

  end(): Item[] {
    this.flush();
    return this.items;
  }

  private take(token: Token, line: Line): void {
    if (token.kind === 'text') {
      this.flush();
      if (token.section && token.section !== 'other') this.table = TABLE_OF_SECTION[token.section] ?? null;
      this.items.push({ ...line, order: this.order++, section: token.section });
      return;
    }
    if (token.kind === 'label' && this.cells.length > 0) this.flush();
    const list = token.kind === 'label' ? this.labels : this.cells;
    const from = this.labels.length + this.cells.length;
    const cell = { text: token.text, place: token.place, from, to: from + 1, rowSpan: 1, own: true };
    list.push(token.kind === 'gap' ? { ...cell, gap: true } : cell);
    this.glued = this.glued || token.glued === true;
  }

  private flush(): void {
    const cells = [...this.labels, ...this.cells];
    if (cells.some(({ text }) => text !== '')) {
      this.items.push({ kind: 'row', order: this.order++, shape: 'stream', source: 0, cells, glued: this.glued });
    }
    this.labels = [];
    this.cells = [];
    this.glued = false;
  }

  private follow(labels: readonly Label[] | undefined): void {
    const [first, ...more] = labels ?? [];
    if (first && more.every(({ table }) => table === first.table)) this.table = first.table;
  }

  private tokensOf(lines: readonly Line[], at: number, line: Line): { tokens: Token[]; lines: number } {
    const { text: printed, place } = line;
    const text = printed.trim();
    if (text === '') return { tokens: blanksOf(printed, place), lines: 1 };
    const lead = leadingBlanks(printed, place);
    const section = sectionOf(text);
    if (section && section !== 'other' && exactLabels(text) === undefined) {
      return { tokens: [{ kind: 'text', section }], lines: 1 };
    }
    const exact = exactLabels(text);
    // Outside the tables a word such as 其他 or 无 is a paragraph; only a table's frame opens one.
    const begins = exact?.some(({ kind }) => kind === 'frame' || kind === 'column' || kind === 'block') ?? false;
    if (this.table === null && !begins && (exact || isValue(text)))
      return { tokens: [{ kind: 'text', section }], lines: 1 };
    if (exact) {
      this.follow(exact);
      return { tokens: [...lead, { kind: 'label', text, place }], lines: 1 };
    }
    if (isValue(text)) return { tokens: [...lead, { kind: 'value', text, place }], lines: 1 };
    for (let taken = 1; taken <= WRAPPED; taken++) {
      const wrapped = lines.slice(at, at + taken).map((part) => part.text.trim());
      if (
        taken > 1 &&
        (wrapped.length < taken || wrapped.some((part) => part.length > LONGEST_WRAPPED_LINE || part === ''))
      )
        break;
      const joined = wrapped.join('');
      if (/[。；]/.test(joined)) break;
      const whole = taken > 1 && exactLabels(joined) !== undefined;
      if (whole) this.follow(exactLabels(joined));
      if (whole) return { tokens: [...lead, { kind: 'label', text: joined, place }], lines: taken };
      const inline = splitInlineRow(joined, this.table);
      if (!inline) continue;
      for (const token of inline) if (token.kind === 'label') this.follow(exactLabels(token.text));
      return { tokens: inline.map((token) => ({ ...token, place })), lines: taken };
    }
    if (matchLabel(text, this.table)) return { tokens: [...lead, { kind: 'label', text, place }], lines: 1 };
    if (this.table !== null && isBrokenFigure(text))
      return { tokens: [...lead, { kind: 'value', text, place }], lines: 1 };
    return { tokens: [{ kind: 'text', section }], lines: 1 };
  }
}

/** Where a tab opens each cell, a line with nothing behind its tab is an empty cell. */
function blanksOf(printed: string, place: Place): Token[] {
  const tabs = printed.split('\t').length - 1;
  if (tabs === 0) return [{ kind: 'gap', text: '', place }];
  return Array.from({ length: tabs }, () => ({ kind: 'blank', text: '', place }));
}

function leadingBlanks(printed: string, place: Place): Token[] {
  const tabs = /^[^\S\t]*(\t+)/.exec(printed)?.[1]?.length ?? 0;
  return Array.from({ length: Math.max(0, tabs - 1) }, () => ({ kind: 'blank', text: '', place }));
}

/** Short, and not a word: a cell from which no number can be taken, such as `1 2`, `O` or `约3件`. */
function isBrokenFigure(text: string): boolean {
  return text.length <= 12 && (/\d/.test(text) || text.length <= 2);
}
