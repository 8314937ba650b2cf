import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../../src/lib/documents/read-blocks.ts';
import { assertGrid, shown } from './show-blocks.ts';

/** A document made by hand (.docx), and as another program saved it anew in the other formats. */
describe.each(['marks-by-styles', 'text-boxes'])('the document with %s', (name) => {
  const folder = new URL(`../../fixtures/documents/${name}/`, import.meta.url);
  const { blocks, issues } = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'));

  it.each(['docx', 'doc', 'rtf', 'odt'])('is the same as .%s', async (format) => {
    const content = await readBlocks(new Uint8Array(readFileSync(new URL(`report.${format}`, folder))));
    assertGrid(content.blocks);
    expect(shown(content.blocks)).toEqual(blocks);
    expect(content.issues).toEqual(issues);
  });
});
