import { resolve } from '$app/paths';
import { m } from '$lib/paraglide/messages.js';
import { getLocale, type Locale } from '$lib/paraglide/runtime.js';

/** The site's pages in the header's order: one page per question. */
export const PAGES = [
  { id: 'overview', name: m.nav_overview },
  { id: 'compare', name: m.nav_compare },
  { id: 'rank', name: m.nav_rank },
  { id: 'checks', name: m.nav_checks },
  { id: 'unit', name: m.nav_unit },
  { id: 'totals', name: m.nav_totals },
  { id: 'import', name: m.nav_import }
] as const;

/** Pages that another one leads to; in the header that one stands for them. */
const SUBPAGES = { letter: 'checks', rules: 'checks', proofread: 'import' } as const;
export type PageId = (typeof PAGES)[number]['id'] | keyof typeof SUBPAGES;

/** The page of a route, and the page of the header that stands for it. */
export function pageOf(route: string | null): { readonly id: PageId; readonly main: PageId } | null {
  const name = route?.replace(/^\/\[\[lang=locale\]\]\/?/, '') || 'overview';
  const page = PAGES.find(({ id }) => id === name);
  if (page) return { id: page.id, main: page.id };
  if (isSubpage(name)) return { id: name, main: SUBPAGES[name] };
  return null;
}

function isSubpage(name: string): name is keyof typeof SUBPAGES {
  return Object.hasOwn(SUBPAGES, name);
}

/** A link to a page in the language of the page it stands on, or in another one. Append a query that starts with `?`. */
export function pageHref(id: PageId, locale: Locale = getLocale()): string {
  const lang = locale === 'en' ? 'en' : undefined;
  const path = id === 'overview' ? resolve('/[[lang=locale]]', { lang }) : resolve(`/[[lang=locale]]/${id}`, { lang });
  // A page is a folder with an index.html: with the slash any static server finds it.
  return path.endsWith('/') ? path : `${path}/`;
}

/** A link to a page with some of its choices made; null leaves a choice at its default. */
export function pageLink(id: PageId, choices: Readonly<Record<string, string | number | null>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(choices)) if (value !== null) search.set(name, String(value));
  const query = search.toString();
  return query === '' ? pageHref(id) : `${pageHref(id)}?${query}`;
}

/** The page on which a report of an imported document is compared with the original, or entered from it. */
export function proofreadLink({ document, index }: { readonly document: string; readonly index: number }): string {
  return pageLink('proofread', { document, report: index });
}
