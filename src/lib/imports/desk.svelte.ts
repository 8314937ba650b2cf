import type { Database } from '../database/database.ts';
import type { Unit } from '../report/unit.ts';
import { askedAgain, moved, newUnit, placedByNow, withoutRivals, withUnit, withYear } from './answer-questions.ts';
import { openStorage } from './browser-storage.ts';
import { importedDocument } from './imported-document.ts';
import type { JudgingDatabase } from './imported-tables.ts';
import { KeptRecords } from './kept-records.svelte.ts';
import { Placing } from './placing.svelte.ts';
import { NOTHING_PUBLISHED, readPublishedSide } from './published-side.ts';
import type { ReadFile } from './queue.svelte.ts';
import type { Change } from './storage.ts';
import type { Correction, ImportedDocument } from './stored.ts';
import { chooseRival, type ImportedReport, type RivalQuestion, type Survey } from './survey.ts';
import { TasksByKey } from './tasks-by-key.ts';

/** What the imports stand beside. */
export interface PublishedDataset {
  /** Where its reports are, whether imports are written to it or not; null when nothing was published. */
  readonly openDatabase: (() => Promise<Database>) | null;
  /** Names the dataset and the rules of this site: with another one the flags are others. */
  readonly edition: string;
}

/** A person's imports: what is kept of them, what is still to be asked, and their way into the tables. */
export class ImportDesk {
  readonly kept: KeptRecords;
  /** Why there is no browser storage, in the browser's words; null when there is. */
  readonly obstacle: string | null;
  readonly #placing: Placing;
  readonly #openDatabase: PublishedDataset['openDatabase'];
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
    this.#placing = new Placing(kept);
    if (openDatabase === null) this.#placing.published = NOTHING_PUBLISHED;
    kept.follow(this.changed);
  }

  /** Empty until `prepare` has read what is published. */
  get survey(): Survey {
    return this.#placing.survey;
  }

  /** All units that a report may be of, the person's own among them; empty until `prepare`. */
  get register(): readonly Unit[] {
    return this.#placing.register;
  }

  /** Whether a dataset stands beside the site: then its register counts. */
  get besidePublished(): boolean {
    return this.#openDatabase !== null;
  }

  get documents(): readonly ImportedDocument[] {
    return this.kept.current.documents;
  }

  /** Whether the published register and reports are known. */
  get prepared(): boolean {
    return this.#placing.published !== null;
  }

  isPublished(unit: string, year: number): boolean {
    return this.#placing.surroundings?.isPublished(unit, year) ?? false;
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
    return this.survey.standing.filter(({ unit, year }) => !this.isPublished(unit, year)).length;
  }

  /** `listener` is told when the standing imports may be others, also by another tab. Gives back how to stop it. */
  onchange(listener: () => void): () => void {
    this.#listeners = [...this.#listeners, listener];
    return () => (this.#listeners = this.#listeners.filter((each) => each !== listener));
  }

  /** Tells the pages: after each answer of a person's, and after a batch of files by whoever read them. */
  changed = (): void => {
    this.kept.show();
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
    if (this.#openDatabase) this.#placing.published = await readPublishedSide(await this.#openDatabase());
    this.kept.show();
    const decisions = this.#placing.undecided(now());
    if (decisions.length > 0) await this.kept.save({ decisions });
  }

  /** Brings the tables of imports up to date: the pages' questions wait for it. */
  bring(database: JudgingDatabase): Promise<void> {
    const bring = (): Promise<void> => this.#bring(database);
    this.#writing = this.#writing.then(bring, bring);
    return this.#writing;
  }

  async #bring(database: JudgingDatabase): Promise<void> {
    this.kept.show();
    if (this.documents.length === 0 && this.#written === null) return;
    await this.prepare();
    // Only who has imports needs it: it comes after the first figures.
    const { writeImports } = await import('./imported-tables.ts');
    this.kept.show();
    const { revision, current, storage } = this.kept;
    if (this.#written === revision) return;
    await writeImports(database, storage, {
      standing: this.survey.standing,
      corrections: current.corrections,
      units: this.#placing.unitsToWrite,
      edition: this.#edition
    });
    this.#written = revision;
  }

  /** Saves a document that was read. Resolves once it is on the disk; rejects with `StorageError`. */
  keep = async (read: ReadFile, path: string): Promise<'kept' | 'known'> => {
    const known = this.kept.document(read.id);
    // A document that was refused may be read by a newer version of this site, or with more time.
    if (known && known.status !== 'refused') return 'known';
    // The same file may stand in two folders of one batch.
    return (await this.#keeping.run(read.id, () => this.#keep(read, path))) ? 'kept' : 'known';
  };

  async #keep({ id, size, result, original }: ReadFile, path: string): Promise<void> {
    // Without the engine it is placed at the next start.
    await this.prepare().catch(() => undefined);
    const document = importedDocument({ id, file: path, size, importedAt: now() }, result);
    const decisions = this.#placing.firstDecisions(document, now());
    await this.kept.add({ document, result: { ...result, id }, original }, decisions);
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

  /** To another unit and year, at once. */
  move = (report: ImportedReport, unit: string, year: number): Promise<boolean> =>
    this.#answer({
      decisions: [...withoutRivals(this.survey.reports, [report]), ...moved(report, unit, year, now())]
    });

  /** `winners`: for each question the key of the report to keep, or `PUBLISHED`; null keeps none. */
  choose = (
    winners: readonly { readonly question: RivalQuestion; readonly winner: string | null }[]
  ): Promise<boolean> =>
    this.#answer({ decisions: winners.flatMap(({ question, winner }) => chooseRival(question, winner, now())) });

  /** Takes back what `choose` settled about this report's unit and year. */
  askAgain = (report: ImportedReport): Promise<boolean> =>
    this.#answer({ decisions: askedAgain(this.survey.reports, report, now()) });

  correct = (correction: Omit<Correction, 'at'>): Promise<boolean> =>
    this.#answer({ corrections: [{ ...correction, at: now() }] });

  takeBack = (correction: Pick<Correction, 'document' | 'index' | 'cell'>): Promise<boolean> =>
    this.#answer({ removedCorrections: [correction] });

  remove = (documents: readonly string[]): Promise<boolean> => {
    const { reports } = this.survey;
    const going = reports.filter(({ document }) => documents.includes(document.id));
    return this.#answer({ removed: documents, decisions: withoutRivals(reports, going) });
  };

  /** The register that a person dropped in; empty to do without. Rejects with `StorageError`. */
  setRegister = async (register: readonly Unit[]): Promise<void> => {
    await this.kept.commit({ register });
    const surroundings = this.#placing.surroundings;
    const decisions = surroundings ? placedByNow(this.survey.reports, surroundings.resolve, now()) : [];
    if (decisions.length > 0) await this.kept.commit({ decisions });
    this.changed();
  };

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
