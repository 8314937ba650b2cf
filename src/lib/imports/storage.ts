import type { Row } from '../database/database.ts';
import type { Unit } from '../report/unit.ts';
import {
  type ChosenFigure,
  type Correction,
  type Decision,
  type ImportedDocument,
  type Letterhead,
  type Mark,
  type Records,
  type StoredResult
} from './stored.ts';

/** One document with all that belongs to it. */
export interface WholeDocument {
  readonly document: ImportedDocument;
  readonly result: StoredResult;
  readonly original: Blob;
}

/** What one transaction writes: all of it or nothing, in this order. What is there already is replaced. */
export interface Change {
  /** Everything that is there goes first. */
  readonly clear?: boolean;
  /** Documents that go, with what was read from them, decided about them and corrected in them. */
  readonly removed?: readonly string[];
  readonly documents?: readonly WholeDocument[];
  readonly decisions?: readonly Decision[];
  readonly corrections?: readonly Correction[];
  readonly removedCorrections?: readonly Pick<Correction, 'document' | 'index' | 'cell'>[];
  readonly marks?: readonly Mark[];
  readonly removedMarks?: readonly Pick<Mark, 'rule' | 'unit' | 'year' | 'cells'>[];
  readonly chosen?: readonly ChosenFigure[];
  readonly removedChosen?: readonly Pick<ChosenFigure, 'unit' | 'year' | 'cell'>[];
  /** In place of the one that was there; null leaves it. */
  readonly letterhead?: Letterhead | null;
  readonly units?: readonly Unit[];
  /** In place of the one that was there. */
  readonly register?: readonly Unit[];
}

/** Where imports are kept: in the browser's database, or in memory when there is none. */
export interface ImportStorage {
  /** False: all is lost when the tab closes. */
  readonly persistent: boolean;
  records(): Promise<Records>;
  /** What was read from these documents; those that are gone are left out. */
  results(ids: readonly string[]): Promise<StoredResult[]>;
  /** A document as it came; undefined when it is gone. */
  original(id: string): Promise<Blob | undefined>;
  /** Resolves once everything is on the disk. Throws `StorageError`; then nothing of the change is kept. */
  commit(change: Change): Promise<void>;
  /** The imports' flags as they were found when everything was as `signature` says; null when it was otherwise. */
  judgement(signature: string): Promise<Row[] | null>;
  /** Keeps one judgement, the last. Rejects with `StorageError`; what is not kept is only found anew. */
  keepJudgement(signature: string, flags: readonly Row[]): Promise<void>;
}

/** `full`: no room left on the disk or in the browser's share of it. `closed`: a newer site is open in another tab. */
export class StorageError extends Error {
  constructor(
    readonly code: 'full' | 'closed' | 'failed',
    override readonly cause: unknown
  ) {
    super(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
    this.name = 'StorageError';
  }
}
