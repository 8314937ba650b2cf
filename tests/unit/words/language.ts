import { overwriteGetLocale } from '../../../src/lib/paraglide/runtime.js';

export function inEnglish(): void {
  overwriteGetLocale(() => 'en');
}

/** Back to Chinese, the default. */
export function resetLanguage(): void {
  overwriteGetLocale(() => 'zh-CN');
}
