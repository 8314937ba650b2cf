import { SvelteMap } from 'svelte/reactivity';
import { cellsOfLayout, type CellId, type Layout } from '$lib/form/form.ts';
import type { ImportDesk } from '$lib/imports/desk.svelte.ts';
import type { ImportedDocument } from '$lib/imports/stored.ts';
import { m } from '$lib/paraglide/messages.js';
import { nextOf } from '$lib/report/doubts.ts';
import {
  blankReport,
  decisionNow,
  ENTERED_INDEX,
  enteredDocument,
  enteredValues,
  layoutOfDraft
} from '$lib/proofread/hand-entry.ts';
import { parseEntry } from '$lib/proofread/parse-entry.ts';
import { sumVerdicts } from '$lib/proofread/proposal.ts';
import { Proposals } from '$lib/proofread/proposals.svelte.ts';
import { sumsOf } from '$lib/proofread/sums.ts';
import { placeOfCell } from '$lib/words/cell-name.ts';
import { Correcting } from './correcting.svelte.ts';

/** A report while a person enters it: each word is kept as a draft at once. */
export class EntryDraft {
  readonly #desk: ImportDesk;
  readonly #source: ImportedDocument;
  readonly correcting: Correcting;
  readonly proposals: Proposals;
  #chosenLayout = $state<Layout | null>(null);
  yearWrong = $state(false);
  /** What just happened, in words. */
  said = $state('');
  /** Texts that are no number: they stay in their fields and are not kept. */
  readonly unclear = new SvelteMap<CellId, string>();

  readonly #decision = $derived.by(() =>
    this.#desk.kept.current.decisions.find((each) => each.document === this.#source.id && each.index === ENTERED_INDEX)
  );
  readonly unit = $derived(this.#decision?.unit ?? null);
  readonly year = $derived(this.#decision?.year ?? null);
  readonly layout = $derived.by(() => this.#chosenLayout ?? layoutOfDraft(this.year, this.correcting.byCell.keys()));
  readonly values = $derived.by(() => enteredValues(this.correcting.corrections, this.layout));
  readonly all = $derived(cellsOfLayout(this.layout).length);
  /** Filled in, or confirmed to be blank. */
  readonly done = $derived.by(
    () => cellsOfLayout(this.layout).filter(({ id }) => this.correcting.byCell.has(id)).length
  );
  readonly sums = $derived(sumsOf(this.layout, this.values));
  readonly verdicts = $derived.by(() => sumVerdicts(this.layout, this.values, this.proposals.open));

  constructor(desk: ImportDesk, source: ImportedDocument) {
    this.#desk = desk;
    this.#source = source;
    this.correcting = new Correcting(desk, { document: source.id, index: ENTERED_INDEX }, true);
    this.proposals = new Proposals({
      layout: () => this.layout,
      settled: (cell) => this.correcting.byCell.has(cell) || this.unclear.has(cell)
    });
  }

  /** Why the report cannot be finished yet; null when it can. */
  readonly blocker = $derived.by(() => {
    if (this.year === null || this.yearWrong) return m.entry_finish_year();
    const [first] = this.unclear;
    if (first) {
      return m.proofread_cell_value({
        place: placeOfCell(first[0]),
        value: m.proofread_not_number({ raw: first[1] })
      });
    }
    return this.done === 0 ? m.entry_finish_nothing() : null;
  });

  chooseLayout(layout: Layout): void {
    this.#chosenLayout = layout;
  }

  async decide(change: { readonly unit?: string | null; readonly year?: number | null }): Promise<void> {
    const next = { unit: this.unit, year: this.year, ...change };
    const decision = decisionNow(this.#source.id, next.unit, next.year);
    this.#tell(await this.#desk.kept.save({ decisions: [decision] }));
  }

  setYear(text: string): void {
    this.yearWrong = !/^(?:199\d|20\d\d)$/.test(text.trim());
    if (!this.yearWrong) void this.decide({ year: Number(text) });
  }

  /** What a person typed; nothing takes a figure away. False when it was not saved. */
  async keep(cell: CellId, text: string): Promise<boolean> {
    const value = parseEntry(text, cell);
    if (value === undefined) {
      this.unclear.set(cell, text);
      this.said = m.proofread_not_number({ raw: text });
      return true;
    }
    this.unclear.delete(cell);
    if (value === (this.values[cell] ?? null)) return true;
    const saved = await this.correcting.history.set(cell, value === null ? null : { value, confirmed: true });
    this.said = saved ? m.entry_saved() : m.proofread_not_saved({ place: placeOfCell(cell) });
    return saved;
  }

  /**
   * Takes the proposal for the one cell the person looks at as the person's own word; there is no taking all at once.
   */
  async confirm(cell: CellId): Promise<void> {
    const proposal = this.proposals.open.get(cell);
    if (!proposal) return;
    const saved = await this.correcting.history.set(cell, { value: proposal.value, confirmed: true });
    this.said = saved
      ? m.ocr_confirmed({ place: placeOfCell(cell) })
      : m.proofread_not_saved({ place: placeOfCell(cell) });
    if (saved && this.proposals.open.size === 0) this.said += m.ocr_none_left();
  }

  reject(cell: CellId): void {
    this.proposals.reject(cell);
    this.said = m.ocr_rejected({ place: placeOfCell(cell) });
  }

  /** The next cell with a proposal to confirm, in the form's order; null when none is left. */
  nextProposed(from: CellId | null, direction: 'next' | 'previous' = 'next'): CellId | null {
    const next = nextOf(this.proposals.open, this.layout, from, direction);
    if (next === null) this.said = m.ocr_none_left();
    return next;
  }

  /** The cell that changed; null when there was nothing to turn back. */
  async turnBack(which: 'undo' | 'redo'): Promise<CellId | null> {
    const { history } = this.correcting;
    const cell = which === 'undo' ? await history.undo() : await history.redo();
    const words = which === 'undo' ? m.proofread_undone : m.proofread_redone;
    if (cell !== null) this.said = words({ place: placeOfCell(cell) });
    return cell;
  }

  /** The report takes the document's place; what was typed are the corrections of its blank cells. */
  async finish(original: Blob): Promise<void> {
    if (this.blocker !== null) return;
    const name = this.#desk.register.find(({ code }) => code === this.unit)?.name ?? null;
    const entered = enteredDocument(this.#source, blankReport(this.layout, name, this.year));
    if (await this.#desk.kept.save({ documents: [{ ...entered, original }] })) this.#desk.changed();
    else this.#tell(false);
  }

  #tell(saved: boolean): void {
    this.said = saved ? m.entry_saved() : m.entry_not_saved();
  }
}
