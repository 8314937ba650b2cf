import type { Merge } from '../boundary-grid.ts';
import { LIMITS, overLimit } from '../limits.ts';
import type { CellDefinition, RowDefinition } from '../word-flow.ts';

/** A row's definition as the control words from `\trowd` on build it up. It holds until the next `\trowd`. */
export class RowWords {
  #left = 0;
  #cells: CellDefinition[] = [];
  #horizontal: Merge = 'none';
  #vertical: Merge = 'none';

  /** Takes a control word; false when it is none of a row's definition. */
  take(word: string, parameter: number | null): boolean {
    switch (word) {
      case 'trowd':
        this.#left = 0;
        this.#cells = [];
        this.#clearMerges();
        return true;
      case 'trleft':
        this.#left = parameter ?? 0;
        return true;
      case 'clmgf':
        this.#horizontal = 'first';
        return true;
      case 'clmrg':
        this.#horizontal = 'continued';
        return true;
      case 'clvmgf':
        this.#vertical = 'first';
        return true;
      case 'clvmrg':
        this.#vertical = 'continued';
        return true;
      case 'cellx':
        if (this.#cells.length === LIMITS.columns) throw overLimit('columns');
        this.#cells.push({ right: parameter ?? 0, horizontal: this.#horizontal, vertical: this.#vertical });
        this.#clearMerges();
        return true;
      default:
        return false;
    }
  }

  get definition(): RowDefinition {
    return { left: this.#left, cells: this.#cells };
  }

  #clearMerges(): void {
    this.#horizontal = 'none';
    this.#vertical = 'none';
  }
}
