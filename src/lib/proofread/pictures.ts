import { pictureType } from '../documents/picture-type.ts';
import { ZipArchive } from '../documents/unzip.ts';
import { Refusal } from '../report/issue.ts';

/** Where Word and OpenDocument packages keep their pictures. */
const PICTURE = /^(?:word\/media|pictures)\/[^/]+$/i;
const MOST = 40;

/** What a browser cannot show. */
const UNSHOWABLE = new Set(['image/tiff']);

/** The pictures of a .docx or .odt in the order of their names, or a picture itself; none for any other document. */
export function picturesOf(bytes: Uint8Array): Blob[] {
  const lone = pictureOf(bytes);
  if (lone) return [lone];
  try {
    const archive = new ZipArchive(bytes);
    return archive.entries
      .filter(({ name }) => PICTURE.test(name))
      .sort((one, other) => one.name.localeCompare(other.name, 'en', { numeric: true }))
      .slice(0, MOST)
      .flatMap((entry) => pictureOf(archive.open(entry)) ?? []);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function pictureOf(content: Uint8Array): Blob | null {
  const type = pictureType(content);
  return type === null || UNSHOWABLE.has(type) ? null : new Blob([new Uint8Array(content)], { type });
}
