import { damaged, LIMITS, overLimit } from '../limits.ts';
import { type CellContent, type CellStyle, numberInCell, PLAIN_STYLE, textInCell } from '../sheet/cell-style.ts';
import { type DifferentialLook, underConditions } from '../sheet/conditions.ts';
import { MOST_COLUMNS, MOST_ROWS, type Sheet, type SheetCell, type SheetRange } from '../sheet/sheet.ts';
import type { StyledText } from '../sheet/styled-text.ts';
import { readXml, type XmlElement, type XmlEvents } from '../xml.ts';
import { ConditionReader } from './conditions.ts';
import { isTrue, SHEET_NAMESPACES } from './namespaces.ts';
import { cellOf, rangeOf } from './references.ts';
import { RichText, unescaped } from './rich-text.ts';

export interface WorkbookText {
  readonly strings: readonly StyledText[];
  readonly styles: readonly CellStyle[];
  readonly looks: readonly DifferentialLook[];
  readonly from1904: boolean;
}

/** What other parts say of a sheet. */
type KnownOfSheet = Pick<Sheet, 'name' | 'hidden' | 'pictures'>;

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: CellStyle;
  value: string;
  formula: string | null;
}

/** In points and in digits: what is lower or narrower is a line. */
const LOWEST_ROW = 1.5;
const NARROWEST_COLUMN = 0.25;

/** Reads one worksheet. Throws `Refusal`. */
export function readWorksheet(part: Uint8Array, known: KnownOfSheet, workbook: WorkbookText): Sheet {
  const reader = new WorksheetReader(workbook);
  readXml(part, SHEET_NAMESPACES, reader);
  return reader.sheet(known);
}

class WorksheetReader implements XmlEvents {
  readonly #workbook: WorkbookText;
  readonly #cells: SheetCell[] = [];
  readonly #merges: SheetRange[] = [];
  readonly #hiddenColumns = new Uint8Array(MOST_COLUMNS);
  /** Rows that say whether they are hidden; the others are as the sheet's default has it. */
  readonly #rows = new Map<number, boolean>();
  #rowsHiddenByDefault = false;
  #zerosHidden = false;
  #row = -1;
  #column = -1;
  #cell: OpenCell | null = null;
  #into: 'value' | 'formula' | 'inline' | null = null;
  readonly #inline = new RichText();
  readonly #conditions: ConditionReader;

  constructor(workbook: WorkbookText) {
    this.#workbook = workbook;
    this.#conditions = new ConditionReader(workbook.looks);
  }

  sheet(known: KnownOfSheet): Sheet {
    const order = this.#cells.sort((a, b) => a.row - b.row || a.column - b.column);
    return {
      ...known,
      cells: underConditions(order, this.#conditions.formats),
      merges: this.#merges,
      zerosHidden: this.#zerosHidden,
      rowHidden: (row) => this.#rows.get(row) ?? this.#rowsHiddenByDefault,
      columnHidden: (column) => this.#hiddenColumns[column] === 1
    };
  }

  open(element: XmlElement): 'skip' | undefined {
    this.#conditions.open(element);
    switch (element.name) {
      case 'x:sheetView':
        this.#zerosHidden ||= !isTrue(element.attribute('showZeros') ?? '1');
        break;
      case 'x:sheetFormatPr':
        this.#rowsHiddenByDefault = isTrue(element.attribute('zeroHeight'));
        break;
      case 'x:col':
        this.#columns(element);
        break;
      case 'x:row':
        this.#startRow(element);
        break;
      case 'x:c':
        this.#startCell(element);
        break;
      case 'x:v':
        this.#into = 'value';
        break;
      case 'x:f':
        if (this.#cell) this.#cell.formula = '';
        this.#into = 'formula';
        break;
      case 'x:is':
        this.#inline.start();
        this.#into = 'inline';
        break;
      case 'x:mergeCell':
        if (this.#merges.length === LIMITS.cells) throw overLimit('cells');
        this.#merges.push(rangeOf(element.attribute('ref') ?? ''));
        break;
      case 'x:extLst':
        return 'skip';
    }
    return this.#into === 'inline' ? this.#inline.open(element) : undefined;
  }

  text(text: string): void {
    this.#conditions.text(text);
    const cell = this.#cell;
    if (!cell) return;
    if (this.#into === 'value') cell.value += text;
    else if (this.#into === 'formula') cell.formula += text;
    else if (this.#into === 'inline') this.#inline.text(text);
  }

  close(name: string): void {
    this.#conditions.close(name);
    if (this.#into === 'inline' && name !== 'x:is') {
      this.#inline.close();
      return;
    }
    this.#into = null;
    if (name === 'x:c') this.#endCell();
  }

  #columns(element: XmlElement): void {
    const narrow = Number(element.attribute('width') ?? Infinity) < NARROWEST_COLUMN;
    if (!isTrue(element.attribute('hidden')) && !narrow) return;
    const [first, last] = [Number(element.attribute('min')), Number(element.attribute('max'))];
    if (first >= 1 && last >= first) this.#hiddenColumns.fill(1, first - 1, last);
  }

  #startRow(element: XmlElement): void {
    const stated = element.attribute('r');
    this.#row = stated === undefined ? this.#row + 1 : Number(stated) - 1;
    this.#column = -1;
    if (!(this.#row >= 0 && this.#row < MOST_ROWS)) throw damaged('xlsx-reference');
    // A row that is listed without a word on it is shown, also where rows are hidden by default.
    const low = Number(element.attribute('ht') ?? Infinity) < LOWEST_ROW;
    this.#rows.set(this.#row, isTrue(element.attribute('hidden')) || low);
  }

  #startCell(element: XmlElement): void {
    const stated = element.attribute('r');
    const { row, column } = stated === undefined ? { row: this.#row, column: this.#column + 1 } : cellOf(stated);
    this.#row = row;
    this.#column = column;
    const type = element.attribute('t') ?? 'n';
    const style = this.#workbook.styles[Number(element.attribute('s') ?? 0)] ?? PLAIN_STYLE;
    this.#cell = { row, column, type, style, value: '', formula: null };
  }

  #endCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell) return;
    const { row, column, style } = cell;
    const content = this.#contentOf(cell);
    if (content.text === '' && content.unshown === undefined && !style.bordered) return;
    if (this.#cells.length === LIMITS.cells) throw overLimit('cells');
    this.#cells.push({ row, column, ...content, bordered: style.bordered, paper: style.paper });
  }

  #contentOf(cell: OpenCell): CellContent {
    const value = this.#valueOf(cell);
    return typeof value === 'number'
      ? numberInCell(value, cell.style, this.#workbook.from1904)
      : textInCell(value, cell.style);
  }

  #valueOf({ type, value, formula }: OpenCell): StyledText | number {
    if (type === 'inlineStr') return this.#inline.take();
    // A formula that was never computed has no figure; its own text shows that something stands there.
    if (value === '' && formula !== null && type !== 'str') return `=${formula}`;
    switch (type) {
      case 's': {
        const text = value === '' ? '' : this.#workbook.strings[Number(value)];
        if (text === undefined) throw damaged('xlsx-string');
        return text;
      }
      case 'b':
        return isTrue(value) ? 'TRUE' : 'FALSE';
      case 'n': {
        const number = Number(value);
        return value.trim() === '' || !Number.isFinite(number) ? value.trim() : number;
      }
      default:
        return unescaped(value);
    }
  }
}
