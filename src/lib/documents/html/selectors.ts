import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;
type Test = (element: Element) => boolean;

/** One part of a selector: `td.note`, `#bar`, `*`, `[data-old]`, `i:first-child`. */
export interface Compound {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  /** Attributes and places among siblings, which elements of the same tag, id and classes may differ in. */
  readonly tests: readonly Test[];
}

/** A part before the last, and whether it must be the very parent of the one after it. */
export interface Around extends Compound {
  readonly parent: boolean;
}

export interface Selector extends Compound {
  /** The parts before the last, the nearest first. */
  readonly around: readonly Around[];
  readonly weight: number;
}

const MOST_PARTS = 8;
/** Compared with what is left of a compound, one after the other. */
const PIECE =
  /^(?:#([\w-]+)|\.([\w-]+)|\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*i?\s*)?\]|:([\w-]+)(?:\(([^()]*)\))?)/i;

/** The selectors of a list, without those that say more than tags, ids, classes, attributes and places. */
export function selectorsOf(list: string): Selector[] {
  return splitOutside(list, ',').flatMap((text) => selectorOf(text) ?? []);
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** Whether tag, id and classes fit; `tests` are left to `isInForce`. */
export function mayFit({ tag, id, classes }: Compound, element: Element): boolean {
  if ((tag !== '' && tag !== element.tagName) || (id !== '' && id !== attribute(element, 'id'))) return false;
  if (classes.length === 0) return true;
  const own = (attribute(element, 'class') ?? '').split(/\s+/);
  return classes.every((wanted) => own.includes(wanted));
}

/** Whether a selector that may fit an element holds where it stands. */
export function isInForce({ tests, around }: Selector, element: Element): boolean {
  return tests.every((test) => test(element)) && isInside(element, around);
}

function fits(compound: Compound, element: Element): boolean {
  return mayFit(compound, element) && compound.tests.every((test) => test(element));
}

/** The nearest fitting ancestor is taken for each part, which misses some selectors with `>` between others. */
function isInside(element: Element, around: readonly Around[]): boolean {
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

function selectorOf(text: string): Selector | null {
  const parts = splitOutside(text.trim().replace(/\s*>\s*/g, ' >'), ' ')
    .filter((part) => part !== '')
    .reverse();
  if (parts.length > MOST_PARTS) return null;
  const found: Around[] = [];
  let parent = false;
  for (const part of parts) {
    const compound = compoundOf(part.replace(/^>/, ''));
    if (!compound) return null;
    found.push({ ...compound, parent });
    parent = part.startsWith('>');
  }
  const [last, ...around] = found;
  return last ? { ...last, around, weight: weightOf(found) } : null;
}

function compoundOf(text: string): Compound | null {
  const [tag = ''] = /^(?:\*|[a-z][a-z0-9]*)/i.exec(text) ?? [];
  let id = '';
  const classes: string[] = [];
  const tests: Test[] = [];
  let rest = text.slice(tag.length);
  if (text === '') return null;
  while (rest !== '') {
    const [whole, anId, aClass, name, sign, double, single, bare, pseudo, argument] = PIECE.exec(rest) ?? [];
    if (whole === undefined) return null;
    if (anId !== undefined) id = anId;
    else if (aClass !== undefined) classes.push(aClass);
    else {
      const test =
        name === undefined
          ? placeTest((pseudo ?? '').toLowerCase(), argument ?? '')
          : attributeTest(name.toLowerCase(), sign, double ?? single ?? bare ?? '');
      if (!test) return null;
      tests.push(test);
    }
    rest = rest.slice(whole.length);
  }
  return { tag: tag === '*' ? '' : tag.toLowerCase(), id, classes, tests };
}

function attributeTest(name: string, sign: string | undefined, wanted: string): Test {
  const holds = (value: string): boolean => {
    if (sign === undefined) return true;
    if (sign === '=') return value === wanted;
    if (sign === '~=') return value.split(/\s+/).includes(wanted);
    if (sign === '|=') return value === wanted || value.startsWith(`${wanted}-`);
    if (wanted === '') return false;
    if (sign === '^=') return value.startsWith(wanted);
    return sign === '$=' ? value.endsWith(wanted) : value.includes(wanted);
  };
  return (element) => {
    const value = attribute(element, name);
    return value !== undefined && holds(value);
  };
}

/** Null for what no saved page shows, such as `:hover`, and for `::before`, which is no element. */
function placeTest(pseudo: string, argument: string): Test | null {
  if (pseudo === 'not' || pseudo === 'is' || pseudo === 'where') {
    const any = splitOutside(argument, ',').map((text) => compoundOf(text.trim()));
    if (any.some((compound) => compound === null)) return null;
    return (element) => any.some((compound) => compound !== null && fits(compound, element)) === (pseudo !== 'not');
  }
  const [, from, kind] = /^(first|last|only|nth|nth-last)-(child|of-type)$/.exec(pseudo) ?? [];
  if (from === undefined) return null;
  const steps = from.startsWith('nth') ? stepsOf(argument) : { every: 0, first: 1 };
  if (!steps) return null;
  const isAt = (element: Element, fromEnd: boolean): boolean => {
    const { place, count } = placeOf(element, kind === 'child' ? '' : element.tagName);
    const ahead = (fromEnd ? count - place + 1 : place) - steps.first;
    return steps.every === 0 ? ahead === 0 : ahead % steps.every === 0 && ahead / steps.every >= 0;
  };
  if (from === 'only') return (element) => isAt(element, false) && isAt(element, true);
  return (element) => isAt(element, from.includes('last'));
}

/** Each parent's children are counted once: a page may have a row of all its elements. */
const counted = new WeakMap<object, Map<string, readonly Element[]>>();
const places = new WeakMap<Element, Map<string, number>>();

/** Where an element stands among its siblings, from 1; `tagName`: among those of this tag alone. */
function placeOf(element: Element, tagName: string): { place: number; count: number } {
  const parent = element.parentNode;
  if (!parent) return { place: 1, count: 1 };
  const known = counted.get(parent) ?? new Map<string, readonly Element[]>();
  let siblings = known.get(tagName);
  if (!siblings) {
    siblings = parent.childNodes.filter(
      (node): node is Element => 'tagName' in node && (tagName === '' || node.tagName === tagName)
    );
    counted.set(parent, known.set(tagName, siblings));
    for (const [index, sibling] of siblings.entries()) {
      places.set(sibling, (places.get(sibling) ?? new Map<string, number>()).set(tagName, index + 1));
    }
  }
  return { place: places.get(element)?.get(tagName) ?? 1, count: siblings.length };
}

/** `odd`, `3`, `2n+1`. */
function stepsOf(argument: string): { every: number; first: number } | null {
  const text = argument.replace(/\s+/g, '').toLowerCase();
  if (text === 'odd') return { every: 2, first: 1 };
  if (text === 'even') return { every: 2, first: 0 };
  const [whole, steps, every = '', plus, alone] = /^(?:(([+-]?\d*)n)([+-]\d+)?|([+-]?\d+))$/.exec(text) ?? [];
  if (whole === undefined) return null;
  if (steps === undefined) return { every: 0, first: Number(alone) };
  return { every: /\d/.test(every) ? Number(every) : every === '-' ? -1 : 1, first: Number(plus ?? 0) };
}

function weightOf(parts: readonly Compound[]): number {
  return parts.reduce(
    (sum, { tag, id, classes, tests }) =>
      sum + (id === '' ? 0 : 100) + 10 * (classes.length + tests.length) + (tag === '' ? 0 : 1),
    0
  );
}

/** The parts between separators that stand in no brackets. */
function splitOutside(text: string, separator: ',' | ' '): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of text) {
    if (/[([]/.test(sign)) depth++;
    if (/[)\]]/.test(sign)) depth--;
    if (depth === 0 && (separator === ',' ? sign === ',' : /\s/.test(sign))) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  return [...parts, part];
}
