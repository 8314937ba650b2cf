import type { DefaultTreeAdapterTypes } from 'parse5';
import { isInForce, mayFit, type Selector, selectorsOf } from './selectors.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** Declarations by property, all in lower case, `!important` with them. */
export type Declared = ReadonlyMap<string, string>;

export interface Rule extends Selector {
  readonly declared: Declared;
}

/** Characters of one style sheet that are looked at. */
const MOST_STYLE = 500_000;
/** As wide as a page is looked at on a desk, in pixels: phones' rules say nothing about what is shown there. */
const PAGE_WIDTH = 1_280;
/** Rules in conditions in conditions. */
const DEEPEST = 4;
const IMPORTANT = /\s*!\s*important$/;

const parsed = new Map<string, Declared>();
const MOST_PARSED = 5_000;

/** The declarations of a style attribute or of a rule's body. */
export function declarations(style: string): Declared {
  const known = parsed.get(style);
  if (known) return known;
  const declared = mergedDeclarations(
    style
      .replace(/\/\*[^]*?(?:\*\/|$)/g, '')
      .toLowerCase()
      .split(';')
      .map((part) => {
        const colon = part.indexOf(':');
        return new Map(colon < 0 ? [] : [[part.slice(0, colon).trim(), part.slice(colon + 1).trim()]]);
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

/** The page's own style sheets, as far as `selectors.ts` reads their selectors. */
export class StyleSheet {
  /** The lightest first; of equal weight the earlier. */
  readonly #rules: readonly Rule[];
  /** `styles`: the text of the page's style elements. `wanted`: rules without any of these properties are left aside. */
  constructor(styles: readonly string[], wanted: ReadonlySet<string>) {
    this.#rules = styles
      .flatMap((style) => rulesOf(style.slice(0, MOST_STYLE), wanted))
      .sort((one, other) => one.weight - other.weight);
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

function rulesOf(style: string, wanted: ReadonlySet<string>): Rule[] {
  const rules: Rule[] = [];
  const plain = withoutConditions(style.replace(/\/\*[^]*?(?:\*\/|$)|<!--|-->/g, ''));
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]{1,2000})\{([^{}]*)\}/g)) {
    const declared = declarations(body);
    if (![...declared.keys()].some((property) => wanted.has(property))) continue;
    rules.push(...selectorsOf(selectors).map((selector) => ({ ...selector, declared })));
  }
  return rules;
}

/** Rules for print or for narrow screens say nothing about what the page shows. */
function withoutConditions(style: string): string {
  let plain = style.replace(/@(?:import|charset|namespace)\b[^;{}]*;/gi, '');
  for (let depth = 0; depth < DEEPEST && plain.includes('@'); depth++) {
    plain = plain.replace(/(@[\w-]+[^{};]*)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}/g, (_, head: string, inner: string) =>
      isMet(head.trim().toLowerCase()) ? inner : ''
    );
  }
  return plain;
}

/** Any browser of today has what a page asks whether it is supported. */
function isMet(head: string): boolean {
  if (/^@(?:supports(?!\s+not)|layer)\b/.test(head)) return true;
  const [, query] = /^@media\s+(.+)$/s.exec(head) ?? [];
  return (
    query?.split(',').some((one) =>
      one
        .trim()
        .split(/\s+and\s+/)
        .every(isMetOnDesk)
    ) === true
  );
}

function isMetOnDesk(condition: string): boolean {
  if (/^(?:only\s+)?(?:all|screen)$/.test(condition)) return true;
  const [, end, width] = /^\(\s*(min|max)-width\s*:\s*(\d+(?:\.\d+)?)px\s*\)$/.exec(condition) ?? [];
  if (end === undefined) return false;
  return end === 'min' ? Number(width) <= PAGE_WIDTH : Number(width) >= PAGE_WIDTH;
}
