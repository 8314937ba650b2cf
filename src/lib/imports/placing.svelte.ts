import type { Unit } from '../report/unit.ts';
import type { KeptRecords } from './kept-records.svelte.ts';
import { surroundingsOf, type PublishedSide } from './published-side.ts';
import { namesInUse, registerWith, rememberingRegister } from './register-of-imports.ts';
import { byReport, reportKey, type Decision, type ImportedDocument } from './stored.ts';
import { firstDecisions, surveyImports, type Surroundings, type Survey } from './survey.ts';

const NOTHING: Survey = { reports: [], standing: [], units: [], years: [], rivals: [] };

/** Which unit and year each import stands at, following what is kept and what is published. */
export class Placing {
  /** null: not read yet. */
  published = $state.raw<PublishedSide | null>(null);
  readonly #kept: KeptRecords;
  readonly #registerOfNames = rememberingRegister();
  readonly #decisions = $derived.by(() => byReport(this.#kept.current.decisions));
  readonly register = $derived.by((): readonly Unit[] =>
    this.published ? this.#registerWith(this.published, this.#kept.current.documents, this.#decisions) : []
  );
  readonly surroundings = $derived.by(() => this.published && surroundingsOf(this.register, this.published));
  readonly survey = $derived.by(() =>
    this.surroundings ? surveyImports(this.#kept.current.documents, this.#decisions, this.surroundings) : NOTHING
  );

  constructor(kept: KeptRecords) {
    this.#kept = kept;
  }

  /** Units that the published dataset lacks. */
  get unitsToWrite(): readonly Unit[] {
    return this.published?.register ? this.#kept.current.units : this.register;
  }

  /** What is certain about a document that comes in. */
  firstDecisions(document: ImportedDocument, at: string): Decision[] {
    const surroundings = this.#surroundingsWith(document);
    return surroundings ? firstDecisions(document, surroundings.resolve, at) : [];
  }

  /** What is certain about documents that came in when nothing was known yet. */
  undecided(at: string): Decision[] {
    return this.#kept.current.documents.flatMap((document) =>
      this.firstDecisions(document, at).filter((decision) => !this.#decisions.has(reportKey(decision)))
    );
  }

  /** Where names make the register, those of the document itself belong to it. */
  #surroundingsWith(document: ImportedDocument): Surroundings | null {
    if (!this.published || this.#given(this.published)) return this.surroundings;
    const { documents, decisions } = this.#kept.saved;
    return surroundingsOf(
      this.#registerWith(this.published, [...documents, document], byReport(decisions)),
      this.published
    );
  }

  #registerWith(
    published: PublishedSide,
    documents: readonly ImportedDocument[],
    decisions: ReadonlyMap<string, Decision>
  ): readonly Unit[] {
    const { units } = this.#kept.current;
    const given = this.#given(published);
    return given ? registerWith(given, units) : this.#registerOfNames(namesInUse(documents, decisions), units);
  }

  /** The published register, or else the one that a person dropped in; null when there is neither. */
  #given({ register }: PublishedSide): readonly Unit[] | null {
    const own = this.#kept.current.register;
    return register ?? (own.length > 0 ? own : null);
  }
}
