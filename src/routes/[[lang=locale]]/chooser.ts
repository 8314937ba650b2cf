import { goto } from '$app/navigation';
import type { Catalogue } from '$lib/selection/catalogue.ts';
import { printSelection, type Field, type Selected } from '$lib/selection/selection.ts';

interface Current<F> {
  readonly catalogue: Catalogue | undefined;
  readonly selection: Selected<F> | undefined;
}

/**
 * The addresses of a page's other selections. `query` is the link to a changed selection, empty in a prerendered
 * frame; `choose` goes there and leaves scroll and focus where they are.
 */
export function chooser<F extends Readonly<Record<string, Field<unknown>>>>(fields: F, current: () => Current<F>) {
  const query = (change: Partial<Selected<F>>): string => {
    const { catalogue, selection } = current();
    if (!catalogue || !selection) return '';
    return printSelection(fields, { ...selection, ...change }, catalogue);
  };
  const choose = (change: Partial<Selected<F>>, replaceState = false): Promise<void> =>
    goto(query(change), { noScroll: true, keepFocus: true, replaceState });
  return { query, choose };
}
