import { askRank } from '$lib/queries/rank.ts';
import { rankFields } from '$lib/selection/rank.ts';
import { pageData } from '../page-data.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent }) => {
  const { site } = await parent();
  return { view: await pageData(site, url, rankFields, ({ ask }, selection) => askRank(ask, selection)) };
};
