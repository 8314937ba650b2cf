import type { DocumentContent } from './block.ts';
import { BodyReader } from './docx/body.ts';
import { WORD_NAMESPACES } from './docx/namespaces.ts';
import { SingleFile } from './docx/single-file.ts';
import { Numbering } from './docx/numbering.ts';
import { readStyles } from './docx/styles.ts';
import { assertText, blocksOfFlow, figuresAfloat } from './flow.ts';
import { damaged } from './limits.ts';
import { relatedPart } from './ooxml-relations.ts';
import { isZip, ZipArchive } from './unzip.ts';
import { readXml } from './xml.ts';

/**
 * Reads a Word document (Office Open XML, transitional or strict), or one in a single XML file. Headers, footers,
 * footnotes and comments are left out. Throws `Refusal`, `document.scan` when there are pictures and no text.
 */
export function readDocx(bytes: Uint8Array): DocumentContent {
  const body = isZip(bytes) ? bodyOfPackage(bytes) : new BodyReader(readStyles(bytes), new Numbering(bytes));
  if (!isZip(bytes)) readXml(bytes, WORD_NAMESPACES, new SingleFile(body));
  const blocks = blocksOfFlow(body.items);
  if (body.hasPicture) assertText(blocks);
  return { format: 'docx', blocks, issues: figuresAfloat(body.afloat) };
}

function bodyOfPackage(bytes: Uint8Array): BodyReader {
  const archive = new ZipArchive(bytes);
  const main = relatedPart(archive, '', 'officeDocument') ?? 'word/document.xml';
  const document = archive.read(main);
  if (!document) throw damaged('docx-main-part');
  const part = (type: string): Uint8Array | undefined => {
    const name = relatedPart(archive, main, type);
    return name === undefined ? undefined : archive.read(name);
  };
  const body = new BodyReader(readStyles(part('styles')), new Numbering(part('numbering')));
  readXml(document, WORD_NAMESPACES, body);
  return body;
}
