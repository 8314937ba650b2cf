import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import { Refusal } from '../../report/issue.ts';
import { damaged } from '../limits.ts';
import { characterMapFactory, watchUnheld } from './assets.ts';

export type Engine = typeof import('pdfjs-dist');
type Parser = typeof import('pdfjs-dist/legacy/build/pdf.worker.mjs');

let halves: Promise<{ readonly engine: Engine; readonly parser: Parser }> | undefined;

/**
 * pdf.js with its parsing half in the same thread: the caller already is a worker that can be killed, and a worker
 * inside a worker could not be. The legacy build brings what browsers of some years ago lack.
 */
async function importHalves() {
  // The parsing half takes any worker it is loaded in for its own and answers the messages meant for us,
  // unless it sees a window. It asks only while it is being loaded.
  const inWorker = typeof window === 'undefined' && typeof self !== 'undefined';
  if (inWorker) Object.defineProperty(globalThis, 'window', { value: globalThis, configurable: true });
  try {
    const parser = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return { engine: await import('pdfjs-dist/legacy/build/pdf.mjs'), parser };
  } finally {
    if (inWorker) Reflect.deleteProperty(globalThis, 'window');
  }
}

/** The two halves talk through a channel of their own; without one pdf.js needs `structuredClone` (Chrome 98). */
async function connect() {
  halves ??= importHalves();
  const { engine, parser } = await halves;
  const { port1, port2 } = new MessageChannel();
  parser.WorkerMessageHandler.initializeFromPort(port2);
  port1.start();
  port2.start();
  // The port stands in for a worker, which has some members more.
  const port = Object.assign(port1, {
    onerror: null,
    onmessage: null,
    onmessageerror: null,
    terminate: () => undefined
  });
  // Without it the parsing half begins by telling its warnings to the console.
  const worker = engine.PDFWorker.create({ port, verbosity: engine.VerbosityLevel.ERRORS });
  const disconnect = () => {
    worker.destroy();
    port1.close();
    port2.close();
  };
  return { engine, worker, disconnect };
}

export interface OpenDocument {
  readonly engine: Engine;
  readonly document: PDFDocumentProxy;
  /**
   * Throws `document.character-map` when one was needed and could not be had, `document.damaged` when pdf.js has let
   * an error go: the texts may be incomplete then.
   */
  assertComplete(): void;
  close(): Promise<void>;
}

/** Pixels. So small a picture may be a figure in a cell, and costs nothing to decode. */
const SMALL_PICTURE = 20_000;

/**
 * Opens a PDF. `pictures`: also decode large pictures, which is slow and only tells what they cover.
 * Throws `Refusal`: `document.encrypted` when it wants a password, `document.damaged` when it is no PDF.
 */
export async function openPdf(bytes: Uint8Array, pictures: boolean): Promise<OpenDocument> {
  const { engine: pdfjs, worker, disconnect } = await connect();
  let failure: Error | undefined;
  let letGo: string | undefined;
  const stopWatching = watchUnheld((reason) => {
    if (!isBadEntry(reason)) letGo = reason instanceof Error ? reason.name : typeof reason;
  });
  const task: PDFDocumentLoadingTask = pdfjs.getDocument({
    // pdf.js takes the buffer away from its giver.
    data: bytes.slice(),
    worker,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: pictures ? -1 : SMALL_PICTURE,
    // Which codes a font's own table maps to characters: see fonts.ts.
    fontExtraProperties: true,
    cMapUrl: 'cmaps/',
    BinaryDataFactory: characterMapFactory((error) => (failure = error)),
    CanvasFactory: NoDrawing,
    FilterFactory: NoDrawing
  });
  const end = async () => {
    await task.destroy();
    disconnect();
    stopWatching();
  };
  try {
    const document = await task.promise;
    return {
      engine: pdfjs,
      document,
      assertComplete() {
        if (failure) throw new Refusal({ code: 'document.character-map', values: { detail: failure.message } });
        if (letGo !== undefined) throw damaged(letGo);
      },
      close: end
    };
  } catch (error) {
    await end();
    if (error instanceof Error && error.name === 'PasswordException') throw new Refusal({ code: 'document.encrypted' });
    throw damaged('pdf');
  }
}

/**
 * pdf.js fetches all pages ahead and asks for them one after the other. One whose entry in the file's list of objects is
 * wrong is rejected before anybody holds it; when it is asked for, pdf.js lists the objects anew or gives us the error.
 */
function isBadEntry(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'XRefEntryException';
}

/** Nothing is drawn, so the parts of pdf.js that need a page's canvas or filters are left empty. */
class NoDrawing {
  destroy(): void {
    return undefined;
  }
}
