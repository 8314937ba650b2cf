import type { Merge } from '../boundary-grid.ts';
import type { Colour } from '../colour.ts';
import { LIMITS, overLimit } from '../limits.ts';
import type { CellDefinition, RowDefinition } from '../word-flow.ts';

/** In hundredths of a per cent: the pattern's colour covers all. */
const SOLID = 10_000;

/** A row's definition as the control words from `\trowd` on build it up. It holds until the next `\trowd`. */
export class RowWords {
  #left = 0;
  #cells: CellDefinition[] = [];
  #horizontal: Merge = 'none';
  #vertical: Merge = 'none';
  /** Numbers of the colour table: what is behind the pattern, and the pattern itself; 0 says nothing. */
  #ground = 0;
  #pattern = 0;
  #shading = 0;

  constructor(private readonly colourOf: (number: number) => Colour | undefined) {}

  /** Takes a control word; false when it is none of a row's definition. */
  take(word: string, parameter: number | null): boolean {
    switch (word) {
      case 'trowd':
        this.#left = 0;
        this.#cells = [];
        this.#clear();
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
      case 'clcbpat':
        this.#ground = parameter ?? 0;
        return true;
      case 'clcfpat':
        this.#pattern = parameter ?? 0;
        return true;
      case 'clshdng':
        this.#shading = parameter ?? 0;
        return true;
      case 'cellx':
        if (this.#cells.length === LIMITS.columns) throw overLimit('columns');
        this.#cells.push({
          right: parameter ?? 0,
          horizontal: this.#horizontal,
          vertical: this.#vertical,
          paper: this.colourOf(this.#shading === SOLID ? this.#pattern : this.#ground)
        });
        this.#clear();
        return true;
      default:
        return false;
    }
  }

  get definition(): RowDefinition {
    return { left: this.#left, cells: this.#cells };
  }

  #clear(): void {
    this.#horizontal = 'none';
    this.#vertical = 'none';
    this.#ground = 0;
    this.#pattern = 0;
    this.#shading = 0;
  }
}
