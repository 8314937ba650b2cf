/** The value that is stated for a property, '' for none; in lower case. */
type Value = (property: string) => string;

/** Further left or up than any page is wide; to the right and down a page goes on further. */
const OUTSIDE = -500;
const FAR_OUTSIDE = 5_000;
/** Of its size or its strength, less cannot be made out. */
const HARDLY = 0.1;
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
  pc: 16,
  vw: 12.8,
  vh: 7.2
};

/** A length in pixels; undefined for shares of another length, for sums and for words. */
export function lengthOf(text: string): number | undefined {
  const plain = /^calc\(([^()+*/]*)\)$/.exec(text)?.[1]?.trim() ?? text;
  const [, number, unit = ''] = /^([+-]?(?:\d+\.?\d*|\.\d+))([a-z]*)$/.exec(plain) ?? [];
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
  const isMovedOut = (property: string): boolean => isOutside(value(property));
  return (
    (moved && ['left', 'top', 'right', 'bottom', 'inset'].some(isMovedOut)) ||
    ['text-indent', 'margin-left'].some(isMovedOut) ||
    (positioned && /^rect\(\s*(?:0|1px|1px)/.test(value('clip')) && isCutAway(value('clip'))) ||
    isClippedAway(value('clip-path')) ||
    (sized &&
      ['overflow', 'overflow-x', 'overflow-y'].some((property) => /\b(?:hidden|clip)\b/.test(value(property))) &&
      ['width', 'height', 'max-width', 'max-height'].some(isNothing)) ||
    isHardly(value('opacity')) ||
    /opacity\s*[(=]\s*0?(?:\.0\d*)?%?\s*\)/.test(value('filter')) ||
    isTransformedAway(value('transform')) ||
    isHardly(value('scale').split(' ')[0] ?? '') ||
    isHardly(value('zoom')) ||
    value('content-visibility') === 'hidden'
  );

  function isNothing(property: string): boolean {
    const length = lengthOf(value(property));
    return length !== undefined && length <= 1;
  }
}

/** The first length says whether it leads off the page. A share is one of what is around. */
function isOutside(text: string): boolean {
  const [first = ''] = text.split(/[\s,]+/);
  const share = /^(-?\d+(?:\.\d+)?)%$/.exec(first)?.[1];
  if (share !== undefined) return Number(share) <= -100;
  const length = lengthOf(first) ?? 0;
  return length <= OUTSIDE || length >= FAR_OUTSIDE;
}

function isTransformedAway(transform: string): boolean {
  return [...transform.matchAll(/(translate|scale)(?:[xyz]|3d)?\(([^()]*)\)/g)].some(([, kind, values = '']) => {
    const parts = values.split(/[\s,]+/).filter((part) => part !== '');
    // A share of its own size is small, for a figure.
    return parts.some((part) => (kind === 'scale' ? isHardly(part) : !part.endsWith('%') && isOutside(part)));
  });
}

/** Nothing is left of a shape without room. */
function isClippedAway(shape: string): boolean {
  if (/^(?:inset\(\s*(?:50|100)%|(?:circle|ellipse)\(\s*0)/.test(shape)) return true;
  const [, points] = /^polygon\(([^()]*)\)/.exec(shape) ?? [];
  return points !== undefined && new Set(points.split(',').map((point) => point.trim())).size < 3;
}

/** `rect(0, 0, 0, 0)`, `rect(1px 1px 1px 1px)`: top and bottom, or left and right, fall together. */
function isCutAway(clip: string): boolean {
  const [top, right, bottom, left] = [...clip.matchAll(/auto|[\d.]+/g)].map(([part]) => part);
  return (top !== 'auto' && top === bottom) || (left !== 'auto' && left === right);
}

function isHardly(text: string): boolean {
  const [, number, percent] = /^(\d*\.?\d+)(%?)$/.exec(text) ?? [];
  return number !== undefined && Number(number) / (percent ? 100 : 1) < HARDLY;
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
