/** The pages of an original as pixels: a PDF's pages, or the pictures in another document. */
import type { PageData } from '../ocr/find-tables.ts';
import { openPdfPages } from './pdf-pages.ts';

export interface PagePictures {
  readonly count: number;
  /** One after the other, drawn with their longer side of `side` pixels. */
  all(side: number, signal: AbortSignal): AsyncGenerator<PageData>;
  close(): Promise<void>;
}

/** A longer document is no yearly report. */
const MOST = 40;
/** A picture is not enlarged further: it would only grow blurred. */
const LARGEST = 3;

/** Whether a file says that it is a PDF: some programs write a few bytes before the mark. */
export async function startsAsPdf(file: Blob): Promise<boolean> {
  return (await file.slice(0, 1024).text()).includes('%PDF-');
}

/** @param characterMaps absolute address of their folder, with a slash at the end */
export async function openPagePictures(
  original: Blob,
  pictures: readonly Blob[],
  characterMaps: string
): Promise<PagePictures> {
  if (!(await startsAsPdf(original))) {
    const some = pictures.slice(0, MOST);
    return {
      count: some.length,
      all: (side, signal) => drawPictures(some, side, signal),
      close: async () => undefined
    };
  }
  const pdf = await openPdfPages(original, characterMaps);
  const count = Math.min(pdf.count, MOST);
  return {
    count,
    close: () => pdf.close(),
    async *all(side, signal) {
      for (let page = 1; page <= count; page += 1) {
        const drawn = await pdf.picture(page, side, signal);
        if (drawn) yield pixelsOf(drawn);
      }
    }
  };
}

async function* drawPictures(pictures: readonly Blob[], side: number, signal: AbortSignal): AsyncGenerator<PageData> {
  for (const picture of pictures) {
    if (signal.aborted) return;
    const image = await createImageBitmap(picture);
    const factor = Math.min(LARGEST, side / Math.max(image.width, image.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(image.width * factor));
    canvas.height = Math.max(1, Math.round(image.height * factor));
    const pen = canvas.getContext('2d');
    if (pen) pen.imageSmoothingQuality = 'high';
    pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
    image.close();
    yield pixelsOf(canvas);
  }
}

function pixelsOf(canvas: HTMLCanvasElement): PageData {
  const { width, height } = canvas;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('no canvas');
  return { width, height, data: pen.getImageData(0, 0, width, height).data };
}
