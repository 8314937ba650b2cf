import { Refusal } from '../report/issue.ts';
import type { DocumentContent } from './block.ts';
import { assertText, blocksOfFlow, figuresAfloat } from './flow.ts';
import { damaged } from './limits.ts';
import { ContentReader } from './odt/content.ts';
import { OPEN_DOCUMENT_NAMESPACES } from './odt/namespaces.ts';
import { TextStyles } from './odt/styles.ts';
import { isZip, ZipArchive } from './unzip.ts';
import { readXml } from './xml.ts';

/**
 * Reads an OpenDocument text (ISO/IEC 26300), a package or a single XML file (.fodt). Headers and footers stand in the styles and are left out; so are
 * comments, footnotes, deleted and hidden text. Throws `Refusal`: `document.encrypted`, `document.scan` when there are pictures and no text, and others.
 */
export function readOdt(bytes: Uint8Array): DocumentContent {
  const { content, common } = isZip(bytes) ? partsOf(bytes) : { content: bytes };
  const styles = new TextStyles();
  for (const part of [common, content]) if (part) styles.read(part);
  const reader = new ContentReader(styles);
  readXml(content, OPEN_DOCUMENT_NAMESPACES, reader);
  const blocks = blocksOfFlow(reader.items);
  if (reader.hasPicture) assertText(blocks);
  return { format: 'odt', blocks, issues: figuresAfloat(reader.afloat) };
}

function partsOf(bytes: Uint8Array): { content: Uint8Array; common?: Uint8Array | undefined } {
  const archive = new ZipArchive(bytes);
  assertNotEncrypted(archive.read('META-INF/manifest.xml'));
  const content = archive.read('content.xml');
  if (!content) throw damaged('odt-content');
  return { content, common: archive.read('styles.xml') };
}

/** A document with a password keeps its list of parts in the open and says there how the others are encrypted. */
function assertNotEncrypted(manifest: Uint8Array | undefined): void {
  if (!manifest) return;
  readXml(manifest, OPEN_DOCUMENT_NAMESPACES, {
    open({ name }) {
      if (name === 'manifest:encryption-data') throw new Refusal({ code: 'document.encrypted' });
      return undefined;
    }
  });
}
