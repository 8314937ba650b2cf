import { damaged } from '../limits.ts';

/** The records of BIFF8 ([MS-XLS] 2.3) that matter for reading. */
export const RECORD = {
  formula: 0x0006,
  end: 0x000a,
  dateMode: 0x0022,
  filePass: 0x002f,
  font: 0x0031,
  continued: 0x003c,
  object: 0x005d,
  columns: 0x007d,
  boundSheet: 0x0085,
  palette: 0x0092,
  multipleRk: 0x00bd,
  multipleBlank: 0x00be,
  richLabel: 0x00d6,
  extendedFormat: 0x00e0,
  conditionRanges: 0x01b0,
  condition: 0x01b1,
  mergedCells: 0x00e5,
  drawing: 0x00ec,
  sharedStrings: 0x00fc,
  sharedLabel: 0x00fd,
  blank: 0x0201,
  number: 0x0203,
  label: 0x0204,
  boolOrError: 0x0205,
  formulaText: 0x0207,
  row: 0x0208,
  defaultRowHeight: 0x0225,
  window: 0x023e,
  rk: 0x027e,
  format: 0x041e,
  begin: 0x0809
} as const;

export interface BiffRecord {
  readonly type: number;
  readonly data: DataView;
}

/** A workbook's stream. All walks through it together may not see more records than it has room for. */
export class RecordStream {
  readonly #view: DataView;
  #left: number;

  constructor(readonly bytes: Uint8Array) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#left = bytes.length;
  }

  /** The records of the substream that begins at an offset, without its first and last; embedded ones are left out. */
  *substream(offset: number): Generator<BiffRecord> {
    let depth = 0;
    for (let at = offset; ;) {
      const record = this.#record(at);
      at += 4 + record.data.byteLength;
      if (record.type === RECORD.begin) depth++;
      // A sheet's position must lead to its beginning.
      if (depth === 0) throw damaged('xls-substream');
      if (record.type === RECORD.end && --depth === 0) return;
      if (depth === 1) yield record;
    }
  }

  #record(at: number): BiffRecord {
    if (at + 4 > this.bytes.length || this.#left-- <= 0) throw damaged('xls-cut-off');
    const size = this.#view.getUint16(at + 2, true);
    if (at + 4 + size > this.bytes.length) throw damaged('xls-cut-off');
    const data = new DataView(this.bytes.buffer, this.bytes.byteOffset + at + 4, size);
    return { type: this.#view.getUint16(at, true), data };
  }
}
