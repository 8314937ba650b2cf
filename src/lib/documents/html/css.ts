import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** Declarations by property, all in lower case, `!important` with them. */
export type Declared = ReadonlyMap<string, string>;

/** One part of a selector: `td.note`, `#bar`, `*`. */
interface Compound {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
}

export interface Rule extends Compound {
  /** The parts before the last, the nearest first, and whether each must be the very parent. */
  readonly around: readonly (Compound & { readonly parent: boolean })[];
  readonly declared: Declared;
  readonly weight: number;
}

const COMPOUND = /^(\*|[a-z][a-z0-9]*)?(?:#([\w-]+))?((?:\.[\w-]+)*)$/i;
/** Characters of one style sheet that are looked at. */
const MOST_STYLE = 500_000;
const MOST_PARTS = 8;
const IMPORTANT = /\s*!\s*important$/;

const parsed = new Map<string, Declared>();
const MOST_PARSED = 5_000;

/** The declarations of a style attribute or of a rule's body. */
export function declarations(style: string): Declared {
  const known = parsed.get(style);
  if (known) return known;
  const declared = mergedDeclarations(
    style
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

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** The page's own style sheets, as far as their selectors are made of tags, ids and classes. */
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
    return this.#rules.filter((rule) => fits(rule, element));
  }
}

/** Of rules that fit an element, those that hold where it stands. */
export function rulesInForce(rules: readonly Rule[], element: Element): readonly Rule[] {
  return rules.filter(({ around }) => isInside(element, around));
}

function fits({ tag, id, classes }: Compound, element: Element): boolean {
  if ((tag !== '' && tag !== element.tagName) || (id !== '' && id !== attribute(element, 'id'))) return false;
  if (classes.length === 0) return true;
  const own = (attribute(element, 'class') ?? '').split(/\s+/);
  return classes.every((wanted) => own.includes(wanted));
}

/** The nearest fitting ancestor is taken for each part, which misses some selectors with `>` between others. */
function isInside(element: Element, around: Rule['around']): boolean {
  let at = element.parentNode;
  for (const part of around) {
    while (at && 'tagName' in at && !fits(part, at)) {
      if (part.parent) return false;
      at = at.parentNode;
    }
    if (!at || !('tagName' in at)) return false;
    at = at.parentNode;
  }
  return true;
}

function rulesOf(style: string, wanted: ReadonlySet<string>): Rule[] {
  const rules: Rule[] = [];
  const plain = withoutConditions(style.replace(/\/\*[^]*?(?:\*\/|$)|<!--|-->/g, ''));
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]{1,2000})\{([^{}]*)\}/g)) {
    const declared = declarations(body);
    if (![...declared.keys()].some((property) => wanted.has(property))) continue;
    for (const selector of selectors.split(',')) {
      const [last, ...around] = compounds(selector) ?? [];
      if (last) rules.push({ ...last, around, declared, weight: weightOf([last, ...around]) });
    }
  }
  return rules;
}

/** The parts of a selector, the last first; null when it has any other than tags, ids and classes. */
function compounds(selector: string): (Compound & { parent: boolean })[] | null {
  const parts = selector
    .trim()
    .replace(/\s*>\s*/g, ' >')
    .split(/\s+/)
    .reverse();
  if (parts.length > MOST_PARTS) return null;
  const found: (Compound & { parent: boolean })[] = [];
  let parent = false;
  for (const part of parts) {
    const [whole = '', tag = '', id = '', joined = ''] = COMPOUND.exec(part.replace('>', '')) ?? [];
    if (whole === '') return null;
    const classes = joined.split('.').filter((name) => name !== '');
    found.push({ tag: tag === '*' ? '' : tag.toLowerCase(), id, classes, parent });
    parent = part.startsWith('>');
  }
  return found;
}

function weightOf(parts: readonly Compound[]): number {
  return parts.reduce(
    (sum, { tag, id, classes }) => sum + (id === '' ? 0 : 100) + 10 * classes.length + (tag === '' ? 0 : 1),
    0
  );
}

/** Rules for print or for narrow screens say nothing about what the page shows. */
function withoutConditions(style: string): string {
  return style.replace(/(@[\w-]+[^{};]*)\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}/g, (_, head: string, inner: string) =>
    /^@media\s+(?:only\s+)?(?:all|screen)\s*$/i.test(head) ? inner : ''
  );
}
