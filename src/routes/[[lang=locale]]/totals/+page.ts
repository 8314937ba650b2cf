import { askTotals } from '$lib/queries/totals.ts';
import { totalsFields } from '$lib/selection/totals.ts';
import { pageData } from '../page-data.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent }) => {
  const { site } = await parent();
  return { view: await pageData(site, url, totalsFields, ({ ask }, selection) => askTotals(ask, selection)) };
};
