import type { DefaultTreeAdapterTypes } from 'parse5';
import {
  type Declared,
  declarations,
  mergedDeclarations,
  type Rule,
  rulesInForce,
  StyleSheet,
  valueIn
} from './css.ts';
import { asksVariable, CustomProperties } from './custom-properties.ts';
import { mayBeHidden, mayBeTurned, saysSomething } from './doubts.ts';
import { type Look, lookOf, PICTURES, type Said } from './look.ts';
import { attribute } from './selectors.ts';

type Element = DefaultTreeAdapterTypes.Element;

const ATTRIBUTES: ReadonlySet<string> = new Set([
  'id',
  'class',
  'style',
  'hidden',
  'open',
  'color',
  'text',
  'bgcolor',
  'cite',
  'dir',
  'popover',
  'datetime'
]);
const PROPERTIES: ReadonlySet<string> = new Set(
  (
    'display visibility mso-hide text-decoration text-decoration-line font font-size opacity filter position left top ' +
    'right bottom text-indent margin-left clip clip-path overflow width height max-width max-height transform color ' +
    'background background-color vertical-align white-space content-visibility content list-style ' +
    'list-style-type -webkit-text-fill-color overflow-x overflow-y scale zoom inset unicode-bidi direction flex-direction ' +
    'flex-flow float'
  ).split(' ')
);
const MOST_LOOKS = 20_000;

/** The look of all elements of one tag and the same attributes; unless `alike`, more than these is looked at. */
interface KnownLook {
  readonly rules: readonly Rule[];
  readonly alike: boolean;
  readonly look: Look;
}

/** Tells by tags, attributes, inline styles and the page's own style rules what of a page can be seen. */
export class PageStyles {
  readonly #sheet: StyleSheet;
  readonly #looks = new Map<string, KnownLook>();
  readonly #custom = new CustomProperties((element) =>
    rulesInForce(this.#sheet.rulesFor(element), element).filter((rule) => isFirm(rule))
  );

  /** `styles`: the text of the page's style sheets. `lacksSheet`: it calls for one that is not there. */
  constructor(
    styles: readonly string[],
    private readonly lacksSheet = false
  ) {
    this.#sheet = new StyleSheet(styles, PROPERTIES);
  }

  /** Whether style rules put anything before or behind elements. */
  get generates(): boolean {
    return this.#sheet.generates;
  }

  look(element: Element): Look {
    const look = this.#look(element);
    if (look.doubted !== 'no') return look;
    if (this.lacksSheet && mayBeHidden(element)) return { ...look, doubted: 'place' };
    return mayBeTurned(element, look) ? { ...look, doubted: 'sight' } : look;
  }

  #look(element: Element): Look {
    let sign = element.tagName;
    for (const { name, value } of element.attrs) if (ATTRIBUTES.has(name)) sign += `\n${name} ${value}`;
    let known = this.#looks.get(sign);
    if (!known) {
      const rules = this.#sheet.rulesFor(element);
      const asks = asksVariable(attribute(element, 'style') ?? '');
      const look = rules.length === 0 && !asks ? lookWithoutRules(element, sign) : this.#judged(element, rules);
      known = { rules, alike: !asks && rules.every((rule) => isAlike(rule)), look };
      if (this.#looks.size < MOST_LOOKS) this.#looks.set(sign, known);
    }
    return known.alike ? known.look : this.#judged(element, rulesInForce(known.rules, element));
  }

  /** Whether the element is a picture that can be seen. A spacer of a point or two cannot. */
  isPicture(element: Element): boolean {
    if (!PICTURES.has(element.tagName)) return false;
    const rules = rulesInForce(this.#sheet.rulesFor(element), element).filter((rule) => isFirm(rule));
    const { gone, unseen, visible } = lookOf(element, this.#saidOf(element, rules), false);
    if (gone || unseen || visible === false) return false;
    return !['width', 'height'].some((name) => /^\s*[0-3](?:px)?\s*$/.test(attribute(element, name) ?? ''));
  }

  /** The look by the rules in force. Where only some of them are sure, it is read as it would be seen, and doubted. */
  #judged(element: Element, rules: readonly Rule[]): Look {
    const own = rules.filter(({ pseudo }) => pseudo === '' || pseudo === 'part');
    const firm = own.filter((rule) => isFirm(rule));
    const sure = lookOf(element, this.#saidOf(element, firm));
    const generates = own.length < rules.length && this.#generates(element, rules);
    if (firm.length === own.length) return generates ? { ...sure, generates } : sure;
    const other = lookOf(element, this.#saidOf(element, own));
    const doubted = sure.gone !== other.gone ? 'place' : hides(sure) === hides(other) ? sure.doubted : 'sight';
    return { ...(hides(sure) ? other : sure), generates, doubted };
  }

  #generates(element: Element, rules: readonly Rule[]): boolean {
    return (['before', 'after'] as const).some((side) => {
      const said = this.#said(
        element,
        rules.filter(({ pseudo }) => pseudo === side).map(({ declared }) => declared)
      );
      return saysSomething(said('content'), element) && !hides(lookOf(element, said, false));
    });
  }

  #saidOf(element: Element, rules: readonly Rule[]): Said {
    return this.#said(element, [
      ...rules.map(({ declared }) => declared),
      declarations(attribute(element, 'style') ?? '')
    ]);
  }

  #said(element: Element, all: readonly Declared[]): Said {
    const merged = mergedDeclarations(all);
    return (property) => this.#custom.resolved(valueIn(merged, property), element);
  }
}

function isFirm({ doubtful, pseudo }: Rule): boolean {
  return !doubtful && pseudo === '';
}

function isAlike({ around, tests, pseudo, declared }: Rule): boolean {
  const asksMore = pseudo !== '' || [...declared.values()].some((value) => asksVariable(value));
  return around.length + tests.length === 0 && !asksMore;
}

function hides({ gone, unseen, visible, sizeless }: Look): boolean {
  return gone || unseen || visible === false || sizeless === true;
}

/** The same for all pages. */
const unruled = new Map<string, Look>();

function lookWithoutRules(element: Element, sign: string): Look {
  let look = unruled.get(sign);
  if (!look) {
    const said = declarations(attribute(element, 'style') ?? '');
    look = lookOf(element, (property) => valueIn(said, property));
    if (unruled.size >= MOST_LOOKS) unruled.clear();
    unruled.set(sign, look);
  }
  return look;
}
