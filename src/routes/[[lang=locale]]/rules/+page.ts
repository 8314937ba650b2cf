import { askRules } from '$lib/queries/rules.ts';
import { rulesFields } from '$lib/selection/rules.ts';
import { pageData } from '../page-data.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent }) => {
  const { site } = await parent();
  return {
    view: await pageData(site, url, rulesFields, ({ ask }, { year }) =>
      askRules(ask, year === null ? null : Number(year))
    )
  };
};
