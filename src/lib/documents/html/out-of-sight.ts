/** The value that is stated for a property, '' for none; in lower case. */
type Value = (property: string) => string;

/** Further left or up than any page is wide. */
const OUTSIDE = -500;
/** A text of one point is a line of dots. */
const SMALLEST_FONT = 1.5;
const PIXELS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  em: 16,
  rem: 16,
  ex: 8,
  in: 96,
  cm: 37.8,
  mm: 3.78,
  pc: 16
};

/** A length in pixels; undefined for shares of another length and for words. */
export function lengthOf(text: string): number | undefined {
  const [, number, unit = ''] = /^([+-]?(?:\d+\.?\d*|\.\d+))([a-z]*)$/.exec(text) ?? [];
  const pixels = PIXELS[unit];
  return number === undefined || pixels === undefined ? undefined : Number(number) * pixels;
}

/**
 * Whether an element is moved off the page, cut away, shrunk to nothing or made transparent, as pages hide things.
 * `sized`: it is as large as it says, and no larger; text in a line never is.
 */
export function isOutOfSight(value: Value, sized: boolean): boolean {
  const positioned = /^(?:absolute|fixed)/.test(value('position'));
  const moved = value('position') !== '' && value('position') !== 'static';
  const isOutside = (property: string): boolean => (lengthOf(value(property)) ?? 0) <= OUTSIDE;
  return (
    (moved && ['left', 'top', 'right', 'bottom'].some(isOutside)) ||
    ['text-indent', 'margin-left'].some(isOutside) ||
    /^-\d{3,}%$/.test(value('text-indent')) ||
    (positioned && /^rect\(\s*(?:0|1px|1px)/.test(value('clip')) && isCutAway(value('clip'))) ||
    /^(?:inset\(\s*(?:50|100)%|circle\(\s*0)/.test(value('clip-path')) ||
    (sized &&
      /^(?:hidden|clip)/.test(value('overflow')) &&
      ['width', 'height', 'max-width', 'max-height'].some(isNothing)) ||
    isNone(value('opacity')) ||
    /opacity\s*[(=]\s*0(?:\.0+)?%?\s*\)/.test(value('filter')) ||
    /scale[xy]?\(\s*0(?:\.0+)?\s*[,)]/.test(value('transform')) ||
    value('content-visibility') === 'hidden'
  );

  function isNothing(property: string): boolean {
    const length = lengthOf(value(property));
    return length !== undefined && length <= 1;
  }
}

/** `rect(0, 0, 0, 0)`, `rect(1px 1px 1px 1px)`: top and bottom, or left and right, fall together. */
function isCutAway(clip: string): boolean {
  const [top, right, bottom, left] = [...clip.matchAll(/auto|[\d.]+/g)].map(([part]) => part);
  return (top !== 'auto' && top === bottom) || (left !== 'auto' && left === right);
}

function isNone(text: string): boolean {
  return /^0*\.?0+%?$/.test(text);
}

/** Whether text has no size; undefined when nothing is said. A share of the size around it is taken for a size. */
export function fontSizeIsNone(value: Value): boolean | undefined {
  const size = value('font-size') || /(?:^|\s)(0(?:px|pt)?)\s*\//.exec(value('font'))?.[1];
  if (!size) return value('font') === '' ? undefined : false;
  if (isNone(size)) return true;
  // Of nothing, twice is nothing.
  if (/(?:em|%|ex|larger|smaller)$/.test(size) && !size.endsWith('rem')) return undefined;
  const length = lengthOf(size);
  return length !== undefined && length < SMALLEST_FONT;
}
