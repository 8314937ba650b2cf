import { AsyncLocalStorage } from 'node:async_hooks';
import type { Handle } from '@sveltejs/kit';
import { baseLocale, overwriteGetLocale, type Locale } from '$lib/paraglide/runtime.js';

// Pages are prerendered side by side: each request keeps its own language.
const locales = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => locales.getStore() ?? baseLocale);

export const handle: Handle = ({ event, resolve }) => {
  const locale: Locale = event.params.lang === 'en' ? 'en' : baseLocale;
  return locales.run(locale, () =>
    resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) })
  );
};
