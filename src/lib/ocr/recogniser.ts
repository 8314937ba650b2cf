/** The recogniser of digits: tesseract.js with the site's own files, in a worker of its own. */
import { graymap } from './picture.ts';
import type { ReadingMode, Recogniser } from './read-line.ts';

export interface RecogniserOptions {
  /** Absolute address of the folder with its files, with a slash at the end. */
  readonly folder: string;
  /** How much of its start is done: 0 to 1. */
  readonly onprogress: (part: number) => void;
  readonly signal: AbortSignal;
}

const LANGUAGE = 'eng';
/** What figures on the forms are written with. */
const CHARACTERS = '0123456789.,-+%';

/** The steps of its start that take long, and how much of the way is behind at the end of each. */
const STEPS: Readonly<Record<string, number>> = {
  'loading tesseract core': 0.4,
  'loading language traineddata': 0.9,
  'initializing api': 1
};

/** Rejects when a file cannot be had or the signal stops it. */
export async function openRecogniser({ folder, onprogress, signal }: RecogniserOptions): Promise<Recogniser> {
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  // Its own promise stays open when its data cannot be had.
  let fail: (error: Error) => void = () => undefined;
  const failing = new Promise<never>((_, reject) => (fail = reject));
  const starting = createWorker(LANGUAGE, OEM.LSTM_ONLY, {
    // Every address is given: its own would lie outside the site.
    workerPath: `${folder}worker.min.js`,
    corePath: `${folder}tesseract-core-simd-lstm.js`,
    langPath: folder,
    workerBlobURL: false,
    cacheMethod: 'none',
    logger: ({ status, progress }) => {
      if (progress === 1) onprogress(STEPS[status] ?? 0);
    },
    errorHandler: (error: unknown) => fail(errorOf(error))
  });
  const end = (): void => void starting.then((worker) => worker.terminate()).catch(() => undefined);
  signal.addEventListener('abort', end);
  const worker = await unlessStopped(Promise.race([starting, failing]), signal);
  await worker.setParameters({ tessedit_char_whitelist: CHARACTERS });
  const modes = { line: PSM.SINGLE_LINE, word: PSM.SINGLE_WORD };
  let now: ReadingMode | null = null;
  return {
    async read(picture, mode) {
      if (mode !== now) await unlessStopped(worker.setParameters({ tessedit_pageseg_mode: modes[mode] }), signal);
      now = mode;
      const file = new Blob([graymap(picture)]);
      const { data: page } = await unlessStopped(worker.recognize(file), signal);
      return { text: page.text.replace(/\s+/g, ''), confidence: page.confidence };
    },
    async close() {
      signal.removeEventListener('abort', end);
      await worker.terminate();
    }
  };
}

/** A worker that was ended answers no more. */
function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new Error('stopped'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work
      .then(resolve, (error: unknown) => reject(errorOf(error)))
      .finally(() => signal.removeEventListener('abort', stop));
  });
}

function errorOf(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
