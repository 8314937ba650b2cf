import type { TableNumber } from '../form/form.ts';
import { cutAtTitles, type SectionKey } from './headings.ts';
import { tokensOfLine, type CellToken, type Token } from './line-tokens.ts';
import { exactLabels } from './match-label.ts';
import { isValue, type Entry, type Line, type Row, type RowCell } from './rows.ts';

/** A line that is no part of a table: a section's title or a paragraph. */
export interface TextLine extends Line {
  readonly section: SectionKey | null;
}

export type Item = Row | TextLine;

const TABLE_OF_SECTION: Partial<Record<SectionKey, TableNumber>> = { proactive: 2, requests: 3, disputes: 4 };

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
  private tokens: CellToken[] = [];
  private order = 0;

  pass(row: Row): void {
    if (this.endsWith(row)) return;
    this.flush();
    for (const { text } of row.cells) this.follow(text);
    this.items.push({ ...row, order: this.order++ });
  }

  read(lines: readonly Line[]): void {
    for (let at = 0; at < lines.length;) {
      const line = lines[at];
      if (!line) return;
      // A row written in one line ends with its line.
      if (this.tokens.some(isInlineValue)) this.flush();
      const { tokens, lines: taken } = tokensOfLine(lines, at, this.table);
      for (const token of tokens) this.take(token, line);
      at += taken;
    }
  }

  end(): Item[] {
    this.flush();
    return this.items;
  }

  /** Figures in a row of their own belong to the label on the line before. */
  private endsWith({ cells }: Row): boolean {
    const labelled = this.tokens.some(({ text }) => text !== '') && this.tokens.every(({ kind }) => kind === 'label');
    const written = cells.filter(({ text }) => text.trim() !== '');
    if (!labelled || written.length === 0 || !written.every(({ text }) => isValue(text))) return false;
    for (const { text, place } of cells) {
      this.tokens.push({ kind: text.trim() === '' ? 'blank' : 'value', text: text.trim(), place, inline: true });
    }
    this.flush();
    return true;
  }

  private take(token: Token, line: Line): void {
    if (token.kind === 'text') {
      this.flush();
      if (token.section && token.section !== 'other') this.table = TABLE_OF_SECTION[token.section] ?? null;
      this.items.push({ ...line, order: this.order++, section: token.section });
      return;
    }
    if (token.kind === 'label') {
      if (this.tokens.some(({ kind }) => kind !== 'label')) this.flush();
      this.follow(token.text);
    }
    this.tokens.push(token);
  }

  private flush(): void {
    const { tokens } = this;
    this.tokens = [];
    if (tokens.every(({ text }) => text === '')) return;
    const cells = tokens.map(({ kind, text, place, tabbed }, from): RowCell => {
      const cell = { text, place, from, to: from + 1, rowSpan: 1, own: true };
      return kind === 'gap' ? { ...cell, gap: true } : tabbed ? { ...cell, tabbed } : cell;
    });
    this.items.push({
      kind: 'row',
      order: this.order++,
      shape: 'stream',
      source: 0,
      cells,
      glued: tokens.some(({ glued }) => glued === true),
      inline: tokens.some(isInlineValue)
    });
  }

  private follow(text: string): void {
    const [first, ...more] = exactLabels(text) ?? [];
    if (first && more.every(({ table }) => table === first.table)) this.table = first.table;
  }
}

function isInlineValue({ kind, inline }: CellToken): boolean {
  return kind === 'value' && inline === true;
}
