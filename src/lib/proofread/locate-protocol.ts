import type { CellId } from '../form/form.ts';
import type { Place } from '../report/place.ts';
import type { Excerpt } from './excerpt.ts';

export interface LocateRequest {
  readonly file: Blob;
  /** Absolute address of the folder of character maps, with a slash at the end. */
  readonly characterMaps: string;
}

/** A cell's place in the document, with what stands around it. */
export interface LocatedCell {
  readonly place: Place;
  /** null when only the row's place is known. */
  readonly text: string | null;
  readonly excerpt: Excerpt | null;
}

/** One entry a report, as they were read. `pictures`: those in the document, or the file itself, to enter figures from. */
export interface Located {
  readonly reports: readonly ReadonlyMap<CellId, LocatedCell>[];
  readonly pictures: readonly Blob[];
}
