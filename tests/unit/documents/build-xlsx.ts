import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface SheetParts {
  readonly name?: string;
  readonly state?: string;
  /** The inside of `sheetData`. */
  readonly rows: string;
  /** What stands before and after `sheetData`. */
  readonly before?: string;
  readonly after?: string;
}

export interface WorkbookParts {
  readonly sharedStrings?: string;
  /** Number formats by id from 164, as cells' styles 1, 2, … in this order. */
  readonly formats?: readonly string[];
  /** Attributes of `workbookPr`. */
  readonly properties?: string;
}

/** Cells of one row of a sheet: strings become inline text, numbers numbers, `<c …` stays as it is, null is none. */
export function row(number: number, cells: readonly (string | number | null)[], attributes = ''): string {
  const content = cells.map((cell, index) => {
    const reference = `${String.fromCharCode(65 + index)}${number}`;
    if (cell === null) return '';
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
    if (cell.startsWith('<c')) return cell.replace('<c', `<c r="${reference}"`);
    return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`;
  });
  return `<row r="${number}" ${attributes}>${content.join('')}</row>`;
}

export function merges(...ranges: readonly string[]): string {
  return `<mergeCells>${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
}

/** A workbook's entries, for tests that change them before packing. Style 1 + formats.length has a border. */
export function workbookParts(sheets: readonly SheetParts[], parts: WorkbookParts = {}): Record<string, string> {
  const { sharedStrings = '', formats = [], properties = '' } = parts;
  const numbers = formats.map((format, index) => `<numFmt numFmtId="${164 + index}" formatCode="${format}"/>`);
  const styles = formats.map((_, index) => `<xf numFmtId="${164 + index}"/>`);
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name ?? `表${index + 1}`}" sheetId="${index + 1}" ${state ? `state="${state}"` : ''} r:id="rId${index + 1}"/>`
  );
  const related = sheets.map((_, index) =>
    relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)
  );
  const entries: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr ${properties}/><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}">${related.join('')}${relation('rId90', 'styles', 'styles.xml')}${relation('rId91', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${numbers.length}">${numbers.join('')}</numFmts><borders count="2"><border><left/><right/></border><border><left style="thin"/><right/></border></borders><cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles.join('')}<xf numFmtId="0" borderId="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${sharedStrings}</sst>`
  };
  sheets.forEach(({ rows, before = '', after = '' }, index) => {
    entries[`xl/worksheets/sheet${index + 1}.xml`] =
      `${HEAD}<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`;
  });
  return entries;
}

export function pack(entries: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)])));
}

export function xlsx(sheets: readonly SheetParts[], parts: WorkbookParts = {}): Uint8Array {
  return pack(workbookParts(sheets, parts));
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
}
