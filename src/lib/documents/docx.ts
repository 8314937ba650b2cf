import type { DocumentContent } from './block.ts';
import { BodyReader } from './docx/body.ts';
import { relationTarget, WORD_NAMESPACES } from './docx/package.ts';
import { readStyles, type TextStyles } from './docx/styles.ts';
import { blocksOfFlow } from './flow.ts';
import { damaged } from './limits.ts';
import { ZipArchive } from './unzip.ts';
import { readXml } from './xml.ts';

/**
 * Reads a Word document (Office Open XML, transitional or strict). Headers, footers, footnotes and comments are other
 * parts of the package and are left out. Throws `Refusal`.
 */
export function readDocx(bytes: Uint8Array): DocumentContent {
  const archive = new ZipArchive(bytes);
  const main = relationTarget(archive, '', 'officeDocument') ?? 'word/document.xml';
  const document = archive.read(main);
  if (!document) throw damaged('docx-main-part');
  const body = new BodyReader(stylesOf(archive, main));
  readXml(document, WORD_NAMESPACES, body);
  return { format: 'docx', blocks: blocksOfFlow(body.items) };
}

function stylesOf(archive: ZipArchive, main: string): TextStyles {
  const name = relationTarget(archive, main, 'styles');
  const part = name === undefined ? undefined : archive.read(name);
  return readStyles(part);
}
