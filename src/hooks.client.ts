import { baseLocale, isLocale, overwriteGetLocale } from '$lib/paraglide/runtime.js';

// The prerendered page says its own language; switching is a link to the other page.
overwriteGetLocale(() => {
  const { lang } = document.documentElement;
  return isLocale(lang) ? lang : baseLocale;
});
