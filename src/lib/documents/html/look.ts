import type { DefaultTreeAdapterTypes } from 'parse5';
import { type Colour, hexColour, isPale } from '../colour.ts';
import type { TextLook } from '../text-signs.ts';
import { declarations, mergedDeclarations, type Rule, rulesInForce, StyleSheet } from './css.ts';
import { fontSizeIsNone, isOutOfSight } from './out-of-sight.ts';
import { attribute } from './selectors.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** How an element's own words on its look decide whether and how its text is read. Undefined: as around it. */
export interface Look {
  /** It takes no place on the page. */
  readonly gone: boolean;
  /** It keeps its place, but neither it nor anything in it can be seen. */
  readonly unseen: boolean;
  readonly visible: boolean | undefined;
  readonly sizeless: boolean | undefined;
  readonly struck: boolean;
  readonly raised: boolean;
  readonly ink: Colour | undefined;
  readonly paper: Colour | undefined;
  readonly block: boolean;
  readonly preformatted: boolean;
}

/** What holds for the text of an element, from itself and all around it. */
export interface Sight extends TextLook {
  readonly unseen: boolean;
  readonly visible: boolean;
  readonly sizeless: boolean;
  readonly ink: Colour | undefined;
  readonly paper: Colour | undefined;
}

export const OPEN_SIGHT: Sight = { unseen: false, visible: true, sizeless: false, ink: undefined, paper: undefined };

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol p pre section summary tbody td tfoot th thead ' +
    'tr ul'
  ).split(' ')
);
/** Elements that never show their content on a page. A closed `details` is read: it opens at a click. */
const UNSHOWN = new Set(
  (
    'script style template noscript head title iframe object embed noembed noframes svg math audio video canvas ' +
    'datalist map progress meter rt rp rtc'
  ).split(' ')
);
/** What a page shows there is no text: a picture of a figure, a formula. */
export const PICTURES: ReadonlySet<string> = new Set('img svg math object embed canvas'.split(' '));
/** Their stated sizes are least ones: they grow with what they hold. */
const TABLE_PARTS = new Set(['table', 'tr', 'td', 'th']);
const STRUCK = new Set(['del', 's', 'strike']);
/** Names by which pages call what is there for screen readers alone; their rules are often in another file. */
const FOR_READING_ALOUD = /(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text)(?:\s|$)/i;
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
  'datetime'
]);
const PROPERTIES: ReadonlySet<string> = new Set(
  (
    'display visibility mso-hide text-decoration text-decoration-line font font-size opacity filter position left top ' +
    'right bottom text-indent margin-left clip clip-path overflow width height max-width max-height transform color ' +
    'background background-color vertical-align white-space content-visibility'
  ).split(' ')
);
const MOST_LOOKS = 20_000;

/** The look of all elements of one tag and the same attributes; unless `alike`, rules look at what is around, too. */
interface KnownLook {
  readonly rules: readonly Rule[];
  readonly alike: boolean;
  readonly look: Look;
}

/** Tells by tags, attributes, inline styles and the page's own style rules what of a page can be seen. */
export class PageStyles {
  readonly #sheet: StyleSheet;
  readonly #looks = new Map<string, KnownLook>();

  /** `styles`: the text of the page's style elements. */
  constructor(styles: readonly string[]) {
    this.#sheet = new StyleSheet(styles, PROPERTIES);
  }

  look(element: Element): Look {
    let sign = element.tagName;
    for (const { name, value } of element.attrs) if (ATTRIBUTES.has(name)) sign += `\n${name} ${value}`;
    let known = this.#looks.get(sign);
    if (!known) {
      const rules = this.#sheet.rulesFor(element);
      const look = rules.length === 0 ? lookWithoutRules(element, sign) : lookOf(element, rules);
      known = { rules, alike: rules.every(({ around, tests }) => around.length + tests.length === 0), look };
      if (this.#looks.size < MOST_LOOKS) this.#looks.set(sign, known);
    }
    return known.alike ? known.look : lookOf(element, rulesInForce(known.rules, element));
  }

  /** Whether the element is a picture that can be seen. A spacer of a point or two cannot. */
  isPicture(element: Element): boolean {
    if (!PICTURES.has(element.tagName)) return false;
    const rules = rulesInForce(this.#sheet.rulesFor(element), element);
    const { gone, unseen, visible } = lookOf(element, rules, false);
    if (gone || unseen || visible === false) return false;
    return !['width', 'height'].some((name) => /^\s*[0-3](?:px)?\s*$/.test(attribute(element, name) ?? ''));
  }
}

/** The same for all pages. */
const unruled = new Map<string, Look>();

function lookWithoutRules(element: Element, sign: string): Look {
  let look = unruled.get(sign);
  if (!look) {
    look = lookOf(element, []);
    if (unruled.size >= MOST_LOOKS) unruled.clear();
    unruled.set(sign, look);
  }
  return look;
}

/** What holds inside an element of a look, where `outer` holds around it. */
export function sightIn(outer: Sight, look: Look): Sight {
  const { unseen, visible, sizeless, struck, ink, paper } = look;
  if (!unseen && visible === undefined && sizeless === undefined && !struck && ink === undefined && paper === undefined)
    return outer;
  const inside = {
    unseen: outer.unseen || unseen,
    visible: visible ?? outer.visible,
    sizeless: sizeless ?? outer.sizeless,
    struck: (outer.struck ?? false) || struck,
    ink: ink ?? outer.ink,
    paper: paper ?? outer.paper
  };
  return { ...inside, pale: isPale(inside.ink, inside.paper) };
}

export function canBeSeen({ unseen, visible, sizeless, ink }: Sight): boolean {
  return !unseen && visible && !sizeless && ink !== 'transparent';
}

function lookOf(element: Element, rules: readonly Rule[], asText = true): Look {
  const { tagName } = element;
  const said = mergedDeclarations([
    ...rules.map(({ declared }) => declared),
    declarations(attribute(element, 'style') ?? '')
  ]);
  const value = (property: string): string => (said.get(property) ?? '').replace(/\s*!\s*important$/, '');
  const visibility = value('visibility');
  const display = value('display');
  const block = BLOCKS.has(tagName) || /^(?:block|inline-block|flex|grid|table|list-item)/.test(display);
  const sized = !TABLE_PARTS.has(tagName) && (block || /^(?:absolute|fixed)/.test(value('position')));
  const isCell = tagName === 'td' || tagName === 'th';
  return {
    gone:
      (asText && UNSHOWN.has(tagName)) ||
      /^none\b/.test(display) ||
      /^all\b/.test(value('mso-hide')) ||
      (visibility === 'collapse' && !isCell) ||
      (display === '' && visibility === '' && attribute(element, 'hidden') !== undefined) ||
      isTrackedDeletion(element) ||
      (display === '' && tagName === 'dialog' && attribute(element, 'open') === undefined),
    unseen: isOutOfSight(value, sized) || FOR_READING_ALOUD.test(attribute(element, 'class') ?? ''),
    visible: visibility === '' ? undefined : !/^(?:hidden|collapse)/.test(visibility),
    sizeless: fontSizeIsNone(value),
    struck: STRUCK.has(tagName) || /line-through/.test(value('text-decoration') + value('text-decoration-line')),
    raised: tagName === 'sup' || tagName === 'sub' || (!isCell && /^(?:super|sub)\b/.test(value('vertical-align'))),
    ink: colourIn(value('color')) ?? colourIn(attribute(element, tagName === 'body' ? 'text' : 'color')),
    paper:
      opaque(colourIn(value('background-color'))) ??
      opaque(colourIn(value('background'))) ??
      colourIn(attribute(element, 'bgcolor')),
    block,
    preformatted: tagName === 'pre' || /^(?:pre|break-spaces)/.test(value('white-space'))
  };
}

/** Word's pages say who deleted what, and when: what is deleted so is no part of the document any more. */
function isTrackedDeletion(element: Element): boolean {
  return element.tagName === 'del' && ['cite', 'datetime'].some((name) => attribute(element, name) !== undefined);
}

/** The sixteen colours of HTML 4; text in any other by name is not judged. */
const NAMED: ReadonlyMap<string, Colour> = new Map([
  ['aqua', '00ffff'],
  ['black', '000000'],
  ['blue', '0000ff'],
  ['fuchsia', 'ff00ff'],
  ['gray', '808080'],
  ['green', '008000'],
  ['lime', '00ff00'],
  ['maroon', '800000'],
  ['navy', '000080'],
  ['olive', '808000'],
  ['purple', '800080'],
  ['red', 'ff0000'],
  ['silver', 'c0c0c0'],
  ['teal', '008080'],
  ['white', 'ffffff'],
  ['yellow', 'ffff00'],
  ['transparent', 'transparent']
]);
const RGB = /rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+)%?)?\s*\)/;

/** The first colour that a value names; `transparent` for one that lets everything through. */
function colourIn(text: string | undefined): Colour | undefined {
  if (text === undefined || text === '') return undefined;
  const value = text.toLowerCase();
  const long = hexColour(/#([0-9a-f]{6})/.exec(value)?.[1] ?? value.trim());
  if (long !== undefined) return long;
  const short = /#([0-9a-f])([0-9a-f])([0-9a-f])\b/.exec(value);
  if (short)
    return short
      .slice(1)
      .map((digit) => digit + digit)
      .join('');
  const [, red, green, blue, alpha] = RGB.exec(value) ?? [];
  if (red === undefined) return value.split(/[\s,]+/).flatMap((word) => NAMED.get(word) ?? [])[0];
  if (alpha !== undefined && Number(alpha) === 0) return 'transparent';
  return [red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0')).join('');
}

function opaque(colour: Colour | undefined): Colour | undefined {
  return colour === 'transparent' ? undefined : colour;
}
