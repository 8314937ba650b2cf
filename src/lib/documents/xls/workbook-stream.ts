import { Refusal } from '../../report/issue.ts';
import { damaged } from '../limits.ts';

const BEGIN = 0x0809;
const END = 0x000a;
const FILE_PASS = 0x002f;
const BIFF8 = 0x0600;

/**
 * Looks through a workbook's records ([MS-XLS] 2.3) before the library does: every record must be there whole, and
 * each substream ended. Throws `Refusal`: `document.encrypted`, `document.old-format` before Excel 97.
 */
export function checkWorkbookStream(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (stream.length < 8 || view.getUint16(0, true) !== BEGIN) throw new Refusal({ code: 'document.old-format' });
  if (view.getUint16(4, true) !== BIFF8) throw new Refusal({ code: 'document.old-format' });
  let open = 0;
  for (let at = 0; at + 4 <= stream.length;) {
    const type = view.getUint16(at, true);
    const size = view.getUint16(at + 2, true);
    if (at + 4 + size > stream.length) throw damaged('xls-cut-off');
    if (type === FILE_PASS) throw new Refusal({ code: 'document.encrypted' });
    if (type === BEGIN) open++;
    if (type === END) open--;
    // After the last substream there may be filling.
    if (type === 0 && open === 0) return;
    at += 4 + size;
  }
  if (open !== 0) throw damaged('xls-cut-off');
}
