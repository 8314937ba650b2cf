import { askLetter } from '$lib/queries/letter.ts';
import { letterFields } from '$lib/selection/letter.ts';
import { pageData } from '../page-data.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent }) => {
  const { site } = await parent();
  return { view: await pageData(site, url, letterFields, ({ ask }, selection) => askLetter(ask, selection)) };
};
