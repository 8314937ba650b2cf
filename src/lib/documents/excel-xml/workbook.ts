import { Refusal } from '../../report/issue.ts';
import { damaged, LIMITS, overLimit } from '../limits.ts';
import { type CellStyle, numberInCell, textInCell } from '../sheet/cell-style.ts';
import { MOST_COLUMNS, MOST_ROWS, type Sheet, type SheetCell, type SheetRange } from '../sheet/sheet.ts';
import { type Font, type StyledRun, styledText } from '../sheet/styled-text.ts';
import { readXml, type XmlElement, type XmlEvents } from '../xml.ts';
import { EXCEL_XML_NAMESPACES, stated, statedNumber } from './namespaces.ts';
import { ExcelXmlStyles, fontInside } from './styles.ts';

/** In points: what is lower or narrower is a line. */
const THINNEST = 1.5;

interface OpenCell {
  readonly row: number;
  readonly column: number;
  readonly style: CellStyle;
  readonly formula: string | undefined;
  type: string;
  readonly runs: StyledRun[];
  /** The fonts of the markup around the text, the innermost last. */
  readonly fonts: Font[];
  inData: boolean;
}

/** A sheet while it is read; what it says of itself follows its table. */
class OpenSheet {
  readonly cells: SheetCell[] = [];
  readonly merges: SheetRange[] = [];
  readonly hiddenRows = new Set<number>();
  readonly hiddenColumns = new Set<number>();
  readonly columnStyles = new Map<number, string>();
  rowsHiddenByDefault = false;
  readonly stated = new Set<number>();
  hidden = false;
  zerosHidden = false;
  row = -1;
  column = -1;
  rowStyle: string | undefined;
  /** By column, the last row that a merged cell from above covers. */
  readonly #coveredTo = new Map<number, number>();

  constructor(readonly name: string) {}

  /** The next column of the open row that no cell from above reaches down into; some programs do not state it. */
  nextFree(): number {
    let column = this.column + 1;
    while ((this.#coveredTo.get(column) ?? -1) >= this.row) column++;
    return column;
  }

  merge(range: SheetRange): void {
    this.merges.push(range);
    if (range.bottom === range.top) return;
    for (let column = range.left; column <= range.right; column++) this.#coveredTo.set(column, range.bottom);
  }

  finish(): Sheet {
    const { name, hidden, zerosHidden, cells, merges } = this;
    const rowHidden = (row: number): boolean =>
      this.hiddenRows.has(row) || (this.rowsHiddenByDefault && !this.stated.has(row));
    const columnHidden = (column: number): boolean => this.hiddenColumns.has(column);
    return { name, hidden, zerosHidden, cells, merges, pictures: [], rowHidden, columnHidden };
  }
}

/** The sheets of a workbook in a single XML file: what their cells display. Throws `Refusal`. */
export function readExcelXml(bytes: Uint8Array): Sheet[] {
  const reader = new WorkbookReader();
  readXml(bytes, EXCEL_XML_NAMESPACES, reader);
  return reader.sheets;
}

class WorkbookReader implements XmlEvents {
  readonly sheets: Sheet[] = [];
  readonly #styles = new ExcelXmlStyles();
  #sheet: OpenSheet | null = null;
  #cell: OpenCell | null = null;
  #count = 0;
  #repeated = 0;
  #inVisible = false;
  #from1904 = false;

  open(element: XmlElement): 'skip' | undefined {
    const { name } = element;
    const cell = this.#cell;
    if (cell?.inData) {
      cell.fonts.push(fontInside(element, cell.fonts.at(-1) ?? cell.style.font));
      return undefined;
    }
    switch (name) {
      case 'ss:Worksheet':
        this.#sheet = new OpenSheet(stated(element, 'Name') ?? '');
        return undefined;
      case 'ss:Table':
        if (this.#sheet) this.#sheet.rowsHiddenByDefault = statedNumber(element, 'DefaultRowHeight', 15) < THINNEST;
        return undefined;
      case 'ss:Column':
        this.#column(element);
        return undefined;
      case 'ss:Row':
        this.#row(element);
        return undefined;
      case 'ss:Cell':
        this.#startCell(element);
        return undefined;
      case 'ss:Data':
        if (cell) {
          cell.type = stated(element, 'Type') ?? 'String';
          cell.inData = true;
        }
        return undefined;
      case 'ss:Comment':
      case 'ss:PhoneticText':
        return 'skip';
      case 'x:Visible':
        this.#inVisible = true;
        return undefined;
      case 'x:DoNotDisplayZeros':
        if (this.#sheet) this.#sheet.zerosHidden = true;
        return undefined;
      case 'x:Date1904':
        this.#from1904 = true;
        return undefined;
      case 'x:ConditionalFormatting':
        // What it hides is not judged here.
        throw new Refusal({ code: 'document.other-format', values: { name: 'Excel XML' } });
      default:
        if (!this.#sheet) this.#styles.take(element);
        return undefined;
    }
  }

  text(text: string): void {
    const cell = this.#cell;
    if (cell?.inData) cell.runs.push({ text, font: cell.fonts.at(-1) });
    else if (this.#inVisible && this.#sheet) this.#sheet.hidden ||= /hidden/i.test(text);
  }

  close(name: string): void {
    const cell = this.#cell;
    if (name === 'ss:Data' && cell) cell.inData = false;
    else if (cell?.inData) cell.fonts.pop();
    else if (name === 'ss:Cell') this.#endCell();
    else if (name === 'x:Visible') this.#inVisible = false;
    else if (name === 'ss:Worksheet' && this.#sheet) {
      this.sheets.push(this.#sheet.finish());
      this.#sheet = null;
    }
  }

  #column(element: XmlElement): void {
    const sheet = this.#sheet;
    if (!sheet) return;
    const first = statedNumber(element, 'Index', sheet.column + 2) - 1;
    const last = first + statedNumber(element, 'Span', 0);
    if (first <= sheet.column || last >= MOST_COLUMNS) throw damaged('excel-xml-column');
    this.#countFormats(last - first);
    const hidden = stated(element, 'Hidden') === '1' || statedNumber(element, 'Width', Infinity) < THINNEST;
    const style = stated(element, 'StyleID');
    for (let column = first; column <= last; column++) {
      if (hidden) sheet.hiddenColumns.add(column);
      if (style !== undefined) sheet.columnStyles.set(column, style);
    }
    sheet.column = last;
  }

  #row(element: XmlElement): void {
    const sheet = this.#sheet;
    if (!sheet) return;
    const first = statedNumber(element, 'Index', sheet.row + 2) - 1;
    const last = first + statedNumber(element, 'Span', 0);
    if (first <= sheet.row || last >= MOST_ROWS) throw damaged('excel-xml-row');
    this.#countFormats(last - first);
    const hidden = stated(element, 'Hidden') === '1' || statedNumber(element, 'Height', Infinity) < THINNEST;
    for (let row = first; row <= last; row++) {
      if (hidden) sheet.hiddenRows.add(row);
      sheet.stated.add(row);
    }
    sheet.row = last;
    sheet.column = -1;
    sheet.rowStyle = stated(element, 'StyleID');
  }

  /** Rows and columns that only repeat the format of one before. */
  #countFormats(repeated: number): void {
    this.#repeated += repeated;
    if (this.#repeated > MOST_ROWS) throw overLimit('cells');
  }

  #startCell(element: XmlElement): void {
    const sheet = this.#sheet;
    if (!sheet) return;
    if (++this.#count > LIMITS.cells) throw overLimit('cells');
    const { row } = sheet;
    const column = statedNumber(element, 'Index', sheet.nextFree() + 1) - 1;
    const right = column + statedNumber(element, 'MergeAcross', 0);
    const bottom = row + statedNumber(element, 'MergeDown', 0);
    if (column <= sheet.column || right >= MOST_COLUMNS || bottom >= MOST_ROWS) throw damaged('excel-xml-cell');
    if (right > column || bottom > row) sheet.merge({ top: row, left: column, bottom, right });
    sheet.column = right;
    const style = this.#styles.style(stated(element, 'StyleID'), sheet.rowStyle, sheet.columnStyles.get(column));
    const formula = stated(element, 'Formula');
    this.#cell = { row, column, style, formula, type: '', runs: [], fonts: [], inData: false };
  }

  #endCell(): void {
    const cell = this.#cell;
    this.#cell = null;
    if (!cell || !this.#sheet) return;
    const { row, column, style } = cell;
    const content = this.#contentOf(cell);
    if (content.text === '' && content.unshown === undefined && !style.bordered) return;
    this.#sheet.cells.push({ row, column, ...content, bordered: style.bordered, paper: style.paper });
  }

  #contentOf({ type, runs, style, formula }: OpenCell) {
    const text = runs.map((run) => run.text).join('');
    // A formula that was never computed has no figure; its own text shows that something stands there.
    if (type === '' && formula !== undefined) return textInCell(formula, style);
    if (type === 'Boolean') return textInCell(text.trim() === '1' ? 'TRUE' : 'FALSE', style);
    const number = Number(text);
    if (type === 'Number' && text.trim() !== '' && Number.isFinite(number)) {
      return numberInCell(number, style, this.#from1904);
    }
    return textInCell(styledText(runs), style);
  }
}
