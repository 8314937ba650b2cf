import type { WatchUnheld } from '../lib/documents/pdf/assets.ts';

/** For Node, where such a promise would end the thread, and the document with it. */
export const watchUnheld: WatchUnheld = (tell) => {
  process.on('unhandledRejection', tell);
  return () => process.off('unhandledRejection', tell);
};
