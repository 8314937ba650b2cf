import { askChecks } from '$lib/queries/checks.ts';
import { checksFields } from '$lib/selection/checks.ts';
import { pageData } from '../page-data.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent }) => {
  const { site } = await parent();
  return { view: await pageData(site, url, checksFields, ({ ask }, selection) => askChecks(ask, selection)) };
};
