import type { DefaultTreeAdapterTypes } from 'parse5';
import { type CssBlock, cssBlocks } from './css-blocks.ts';
import { isMet } from './media.ts';
import { isInForce, mayFit, type Selector, selectorsOf, splitOutside } from './selectors.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** Declarations by property, all in lower case, `!important` with them. */
export type Declared = ReadonlyMap<string, string>;

export interface Rule extends Selector {
  readonly declared: Declared;
}

/** Characters of one style sheet that are looked at. */
const MOST_STYLE = 500_000;
/** Selectors of one nested rule, each within each around it. */
const MOST_NESTED = 500;
const LONGEST_SELECTORS = 2_000;
const IMPORTANT = /\s*!\s*important$/;
/** What stands in no layer weighs more than all that does (CSS Cascade 5, 6.4.4). */
const OUTSIDE_LAYERS = 100_000;

const parsed = new Map<string, Declared>();
const MOST_PARSED = 5_000;

/** The declarations of a style attribute or of a rule's body. */
export function declarations(style: string): Declared {
  const known = parsed.get(style);
  if (known) return known;
  const plain = style.includes('/*') ? style.replace(/\/\*[^]*?(?:\*\/|$)/g, '') : style;
  const parts = /["'(]/.test(plain) ? splitOutside(plain, ';') : plain.split(';');
  const declared = mergedDeclarations(
    parts.map((part) => {
      const colon = part.indexOf(':');
      const text = part.toLowerCase();
      return new Map(colon < 0 ? [] : [[text.slice(0, colon).trim(), text.slice(colon + 1).trim()]]);
    })
  );
  if (parsed.size >= MOST_PARSED) parsed.clear();
  parsed.set(style, declared);
  return declared;
}

/** Of what several say of a property the last stands, or the last important one. */
export function mergedDeclarations(all: readonly Declared[]): Map<string, string> {
  const merged = new Map<string, string>();
  for (const declared of all) {
    for (const [property, value] of declared) {
      if (IMPORTANT.test(value) || !IMPORTANT.test(merged.get(property) ?? '')) merged.set(property, value);
    }
  }
  return merged;
}

/** The value of a declaration without its importance; '' for none. */
export function valueIn(declared: Declared, property: string): string {
  return declared.get(property)?.replace(IMPORTANT, '') ?? '';
}

export function isCustom(property: string): boolean {
  return property.startsWith('--');
}

/** The page's own style sheets, as far as `selectors.ts` reads their selectors. */
export class StyleSheet {
  /** The lightest first; of equal weight the earlier. */
  readonly #rules: readonly Rule[];
  /**
   * `styles`: the text of the page's style elements. `wanted`: rules without any of these properties are left aside, but
   * for those that set custom properties, by which others may go.
   */
  constructor(styles: readonly string[], wanted: ReadonlySet<string>) {
    const found = new Rules(wanted);
    for (const style of styles) found.read(cssBlocks(style.slice(0, MOST_STYLE)));
    this.#rules = found.rules.sort((one, other) => one.weight - other.weight);
  }

  /** Whether any rule puts something before or behind an element. */
  get generates(): boolean {
    return this.#rules.some(({ pseudo }) => pseudo === 'before' || pseudo === 'after');
  }

  /** The rules whose last part fits an element, the weightiest last; the same for all of its tag, id and classes. */
  rulesFor(element: Element): readonly Rule[] {
    return this.#rules.filter((rule) => mayFit(rule, element));
  }
}

/** Of rules that fit an element, those that hold where it stands. */
export function rulesInForce(rules: readonly Rule[], element: Element): readonly Rule[] {
  return rules.filter((rule) => isInForce(rule, element));
}

/** What holds for a block by the blocks around it. */
interface Around {
  readonly selectors: readonly string[] | null;
  readonly doubtful: boolean;
  readonly layered: boolean;
}

/** Collects the rules of style sheets, their conditions judged and their nesting resolved. */
class Rules {
  readonly rules: Rule[] = [];

  constructor(private readonly wanted: ReadonlySet<string>) {}

  read(blocks: readonly CssBlock[], around: Around = { selectors: null, doubtful: false, layered: false }): void {
    for (const block of blocks) {
      const head = block.head.trim();
      if (!head.startsWith('@')) {
        const selectors = nestedIn(around.selectors, head);
        this.#add(block, { ...around, selectors });
        this.read(block.inner, { ...around, selectors });
        continue;
      }
      const met = isMet(head.toLowerCase());
      if (met === false) continue;
      const inside = {
        selectors: around.selectors,
        doubtful: around.doubtful || met === 'unknown',
        layered: around.layered || /^@layer\b/i.test(head)
      };
      if (around.selectors) this.#add(block, inside);
      this.read(block.inner, inside);
    }
  }

  #add({ declarations: body }: CssBlock, { selectors, doubtful, layered }: Around): void {
    const declared = declarations(body);
    if (![...declared.keys()].some((property) => this.wanted.has(property) || isCustom(property))) return;
    for (const selector of selectorsOf((selectors ?? []).join(','))) {
      this.rules.push({
        ...selector,
        declared,
        doubtful: selector.doubtful || doubtful,
        weight: selector.weight + (layered ? 0 : OUTSIDE_LAYERS)
      });
    }
  }
}

/** Selectors of a rule in a rule (CSS Nesting): `&` stands for the outer one, which is otherwise around it. */
function nestedIn(outer: readonly string[] | null, head: string): readonly string[] {
  const own = splitOutside(head.slice(0, LONGEST_SELECTORS), ',').map((part) => part.trim());
  if (!outer) return own;
  const nested = own.flatMap((part) =>
    outer.map((one) => (part.includes('&') ? part.replaceAll('&', one) : `${one} ${part}`))
  );
  return nested.slice(0, MOST_NESTED);
}
