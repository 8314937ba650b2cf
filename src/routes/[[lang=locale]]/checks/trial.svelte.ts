import type { CellId } from '$lib/form/form.ts';

export interface TriedFigure {
  readonly year: number;
  readonly cell: CellId;
  readonly to: number;
}

/** Figures that are tried in place of reported ones. They live in this page alone and are never stored. */
export class Trial {
  #steps = $state.raw<readonly (readonly TriedFigure[])[]>([]);
  readonly figures = $derived(this.#steps.at(-1) ?? []);

  /** A proposal as a whole, in place of whatever was tried before. */
  replace(figures: readonly TriedFigure[]): void {
    this.#steps = [...this.#steps, figures];
  }

  /** One figure more. A figure that equals the reported one takes the trial of its cell back. */
  add(figure: TriedFigure, reported: number | null): void {
    const others = this.figures.filter(({ year, cell }) => year !== figure.year || cell !== figure.cell);
    this.replace(figure.to === reported ? others : [...others, figure]);
  }

  undo(): void {
    this.#steps = this.#steps.slice(0, -1);
  }

  clear(): void {
    this.#steps = [];
  }

  /** Whether there is a step to go back. */
  get isChanged(): boolean {
    return this.#steps.length > 0;
  }

  /** Whether exactly these figures are tried now. */
  isTrying(figures: readonly TriedFigure[]): boolean {
    return (
      figures.length === this.figures.length &&
      figures.every((figure) => this.at(figure.year)[figure.cell] === figure.to)
    );
  }

  /** The figures tried in one year's report, by cell. */
  at(year: number): Readonly<Record<CellId, number | undefined>> {
    return Object.fromEntries(this.figures.filter((figure) => figure.year === year).map(({ cell, to }) => [cell, to]));
  }
}
