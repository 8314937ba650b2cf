import { askCompare } from '$lib/queries/compare.ts';
import { compareFields } from '$lib/selection/compare.ts';
import { pageData } from '../page-data.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent }) => {
  const { site } = await parent();
  return { view: await pageData(site, url, compareFields, ({ ask }, selection) => askCompare(ask, selection)) };
};
