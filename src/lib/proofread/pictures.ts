import { ZipArchive } from '../documents/unzip.ts';
import { Refusal } from '../report/issue.ts';

/** Where Word and OpenDocument packages keep their pictures. */
const PICTURE = /^(?:word\/media|pictures)\/[^/]+$/i;
const MOST = 40;

/** By their first bytes, never by their names: only what a browser shows as a plain picture. */
const TYPES: readonly { readonly type: string; readonly start: readonly number[] }[] = [
  { type: 'image/png', start: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/jpeg', start: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', start: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/bmp', start: [0x42, 0x4d] }
];

/** The pictures of a .docx or .odt in the order of their names; none for any other document. */
export function picturesOf(bytes: Uint8Array): Blob[] {
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
  const found = TYPES.find(({ start }) => start.every((byte, index) => content[index] === byte));
  return found ? new Blob([new Uint8Array(content)], { type: found.type }) : null;
}
