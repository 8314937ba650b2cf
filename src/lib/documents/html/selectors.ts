/**
 * Selectors of a page's style sheet. Own code and not css-select: that goes back over every choice of ancestors (six parts
 * in sixty nested elements take it 39 seconds), and what nobody can tell it takes for never or refuses. Here each part is
 * looked for once among all elements that the parts before may start from.
 */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { placeOf, siblingsBefore, stepsOf } from './places.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Test = (element: Element) => boolean;

/** What of an element a selector means: itself, something put before or behind its content, or a part of its text. */
export type Pseudo = '' | 'before' | 'after' | 'part';

/** One part of a selector: `td.note`, `#bar`, `*`, `[data-old]`, `i:first-child`. */
export interface Compound {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  /** Attributes and places among siblings, which elements of the same tag, id and classes may differ in. */
  readonly tests: readonly Test[];
  readonly pseudo: Pseudo;
  /** It asks what is not judged here, so that it may or may not fit. */
  readonly doubtful: boolean;
}

/** How a part stands to the one after it: around it, its very parent, the sibling before it, or any before it. */
type Combinator = ' ' | '>' | '+' | '~';

/** A part before the last. */
export interface Around extends Compound {
  readonly combinator: Combinator;
}

export interface Selector extends Compound {
  /** The parts before the last, the nearest first. */
  readonly around: readonly Around[];
  readonly weight: number;
}

const MOST_PARTS = 12;
const NAME = String.raw`(?:[\w-]|[^\p{ASCII}]|\\.)+`;
/** Compared with what is left of a compound, one after the other. */
const PIECE = new RegExp(
  `^(?:#(${NAME})|\\.(${NAME})` +
    String.raw`|\[\s*([\w-]+)\s*(?:([~|^$*]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\s\]]+))\s*[is]?\s*)?\]` +
    String.raw`|(::?)([\w-]+)(\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))?)`,
  'iu'
);
/** What no page shows before somebody points at it, chooses or prints. */
const AT_NO_REST = new Set(
  (
    'hover focus focus-within focus-visible active visited target target-within selection placeholder marker backdrop ' +
    'fullscreen modal autofill popover-open file-selector-button cue part slotted host host-context defined'
  ).split(' ')
);

/** The selectors of a list, without those that are none. */
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
  return tests.every((test) => test(element)) && isAmong(element, around);
}

function fits(compound: Compound, element: Element): boolean {
  return mayFit(compound, element) && compound.tests.every((test) => test(element));
}

/** Whether the parts before an element's own fit: for each, all elements are kept that the parts before may start from. */
function isAmong(element: Element, around: readonly Around[]): boolean {
  let from: readonly Element[] = [element];
  for (const part of around) {
    from = reached(from, part.combinator).filter((one) => fits(part, one));
    if (from.length === 0) return false;
  }
  return true;
}

/** The deepest first, so that what is around the first is around all. */
function reached(from: readonly Element[], combinator: Combinator): readonly Element[] {
  const [deepest] = from;
  switch (combinator) {
    case ' ':
      return deepest ? ancestors(deepest) : [];
    case '>':
      return [...new Set(from.flatMap((one) => parentOf(one) ?? []))];
    case '+':
      return from.flatMap((one) => siblingsBefore(one).slice(-1));
    case '~':
      return [...new Set(from.flatMap(siblingsBefore))];
  }
}

function parentOf(element: Element): Element | undefined {
  const { parentNode } = element;
  return parentNode && 'tagName' in parentNode ? parentNode : undefined;
}

function ancestors(element: Element): Element[] {
  const found: Element[] = [];
  for (let at = parentOf(element); at; at = parentOf(at)) found.push(at);
  return found;
}

function selectorOf(text: string): Selector | null {
  const parts = splitOutside(text.trim().replace(/\s*([>+~])(?![=\d])\s*/g, ' $1'), ' ')
    .filter((part) => part !== '')
    .reverse();
  if (parts.length > MOST_PARTS) return null;
  const found: Around[] = [];
  let combinator: Combinator = ' ';
  for (const part of parts) {
    const compound = compoundOf(part.replace(/^[>+~]/, ''));
    if (!compound) return null;
    found.push({ ...compound, combinator });
    combinator = combinatorOf(part);
  }
  const [last, ...around] = found;
  if (!last || around.some(({ pseudo }) => pseudo !== '')) return null;
  return { ...last, doubtful: found.some(({ doubtful }) => doubtful), around, weight: weightOf(found) };
}

function combinatorOf(part: string): Combinator {
  const [sign] = part;
  return sign === '>' || sign === '+' || sign === '~' ? sign : ' ';
}

function compoundOf(text: string): Compound | null {
  const [tag = ''] = /^(?:\*|[a-z][a-z0-9-]*)/i.exec(text) ?? [];
  let id = '';
  let pseudo: Pseudo = '';
  let doubtful = false;
  const classes: string[] = [];
  const tests: Test[] = [];
  let rest = text.slice(tag.length);
  if (text === '') return null;
  while (rest !== '') {
    const found = PIECE.exec(rest);
    if (!found) return null;
    const [whole, anId, aClass, name, sign, double, single, bare, colons = '', kind = '', argument = ''] = found;
    if (anId !== undefined) id = unescaped(anId);
    else if (aClass !== undefined) classes.push(unescaped(aClass));
    else if (name !== undefined) tests.push(attributeTest(name.toLowerCase(), sign, double ?? single ?? bare ?? ''));
    else {
      const said = pseudoOf(colons, kind.toLowerCase(), argument.slice(1, -1));
      if (said === null) return null;
      if (typeof said === 'function') tests.push(said);
      else if (said === 'doubtful') doubtful = true;
      else pseudo = said;
    }
    rest = rest.slice(whole.length);
  }
  return { tag: tag === '*' ? '' : tag.toLowerCase(), id, classes, tests, pseudo, doubtful };
}

/** `md\:hidden` is how a rule names the class `md:hidden`. */
function unescaped(name: string): string {
  return name.replace(/\\(.)/gu, '$1');
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

/** What a pseudo-class or -element asks or means; null where nothing of the kind is to be seen on a page at rest. */
function pseudoOf(colons: string, name: string, argument: string): Test | Pseudo | 'doubtful' | null {
  if (name === 'before' || name === 'after') return name;
  if (name === 'first-letter' || name === 'first-line') return 'part';
  if (name === 'not' || name === 'is' || name === 'where' || name === 'matches') {
    const any = splitOutside(argument, ',').map((text) => compoundOf(text.trim()));
    // What is never so at rest is no part of a choice, and is not what `:not` leaves out.
    const known = any.filter((compound) => compound !== null);
    if (known.some(({ doubtful, pseudo }) => doubtful || pseudo !== '')) return 'doubtful';
    if (any.length > known.length && /[\s>+~]/.test(argument.replace(/\s*,\s*/g, ','))) return 'doubtful';
    return (element) => known.some((compound) => fits(compound, element)) === (name !== 'not');
  }
  if (name === 'root') return (element) => element.tagName === 'html';
  if (name === 'empty') return ({ childNodes }) => !childNodes.some((node) => 'tagName' in node || 'value' in node);
  if (AT_NO_REST.has(name) || name.startsWith('-') || colons === '::') return null;
  return placeTest(name, argument);
}

function placeTest(name: string, argument: string): Test | 'doubtful' | null {
  const [, from, kind] = /^(first|last|only|nth|nth-last)-(child|of-type)$/.exec(name) ?? [];
  if (from === undefined) return 'doubtful';
  const steps = from.startsWith('nth') ? stepsOf(argument) : { every: 0, first: 1 };
  if (!steps) return /\bof\b/.test(argument) ? 'doubtful' : null;
  const isAt = (element: Element, fromEnd: boolean): boolean => {
    const { place, count } = placeOf(element, kind === 'child' ? '' : element.tagName);
    const ahead = (fromEnd ? count - place + 1 : place) - steps.first;
    return steps.every === 0 ? ahead === 0 : ahead % steps.every === 0 && ahead / steps.every >= 0;
  };
  if (from === 'only') return (element) => isAt(element, false) && isAt(element, true);
  return (element) => isAt(element, from.includes('last'));
}

function weightOf(parts: readonly Compound[]): number {
  return parts.reduce(
    (sum, { tag, id, classes, tests }) =>
      sum + (id === '' ? 0 : 100) + 10 * (classes.length + tests.length) + (tag === '' ? 0 : 1),
    0
  );
}

/** The parts between separators that stand in no brackets and no quotes. */
export function splitOutside(text: string, separator: ',' | ' ' | ';'): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let part = '';
  for (const sign of text) {
    if (quote === '' && /[([]/.test(sign)) depth++;
    if (quote === '' && /[)\]]/.test(sign)) depth--;
    if (quote !== '' ? sign === quote : sign === '"' || sign === "'") quote = quote === '' ? sign : '';
    if (quote === '' && depth <= 0 && (separator === ' ' ? /\s/.test(sign) : sign === separator)) {
      parts.push(part);
      part = '';
    } else part += sign;
  }
  return [...parts, part];
}
