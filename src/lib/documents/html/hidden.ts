import type { DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

/** One compound selector (`td.note`, `#bar`) that says whether its elements are shown. */
interface DisplayRule {
  readonly tag: string;
  readonly id: string;
  readonly classes: readonly string[];
  readonly hides: boolean;
  readonly weight: number;
}

/** Struck out counts as hidden, as in `DELETED`: online editors write it as a style. */
const HIDING =
  /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all|text-decoration(?:-line)?\s*:[^;]*line-through)/i;
const DISPLAYING = /(?:^|[;\s])(?:display|visibility)\s*:/i;
const COMPOUND = /^([a-z][a-z0-9]*)?(?:#([\w-]+))?((?:\.[\w-]+)*)$/i;

/** Characters of one style sheet that are looked at. */
const MOST_STYLE = 500_000;

/** Elements that never show their content on a page. */
const UNSHOWN = new Set(
  'script style template noscript head title iframe object embed noembed noframes svg math audio video canvas datalist map'.split(
    ' '
  )
);
/** What a page shows there is no text: a picture of a figure, a formula. */
const PICTURES = new Set('img svg math object embed canvas'.split(' '));
/** Struck through or deleted: read together with its replacement, 12 and 13 would become 1213. */
const DELETED = new Set(['del', 's', 'strike']);

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

/** Tells hidden elements by tag, attributes, inline style and the page's own simple style rules. */
export class Visibility {
  readonly #rules: readonly DisplayRule[];

  /** `styles`: the text of the page's style elements. Selectors other than a single compound one are left aside. */
  constructor(styles: readonly string[]) {
    // Of equal weight the later one decides.
    this.#rules = styles
      .flatMap((style) => displayRules(style.slice(0, MOST_STYLE)))
      .reverse()
      .sort((one, other) => other.weight - one.weight);
  }

  isHidden(element: Element): boolean {
    return UNSHOWN.has(element.tagName) || DELETED.has(element.tagName) || this.#isUndisplayed(element);
  }

  /** Whether the element is a picture that can be seen. A spacer of a point or two cannot. */
  isPicture(element: Element): boolean {
    if (!PICTURES.has(element.tagName) || this.#isUndisplayed(element)) return false;
    return !['width', 'height'].some((name) => /^\s*[0-3](?:px)?\s*$/.test(attribute(element, name) ?? ''));
  }

  #isUndisplayed(element: Element): boolean {
    const { tagName } = element;
    const style = attribute(element, 'style') ?? '';
    if (DISPLAYING.test(style) || HIDING.test(style)) return HIDING.test(style);
    if (this.#rules.length > 0) {
      const id = attribute(element, 'id') ?? '';
      const classes = (attribute(element, 'class') ?? '').split(/\s+/);
      const decisive = this.#rules.find((rule) => applies(rule, tagName, id, classes));
      if (decisive) return decisive.hides;
    }
    return attribute(element, 'hidden') !== undefined;
  }
}

function applies({ tag, id, classes }: DisplayRule, tagName: string, ownId: string, own: readonly string[]): boolean {
  return (
    (tag === '' || tag === tagName) && (id === '' || id === ownId) && classes.every((wanted) => own.includes(wanted))
  );
}

function displayRules(style: string): DisplayRule[] {
  const rules: DisplayRule[] = [];
  const plain = withoutMedia(style.replace(/\/\*[^]*?(?:\*\/|$)|<!--|-->/g, ''));
  for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}]{1,2000})\{([^{}]*)\}/g)) {
    if (!DISPLAYING.test(body) && !HIDING.test(body)) continue;
    for (const selector of selectors.split(',')) {
      const found = COMPOUND.exec(selector.trim());
      if (!found || found[0] === '') continue;
      const [, tag = '', id = '', joined = ''] = found;
      const classes = joined.split('.').filter((name) => name !== '');
      const weight = (id === '' ? 0 : 100) + 10 * classes.length + (tag === '' ? 0 : 1);
      rules.push({ tag: tag.toLowerCase(), id, classes, hides: HIDING.test(body), weight });
    }
  }
  return rules;
}

/** Rules for print or for narrow screens say nothing about what the page shows. */
function withoutMedia(style: string): string {
  return style.replace(/@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
}
