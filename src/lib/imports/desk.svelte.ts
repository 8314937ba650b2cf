import type { Database } from '../database/database.ts';
import type { Unit } from '../report/unit.ts';
import { newUnit, reopened, withUnit, withYear } from './answer-questions.ts';
import { openStorage } from './browser-storage.ts';
import { importedDocument } from './imported-document.ts';
import { writeImports, type JudgingDatabase } from './imported-tables.ts';
import { KeptRecords } from './kept-records.svelte.ts';
import { readPublishedSide, surroundingsOf, type PublishedSide } from './published-side.ts';
import type { ReadFile } from './queue.svelte.ts';
import type { Change } from './storage.ts';
import { byReport, reportKey, type Correction, type Decision, type ImportedDocument, type Mark } from './stored.ts';
import {
  chooseRival,
  firstDecisions,
  surveyImports,
  type ImportedReport,
  type RivalQuestion,
  type Survey
} from './survey.ts';
import { TasksByKey } from './tasks-by-key.ts';

const NOTHING: Survey = { reports: [], standing: [], units: [], years: [], rivals: [] };

/** What the imports stand beside. */
export interface PublishedDataset {
  /** Where its reports are, whether imports are written to it or not. */
  readonly openDatabase: () => Promise<Database>;
  /** Names the dataset and the rules of this site: with another one the flags are others. */
  readonly edition: string;
}

/** A person's imports: what is kept of them, what is still to be asked, and their way into the tables. */
export class ImportDesk {
  readonly kept: KeptRecords;
  /** Why there is no browser storage, in the browser's words; null when there is. */
  readonly obstacle: string | null;
  #published = $state.raw<PublishedSide | null>(null);
  readonly #decisions = $derived.by(() => byReport(this.kept.current.decisions));
  readonly #surroundings = $derived.by(
    () => this.#published && surroundingsOf(this.#published, this.kept.current.units)
  );
  /** Empty until `prepare` has read what is published. */
  readonly survey = $derived.by(() =>
    this.#surroundings ? surveyImports(this.documents, this.#decisions, this.#surroundings) : NOTHING
  );
  /** The register, the person's own units behind it; empty until `prepare`. */
  readonly register = $derived.by((): readonly Unit[] => [
    ...(this.#published?.register ?? []),
    ...this.kept.current.units
  ]);

  readonly #openDatabase: () => Promise<Database>;
  readonly #edition: string;
  #listeners: readonly (() => void)[] = [];
  #preparing: Promise<void> | null = null;
  readonly #keeping = new TasksByKey();
  #writing: Promise<void> = Promise.resolve();
  #written: number | null = null;

  constructor(kept: KeptRecords, obstacle: string | null, { openDatabase, edition }: PublishedDataset) {
    this.kept = kept;
    this.#edition = edition;
    this.obstacle = obstacle;
    this.#openDatabase = openDatabase;
    kept.follow(this.changed);
  }

  get documents(): readonly ImportedDocument[] {
    return this.kept.current.documents;
  }

  /** Whether the published register and reports are known. */
  get prepared(): boolean {
    return this.#published !== null;
  }

  get hasReports(): boolean {
    return this.kept.hasReports;
  }

  /** Of the standing imports, each as often as it has one. */
  get years(): readonly number[] {
    return this.survey.standing.map(({ year }) => year);
  }

  /** Standing imports of a unit and year that the published dataset lacks. */
  get added(): number {
    const surroundings = this.#surroundings;
    return this.survey.standing.filter(({ unit, year }) => !surroundings?.isPublished(unit, year)).length;
  }

  /** `listener` is told when the standing imports may be others, also by another tab. Gives back how to stop it. */
  onchange(listener: () => void): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => (this.#listeners = this.#listeners.filter((each) => each !== listener));
  }

  /** Tells the pages: after each answer of a person's, and after a batch of files by whoever read them. */
  changed = (): void => {
    for (const listener of this.#listeners) listener();
  };

  /** Reads what is published, and places what could not be placed before. Rejects when the engine does not start. */
  prepare = (): Promise<void> => {
    this.#preparing ??= this.#prepare().catch((error: unknown) => {
      this.#preparing = null;
      throw error;
    });
    return this.#preparing;
  };

  async #prepare(): Promise<void> {
    this.#published = await readPublishedSide(await this.#openDatabase());
    const decisions = this.documents.flatMap((document) =>
      this.#firstDecisions(document).filter((decision) => !this.#decisions.has(reportKey(decision)))
    );
    if (decisions.length > 0) await this.kept.save({ decisions });
  }

  #firstDecisions(document: ImportedDocument): Decision[] {
    return this.#surroundings ? firstDecisions(document, this.#surroundings.resolve, now()) : [];
  }

  /** Brings the tables of imports up to date: the pages' questions wait for it. */
  bring(database: JudgingDatabase): Promise<void> {
    const bring = (): Promise<void> => this.#bring(database);
    this.#writing = this.#writing.then(bring, bring);
    return this.#writing;
  }

  async #bring(database: JudgingDatabase): Promise<void> {
    if (this.documents.length === 0 && this.#written === null) return;
    await this.prepare();
    const { revision, current, storage } = this.kept;
    if (this.#written === revision) return;
    const { standing } = this.survey;
    await writeImports(database, storage, {
      standing,
      corrections: current.corrections,
      units: current.units,
      edition: this.#edition
    });
    this.#written = revision;
  }

  /** Saves a document that was read. Resolves once it is on the disk; rejects with `StorageError`. */
  keep = async (read: ReadFile, path: string): Promise<'kept' | 'known'> => {
    const known = this.documents.find(({ id }) => id === read.id);
    // A document that was refused may be read by a newer version of this site, or with more time.
    if (known && known.status !== 'refused') return 'known';
    // The same file may stand in two folders of one batch.
    return (await this.#keeping.run(read.id, () => this.#keep(read, path))) ? 'kept' : 'known';
  };

  async #keep({ id, size, result, original }: ReadFile, path: string): Promise<void> {
    // Without the engine it is placed at the next start.
    await this.prepare().catch(() => undefined);
    const document = importedDocument({ id, file: path, size, importedAt: now() }, result);
    await this.kept.commit({
      removed: [id],
      documents: [{ document, result: { ...result, id }, original }],
      decisions: this.#firstDecisions(document)
    });
  }

  setUnit = (reports: readonly ImportedReport[], code: string): Promise<boolean> =>
    this.#answer({ decisions: withUnit(reports, code, now()) });

  /** Adds a unit that the register lacks, as the unit of these reports. */
  addUnit = (reports: readonly ImportedReport[], unit: Pick<Unit, 'name' | 'district' | 'kind'>): Promise<boolean> => {
    const added = newUnit(unit, this.register);
    return this.#answer({ units: [added], decisions: withUnit(reports, added.code, now()) });
  };

  setYear = (report: ImportedReport, year: number): Promise<boolean> =>
    this.#answer({ decisions: withYear(report, year, now()) });

  reopen = (report: ImportedReport): Promise<boolean> => this.#answer({ decisions: reopened(report, now()) });

  /** `winners`: for each question the key of the report to keep, or `PUBLISHED`. */
  choose = (winners: readonly { readonly question: RivalQuestion; readonly winner: string }[]): Promise<boolean> =>
    this.#answer({ decisions: winners.flatMap(({ question, winner }) => chooseRival(question, winner, now())) });

  correct = (correction: Omit<Correction, 'at'>): Promise<boolean> =>
    this.#answer({ corrections: [{ ...correction, at: now() }] });

  takeBack = (correction: Pick<Correction, 'document' | 'index' | 'cell'>): Promise<boolean> =>
    this.#answer({ removedCorrections: [correction] });

  /** Marks change no figure. */
  mark = (mark: Omit<Mark, 'at'>): Promise<boolean> => this.kept.save({ marks: [{ ...mark, at: now() }] });

  unmark = (mark: Pick<Mark, 'rule' | 'unit' | 'year' | 'cells'>): Promise<boolean> =>
    this.kept.save({ removedMarks: [mark] });

  remove = (documents: readonly string[]): Promise<boolean> => this.#answer({ removed: documents });

  clear = (): Promise<boolean> => this.#answer({ clear: true });

  /** What is in a workspace file, in place of all there is: all of it or nothing. */
  replaceAll = (contents: Change): Promise<boolean> => this.#answer({ ...contents, clear: true });

  /** False when it could not be saved: `kept.failure` says why. */
  async #answer(change: Change): Promise<boolean> {
    const saved = await this.kept.save(change);
    if (saved) this.changed();
    return saved;
  }
}

/** What was kept. Never rejects: where the browser keeps nothing, it is empty and in memory. */
export async function openKept(): Promise<{ kept: KeptRecords; obstacle: string | null }> {
  const { storage, obstacle } = await openStorage();
  return { kept: new KeptRecords(storage, await storage.records()), obstacle };
}

const now = (): string => new Date().toISOString();
