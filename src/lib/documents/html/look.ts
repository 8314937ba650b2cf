import type { DefaultTreeAdapterTypes } from 'parse5';
import { type Colour, isPale } from '../colour.ts';
import type { TextLook } from '../text-signs.ts';
import { colourIn, opaque } from './colours.ts';
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
  /** Whether items of a list have a number or a bullet. */
  readonly marked: boolean | undefined;
  /** The page puts something before or behind its text that is no text of the page: a figure, a sign. */
  readonly generates: boolean;
  /** What it holds is shown from right to left, mirrored or upside down; of several that float right the first is last. */
  readonly turned: 'no' | 'always' | 'beside-others';
  /** Whether it can be seen, or takes its place, is not known: a rule cannot be judged, or the sheet is not there. */
  readonly doubted: 'no' | 'sight' | 'place';
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
/** The value said for a property, '' for none. */
export type Said = (property: string) => string;

/** What holds inside an element of a look, where `outer` holds around it. */
export function sightIn(outer: Sight, look: Look): Sight {
  const { unseen, visible, sizeless, struck, ink, paper, doubted } = look;
  const says = [visible, sizeless, ink, paper].some((one) => one !== undefined);
  if (!says && !unseen && !struck && doubted === 'no') return outer;
  const inside = {
    unseen: outer.unseen || unseen,
    visible: visible ?? outer.visible,
    sizeless: sizeless ?? outer.sizeless,
    struck: (outer.struck ?? false) || struck,
    doubted: (outer.doubted ?? false) || doubted !== 'no',
    ink: ink ?? outer.ink,
    paper: paper ?? outer.paper
  };
  return { ...inside, pale: isPale(inside.ink, inside.paper) };
}

export function canBeSeen({ unseen, visible, sizeless, ink }: Sight): boolean {
  return !unseen && visible && !sizeless && ink !== 'transparent';
}

/** What is said to be as it is around is not said. */
const AS_AROUND = /^(?:inherit|unset|revert|revert-layer)$/;

export function lookOf(element: Element, said: Said, asText = true): Look {
  const { tagName } = element;
  const value: Said = (property) => {
    const text = said(property);
    return AS_AROUND.test(text) ? '' : text;
  };
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
      (display === '' && tagName === 'dialog' && attribute(element, 'open') === undefined) ||
      (display === '' && attribute(element, 'popover') !== undefined),
    unseen: isOutOfSight(value, sized) || FOR_READING_ALOUD.test(attribute(element, 'class') ?? ''),
    visible: visibility === '' ? undefined : !/^(?:hidden|collapse)/.test(visibility),
    sizeless: fontSizeIsNone(value),
    struck: STRUCK.has(tagName) || /line-through/.test(value('text-decoration') + value('text-decoration-line')),
    raised: tagName === 'sup' || tagName === 'sub' || (!isCell && /^(?:super|sub)\b/.test(value('vertical-align'))),
    ink:
      colourIn(value('-webkit-text-fill-color')) ??
      colourIn(value('color')) ??
      colourIn(attribute(element, tagName === 'body' ? 'text' : 'color')),
    paper:
      opaque(colourIn(value('background-color'))) ??
      opaque(colourIn(value('background'))) ??
      colourIn(attribute(element, 'bgcolor')),
    block,
    marked: markedBy(value('list-style-type') || value('list-style')),
    generates: false,
    turned: turnedBy(element, value),
    doubted: 'no',
    preformatted: tagName === 'pre' || /^(?:pre|break-spaces)/.test(value('white-space'))
  };
}

/** Word's pages say who deleted what, and when: what is deleted so is no part of the document any more. */
function isTrackedDeletion(element: Element): boolean {
  return element.tagName === 'del' && ['cite', 'datetime'].some((name) => attribute(element, name) !== undefined);
}

function markedBy(style: string): boolean | undefined {
  return style === '' ? undefined : !/\bnone\b/.test(style);
}

/** How a figure inside may be seen as another: 12 as 21. */
function turnedBy(element: Element, value: Said): Look['turned'] {
  const turns =
    (element.tagName === 'bdo' && /^rtl$/i.test(attribute(element, 'dir') ?? '')) ||
    (/override/.test(value('unicode-bidi')) && /^rtl/.test(value('direction'))) ||
    /reverse/.test(value('flex-direction') + value('flex-flow')) ||
    /scalex?\(\s*-|rotate[xyz]?\(\s*-?(?:(?:1[3-9]|2[0-2])\d(?:\.\d+)?deg|0?\.5turn)/.test(value('transform'));
  if (turns) return 'always';
  return /^right/.test(value('float')) ? 'beside-others' : 'no';
}
