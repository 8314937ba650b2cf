import type { Format, Reader } from './block.ts';

/** One reader per format, loaded when the first document of that format comes. */
export const READERS: Partial<Record<Format, () => Promise<Reader>>> = {
  txt: async () => (await import('./txt.ts')).readTxt,
  html: async () => (await import('./html.ts')).readHtml,
  docx: async () => (await import('./docx.ts')).readDocx,
  doc: async () => (await import('./doc.ts')).readDoc,
  rtf: async () => (await import('./rtf.ts')).readRtf,
  xlsx: async () => (await import('./xlsx.ts')).readXlsx,
  xls: async () => (await import('./xls.ts')).readXls,
  odt: async () => (await import('./odt.ts')).readOdt,
  mht: async () => (await import('./mht.ts')).readMht,
  pdf: async () => (await import('./pdf.ts')).readPdf
};
