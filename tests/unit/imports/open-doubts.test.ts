import { expect, test } from 'vitest';
import { MemoryStorage } from '../../../src/lib/imports/memory-storage.ts';
import { countOpenDoubts } from '../../../src/lib/imports/open-doubts.ts';
import type { Issue } from '../../../src/lib/report/issue.ts';
import { idOf, sampleDocument, sampleReport } from './samples.ts';

const AT = '2026-02-01T00:00:00.000Z';

/** A storage with one document of two reports, the second without a doubt. */
async function kept(issues: readonly Issue[], ofDocument: readonly Issue[] = []): Promise<MemoryStorage> {
  const reports = [{ ...sampleReport('石桥镇', 2024), issues: [...issues] }, sampleReport('石桥镇', 2023)];
  const { document, result } = sampleDocument(1, reports);
  const storage = new MemoryStorage();
  await storage.commit({
    documents: [{ document, result: { ...result, issues: [...ofDocument] }, original: new Blob(['年报']) }]
  });
  return storage;
}

const answered = (...cells: string[]) =>
  cells.map((cell) => ({ document: idOf(1), index: 0, cell, value: 5, confirmed: false, at: AT }));

const unreadable: Issue = { code: 'cell.unreadable', cell: 't3.new.total', values: { raw: '约5' } };
const lostRow: Issue = { code: 'row.missing', values: { row: 't4.review' } };
const REVIEW = ['upheld', 'corrected', 'other', 'pending', 'total'].map((column) => `t4.review.${column}`);

test('a document that nobody has answered about is not looked at', async () => {
  expect(await countOpenDoubts(await kept([unreadable]), [])).toEqual(new Map());
});

test('a doubt is answered with its cell, that of a row with every cell of it', async () => {
  const storage = await kept([unreadable, lostRow]);
  const open = async (...cells: string[]): Promise<number | undefined> =>
    (await countOpenDoubts(storage, answered(...cells))).get(idOf(1));
  expect(await open('t3.new.person')).toBe(2);
  expect(await open('t3.new.total')).toBe(1);
  expect(await open('t3.new.total', ...REVIEW.slice(1))).toBe(1);
  expect(await open('t3.new.total', ...REVIEW)).toBe(0);
  // Another report's cells answer nothing.
  const other = answered('t3.new.total', ...REVIEW).map((correction) => ({ ...correction, index: 1 }));
  expect((await countOpenDoubts(storage, other)).get(idOf(1))).toBe(2);
});

test('whose report it is was settled when it was placed; what is about no cell stays open', async () => {
  const placed: Issue[] = [unreadable, { code: 'title.unit-from-file-name' }, { code: 'document.entered-by-hand' }];
  expect((await countOpenDoubts(await kept(placed), answered('t3.new.total'))).get(idOf(1))).toBe(0);
  const mixed = await kept([unreadable, { code: 'report.mixed' }], [{ code: 'document.figure-afloat' }]);
  expect((await countOpenDoubts(mixed, answered('t3.new.total'))).get(idOf(1))).toBe(2);
});
