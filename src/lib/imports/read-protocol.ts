import type { Issue } from '../report/issue.ts';
import type { DocumentResult } from '../report/report.ts';
import type { Unit } from '../report/unit.ts';

/** The first message to a reader. */
export interface ReaderSetup {
  readonly kind: 'setup';
  /** Absolute address of the folder of character maps, with a slash at the end. */
  readonly characterMaps: string;
}

export interface ReadRequest {
  readonly kind: 'read';
  readonly file: Blob;
  readonly path: string;
}

/** What became of one file. */
export type ReadReply =
  | {
      readonly kind: 'document';
      /** SHA-256 of the bytes, in hex. */
      readonly id: string;
      readonly size: number;
      readonly result: DocumentResult;
      /** The bytes that were read: the file on the disk may change or go. */
      readonly original: Blob;
    }
  | {
      readonly kind: 'archive';
      readonly entries: readonly { readonly path: string; readonly file: Blob }[];
      readonly refused: readonly { readonly path: string; readonly issue: Issue }[];
      readonly skipped: number;
    }
  /** No report, but the units themselves: `units.csv`. */
  | { readonly kind: 'register'; readonly units: readonly Unit[] }
  /** Its bytes could not be had, or not all of them may be looked at. */
  | { readonly kind: 'refused'; readonly issue: Issue };

/** `ready` comes once, when the reader's program is loaded; then one `ReadReply` for each request. */
export type ReaderMessage = { readonly kind: 'ready' } | ReadReply;
