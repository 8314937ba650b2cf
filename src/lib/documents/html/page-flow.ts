import type { DefaultTreeAdapterTypes } from 'parse5';
import { mayBeFigure, OBJECT, type FlowItem, type FlowTable } from '../flow.ts';
import { withoutIdleColumns } from '../grid-columns.ts';
import { LIMITS, overLimit } from '../limits.ts';
import { attribute, type Visibility } from './hidden.ts';
import { Lines } from './lines.ts';
import { gridOfSpans, type SpanCell } from './span-grid.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary tbody td tfoot th thead ' +
    'tr ul'
  ).split(' ')
);
const BLOCK_STYLE = /(?:^|[;\s])display\s*:\s*(?:block|inline-block|flex|grid|table|list-item)/i;
const PRE_STYLE = /(?:^|[;\s])white-space\s*:\s*(?:pre|break-spaces)/i;
/** HTML's own cap on both spans (4.9.11) is 1,000 columns and 65,534 rows. */
const MOST_COLUMNS = 1_000;
const MOST_ROWS = 65_534;

/** Turns a parsed page into lines and tables, as a person would see them. */
export class PageFlow {
  #cells = 0;

  constructor(private readonly visibility: Visibility) {}

  /** The visible content of `body`. Throws `document.limit` for too deep a nesting or too many cells. */
  read(body: Element): FlowItem[] {
    return this.#content(body, 0);
  }

  #content(element: Element, depth: number): FlowItem[] {
    const lines = new Lines();
    this.#children(element, lines, false, depth);
    return lines.finish();
  }

  #children(element: Element, lines: Lines, preformatted: boolean, depth: number): void {
    if (depth > LIMITS.htmlDepth) throw overLimit('htmlDepth');
    for (const child of element.childNodes) this.#node(child, lines, preformatted, depth);
  }

  #node(node: Node, lines: Lines, preformatted: boolean, depth: number): void {
    if ('value' in node) lines.add(node.value, preformatted);
    else if ('tagName' in node && !this.visibility.isHidden(node)) this.#element(node, lines, preformatted, depth);
  }

  #element(element: Element, lines: Lines, preformatted: boolean, depth: number): void {
    const { tagName } = element;
    const style = attribute(element, 'style') ?? '';
    const pre = preformatted || tagName === 'pre' || PRE_STYLE.test(style);
    if (tagName === 'br') lines.break();
    else if (tagName === 'table') this.#table(element, lines, depth);
    else if (tagName === 'input' || tagName === 'select') lines.add(fieldText(element), true);
    else if (tagName === 'sup' || tagName === 'sub') {
      // 12 with a raised 1 is not 121: the sign keeps it from being read as a number.
      lines.raise(() => this.#children(element, lines, pre, depth + 1));
    } else if (BLOCKS.has(tagName) || BLOCK_STYLE.test(style)) {
      lines.block(tagName === 'p', () => this.#children(element, lines, pre, depth + 1));
    } else this.#children(element, lines, pre, depth + 1);
  }

  #table(table: Element, lines: Lines, depth: number): void {
    const captions: Element[] = [];
    const groups = new Map<string, Element[][]>([
      ['thead', []],
      ['tbody', []],
      ['tfoot', []]
    ]);
    for (const child of table.childNodes) {
      if (!('tagName' in child) || this.visibility.isHidden(child)) continue;
      if (child.tagName === 'caption') captions.push(child);
      // The parser has put every row into a group. A foot may stand before the body and is shown after it.
      else groups.get(child.tagName)?.push(this.#shown(child, 'tr'));
    }
    for (const caption of captions) this.#element(caption, lines, false, depth + 1);
    lines.addTable(withoutIdleColumns(this.#grid([...groups.values()].flat(), depth + 1)));
  }

  #grid(groups: readonly (readonly Element[])[], depth: number): FlowTable {
    return gridOfSpans(
      groups.map((rows) => rows.map((row) => [...this.#shown(row, 'td', 'th')].map((cell) => this.#cell(cell, depth))))
    );
  }

  #shown(parent: Element, ...tags: readonly string[]): Element[] {
    return parent.childNodes.filter(
      (child): child is Element =>
        'tagName' in child && tags.includes(child.tagName) && !this.visibility.isHidden(child)
    );
  }

  #cell(cell: Element, depth: number): SpanCell {
    if (++this.#cells > LIMITS.cells) throw overLimit('cells');
    const items = this.#content(cell, depth + 1);
    return {
      rowSpan: span(attribute(cell, 'rowspan'), 0, MOST_ROWS),
      columnSpan: span(attribute(cell, 'colspan'), 1, MOST_COLUMNS),
      items: mayBeFigure(items) && this.#showsPicture(cell) ? [...items, OBJECT] : items
    };
  }

  #showsPicture(parent: Element): boolean {
    return parent.childNodes.some(
      (child) =>
        'tagName' in child &&
        (this.visibility.isPicture(child) || (!this.visibility.isHidden(child) && this.#showsPicture(child)))
    );
  }
}

/** HTML's rule for parsing a non-negative integer; anything else counts as 1. */
function span(text: string | undefined, least: number, most: number): number {
  const digits = /^[\t\n\f\r ]*\+?(\d{1,9})/.exec(text ?? '')?.[1];
  const value = digits === undefined ? 1 : Number(digits);
  return value < least ? 1 : Math.min(value, most);
}

/** What a form field shows: its value, or the chosen option. */
function fieldText(field: Element): string {
  if (field.tagName === 'input') {
    const type = (attribute(field, 'type') ?? 'text').toLowerCase();
    return ['text', 'number', 'tel', ''].includes(type) ? (attribute(field, 'value') ?? '') : '';
  }
  const options = field.childNodes.filter(
    (child): child is Element => 'tagName' in child && child.tagName === 'option'
  );
  const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
  return (chosen?.childNodes ?? []).map((node) => ('value' in node ? node.value.trim() : '')).join('');
}
