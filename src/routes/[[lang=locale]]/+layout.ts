import { browser, version } from '$app/environment';
import { DatasetError, openSite, type Site } from '$lib/dataset/site.ts';
import { asset } from '$app/paths';
import type { LayoutLoad } from './$types';
import { REPORTS } from './reports-changed.ts';

export const prerender = true;
export const trailingSlash = 'always';

let opened: Promise<Site> | null = null;

/** While prerendering there is no data: pages come out as frames, with every title and control's place, no figure. */
export const load: LayoutLoad = async ({ depends }) => {
  depends(REPORTS);
  if (!browser) return { site: null, failure: null };
  try {
    opened ??= openSite((name) => new URL(asset(`/${name}`), location.href).href, version);
    return { site: await opened, failure: null };
  } catch (error) {
    opened = null;
    if (error instanceof DatasetError) return { site: null, failure: error };
    throw error;
  }
};
