import type { DocumentContent } from './block.ts';
import { damaged } from './limits.ts';
import { workbookContent } from './sheet/sheet-blocks.ts';
import { ZipArchive } from './unzip.ts';
import { picturesOn } from './xlsx/drawings.ts';
import { readDifferentialLooks } from './xlsx/differential-looks.ts';
import { readSharedStrings } from './xlsx/shared-strings.ts';
import { readCellStyles } from './xlsx/styles.ts';
import { readWorkbook } from './xlsx/workbook.ts';
import { readWorksheet } from './xlsx/worksheet.ts';

/**
 * Reads a workbook (ECMA-376): what its cells display. Formulas give their stored results and are never computed.
 * What hidden sheets hold comes apart; hidden rows and columns are left out
 * and named.
 */
export function readXlsx(bytes: Uint8Array): DocumentContent {
  const archive = new ZipArchive(bytes);
  const { sheets: listed, sharedStrings, styles, from1904 } = readWorkbook(archive);
  const text = {
    strings: readSharedStrings(sharedStrings),
    styles: readCellStyles(styles),
    looks: readDifferentialLooks(styles),
    from1904
  };
  const sheets = listed.map(({ name, hidden, part }) => {
    const content = archive.read(part);
    if (!content) throw damaged('xlsx-sheet-missing');
    return readWorksheet(content, { name, hidden, pictures: picturesOn(archive, part) }, text);
  });
  return workbookContent('xlsx', sheets);
}
