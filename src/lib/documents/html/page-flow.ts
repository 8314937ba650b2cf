import type { DefaultTreeAdapterTypes } from 'parse5';
import { withPicture, type FlowItem, type FlowTable } from '../flow.ts';
import { withoutIdleColumns } from '../grid-columns.ts';
import { LIMITS, overLimit } from '../limits.ts';
import { DOUBTED, isFigure, LISTED, OBJECT, signedText } from '../text-signs.ts';
import { textIn } from './doubts.ts';
import { attribute } from './selectors.ts';
import { Lines } from './lines.ts';
import { canBeSeen, type Look, OPEN_SIGHT, type Sight, sightIn } from './look.ts';
import type { PageStyles } from './page-styles.ts';
import { gridOfSpans, type SpanCell } from './span-grid.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** HTML's own cap on both spans (4.9.11) is 1,000 columns and 65,534 rows. */
const MOST_COLUMNS = 1_000;
const MOST_ROWS = 65_534;
/** A table stands for its rows as well, and takes as much room for calls as they would. */
const TABLE_DEPTH = 3;

/** A row or a cell. */
interface Part {
  readonly element: Element;
  readonly sight: Sight;
  /** Whether it takes its place is not known. */
  readonly doubted: boolean;
}

/** Where the walk stands: what it writes to, and what holds there. */
interface Spot {
  readonly lines: Lines;
  readonly sight: Sight;
  readonly preformatted: boolean;
  readonly inCell: boolean;
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
    const lines = new Lines();
    const sight = sightIn(OPEN_SIGHT, this.styles.look(body));
    this.#children(body, { lines, sight, preformatted: false, inCell: false, depth: 0 });
    return lines.finish();
  }

  #cellContent(cell: Element, sight: Sight, depth: number): FlowItem[] {
    const lines = new Lines();
    this.#children(cell, { lines, sight, preformatted: false, inCell: true, depth });
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
    const preformatted = outer.preformatted || look.preformatted;
    const at = { ...outer, sight, preformatted, depth: outer.depth + 1 };
    const shown = canBeSeen(sight);
    if (tagName === 'br') {
      if (shown) lines.break();
    } else if (tagName === 'table') this.#table(element, at);
    else if (tagName === 'input' || tagName === 'select') {
      if (shown) lines.add(signedText(fieldText(element), sight), true);
    } else if (look.generates && shown && isFigure(textIn(element))) {
      // A sign put before 5 makes it another number.
      lines.add(OBJECT, true);
      this.#children(element, at);
    } else if (look.raised) {
      // 12 with a raised 1 is not 121: the sign keeps it from being read as a number.
      lines.raise(() => this.#children(element, at));
    } else if (look.block) {
      lines.block(tagName === 'p' && shown, () => {
        if (tagName === 'li' && at.inCell && shown && this.#isMarked(element, look)) lines.add(LISTED, true);
        this.#children(element, at);
      });
    } else this.#children(element, at);
  }

  /** Whether an item of a list without words has a number or a bullet that can be seen. */
  #isMarked(item: Element, { marked }: Look): boolean {
    const { parentNode } = item;
    const list = parentNode && 'tagName' in parentNode ? this.styles.look(parentNode).marked : undefined;
    return (marked ?? list ?? true) && (textIn(item).trim() === '' || isFigure(textIn(item)));
  }

  #table(table: Element, at: Spot): void {
    const captions: Element[] = [];
    const groups = new Map<string, Part[][]>([
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

  #grid(groups: readonly (readonly Part[])[], depth: number): FlowTable {
    return gridOfSpans(
      groups.map((rows) =>
        rows.map((row) => {
          const cells = this.#shown(row.element, row.sight, 'td', 'th');
          // Without one cell all behind it stand elsewhere.
          const doubted = row.doubted || cells.some((cell) => cell.doubted);
          return cells.map((cell) => this.#cell(doubted ? { ...cell, doubted } : cell, depth));
        })
      )
    );
  }

  /** Those of an element's children that take a place in the table, whether they can be seen or not. */
  #shown(parent: Element, outer: Sight, ...tags: readonly string[]): Part[] {
    return parent.childNodes.flatMap((child) => {
      if (!('tagName' in child) || !tags.includes(child.tagName)) return [];
      const look = this.styles.look(child);
      return look.gone ? [] : [{ element: child, sight: sightIn(outer, look), doubted: look.doubted === 'place' }];
    });
  }

  #cell({ element, sight: own, doubted }: Part, depth: number): SpanCell {
    if (++this.#cells > LIMITS.cells) throw overLimit('cells');
    const sight = doubted ? { ...own, doubted } : own;
    const read = sight.unseen ? [] : this.#cellContent(element, sight, depth + TABLE_DEPTH);
    const items = doubted && read.every((item) => typeof item === 'string' && item.trim() === '') ? [DOUBTED] : read;
    const shows =
      !sight.unseen &&
      this.#showsMore(element) &&
      !items.some((item) => typeof item === 'string' && item.includes(OBJECT));
    return {
      rowSpan: span(attribute(element, 'rowspan'), 0, MOST_ROWS),
      columnSpan: span(attribute(element, 'colspan'), 1, MOST_COLUMNS),
      items: shows ? withPicture(items) : items
    };
  }

  /** Whether a cell shows more than its text: a picture, or what a style rule puts there. */
  #showsMore(cell: Element): boolean {
    const { generates } = this.styles;
    return (
      (generates && this.styles.look(cell).generates) || ((generates || this.showsPictures) && this.#showsPicture(cell))
    );
  }

  #showsPicture(parent: Element): boolean {
    return parent.childNodes.some((child) => {
      if (!('tagName' in child)) return false;
      if (this.styles.isPicture(child)) return true;
      if (child.childNodes.length === 0 && !this.styles.generates) return false;
      const { gone, unseen, visible, generates } = this.styles.look(child);
      return !gone && !unseen && visible !== false && (generates || this.#showsPicture(child));
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
