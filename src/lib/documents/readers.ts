import type { Format, Reader } from './block.ts';

/** One reader per format, loaded when the first document of that format comes. */
export const READERS: Partial<Record<Format, () => Promise<Reader>>> = {
  html: async () => (await import('./html.ts')).readHtml
  // docx, txt, odt, mht, pdf, doc, rtf, xlsx, xls: one line each.
};
