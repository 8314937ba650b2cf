import type { Browser, CDPSession, Page } from '@playwright/test';
import { z } from 'zod';

/** What a person begins to notice, in milliseconds. */
const LONG = 50;

/** Of Chromium's trace; times in microseconds. `tdur`: of the processor, where others use the machine meanwhile too. */
const event = z.object({
  name: z.string(),
  pid: z.number(),
  tid: z.number(),
  dur: z.number().default(0),
  tdur: z.number().default(0),
  args: z.object({ name: z.string().optional() }).default({})
});
type TraceEvent = z.infer<typeof event>;

/** What the tasks of a page's main thread take, phase by phase, with the thread made `slower` times slower. */
export async function watchTasks(browser: Browser, page: Page, slower: number): Promise<TaskWatch> {
  const own = await page.context().newCDPSession(page);
  await own.send('Emulation.setCPUThrottlingRate', { rate: slower });
  return new TaskWatch(await browser.newBrowserCDPSession());
}

export class TaskWatch {
  readonly #session: CDPSession;
  #name: string | null = null;
  #events: TraceEvent[] = [];
  #lines: string[] = [];

  constructor(session: CDPSession) {
    this.#session = session;
    session.on('Tracing.dataCollected', ({ value }) => {
      for (const each of value) {
        const read = event.safeParse(each);
        if (read.success) this.#events.push(read.data);
      }
    });
  }

  /** Ends the phase before. */
  async phase(name: string): Promise<void> {
    await this.#end();
    this.#name = name;
    await this.#session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { recordMode: 'recordContinuously', includedCategories: ['toplevel', '__metadata'] }
    });
  }

  /** Ends the last phase; a line for each. */
  async lines(): Promise<readonly string[]> {
    await this.#end();
    return this.#lines;
  }

  async #end(): Promise<void> {
    if (this.#name === null) return;
    const complete = new Promise((resolve) => this.#session.once('Tracing.tracingComplete', resolve));
    await this.#session.send('Tracing.end');
    await complete;
    const tasks = mainTasks(this.#events.splice(0));
    const [wall, processor] = [tasks.map(({ dur }) => dur / 1000), tasks.map(({ tdur }) => tdur / 1000)];
    this.#lines.push(`${this.#name}: ${over(wall)}; by the processor's time ${over(processor)}`);
    this.#name = null;
  }
}

function mainTasks(events: readonly TraceEvent[]): TraceEvent[] {
  const thread = ({ pid, tid }: TraceEvent): string => `${pid} ${tid}`;
  const main = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread)
  );
  return events.filter((each) => each.name.endsWith('RunTask') && main.has(thread(each)));
}

function over(milliseconds: readonly number[]): string {
  const long = milliseconds.filter((each) => each > LONG).length;
  return `${long} tasks over ${LONG} ms, the longest ${Math.max(0, ...milliseconds).toFixed(0)} ms`;
}
