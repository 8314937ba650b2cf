import { damaged, LIMITS, overLimit } from '../limits.ts';
import { type CellStyle, numberInCell, PLAIN_STYLE, textInCell } from '../sheet/cell-style.ts';
import { MOST_COLUMNS, type Sheet, type SheetCell, type SheetRange } from '../sheet/sheet.ts';
import { underConditions } from '../sheet/conditions.ts';
import type { StyledText } from '../sheet/styled-text.ts';
import { XlsConditions } from './conditions.ts';
import { XlsDrawings } from './drawings.ts';
import { type BiffRecord, RECORD, type RecordStream } from './records.ts';
import { StringReader } from './strings.ts';
import type { XlsWorkbook } from './workbook.ts';

const ROW_HIDDEN = 0x20;
const ROWS_HIDDEN_BY_DEFAULT = 0x02;
const COLUMN_HIDDEN = 0x01;
/** In 20ths of a point and in 256ths of a digit: what is lower or narrower is a line. A height of 0 says nothing. */
const LOWEST_ROW = 30;
const NARROWEST_COLUMN = 64;
const ROW_HEIGHT = 0x7fff;
const SHOWS_ZEROS = 0x10;
const NOT_A_NUMBER = 0xffff;
/** Writers that never compute leave bytes as a formula's result that, read as a number, are next to nothing. */
const SMALLEST_RESULT = 1e-300;
const NOT_COMPUTED = '=';

/** Reads the worksheet whose substream begins at an offset. Throws `Refusal`. */
export function readXlsWorksheet(
  stream: RecordStream,
  workbook: XlsWorkbook,
  { name, hidden, offset }: XlsWorkbook['sheets'][number]
): Sheet {
  const reader = new WorksheetReader(workbook);
  for (const record of stream.substream(offset)) reader.take(record);
  return reader.sheet(name, hidden);
}

class WorksheetReader {
  readonly #workbook: XlsWorkbook;
  readonly #cells = new Map<string, SheetCell>();
  readonly #merges: SheetRange[] = [];
  readonly #hiddenColumns = new Uint8Array(MOST_COLUMNS);
  readonly #drawings = new XlsDrawings();
  readonly #conditions: XlsConditions;
  readonly #rows = new Map<number, boolean>();
  #rowsHiddenByDefault = false;
  #zerosHidden = false;
  /** Where the text goes that follows a formula of which it is the result. */
  #awaitsText: { row: number; column: number; style: CellStyle } | null = null;

  constructor(workbook: XlsWorkbook) {
    this.#workbook = workbook;
    this.#conditions = new XlsConditions(workbook.colourOf);
  }

  sheet(name: string, hidden: boolean): Sheet {
    return {
      name,
      hidden,
      cells: underConditions(
        [...this.#cells.values()].sort((a, b) => a.row - b.row || a.column - b.column),
        this.#conditions.formats
      ),
      merges: this.#merges,
      pictures: this.#drawings.pictures,
      zerosHidden: this.#zerosHidden,
      rowHidden: (row) => this.#rows.get(row) ?? this.#rowsHiddenByDefault,
      columnHidden: (column) => this.#hiddenColumns[column] === 1
    };
  }

  take(record: BiffRecord): void {
    const { type, data } = record;
    this.#drawings.take(record);
    this.#conditions.take(record);
    switch (type) {
      case RECORD.sharedLabel:
        this.#cell(data, this.#sharedText(data.getUint32(6, true)));
        break;
      case RECORD.label:
      case RECORD.richLabel:
        this.#cell(data, new StringReader([data], 6).string());
        break;
      case RECORD.number:
        this.#cell(data, data.getFloat64(6, true));
        break;
      case RECORD.rk:
        this.#cell(data, rkNumber(data.getUint32(6, true)));
        break;
      case RECORD.blank:
        this.#cell(data, '');
        break;
      case RECORD.boolOrError:
        this.#cell(data, boolOrError(data.getUint8(6), data.getUint8(7) !== 0));
        break;
      case RECORD.multipleRk:
        this.#several(data, 6, (at) => rkNumber(data.getUint32(at + 2, true)));
        break;
      case RECORD.multipleBlank:
        this.#several(data, 2, () => '');
        break;
      case RECORD.formula:
        this.#formula(data);
        break;
      case RECORD.formulaText:
        if (this.#awaitsText) this.#put(this.#awaitsText, new StringReader([data]).string());
        this.#awaitsText = null;
        break;
      case RECORD.mergedCells:
        this.#merge(data);
        break;
      case RECORD.row:
        this.#row(data);
        break;
      case RECORD.window:
        this.#zerosHidden = (data.getUint16(0, true) & SHOWS_ZEROS) === 0;
        break;
      case RECORD.defaultRowHeight:
        this.#rowsHiddenByDefault = (data.getUint16(0, true) & ROWS_HIDDEN_BY_DEFAULT) !== 0;
        break;
      case RECORD.columns:
        this.#columns(data);
    }
  }

  /** Most records of a cell begin alike: row, column, number of the style. */
  #cell(data: DataView, value: StyledText | number): void {
    this.#put(this.#head(data), value);
  }

  #head(data: DataView): { row: number; column: number; style: CellStyle } {
    const style = this.#workbook.styles[data.getUint16(4, true)] ?? PLAIN_STYLE;
    return { row: data.getUint16(0, true), column: data.getUint16(2, true), style };
  }

  #several(data: DataView, size: number, value: (at: number) => string | number): void {
    const row = data.getUint16(0, true);
    const first = data.getUint16(2, true);
    for (let at = 4, column = first; at + size <= data.byteLength - 2; at += size, column++) {
      const style = this.#workbook.styles[data.getUint16(at, true)] ?? PLAIN_STYLE;
      this.#put({ row, column, style }, value(at));
    }
  }

  #put({ row, column, style }: { row: number; column: number; style: CellStyle }, value: StyledText | number): void {
    const content =
      typeof value === 'number' ? numberInCell(value, style, this.#workbook.from1904) : textInCell(value, style);
    if (content.text === '' && content.unshown === undefined && !style.bordered) return;
    if (this.#cells.size >= LIMITS.cells) throw overLimit('cells');
    this.#cells.set(`${row} ${column}`, { row, column, ...content, bordered: style.bordered, paper: style.paper });
  }

  #sharedText(index: number): StyledText {
    const text = this.#workbook.strings[index];
    if (text === undefined) throw damaged('xls-string');
    return text;
  }

  /** [MS-XLS] 2.5.133, FormulaValue: a number, or a kind in the first byte when the last two are all ones. */
  #formula(data: DataView): void {
    const head = this.#head(data);
    this.#awaitsText = null;
    if (data.getUint16(12, true) !== NOT_A_NUMBER) {
      const value = data.getFloat64(6, true);
      this.#put(head, value !== 0 && Math.abs(value) < SMALLEST_RESULT ? NOT_COMPUTED : value);
      return;
    }
    const kind = data.getUint8(6);
    if (kind === 0) this.#awaitsText = head;
    else this.#put(head, kind === 1 || kind === 2 ? boolOrError(data.getUint8(8), kind === 2) : '');
  }

  #merge(data: DataView): void {
    const count = data.getUint16(0, true);
    for (let index = 0; index < count; index++) {
      const at = 2 + 8 * index;
      const [top = 0, bottom = 0, left = 0, right = 0] = [0, 2, 4, 6].map((part) => data.getUint16(at + part, true));
      if (bottom < top || right < left) throw damaged('xls-merge');
      if (this.#merges.length === LIMITS.cells) throw overLimit('cells');
      this.#merges.push({ top, left, bottom, right });
    }
  }

  #row(data: DataView): void {
    const height = data.getUint16(6, true) & ROW_HEIGHT;
    const hidden = (data.getUint16(12, true) & ROW_HIDDEN) !== 0 || (height > 0 && height < LOWEST_ROW);
    this.#rows.set(data.getUint16(0, true), hidden);
  }

  #columns(data: DataView): void {
    if ((data.getUint16(8, true) & COLUMN_HIDDEN) === 0 && data.getUint16(4, true) >= NARROWEST_COLUMN) return;
    this.#hiddenColumns.fill(1, data.getUint16(0, true), data.getUint16(2, true) + 1);
  }
}

/** [MS-XLS] 2.5.217, RkNumber: 30 bits of an integer or of a float's upper half, perhaps in hundredths. */
function rkNumber(rk: number): number {
  let value: number;
  if (rk & 2) {
    value = rk >> 2;
  } else {
    const view = new DataView(new ArrayBuffer(8));
    view.setUint32(4, (rk & ~3) >>> 0, true);
    value = view.getFloat64(0, true);
  }
  return rk & 1 ? value / 100 : value;
}

function boolOrError(value: number, isError: boolean): string {
  return isError ? '#' : value === 0 ? 'FALSE' : 'TRUE';
}
