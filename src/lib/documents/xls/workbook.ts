import { Refusal } from '../../report/issue.ts';
import type { Colour } from '../colour.ts';
import { damaged } from '../limits.ts';
import { builtInFormat, type CellStyle } from '../sheet/cell-style.ts';
import { type StyledText, PLAIN_FONT } from '../sheet/styled-text.ts';
import { XlsFonts } from './fonts.ts';
import { RECORD, type RecordStream } from './records.ts';
import { readSharedStrings, StringReader } from './strings.ts';

const BIFF8 = 0x0600;
const WORKSHEET = 0;

export interface XlsWorkbook {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly offset: number }[];
  readonly strings: readonly StyledText[];
  readonly styles: readonly CellStyle[];
  /** The colours by which the workbook goes. */
  readonly colourOf: (index: number) => Colour | undefined;
  readonly from1904: boolean;
}

/** Reads what all sheets share. Throws `Refusal`: `document.old-format` before Excel 97, `document.encrypted`. */
export function readXlsWorkbook(stream: RecordStream): XlsWorkbook {
  checkVersion(stream.bytes);
  const sheets: { name: string; hidden: boolean; offset: number }[] = [];
  const formats = new Map<number, string>();
  const cellFormats: DataView[] = [];
  const fonts = new XlsFonts();
  const strings: DataView[] = [];
  let from1904 = false;
  let before = 0;
  for (const { type, data } of stream.substream(0)) {
    if (type === RECORD.filePass) throw new Refusal({ code: 'document.encrypted' });
    if (type === RECORD.boundSheet) {
      // Charts and macro sheets stand in the same list.
      if (data.getUint8(5) === WORKSHEET) {
        const name = new StringReader([data], 6).string(1);
        sheets.push({ name, hidden: (data.getUint8(4) & 3) !== 0, offset: data.getUint32(0, true) });
      }
    } else if (type === RECORD.format) {
      formats.set(data.getUint16(0, true), new StringReader([data], 2).string());
    } else if (type === RECORD.extendedFormat) {
      cellFormats.push(data);
    } else if (type === RECORD.font) {
      fonts.takeFont(data);
    } else if (type === RECORD.palette) {
      fonts.takePalette(data);
    } else if (type === RECORD.dateMode) {
      from1904 = data.getUint16(0, true) === 1;
    } else if (type === RECORD.sharedStrings || (type === RECORD.continued && before === RECORD.sharedStrings)) {
      strings.push(data);
    }
    if (type !== RECORD.continued) before = type;
  }
  const byNumber = fonts.byNumber;
  const styles = cellFormats.map((data): CellStyle => {
    const format = data.getUint16(2, true);
    return {
      format: formats.get(format) ?? builtInFormat(format),
      // Four bits each for the line at the left, right, top and bottom.
      bordered: data.getUint16(10, true) !== 0,
      font: byNumber.get(data.getUint16(0, true)) ?? PLAIN_FONT,
      paper: fonts.paper(data)
    };
  });
  const colourOf = (index: number): Colour | undefined => fonts.colour(index);
  return { sheets, strings: readSharedStrings(strings, byNumber), styles, colourOf, from1904 };
}

function checkVersion(bytes: Uint8Array): void {
  if (bytes.length < 8) throw damaged('xls-cut-off');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0, true) !== RECORD.begin || view.getUint16(4, true) !== BIFF8) {
    throw new Refusal({ code: 'document.old-format' });
  }
}
