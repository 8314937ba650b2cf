import { group } from 'd3-array';
import type { Change } from '../checks/repair/repair.ts';
import type { KeptRecords } from '../imports/kept-records.svelte.ts';
import type { ChosenFigure, Letterhead } from '../imports/stored.ts';
import { newChosen } from './letter-basis.ts';

/** What choices need of the storage of imports. */
type Kept = Pick<KeptRecords, 'current' | 'save'>;

const NO_LETTERHEAD: Letterhead = { sender: '', contact: '', deadline: null };

/** What a person chose for the letters, the same in every tab. It is shown once it is kept, never before. */
export class LetterChoices {
  #kept = $state.raw<Kept | null>(null);
  /** A letterhead that is being saved. */
  #coming: Letterhead | null = null;
  readonly #byUnit = $derived(group(this.#kept?.current.chosen ?? [], ({ unit }) => unit));

  /** Until then nothing is chosen, and nothing can be. */
  connect(kept: Kept): void {
    this.#kept = kept;
  }

  get letterhead(): Letterhead {
    return this.#kept?.current.letterhead ?? NO_LETTERHEAD;
  }

  /** False: it was not kept, see the marks' `problem`. The next part may be given before this one is on the disk. */
  async setLetterhead(part: Partial<Letterhead>): Promise<boolean> {
    const letterhead = { ...(this.#coming ?? this.letterhead), ...part };
    this.#coming = letterhead;
    const isKept = (await this.#kept?.save({ letterhead })) ?? false;
    if (this.#coming === letterhead) this.#coming = null;
    return isKept;
  }

  /** All years'; some may be about figures that no longer stand in the reports. */
  of = (unit: string): readonly ChosenFigure[] => this.#byUnit.get(unit) ?? [];

  /** In place of what was chosen for the unit in these years; none takes it back. */
  async choose(unit: string, years: readonly number[], changes: readonly Omit<Change, 'absence'>[]): Promise<boolean> {
    const chosen = newChosen(unit, changes);
    const removedChosen = this.of(unit).filter(({ year }) => years.includes(year));
    return (await this.#kept?.save({ removedChosen, chosen })) ?? false;
  }
}
