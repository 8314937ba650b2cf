import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { readBlocks } from '../../../src/lib/documents/read-blocks.ts';
import { READERS } from '../../../src/lib/documents/readers.ts';
import { cell, docx, mainPart, packageOf, paragraph, row, run, table } from './build-docx.ts';
import { assertGrid, refusal, shown } from './show-blocks.ts';

const CELLS = Array.from({ length: 6 }, (_, at) => cell(String(at), at === 2 ? '<w:gridSpan w:val="2"/>' : ''));
const BODY =
  paragraph(run('小沙街道政府信息公开工作年度报告')) +
  table([row(CELLS), row(CELLS), row(CELLS)]) +
  paragraph(run('7', '<w:vanish/>') + run('6'));
const MARKUP =
  '<html><head><style>.h{display:none}</style></head><body><h1>小沙街道</h1><table border=1>' +
  '<tr><td rowspan="2" colspan=2>规章</td><td>1</td><td>2</td></tr><tr><td class=h>9</td><td>3<br>4</td></tr>' +
  '</table><p>&nbsp;一<sup>1</sup></p><pre>a\tb</pre></body></html>';

/** A few bytes overwritten, removed or doubled. */
const mutation = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.uint8Array({ maxLength: 4 }),
    removed: fc.nat(6)
  }),
  { minLength: 1, maxLength: 4 }
);
type Mutation = readonly { readonly at: number; readonly bytes: Uint8Array; readonly removed: number }[];

function mutated(bytes: Uint8Array, mutations: Mutation): Uint8Array {
  return mutations.reduce((current, { at, bytes: put, removed }) => {
    const from = Math.floor(at * current.length);
    return Uint8Array.from([...current.subarray(0, from), ...put, ...current.subarray(from + removed)]);
  }, bytes);
}

/** More cells than are allowed, each with a text of its own so that they do not pack too well. */
function hugeTable(): string {
  const cells = Array.from({ length: 201_000 }, (_, at) => `<w:tc><w:p><w:r><w:t>${at}</w:t></w:r></w:p></w:tc>`);
  const rows = Array.from({ length: 402 }, (_, at) => `<w:tr>${cells.slice(at * 500, at * 500 + 500).join('')}</w:tr>`);
  return mainPart(`<w:tbl>${rows.join('')}</w:tbl>`);
}

/** Reads or refuses; a grid that does not fit, another error or more than five seconds fail the test. */
async function survives(bytes: Uint8Array): Promise<void> {
  const started = performance.now();
  const code = await refusal(async () => assertGrid((await readBlocks(bytes)).blocks));
  expect(code ?? 'read').not.toMatch(/Error$/);
  expect(performance.now() - started).toBeLessThan(5_000);
}

describe('readBlocks', () => {
  // The first document of a format also loads its reader, which the time of a single one must not include.
  beforeAll(async () => {
    await Promise.all([READERS.docx?.(), READERS.html?.()]);
  });

  it('reads by content', async () => {
    const word = await readBlocks(docx(BODY));
    expect(word.format).toBe('docx');
    const line = ['0@0', '1@1', '2@2', '3@3', '4@4', '5@5'];
    expect(shown(word.blocks)).toEqual(['小沙街道政府信息公开工作年度报告', [line, line, line], '6']);
    const page = await readBlocks(strToU8(MARKUP));
    expect(page.format).toBe('html');
    expect(shown(page.blocks)).toEqual(['小沙街道', [['规章@0v2', '1@1', '2@2'], ['3\n4@1']], ' 一^1', 'a\tb']);
  });

  it('refuses an empty file, one too large and one of no known kind', async () => {
    expect(await refusal(() => readBlocks(new Uint8Array()))).toBe('document.empty');
    expect(await refusal(() => readBlocks(new Uint8Array(20_000_001)))).toBe('document.too-large');
    expect(await refusal(() => readBlocks(Uint8Array.from([0, 1, 2, 3])))).toBe('document.unknown-format');
  });

  it('refuses a document cut anywhere in its packing and reads a page cut anywhere', async () => {
    const whole = docx(BODY);
    for (let length = 4; length < whole.length; length += 97) {
      expect(await refusal(() => readBlocks(whole.slice(0, length)))).toMatch(/^document\.damaged/);
    }
    const page = strToU8(MARKUP);
    for (let length = 30; length < page.length; length += 11) await survives(page.slice(0, length));
  });

  it('turns an unforeseen error of a reader into a refusal', async () => {
    const before = READERS.html;
    READERS.html = async () => () => {
      throw new TypeError('unforeseen');
    };
    try {
      expect(await refusal(() => readBlocks(strToU8(MARKUP)))).toBe('document.damaged TypeError');
    } finally {
      READERS.html = before;
    }
  });

  it.each([
    [
      'an entity bomb',
      mainPart(BODY).replace('<w:document', '<!DOCTYPE a [<!ENTITY a "1">]><w:document'),
      'document.damaged xml-dtd'
    ],
    ['100,000 nested elements', mainPart('<w:sdt>'.repeat(100_000)), 'document.limit xmlDepth'],
    ['100 tables in each other', mainPart('<w:tbl><w:tr><w:tc>'.repeat(100)), 'document.limit xmlDepth'],
    ['a huge table', hugeTable(), 'document.limit cells']
  ])('refuses a docx with %s', async (_, main, expected) => {
    expect(await refusal(() => readBlocks(packageOf(main)))).toBe(expected);
  });

  it('survives a page with bytes changed', { timeout: 60_000 }, async () => {
    const page = strToU8(MARKUP);
    await fc.assert(
      fc.asyncProperty(mutation, (mutations) => survives(mutated(page, mutations))),
      { numRuns: 400 }
    );
  });

  it('survives a docx with bytes of its package changed', { timeout: 60_000 }, async () => {
    const whole = docx(BODY);
    await fc.assert(
      fc.asyncProperty(mutation, (mutations) => survives(mutated(whole, mutations))),
      { numRuns: 300 }
    );
  });

  it('survives a docx with bytes of its text changed', { timeout: 60_000 }, async () => {
    const main = strToU8(mainPart(BODY));
    await fc.assert(
      fc.asyncProperty(mutation, async (mutations) => {
        // A text that is no valid UTF-8 cannot be put into the package as text.
        const text = new TextDecoder().decode(mutated(main, mutations));
        await survives(packageOf(text));
      }),
      { numRuns: 300 }
    );
  });
});
