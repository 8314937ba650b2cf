import { browser } from '$app/environment';
import { DatasetError, openSite } from '$lib/dataset/site.ts';
import { asset } from '$app/paths';
import type { LayoutLoad } from './$types';

export const prerender = true;
export const trailingSlash = 'always';

/** While prerendering there is no data: pages come out as frames, with every title and control's place, no figure. */
export const load: LayoutLoad = async () => {
  if (!browser) return { site: null, failure: null };
  try {
    return { site: await openSite((name) => new URL(asset(`/${name}`), location.href).href), failure: null };
  } catch (error) {
    if (error instanceof DatasetError) return { site: null, failure: error };
    throw error;
  }
};
