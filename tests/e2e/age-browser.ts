import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/**
 * What browsers got after Chrome 95, as a path from the global object. Government desktops have browsers of that age;
 * the engine needs no newer one. Source of the versions: the compatibility data of MDN.
 */
const LATER: readonly string[] = [
  'structuredClone',
  'navigation',
  'Iterator',
  'Array.fromAsync',
  'Array.prototype.findLast',
  'Array.prototype.findLastIndex',
  'Array.prototype.toReversed',
  'Array.prototype.toSorted',
  'Array.prototype.toSpliced',
  'Array.prototype.with',
  'Uint8Array.fromBase64',
  'Uint8Array.fromHex',
  'Uint8Array.prototype.toBase64',
  'Uint8Array.prototype.toHex',
  'Uint8Array.prototype.__proto__.findLast',
  'Uint8Array.prototype.__proto__.findLastIndex',
  'Uint8Array.prototype.__proto__.toReversed',
  'Uint8Array.prototype.__proto__.toSorted',
  'Uint8Array.prototype.__proto__.with',
  'ArrayBuffer.prototype.resize',
  'ArrayBuffer.prototype.transfer',
  'ArrayBuffer.prototype.transferToFixedLength',
  'Object.groupBy',
  'Map.groupBy',
  'Map.prototype.getOrInsert',
  'Map.prototype.getOrInsertComputed',
  'WeakMap.prototype.getOrInsert',
  'WeakMap.prototype.getOrInsertComputed',
  'Set.prototype.union',
  'Set.prototype.intersection',
  'Set.prototype.difference',
  'Set.prototype.symmetricDifference',
  'Set.prototype.isSubsetOf',
  'Set.prototype.isSupersetOf',
  'Set.prototype.isDisjointFrom',
  'Promise.withResolvers',
  'Promise.try',
  'String.prototype.isWellFormed',
  'String.prototype.toWellFormed',
  'RegExp.escape',
  'Error.isError',
  'Math.sumPrecise',
  'Math.f16round',
  'Intl.supportedValuesOf',
  'Intl.DurationFormat',
  'Intl.NumberFormat.prototype.formatRange',
  'URL.canParse',
  'URL.parse',
  'AbortSignal.any',
  'AbortSignal.timeout',
  'AbortSignal.prototype.throwIfAborted',
  'Blob.prototype.bytes',
  'Response.json',
  'Response.prototype.bytes',
  'ReadableStream.from',
  'ReadableStream.prototype.values',
  'Document.prototype.startViewTransition',
  'Element.prototype.checkVisibility',
  'Element.prototype.setHTMLUnsafe',
  'HTMLElement.prototype.showPopover',
  'HTMLElement.prototype.inert',
  'HTMLInputElement.prototype.showPicker'
];

/** Takes them away, once, before anything of the site runs; what the site brings itself afterwards stays. */
const AGE = `if (!globalThis.__aged) {
  globalThis.__aged = true;
  for (const path of ${JSON.stringify(LATER)}) {
    const names = path.split('.');
    const last = names.pop();
    const holder = names.reduce((object, name) => object?.[name], globalThis);
    if (holder) delete holder[last];
  }
  const iterator = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]()));
  for (const name of Object.getOwnPropertyNames(iterator)) delete iterator[name];
  if (globalThis.ReadableStream) delete ReadableStream.prototype[Symbol.asyncIterator];
  for (const name of ['dispose', 'asyncDispose']) Reflect.deleteProperty(Symbol, name);
};
`;

/** The page and all its workers lack what Chrome 95 lacked. Syntax and styles are another test's. */
export async function ageBrowser(page: Page): Promise<void> {
  await page.addInitScript(AGE);
  // Imported modules run before the one that imports them, so that each begins with it.
  await page.context().route('**/_app/immutable/**/*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: AGE + (await response.text()) });
  });
  await page.context().route('**/*.worker.js.gz', async (route) => {
    const response = await route.fetch();
    const bytes = await response.body();
    const script = bytes[0] === 0x1f ? gunzipSync(bytes) : bytes;
    await route.fulfill({ status: 200, body: AGE + script.toString('utf8') });
  });
}
