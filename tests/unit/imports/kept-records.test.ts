import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KeptRecords } from '../../../src/lib/imports/kept-records.svelte.ts';
import { MemoryStorage } from '../../../src/lib/imports/memory-storage.ts';
import { StorageError, type WholeDocument } from '../../../src/lib/imports/storage.ts';
import { NO_RECORDS, type Correction, type Decision } from '../../../src/lib/imports/stored.ts';
import { idOf, sampleDocument, sampleReport } from './samples.ts';

const AT = '2026-01-02T00:00:00.000Z';
const whole = (number: number): WholeDocument => ({
  ...sampleDocument(number, [sampleReport('石桥镇', 2024)]),
  original: new Blob(['x'])
});
const decision = (number: number): Decision => {
  return { document: idOf(number), index: 0, unit: 'A2', year: 2024, choice: null, rivals: [], at: AT };
};
const shown = (kept: KeptRecords): string[] => kept.current.documents.map(({ file }) => file);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('documents that come in one after the other show together, and are known at once', async () => {
  const kept = new KeptRecords(new MemoryStorage(), NO_RECORDS);
  await kept.add(whole(2), [decision(2)]);
  await kept.add(whole(1), [decision(1)]);
  expect(shown(kept)).toEqual([]);
  expect(kept.document(idOf(2))?.file).toBe('2.docx');
  expect(kept.saved.decisions).toHaveLength(2);
  const { revision } = kept;
  vi.advanceTimersByTime(1_000);
  // By the time of import, and as one change.
  expect(shown(kept)).toEqual(['1.docx', '2.docx']);
  expect(kept.current.decisions).toHaveLength(2);
  expect(kept.revision).toBe(revision + 1);
  vi.advanceTimersByTime(1_000);
  expect(kept.revision).toBe(revision + 1);
});

test('what a person does meanwhile finds them shown', async () => {
  const kept = new KeptRecords(new MemoryStorage(), NO_RECORDS);
  await kept.add(whole(1), [decision(1)]);
  await kept.add(whole(2), [decision(2)]);
  await kept.save({ removed: [idOf(1)] });
  expect(shown(kept)).toEqual(['2.docx']);
  vi.advanceTimersByTime(1_000);
  expect(shown(kept)).toEqual(['2.docx']);
  expect(kept.current.decisions.map(({ document }) => document)).toEqual([idOf(2)]);
});

test('a document read anew takes the place of the old one, with what was decided and corrected in it', async () => {
  const kept = new KeptRecords(new MemoryStorage(), NO_RECORDS);
  const correction: Correction = {
    document: idOf(1),
    index: 0,
    cell: 't3.new.total',
    value: 3,
    confirmed: false,
    at: AT
  };
  await kept.commit({ documents: [whole(1)], decisions: [decision(1)], corrections: [correction] });
  await kept.add(whole(1), []);
  kept.show();
  expect(shown(kept)).toEqual(['1.docx']);
  expect(kept.current).toMatchObject({ decisions: [], corrections: [] });
  expect(await kept.storage.records()).toEqual(kept.current);
});

test('what could not be saved is neither shown nor known', async () => {
  const storage = new MemoryStorage();
  storage.commit = () => Promise.reject(new StorageError('full', new Error('no room')));
  const kept = new KeptRecords(storage, NO_RECORDS);
  await expect(kept.add(whole(1), [])).rejects.toThrow('no room');
  vi.advanceTimersByTime(1_000);
  expect(shown(kept)).toEqual([]);
  expect(kept.document(idOf(1))).toBeUndefined();
});
