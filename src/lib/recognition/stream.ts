import type { TableNumber } from '../form/form.ts';
import type { SectionKey } from './headings.ts';
import { tokensOfLine, type CellToken, type Token } from './line-tokens.ts';
import { partsOfLine } from './long-line.ts';
import { exactLabels } from './match-label.ts';
import { isValue } from './cell-value.ts';
import type { Entry, Line, Row, RowCell } from './rows.ts';
import { sideWord } from './side-words.ts';

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
      for (const text of partsOfLine(entry.text)) lines.push({ ...entry, text });
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
  /** The line that gave all tokens. */
  private line: Line | null = null;
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
      if (this.tokens.length === tokens.length && taken === 1) this.line = line;
      at += taken;
    }
  }

  end(): Item[] {
    this.flush();
    return this.items;
  }

  /** Figures in a row of their own belong to the label on the line before. */
  private endsWith({ cells }: Row): boolean {
    const labelled =
      this.tokens.some(({ kind }) => kind === 'label') &&
      this.tokens.every(({ kind }) => kind === 'label' || kind === 'side');
    const written = cells.filter(({ text }) => text.trim() !== '');
    if (!labelled || written.length === 0 || !written.every(({ text }) => isValue(text))) return false;
    // Where tabs open the cells, the text before the first of them is none.
    const opened = cells[0]?.text.trim() === '' && this.tokens.some(({ tabbed }) => tabbed === true);
    for (const { text, place } of opened ? cells.slice(1) : cells) {
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
      if (this.tokens.some(({ kind }) => kind !== 'label' && kind !== 'side')) this.flush();
      this.follow(token.text);
    }
    // Where an empty line follows every cell, the one behind a word that is no cell of the form goes with it.
    const [before, last] = [this.tokens.at(-2), this.tokens.at(-1)];
    if (token.kind === 'gap' && last?.kind === 'side' && before?.kind === 'gap') return;
    this.tokens.push(token);
  }

  private flush(): void {
    const { tokens, line } = this;
    this.tokens = [];
    this.line = null;
    if (tokens.every(({ text }) => text === '')) return;
    const cells = tokens.map(({ kind, text, place, tabbed, openEnd }, from): RowCell => {
      const cell = { text, place, from, to: from + 1, rowSpan: 1, own: true, ...(openEnd ? { openEnd } : {}) };
      const side = kind === 'side' ? sideWord(text) : undefined;
      if (side) return { ...cell, side };
      return kind === 'gap' ? { ...cell, gap: true } : tabbed ? { ...cell, tabbed } : cell;
    });
    this.items.push({
      kind: 'row',
      order: this.order++,
      shape: 'stream',
      source: 0,
      cells,
      glued: tokens.some(({ glued }) => glued === true),
      inline: tokens.some(isInlineValue),
      ...(line && tokens.every(({ inline }) => inline === true) ? { line } : {})
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
