import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import { Refusal } from '../../report/issue.ts';
import { damaged } from '../limits.ts';
import { characterMapFactory } from './assets.ts';

export type Engine = typeof import('pdfjs-dist');

let engine: Promise<Engine> | undefined;

/**
 * pdf.js with its parsing half in the same thread: the caller already is a worker that can be killed, and a worker
 * inside a worker could not be. The legacy build brings what browsers of some years ago lack.
 */
export function loadEngine(): Promise<Engine> {
  engine ??= importEngine();
  return engine;
}

async function importEngine(): Promise<Engine> {
  // The parsing half takes any worker it is loaded in for its own and answers the messages meant for us,
  // unless it sees a window. It asks only while it is being loaded.
  const inWorker = typeof window === 'undefined' && typeof self !== 'undefined';
  if (inWorker) Object.defineProperty(globalThis, 'window', { value: globalThis, configurable: true });
  try {
    const parser = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    // Where pdf.js looks for a parsing half that is already loaded.
    Object.assign(globalThis, { pdfjsWorker: parser });
  } finally {
    if (inWorker) Reflect.deleteProperty(globalThis, 'window');
  }
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

export interface OpenDocument {
  readonly engine: Engine;
  readonly document: PDFDocumentProxy;
  /** Throws `document.character-map` when one was needed and could not be had: the texts are incomplete then. */
  assertComplete(): void;
  close(): Promise<void>;
}

/**
 * Opens a PDF. `pictures`: also decode pictures, which is slow and only tells what they cover.
 * Throws `Refusal`: `document.encrypted` when it wants a password, `document.damaged` when it is no PDF.
 */
export async function openPdf(bytes: Uint8Array, pictures: boolean): Promise<OpenDocument> {
  const pdfjs = await loadEngine();
  let failure: Error | undefined;
  const task: PDFDocumentLoadingTask = pdfjs.getDocument({
    // pdf.js takes the buffer away from its giver.
    data: bytes.slice(),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: pictures ? -1 : 0,
    // Which codes a font's own table maps to characters: see fonts.ts.
    fontExtraProperties: true,
    cMapUrl: 'cmaps/',
    BinaryDataFactory: characterMapFactory((error) => (failure = error)),
    CanvasFactory: NoDrawing,
    FilterFactory: NoDrawing
  });
  try {
    const document = await task.promise;
    return {
      engine: pdfjs,
      document,
      assertComplete() {
        if (failure) throw new Refusal({ code: 'document.character-map', values: { detail: failure.message } });
      },
      close: () => task.destroy()
    };
  } catch (error) {
    await task.destroy();
    if (error instanceof Error && error.name === 'PasswordException') throw new Refusal({ code: 'document.encrypted' });
    throw damaged('pdf');
  }
}

/** Nothing is drawn, so the parts of pdf.js that need a page's canvas or filters are left empty. */
class NoDrawing {
  destroy(): void {
    return undefined;
  }
}
