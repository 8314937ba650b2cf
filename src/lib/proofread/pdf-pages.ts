/** A PDF's pages as pictures, drawn by pdf.js with its parsing half in a worker of its own. */
import jbig2 from 'pdfjs-dist/wasm/jbig2.wasm?url';
import openjpeg from 'pdfjs-dist/wasm/openjpeg.wasm?url';
import colours from 'pdfjs-dist/wasm/qcms_bg.wasm?url';
import type { PDFPageProxy, TextContent } from 'pdfjs-dist/types/src/display/api';
import type { PlacedText } from './page-band.ts';

export interface PdfPages {
  readonly count: number;
  /** Draws a page, counted from 1, `width` CSS pixels wide. `signal` stops it. */
  draw(canvas: HTMLCanvasElement, page: number, width: number, signal: AbortSignal): Promise<void>;
  /** A page, counted from 1, with its longer side of `side` pixels; null when `signal` stopped it. */
  picture(page: number, side: number, signal: AbortSignal): Promise<HTMLCanvasElement | null>;
  /** The texts of a page and its height in points; no text on a scan. */
  texts(page: number): Promise<{ readonly height: number; readonly texts: readonly PlacedText[] }>;
  close(): Promise<void>;
}

const PICTURE_DECODERS: Readonly<Record<string, string>> = {
  'jbig2.wasm': jbig2,
  'openjpeg.wasm': openjpeg,
  'qcms_bg.wasm': colours
};
const CHARACTER_MAP = /^[A-Za-z0-9-]+\.bcmap$/;
/** A page at A4 and twice the screen's density is 9 million pixels; larger ones are drawn coarser. */
const MOST_PIXELS = 16_000_000;

/** @param characterMaps absolute address of their folder, with a slash at the end */
export async function openPdfPages(file: Blob, characterMaps: string): Promise<PdfPages> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const port = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
  const worker = pdfjs.PDFWorker.create({ port });
  const task = pdfjs.getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    worker,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useWorkerFetch: false,
    enableXfa: false,
    cMapUrl: characterMaps,
    wasmUrl: './',
    BinaryDataFactory: SiteFiles(characterMaps)
  });
  const close = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
    port.terminate();
  };
  const opened = await task.promise.catch(async (error: unknown) => {
    await close();
    throw error;
  });
  /** `scale`: pixels a point, told by the page's size in points. */
  async function render(
    number: number,
    scale: (width: number, height: number) => number,
    signal: AbortSignal
  ): Promise<HTMLCanvasElement | null> {
    const page = await opened.getPage(number);
    if (signal.aborted) return null;
    const { width, height } = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({
      scale: Math.min(scale(width, height), Math.sqrt(MOST_PIXELS / (width * height)))
    });
    // Drawn beside the canvas: what is shown stays until the new picture is whole.
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(viewport.width);
    canvas.height = Math.floor(viewport.height);
    const rendering = page.render({ canvas, viewport });
    const stop = (): void => rendering.cancel();
    signal.addEventListener('abort', stop);
    try {
      await rendering.promise;
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    } finally {
      signal.removeEventListener('abort', stop);
    }
    return canvas;
  }
  return {
    count: opened.numPages,
    close,
    async draw(canvas, number, width, signal) {
      const drawn = await render(number, (points) => (width * devicePixelRatio) / points, signal);
      if (!drawn) return;
      canvas.width = drawn.width;
      canvas.height = drawn.height;
      canvas.getContext('2d')?.drawImage(drawn, 0, 0);
    },
    picture: (number, side, signal) => render(number, (width, height) => side / Math.max(width, height), signal),
    async texts(number) {
      const page = await opened.getPage(number);
      const { height, transform } = page.getViewport({ scale: 1 });
      const texts = (await itemsOf(page)).flatMap((item): PlacedText[] => {
        if (!('str' in item)) return [];
        const [, , , , left = 0, baseline = 0]: number[] = pdfjs.Util.transform(transform, item.transform);
        return [{ text: item.str, left, top: baseline - item.height, height: item.height }];
      });
      return { height, texts };
    }
  };
}

/** What `getTextContent` gives: it goes through the stream in a way that browsers before Chrome 124 lack. */
async function itemsOf(page: PDFPageProxy): Promise<TextContent['items']> {
  const reader: ReadableStreamDefaultReader<TextContent> = page.streamTextContent().getReader();
  const items: TextContent['items'] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return items;
    items.push(...value.items);
  }
}

interface BinaryFileRequest {
  readonly kind: string;
  readonly filename: string;
}

/** What pdf.js may ask for, all of it the site's own: a document cannot make the page fetch another address. */
function SiteFiles(characterMaps: string) {
  return class {
    async fetch({ filename }: BinaryFileRequest): Promise<Uint8Array> {
      const address = CHARACTER_MAP.test(filename) ? characterMaps + filename : PICTURE_DECODERS[filename];
      if (address === undefined) throw new Error(`not a file of this site: ${filename}`);
      const response = await fetch(address);
      if (!response.ok) throw new Error(`${filename}: HTTP ${response.status}`);
      return new Uint8Array(await response.arrayBuffer());
    }
  };
}
