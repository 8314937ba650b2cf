import type { Site } from '$lib/dataset/site.ts';
import { readSelection, type Field, type Selected, type Problem } from '$lib/selection/selection.ts';

export interface PageData<F, Answer> {
  readonly selection: Selected<F>;
  readonly problems: readonly Problem[];
  readonly answer: Answer | Promise<Answer>;
}

/**
 * What a page's `load` gives: the selection read from the URL and the answer to it. On the first page an answer that
 * needs the engine is handed on as a promise, so that the frame and its controls stand at once; later the old page
 * stays until the new answer is there. null while prerendering, where there is neither a query nor data, and while the
 * site holds no report.
 */
export async function pageData<F extends Readonly<Record<string, Field<unknown>>>, Answer>(
  site: Site | null,
  url: URL,
  fields: F,
  askPage: (site: Site, selection: Selected<F>) => Answer | Promise<Answer>
): Promise<PageData<F, Answer> | null> {
  if (!site || site.empty) return null;
  const { selection, problems } = readSelection(fields, url.searchParams, site.catalogue);
  const answer = askPage(site, selection);
  if (!(answer instanceof Promise)) return { selection, problems, answer };
  // Handed on as it is, a failed answer is shown by the page; this keeps it from being an unhandled rejection before.
  const settled = answer.then(
    () => true,
    () => false
  );
  if (site.painted && (await settled)) return { selection, problems, answer: await answer };
  return { selection, problems, answer };
}
