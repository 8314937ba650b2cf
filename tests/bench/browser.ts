/** Chromium with the sources as they are, for timings in the browser: no build of the site, the same modules. */
import { readFile } from 'node:fs/promises';
import { chromium } from '@playwright/test';
import { createServer } from 'vite';
import { findChromium } from '../e2e/find-chromium.js';

/**
 * What `measure` of a module gives, run in an empty page. `module`: its path in the project, from `/`.
 * `files`: paths on disk by the address they are asked under, beside those in `static/`.
 */
export async function measureInPage(module: string, files: Readonly<Record<string, string>>): Promise<unknown> {
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    publicDir: 'static',
    cacheDir: 'dist/bench',
    // All at once: the page would be loaded anew when another one is found.
    optimizeDeps: { include: ['@duckdb/duckdb-wasm', 'zod'], entries: [] },
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null }
  });
  await server.listen();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update']
  });
  try {
    const page = await browser.newPage({ baseURL: server.resolvedUrls?.local[0] });
    await page.route('**/blank.html', (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }));
    for (const [address, path] of Object.entries(files)) {
      await page.route(`**/${address}`, async (route) => route.fulfill({ body: await readFile(path) }));
    }
    await page.goto('blank.html');
    // As text: the runner of the benches rewrites an `import` in a function.
    return await page.evaluate(`import(${JSON.stringify(module)}).then(({ measure }) => measure())`);
  } finally {
    await browser.close();
    await server.close();
  }
}
