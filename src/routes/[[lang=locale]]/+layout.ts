import { browser, version } from '$app/environment';
import { DatasetError, openSite, type Opening } from '$lib/dataset/site.ts';
import { asset } from '$app/paths';
import type { LayoutLoad } from './$types';
import { REPORTS } from './reports-changed.ts';

export const prerender = true;
export const trailingSlash = 'always';

let opening: Promise<Opening> | null = null;
let frameStands = false;

/**
 * While prerendering there is no data: pages come out as frames, with every title and control's place, no figure. So
 * they stand, too, while what a person imported is being brought: `bringing` settles when they can be asked for again.
 */
export const load: LayoutLoad = async ({ depends }) => {
  depends(REPORTS);
  const nothing = { site: null, failure: null, bringing: null };
  if (!browser) return nothing;
  try {
    opening ??= openSite((name) => new URL(asset(`/${name}`), location.href).href, version);
    const { site, bringing } = await opening;
    if (site) return { ...nothing, site };
    if (frameStands) return { ...nothing, site: await bringing };
    frameStands = true;
    return { ...nothing, bringing };
  } catch (error) {
    opening = null;
    if (error instanceof DatasetError) return { ...nothing, failure: error };
    throw error;
  }
};
