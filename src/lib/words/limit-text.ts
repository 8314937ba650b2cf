import { m } from '../paraglide/messages.js';
import { numberText } from './number-words.ts';

/** What is limited, in words, with the unit in which `most` is given. */
const IN_BYTES: Readonly<Record<string, (most: { most: string }) => string>> = {
  fileBytes: m.limit_file_size,
  entryBytes: m.limit_entry_size,
  unzippedBytes: m.limit_unpacked_size
};
const COUNTED: Readonly<Record<string, (most: { most: string }) => string>> = {
  zipEntries: m.limit_entries,
  inflationRatio: m.limit_inflation,
  xmlDepth: m.limit_nesting,
  htmlDepth: m.limit_nesting,
  groupDepth: m.limit_nesting,
  htmlNodes: m.limit_page_elements,
  formatRuns: m.limit_formats,
  cells: m.limit_cells,
  paragraphs: m.limit_paragraphs,
  columns: m.limit_columns,
  pages: m.limit_pages,
  memory: m.limit_memory
};

/** A limit on documents by its technical name: 最多 60 页. `most` is in the limit's own unit, sizes in bytes. */
export function limitText(limit: string, most: number): string {
  const [words, size] = Object.hasOwn(IN_BYTES, limit) ? [IN_BYTES[limit], most / 1_000_000] : [ownWords(limit), most];
  return words ? words({ most: numberText(size) }) : m.limit_other();
}

function ownWords(limit: string): ((most: { most: string }) => string) | undefined {
  return Object.hasOwn(COUNTED, limit) ? COUNTED[limit] : undefined;
}
