import { readAddress } from '$lib/selection/proofread.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ url, parent }) => {
  const { site } = await parent();
  // Without a site there is no browser either, and a prerendered address has no query.
  return { address: site && readAddress(url.searchParams) };
};
