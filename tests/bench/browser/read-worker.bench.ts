/**
 * Milliseconds per file and format, in Node and in the browser by the built site's own read worker, side by side on
 * one thread. Milliseconds depend on the machine; what one costs beside the other does not. Needs the built site and
 * command: `npm run build`, `npm run build:cli`.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Format } from '../../../src/lib/documents/block.ts';
import { readDocument } from '../../../src/lib/recognition/read-document.ts';
import { useCharacterMaps } from '../../unit/documents/build-pdf.ts';
import { byFormat, cityFiles, median, type CityFile } from '../city-files.ts';
import { printLine, printLoad } from '../print-line.ts';
import { openSite, type Site } from './open-site.ts';

const FILES = 100;
const ROUNDS = 5;

let site: Site;
beforeAll(async () => {
  site = await openSite();
});
afterAll(() => site.close());

/** Each file's best time, as what else the machine does can only make it worse, and of those the middle one. */
async function inNode(files: readonly CityFile[]): Promise<number> {
  const times = files.map(() => Infinity);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, { bytes, name }] of files.entries()) {
      const start = performance.now();
      const result = await readDocument(bytes, name);
      times[index] = Math.min(times[index] ?? Infinity, performance.now() - start);
      expect(result.status).not.toBe('refused');
    }
  }
  return median(times);
}

async function inBrowser(files: readonly CityFile[]): Promise<number> {
  const page = await site.browser.newPage();
  await page.goto(`${site.address}import/`);
  const times = await page.evaluate(
    async ({ reader, rounds, list }) => {
      const worker = new Worker(new URL(reader, location.origin), { type: 'module' });
      const next = () =>
        new Promise<{ kind: string; status?: string }>((resolve, reject) => {
          worker.onmessage = ({ data }) => resolve({ kind: data.kind, status: data.result?.status });
          worker.onerror = (event) => reject(new Error(event.message));
        });
      await next();
      worker.postMessage({ kind: 'setup', characterMaps: new URL('engine/cmaps/', `${location.origin}/`).href });
      const taken = list.map(() => Infinity);
      for (let round = 0; round < rounds; round += 1) {
        for (const [index, { name, base64 }] of list.entries()) {
          const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
          const start = performance.now();
          worker.postMessage({ kind: 'read', file: new Blob([bytes]), path: name });
          const reply = await next();
          taken[index] = Math.min(taken[index] ?? Infinity, performance.now() - start);
          if (reply.kind !== 'document' || reply.status === 'refused') throw new Error(`${name}: ${reply.status}`);
        }
      }
      worker.terminate();
      return taken;
    },
    {
      reader: site.reader,
      rounds: ROUNDS,
      list: files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }))
    }
  );
  await page.close();
  return median(times);
}

it('reads each format in Node and in the browser', async () => {
  useCharacterMaps();
  printLoad();
  const found = new Map<Format, { node: number; browser: number }>();
  for (const [format, files] of byFormat(cityFiles(FILES))) {
    found.set(format, { node: await inNode(files), browser: await inBrowser(files) });
  }
  const html = found.get('html') ?? { node: NaN, browser: NaN };
  printLine('| format | ms a file in Node | in the browser | browser ÷ Node | Node ÷ html in Node |');
  printLine('|---|--:|--:|--:|--:|');
  for (const [format, { node, browser }] of found) {
    const figures = [node.toFixed(1), browser.toFixed(1), (browser / node).toFixed(2), (node / html.node).toFixed(1)];
    printLine(`| ${format} | ${figures.join(' | ')} |`);
  }
  printLoad();
});
