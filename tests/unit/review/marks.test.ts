import { expect, test } from 'vitest';
import { KeptRecords } from '../../../src/lib/imports/kept-records.svelte.ts';
import { MemoryStorage } from '../../../src/lib/imports/memory-storage.ts';
import { StorageError } from '../../../src/lib/imports/storage.ts';
import { NO_RECORDS } from '../../../src/lib/imports/stored.ts';
import { ReviewMarks } from '../../../src/lib/review/marks.svelte.ts';
import { columnSumFlag, rowSumFlag } from './flags.ts';

async function opened(storage: MemoryStorage): Promise<ReviewMarks> {
  const marks = new ReviewMarks();
  marks.connect(new KeptRecords(storage, await storage.records()));
  return marks;
}

test('a mark is kept by rule, unit, year and cells', async () => {
  const storage = new MemoryStorage();
  const marks = await opened(storage);
  expect(await marks.set([rowSumFlag()], 'dismissed', '单位已说明')).toBe(true);
  const again = await opened(storage);
  // The figures were read anew: the flag is the same.
  expect(again.of(rowSumFlag({ actual: 999, difference: 883 }))).toEqual({ kind: 'dismissed', note: '单位已说明' });
  for (const other of [
    { unit: 'U2' },
    { year: 2024 },
    { rule: 't3.row-sum.partial' },
    { cells: ['t3.granted.total'] }
  ]) {
    expect(again.of(rowSumFlag(other))).toBeNull();
  }
});

test('several flags are marked at once, replaced and taken back', async () => {
  const marks = await opened(new MemoryStorage());
  await marks.set([rowSumFlag(), columnSumFlag()], 'confirmed');
  await marks.set([columnSumFlag()], 'sent');
  expect([marks.of(rowSumFlag())?.kind, marks.of(columnSumFlag())?.kind]).toEqual(['confirmed', 'sent']);
  await marks.remove(rowSumFlag());
  expect([marks.of(rowSumFlag()), marks.of(columnSumFlag())?.kind]).toEqual([null, 'sent']);
});

test('what was marked at once is taken back at once, to what each was before', async () => {
  const marks = await opened(new MemoryStorage());
  const [first, second] = [rowSumFlag(), rowSumFlag({ year: 2024 })];
  await marks.set([second], 'dismissed', '单位已说明');
  const before = await marks.setAlike([first, second], 'sent');
  expect([first, second].map((flag) => marks.of(flag)?.kind)).toEqual(['sent', 'sent']);
  expect(await marks.restore(before ?? [])).toBe(true);
  expect(marks.of(first)).toBeNull();
  expect(marks.of(second)).toEqual({ kind: 'dismissed', note: '单位已说明' });
});

test('what could not be kept is not shown, and the reason is', async () => {
  class FullStorage extends MemoryStorage {
    override async commit(): Promise<void> {
      throw new StorageError('full', null);
    }
  }
  const marks = await opened(new FullStorage());
  expect(await marks.set([rowSumFlag()], 'confirmed')).toBe(false);
  expect([marks.of(rowSumFlag()), marks.problem, marks.areLost]).toEqual([null, 'full', true]);
});

test('before there is a storage nothing is marked; a mark of another kind is left alone', async () => {
  const marks = new ReviewMarks();
  expect(await marks.set([rowSumFlag()], 'confirmed')).toBe(false);
  expect(marks.of(rowSumFlag())).toBeNull();
  const { rule, unit, year, cells } = rowSumFlag();
  const foreign = { rule, unit, year, cells, mark: 'starred', note: '', at: '2026-01-05T08:00:00Z' };
  marks.connect(new KeptRecords(new MemoryStorage(), { ...NO_RECORDS, marks: [foreign] }));
  expect(marks.of(rowSumFlag())).toBeNull();
});
