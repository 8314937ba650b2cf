import type { DefaultTreeAdapterTypes } from 'parse5';
import { withPicture, type FlowItem, type FlowTable } from '../flow.ts';
import { withoutIdleColumns } from '../grid-columns.ts';
import { LIMITS, overLimit } from '../limits.ts';
import { signedText } from '../text-signs.ts';
import { attribute } from './selectors.ts';
import { Lines } from './lines.ts';
import { canBeSeen, OPEN_SIGHT, type PageStyles, type Sight, sightIn } from './look.ts';
import { gridOfSpans, type SpanCell } from './span-grid.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** HTML's own cap on both spans (4.9.11) is 1,000 columns and 65,534 rows. */
const MOST_COLUMNS = 1_000;
const MOST_ROWS = 65_534;
/** A table stands for its rows as well, and takes as much room for calls as they would. */
const TABLE_DEPTH = 3;

interface Row {
  readonly element: Element;
  readonly sight: Sight;
}

/** Where the walk stands: what it writes to, and what holds there. */
interface Spot {
  readonly lines: Lines;
  readonly sight: Sight;
  readonly preformatted: boolean;
  readonly depth: number;
}

/** Turns a parsed page into lines and tables, as a person would see them. */
export class PageFlow {
  #cells = 0;

  /** `showsPictures`: whether the page has any, so that they need not be looked for in each cell. */
  constructor(
    private readonly styles: PageStyles,
    private readonly showsPictures: boolean
  ) {}

  /** The visible content of `body`. Throws `document.limit` for too deep a nesting or too many cells. */
  read(body: Element): FlowItem[] {
    return this.#content(body, sightIn(OPEN_SIGHT, this.styles.look(body)), 0);
  }

  #content(element: Element, sight: Sight, depth: number): FlowItem[] {
    const lines = new Lines();
    this.#children(element, { lines, sight, preformatted: false, depth });
    return lines.finish();
  }

  #children(element: Element, at: Spot): void {
    if (at.depth > LIMITS.htmlDepth) throw overLimit('htmlDepth');
    for (const child of element.childNodes) {
      if ('value' in child) {
        if (canBeSeen(at.sight)) at.lines.add(signedText(child.value, at.sight), at.preformatted);
      } else if ('tagName' in child) this.#element(child, at);
    }
  }

  #element(element: Element, outer: Spot): void {
    const { tagName } = element;
    const look = this.styles.look(element);
    if (look.gone) return;
    const sight = sightIn(outer.sight, look);
    // Nothing inside can be seen again, unless it is only made invisible or has no size.
    if (sight.unseen) return;
    const { lines } = outer;
    const at = { lines, sight, preformatted: outer.preformatted || look.preformatted, depth: outer.depth + 1 };
    const shown = canBeSeen(sight);
    if (tagName === 'br') {
      if (shown) lines.break();
    } else if (tagName === 'table') this.#table(element, at);
    else if (tagName === 'input' || tagName === 'select') {
      if (shown) lines.add(signedText(fieldText(element), sight), true);
    } else if (look.raised) {
      // 12 with a raised 1 is not 121: the sign keeps it from being read as a number.
      lines.raise(() => this.#children(element, at));
    } else if (look.block) {
      lines.block(tagName === 'p' && shown, () => this.#children(element, at));
    } else this.#children(element, at);
  }

  #table(table: Element, at: Spot): void {
    const captions: Element[] = [];
    const groups = new Map<string, Row[][]>([
      ['thead', []],
      ['tbody', []],
      ['tfoot', []]
    ]);
    for (const child of table.childNodes) {
      if (!('tagName' in child)) continue;
      if (child.tagName === 'caption') captions.push(child);
      else {
        // The parser has put every row into a group. A foot may stand before the body and is shown after it.
        const look = this.styles.look(child);
        if (!look.gone) groups.get(child.tagName)?.push(this.#shown(child, sightIn(at.sight, look), 'tr'));
      }
    }
    for (const caption of captions) this.#element(caption, { ...at, preformatted: false });
    at.lines.addTable(withoutIdleColumns(this.#grid([...groups.values()].flat(), at.depth)));
  }

  #grid(groups: readonly (readonly Row[])[], depth: number): FlowTable {
    return gridOfSpans(
      groups.map((rows) =>
        rows.map(({ element, sight }) =>
          this.#shown(element, sight, 'td', 'th').map((cell) => this.#cell(cell.element, cell.sight, depth))
        )
      )
    );
  }

  /** Those of an element's children that take a place in the table, whether they can be seen or not. */
  #shown(parent: Element, outer: Sight, ...tags: readonly string[]): Row[] {
    return parent.childNodes.flatMap((child) => {
      if (!('tagName' in child) || !tags.includes(child.tagName)) return [];
      const look = this.styles.look(child);
      return look.gone ? [] : [{ element: child, sight: sightIn(outer, look) }];
    });
  }

  #cell(cell: Element, sight: Sight, depth: number): SpanCell {
    if (++this.#cells > LIMITS.cells) throw overLimit('cells');
    const items = sight.unseen ? [] : this.#content(cell, sight, depth + TABLE_DEPTH);
    return {
      rowSpan: span(attribute(cell, 'rowspan'), 0, MOST_ROWS),
      columnSpan: span(attribute(cell, 'colspan'), 1, MOST_COLUMNS),
      items: this.showsPictures && !sight.unseen && this.#showsPicture(cell) ? withPicture(items) : items
    };
  }

  #showsPicture(parent: Element): boolean {
    return parent.childNodes.some((child) => {
      if (!('tagName' in child)) return false;
      if (this.styles.isPicture(child)) return true;
      if (child.childNodes.length === 0) return false;
      const { gone, unseen, visible } = this.styles.look(child);
      return !gone && !unseen && visible !== false && this.#showsPicture(child);
    });
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
