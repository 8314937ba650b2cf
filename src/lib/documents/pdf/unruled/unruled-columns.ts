import type { Atom } from './atoms.ts';
import type { Extent } from './columns.ts';

/** What the next page needs to know of a table without lines, to go on with it. */
export interface UnruledColumns {
  readonly leaves: readonly (Extent & { readonly text: string })[];
  readonly xs: readonly number[];
  /** The last line of the last row's label, when a page break may have cut it. */
  readonly lastLine: Atom | null;
  readonly labels: readonly Atom[];
  /** Whether the last row has figures on this page. */
  readonly endsWithFigures: boolean;
}
