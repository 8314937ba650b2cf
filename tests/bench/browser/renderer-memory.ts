import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';

/** The largest figures seen, in bytes. */
export interface Peak {
  /** Of the page's own script; workers have heaps of their own. */
  heap: number;
  /** What all processes that draw pages and run workers hold together. */
  resident: number;
}

const EVERY_MILLISECONDS = 200;
const PAGE_BYTES = 4_096;

/** Looks at a page's memory five times a second. Where the system has no `/proc`, `resident` stays 0. */
export async function watchMemory(browser: Browser, page: Page): Promise<{ stop(): Promise<Peak> }> {
  const system = await browser.newBrowserCDPSession();
  const own = await page.context().newCDPSession(page);
  await own.send('Performance.enable');
  const peak: Peak = { heap: 0, resident: 0 };
  let over = false;
  const look = async (): Promise<void> => {
    const { processInfo } = await system.send('SystemInfo.getProcessInfo');
    const sizes = await Promise.all(
      processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentBytes(id))
    );
    const { metrics } = await own.send('Performance.getMetrics');
    peak.heap = Math.max(peak.heap, metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0);
    peak.resident = Math.max(
      peak.resident,
      sizes.reduce((sum, size) => sum + size, 0)
    );
  };
  const watching = (async () => {
    while (!over) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, EVERY_MILLISECONDS));
    }
  })();
  return {
    async stop() {
      over = true;
      await watching;
      return peak;
    }
  };
}

async function residentBytes(process: number): Promise<number> {
  try {
    const [, pages] = (await readFile(`/proc/${process}/statm`, 'utf8')).split(' ');
    return Number(pages) * PAGE_BYTES;
  } catch {
    // The process has ended since, or the system keeps no such file.
    return 0;
  }
}
