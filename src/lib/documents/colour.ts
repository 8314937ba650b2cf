/** How far two colours may differ in each of red, green and blue, of 255, and still not be told apart on paper. */
const ALIKE = 24;
const WHITE = 'ffffff';

/** A colour as six lower-case hex digits, or by whatever name the document gives it. */
export type Colour = string;

/**
 * Whether text of a colour cannot be told from its paper. Without a word on the paper it is taken for white; whether it
 * is, a document does not always say, so what is pale is doubted and not left out.
 */
export function isPale(ink: Colour | undefined, paper: Colour | undefined): boolean {
  if (ink === undefined) return false;
  const ground = paper ?? WHITE;
  if (ink === ground) return true;
  const [one, other] = [channels(ink), channels(ground)];
  return one !== null && other !== null && one.every((part, index) => Math.abs(part - (other[index] ?? 0)) <= ALIKE);
}

/** `automatic` and other words for none give undefined. */
export function hexColour(text: string | undefined): Colour | undefined {
  return /^#?([0-9a-f]{6})$/i.exec(text ?? '')?.[1]?.toLowerCase();
}

/** From a number as Office's binary formats keep it: red in the lowest byte. */
export function colourOfNumber(value: number): Colour {
  return [value, value >> 8, value >> 16].map((part) => (part & 255).toString(16).padStart(2, '0')).join('');
}

function channels(colour: Colour): number[] | null {
  return /^[0-9a-f]{6}$/.test(colour) ? [0, 2, 4].map((at) => parseInt(colour.slice(at, at + 2), 16)) : null;
}
