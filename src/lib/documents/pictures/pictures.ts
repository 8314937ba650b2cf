import { Refusal } from '../../report/issue.ts';
import type { Format } from '../block.ts';
import { contentOf, leavesOf, parsePart } from '../mht/mime.ts';
import { pictureType } from '../picture-type.ts';
import { sniff } from '../sniff.ts';
import { ZipArchive } from '../unzip.ts';
import { olePictures } from './ole-pictures.ts';
import { rtfPictures } from './rtf-pictures.ts';

/** Where Word, Excel and OpenDocument packages keep their pictures. */
const IN_PACKAGE = /^(?:(?:word|xl)\/media|pictures)\/[^/]+$/i;
/** What a browser cannot show. */
const UNSHOWABLE = new Set(['image/tiff']);
const MOST = 40;

/**
 * The pictures in a document for a person to see, or a picture itself: those of a package in the order of their names,
 * of others in that of their bytes. A PDF's pages are drawn whole instead, and a broken document has none.
 */
export function picturesOf(bytes: Uint8Array): Blob[] {
  if (pictureType(bytes) !== null) return blobsOf([bytes]);
  try {
    return blobsOf(picturesIn(bytes, sniff(bytes)));
  } catch (error) {
    if (error instanceof Refusal || error instanceof RangeError) return [];
    throw error;
  }
}

function picturesIn(bytes: Uint8Array, format: Format): Uint8Array[] {
  if (format === 'docx' || format === 'xlsx' || format === 'odt') return packagePictures(bytes);
  if (format === 'doc' || format === 'xls') return olePictures(bytes);
  if (format === 'rtf') return rtfPictures(bytes);
  if (format === 'mht')
    return leavesOf(parsePart(bytes))
      .filter(({ type }) => type.startsWith('image/'))
      .map(contentOf);
  return [];
}

function packagePictures(bytes: Uint8Array): Uint8Array[] {
  const archive = new ZipArchive(bytes);
  return archive.entries
    .filter(({ name }) => IN_PACKAGE.test(name))
    .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }))
    .slice(0, MOST)
    .map((entry) => archive.open(entry));
}

function blobsOf(contents: readonly Uint8Array[]): Blob[] {
  return contents.slice(0, MOST).flatMap((content) => {
    const type = pictureType(content);
    return type === null || UNSHOWABLE.has(type) ? [] : [new Blob([new Uint8Array(content)], { type })];
  });
}
