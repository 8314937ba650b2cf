import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** Each parent's children are counted once: a page may have a row of all its elements. */
const counted = new WeakMap<object, Map<string, readonly Element[]>>();
const places = new WeakMap<Element, Map<string, number>>();
/** So many siblings before an element are looked at. */
const MOST_BEFORE = 1_000;

/** Where an element stands among its siblings, from 1; `tagName`: among those of this tag alone. */
export function placeOf(element: Element, tagName: string): { place: number; count: number } {
  const siblings = siblingsOf(element, tagName);
  return { place: places.get(element)?.get(tagName) ?? 1, count: Math.max(siblings.length, 1) };
}

export function siblingsBefore(element: Element): readonly Element[] {
  const siblings = siblingsOf(element, '');
  const before = (places.get(element)?.get('') ?? 1) - 1;
  return siblings.slice(Math.max(before - MOST_BEFORE, 0), before);
}

function siblingsOf(element: Element, tagName: string): readonly Element[] {
  const parent = element.parentNode;
  if (!parent) return [];
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
  return siblings;
}

/** `odd`, `3`, `2n+1`. */
export function stepsOf(argument: string): { every: number; first: number } | null {
  const text = argument.replace(/\s+/g, '').toLowerCase();
  if (text === 'odd') return { every: 2, first: 1 };
  if (text === 'even') return { every: 2, first: 0 };
  const [whole, steps, every = '', plus, alone] = /^(?:(([+-]?\d*)n)([+-]\d+)?|([+-]?\d+))$/.exec(text) ?? [];
  if (whole === undefined) return null;
  if (steps === undefined) return { every: 0, first: Number(alone) };
  return { every: /\d/.test(every) ? Number(every) : every === '-' ? -1 : 1, first: Number(plus ?? 0) };
}
