import { findFrames, type Frame } from './frames.ts';
import { inkOf, type Ink } from './ink.ts';
import type { Picture } from './picture.ts';
import { slopeOf, straightened } from './skew.ts';

/** A page put straight, with its ink and its ruled tables. */
export interface Page {
  readonly picture: Picture;
  readonly ink: Ink;
  readonly frames: readonly Frame[];
}

/** The longer side that pages should be drawn with: A4 at 200 dots an inch. Lines are told by lengths at this size. */
export const LONGER_SIDE = 2339;

export function readPage(scan: Picture): Page {
  const slope = slopeOf(inkOf(scan));
  const picture = straightened(scan, slope);
  const ink = inkOf(picture);
  return { picture, ink, frames: findFrames(ink) };
}
