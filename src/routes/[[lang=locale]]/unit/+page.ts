import { askUnit } from '$lib/queries/unit.ts';
import { unitFields } from '$lib/selection/unit.ts';
import { pageData } from '../page-data.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent }) => {
  const { site } = await parent();
  return { view: await pageData(site, url, unitFields, ({ ask }, selection) => askUnit(ask, selection)) };
};
