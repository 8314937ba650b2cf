import { damaged } from '../limits.ts';
import { relations } from '../ooxml-relations.ts';
import type { ZipArchive } from '../unzip.ts';
import { readXml } from '../xml.ts';
import { isTrue, SHEET_NAMESPACES } from './namespaces.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The entry that holds it. */
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly sharedStrings: Uint8Array | undefined;
  readonly styles: Uint8Array | undefined;
  /** Dates count from 1904. */
  readonly from1904: boolean;
}

/** Finds a workbook's parts. Throws `Refusal`. */
export function readWorkbook(archive: ZipArchive): Workbook {
  const main = [...relations(archive, '').values()].find(({ type }) => type === 'officeDocument')?.target;
  const name = main ?? 'xl/workbook.xml';
  const part = archive.read(name);
  if (!part) throw damaged('xlsx-workbook-missing');
  const related = relations(archive, name);
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  readXml(part, SHEET_NAMESPACES, {
    open(element) {
      if (element.name === 'x:workbookPr') from1904 = isTrue(element.attribute('date1904'));
      if (element.name !== 'x:sheet') return undefined;
      const relation = related.get(element.attribute('r:id') ?? '');
      if (!relation) throw damaged('xlsx-sheet-missing');
      // Charts and macro sheets stand in the same list.
      if (relation.type === 'worksheet') {
        const hidden = (element.attribute('state') ?? 'visible') !== 'visible';
        sheets.push({ name: element.attribute('name') ?? '', hidden, part: relation.target });
      }
      return undefined;
    }
  });
  const only = (type: string): Uint8Array | undefined => {
    const relation = [...related.values()].find((candidate) => candidate.type === type);
    return relation && archive.read(relation.target);
  };
  return { sheets, sharedStrings: only('sharedStrings'), styles: only('styles'), from1904 };
}
