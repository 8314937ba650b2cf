import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import sirv from 'sirv';
import { findChromium } from '../../e2e/find-chromium.js';
import { PUBLISHED } from '../city-files.ts';

export interface Site {
  readonly address: string;
  readonly browser: Browser;
  /** Path of the built reader of documents, below the address. */
  readonly reader: string;
  close(): Promise<void>;
}

/** The built site (`npm run build`, `npm run build:cli`) in a browser, with one unit's reports published. */
export async function openSite(): Promise<Site> {
  const data = await mkdtemp(path.join(tmpdir(), 'nianbao-bench-'));
  const units = ['--units', 'data/units.csv', '--out', path.join(data, 'data')];
  execFileSync(process.execPath, ['dist/nianbao.js', 'build', PUBLISHED, ...units], { stdio: 'ignore' });
  const published = sirv(data, { dev: true });
  const site = sirv('build', { etag: true });
  const server = createServer((request, response) => {
    const notFound = () => {
      response.statusCode = 404;
      response.end();
    };
    if (request.url?.startsWith('/data/')) published(request, response, notFound);
    else site(request, response, notFound);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  if (listening === null || typeof listening === 'string') throw new Error('the server has no port');
  const executablePath = findChromium();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
  });
  const workers = path.join('build', '_app', 'immutable', 'workers');
  const reader = (await readdir(workers)).find((name) => /^read-worker.*\.js$/.test(name));
  if (reader === undefined) throw new Error(`no read-worker in ${workers}`);
  return {
    address: `http://127.0.0.1:${listening.port}/`,
    browser,
    reader: `_app/immutable/workers/${reader}`,
    async close() {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
      await rm(data, { recursive: true, force: true });
    }
  };
}
