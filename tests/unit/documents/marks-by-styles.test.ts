import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../src/lib/documents/read-blocks.ts';
import { assertGrid, shown } from './show-blocks.ts';

/** One document with marks that its styles and its cells' colours give, and as another program saved it anew. */
describe.each(['docx', 'doc', 'rtf', 'odt'])('marks by styles and colours of cells in a .%s', (format) => {
  const folder = new URL('../../fixtures/documents/marks-by-styles/', import.meta.url);

  it('are told as those of the text itself', async () => {
    const { blocks } = await readBlocks(new Uint8Array(readFileSync(new URL(`report.${format}`, folder))));
    assertGrid(blocks);
    expect(shown(blocks)).toEqual(JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')));
  });
});
