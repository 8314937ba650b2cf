import type { DefaultTreeAdapterTypes } from 'parse5';
import { type Declared, declarations, isCustom, mergedDeclarations, type Rule, valueIn } from './css.ts';
import { attribute, splitOutside } from './selectors.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** Values that lead to values; more is a circle, or has no end. */
const DEEPEST = 8;
const LONGEST = 1_000;
const NONE: Declared = new Map();
const VARIABLE = /var\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g;

export function asksVariable(text: string): boolean {
  return /var\(/i.test(text);
}

/** What custom properties stand for on an element, which has those of all around it (CSS Custom Properties 1). */
export class CustomProperties {
  readonly #known = new WeakMap<Element, Declared>();

  /** `rulesOf`: the rules that are in force for an element, the weightiest last. */
  constructor(private readonly rulesOf: (element: Element) => readonly Rule[]) {}

  /** A value with what its variables stand for; '' where one stands for nothing, so that nothing is said. */
  resolved(text: string, element: Element): string {
    return asksVariable(text) ? this.#substituted(text, this.#of(element), 0) : text;
  }

  #substituted(text: string, known: Declared, depth: number): string {
    if (!asksVariable(text)) return text;
    if (depth === DEEPEST || text.length > LONGEST) return '';
    let valid = true;
    const substituted = text.replace(VARIABLE, (_, inside: string) => {
      const [name = '', ...others] = splitOutside(inside, ',');
      const fallback = others.length > 0 ? others.join(',').trim() : undefined;
      const value = valueIn(known, name.trim()) || fallback;
      valid &&= value !== undefined;
      return value ?? '';
    });
    return valid ? this.#substituted(substituted, known, depth + 1).trim() : '';
  }

  #of(element: Element): Declared {
    const chain: Element[] = [];
    let at: Element | undefined = element;
    while (at && !this.#known.has(at)) {
      chain.push(at);
      at = at.parentNode && 'tagName' in at.parentNode ? at.parentNode : undefined;
    }
    let inherited = (at && this.#known.get(at)) ?? NONE;
    for (const one of chain.reverse()) {
      const own = mergedDeclarations([
        ...this.rulesOf(one).map(({ declared }) => declared),
        declarations(attribute(one, 'style') ?? '')
      ]);
      const said = [...own].filter(([property]) => isCustom(property));
      if (said.length > 0) inherited = new Map([...inherited, ...said]);
      this.#known.set(one, inherited);
    }
    return inherited;
  }
}
