import { askOverview } from '$lib/queries/overview.ts';
import { overviewFields } from '$lib/selection/overview.ts';
import type { PageLoad } from './$types';
import { pageData } from './page-data.ts';

export const load: PageLoad = async ({ url, parent }) => {
  const { site } = await parent();
  return { view: await pageData(site, url, overviewFields, ({ ask }, selection) => askOverview(ask, selection)) };
};
