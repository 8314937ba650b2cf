import { SvelteSet } from 'svelte/reactivity';
import type { CellId, Layout } from '../form/form.ts';
import { theOnes, type Proposal } from './proposal.ts';

export interface ProposalsOptions {
  /** The layout that the person enters now. */
  readonly layout: () => Layout;
  /** Whether the person has said something about a cell. */
  readonly settled: (cell: CellId) => boolean;
}

/** Proposals of a recogniser that wait for a person. They are no values: nothing here reaches the report by itself. */
export class Proposals {
  readonly #options: ProposalsOptions;
  #proposed = $state.raw<{ readonly layout: Layout; readonly all: ReadonlyMap<CellId, Proposal> } | null>(null);
  readonly #rejected = new SvelteSet<CellId>();

  /** Those of the layout in use: for another one they were never asked for. */
  readonly #all = $derived.by(() => (this.#proposed?.layout === this.#options.layout() ? [...this.#proposed.all] : []));
  /** Those that are neither rejected nor settled. */
  readonly open = $derived.by(() =>
    theOnes(this.#all, (cell) => !this.#rejected.has(cell) && !this.#options.settled(cell))
  );
  readonly count = $derived.by(() => {
    const settled = this.#all.filter(([cell]) => this.#options.settled(cell)).length;
    const [all, open] = [this.#all.length, this.open.size];
    return { all, open, settled, rejected: all - open - settled };
  });

  constructor(options: ProposalsOptions) {
    this.#options = options;
  }

  /** In place of earlier ones. */
  set(all: ReadonlyMap<CellId, Proposal>, layout: Layout): void {
    this.#proposed = { layout, all };
    this.#rejected.clear();
  }

  reject(cell: CellId): void {
    this.#rejected.add(cell);
  }
}
