import type { Format } from '../../../src/lib/documents/block.ts';
import type { Paper } from '../paper.ts';
import { writeDoc } from './doc.ts';
import { writeDocx } from './docx.ts';
import { writeHtml } from './html.ts';
import { writeMht } from './mht.ts';
import { writeOdt } from './odt.ts';
import { writePdf } from './pdf.ts';
import { writeRtf } from './rtf.ts';
import { writeTxt } from './txt.ts';
import { writeXls } from './xls.ts';
import { writeXlsx } from './xlsx.ts';

/** The same report in every format; `variant` chooses among the ways a format has to write it. */
export const WRITERS: Readonly<Record<Format, (paper: Paper, variant?: number) => Uint8Array>> = {
  txt: writeTxt,
  html: writeHtml,
  docx: writeDocx,
  doc: writeDoc,
  rtf: writeRtf,
  odt: writeOdt,
  mht: writeMht,
  pdf: writePdf,
  xlsx: writeXlsx,
  xls: writeXls
};

/** What a format can say beside text in cells. */
export const CAN_NEST: ReadonlySet<Format> = new Set(['html', 'mht', 'docx', 'doc', 'rtf', 'odt']);
export const CAN_RAISE: ReadonlySet<Format> = new Set(['html', 'mht', 'docx', 'doc', 'rtf', 'odt', 'pdf', 'xlsx']);
