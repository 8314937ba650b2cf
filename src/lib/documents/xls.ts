import type { DocumentContent } from './block.ts';
import { damaged } from './limits.ts';
import { readExcelXml } from './excel-xml/workbook.ts';
import { isOle, OleFile } from './ole.ts';
import { withinBounds } from './out-of-bounds.ts';
import { workbookContent } from './sheet/sheet-blocks.ts';
import { RecordStream } from './xls/records.ts';
import { readXlsWorkbook } from './xls/workbook.ts';
import { readXlsWorksheet } from './xls/worksheet.ts';

/**
 * Reads a workbook of Excel 97 to 2003 (BIFF8, [MS-XLS]), which .xls and .et hold, or one in Excel's single XML file,
 * which many systems call .xls: what its cells display.
 * Formulas give their stored results. What hidden sheets hold comes apart; hidden rows and columns are left out
 * and named.
 * Own code: the library at hand does not end on some damaged files.
 */
export function readXls(bytes: Uint8Array): DocumentContent {
  return isOle(bytes) ? withinBounds(() => readStreams(bytes)) : workbookContent('xls', readExcelXml(bytes));
}

function readStreams(bytes: Uint8Array): DocumentContent {
  const file = new OleFile(bytes);
  const content = file.stream('Workbook') ?? file.stream('Book');
  if (!content) throw damaged('xls-stream-missing');
  const stream = new RecordStream(content);
  const workbook = readXlsWorkbook(stream);
  const sheets = workbook.sheets.map((sheet) => readXlsWorksheet(stream, workbook, sheet));
  return workbookContent('xls', sheets);
}
