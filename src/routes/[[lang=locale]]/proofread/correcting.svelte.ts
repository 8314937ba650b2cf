import type { CellId } from '$lib/form/form.ts';
import type { ImportDesk } from '$lib/imports/desk.svelte.ts';
import { CorrectionHistory, type Word } from '$lib/proofread/correction-history.svelte.ts';
import { byCell, correctionNow, correctionsOf, type ReportAddress } from '$lib/proofread/own-corrections.ts';

/** The pages' figures are asked anew once a person pauses: each time all imports are judged. */
const PAUSE = 1_500;

/** What a person says about the cells of one report: saved at once, each step to be taken back. */
export class Correcting {
  readonly #desk: ImportDesk;
  readonly #report: ReportAddress;
  readonly history: CorrectionHistory;
  readonly corrections = $derived.by(() => correctionsOf(this.#desk.kept.current.corrections, this.#report));
  readonly byCell = $derived(byCell(this.corrections));
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param isDraft of a report that is not in the tables yet: nothing has to be asked anew */
  constructor(desk: ImportDesk, report: ReportAddress, isDraft: boolean) {
    this.#desk = desk;
    this.#report = report;
    this.history = new CorrectionHistory({
      current: (cell) => this.byCell.get(cell) ?? null,
      write: async (cell, word) => {
        const saved = await this.#write(cell, word);
        if (saved && !isDraft) this.#tellSoon();
        return saved;
      }
    });
  }

  #write(cell: CellId, word: Word | null): Promise<boolean> {
    const { document, index } = this.#report;
    if (word === null) return this.#desk.kept.save({ removedCorrections: [{ document, index, cell }] });
    return this.#desk.kept.save({ corrections: [correctionNow(this.#report, cell, word)] });
  }

  #tellSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.tell(), PAUSE);
  }

  /** Tells the pages now, when something is still to be told. */
  tell = (): void => {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#desk.changed();
  };
}
