import { describe, expect, test, vi } from 'vitest';
import { ImportQueue, type QueueOptions } from '../../../src/lib/imports/queue.svelte.ts';
import type { ReadReply } from '../../../src/lib/imports/read-protocol.ts';
import { StorageError } from '../../../src/lib/imports/storage.ts';
import type { DocumentResult } from '../../../src/lib/report/report.ts';
import { idOf } from './samples.ts';

const blob = new Blob(['x']);
const file = (path: string) => ({ file: blob, path });

function documentReply(status: DocumentResult['status'], issues: DocumentResult['issues'] = []): ReadReply {
  const result: DocumentResult = { file: 'x', status, format: 'docx', reports: [], issues };
  return { kind: 'document', id: idOf(1), size: 1, original: blob, result };
}

function queueOf(options: Partial<QueueOptions> = {}): { queue: ImportQueue; idle: Promise<void> } {
  let through: () => void = () => undefined;
  const idle = new Promise<void>((resolve) => (through = resolve));
  const queue = new ImportQueue({
    read: async () => documentReply('read'),
    keep: async () => 'kept',
    takeRegister: null,
    lanes: 2,
    onidle: through,
    ...options
  });
  return { queue, idle };
}

const statuses = (queue: ImportQueue): string[] => queue.items.map(({ path, status }) => `${path} ${status}`);

test('each file ends with its own state, and one does not stop the others', async () => {
  const replies: Record<string, ReadReply> = {
    clean: documentReply('read'),
    doubtful: documentReply('partial'),
    scan: documentReply('refused', [{ code: 'document.scan' }]),
    picture: documentReply('refused', [{ code: 'document.unknown-format' }]),
    slow: { kind: 'refused', issue: { code: 'document.timeout', values: { seconds: 10 } } }
  };
  const keep = vi.fn(async () => 'kept' as const);
  const { queue, idle } = queueOf({ read: async (_, path) => replies[path] ?? null, keep });
  queue.add(Object.keys(replies).map(file));
  await idle;
  expect(statuses(queue)).toEqual(['clean read', 'doubtful doubts', 'scan refused', 'picture refused', 'slow refused']);
  expect(queue.items.map(({ saved }) => saved)).toEqual([true, true, true, false, false]);
  // A picture is kept nowhere; a scan may still be entered by hand.
  expect(keep).toHaveBeenCalledTimes(3);
  expect(queue.items.at(-1)?.issues[0]?.code).toBe('document.timeout');
  expect(queue.progress).toEqual({ done: 5, all: 5 });
});

test('no more files at a time than lanes', async () => {
  let now = 0;
  let most = 0;
  const { queue, idle } = queueOf({
    async read() {
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now -= 1;
      return documentReply('read');
    }
  });
  queue.add(Array.from({ length: 9 }, (_, index) => file(String(index))));
  expect(queue.count('reading')).toBe(2);
  expect(queue.count('waiting')).toBe(7);
  await idle;
  expect(most).toBe(2);
});

test('what could not be saved is not shown as saved, and can be tried again', async () => {
  let full = true;
  const { queue, idle } = queueOf({
    async keep() {
      if (full) throw new StorageError('full', new Error('no room'));
      return 'kept';
    }
  });
  queue.add([file('a')]);
  await idle;
  const [item] = queue.items;
  expect(item).toMatchObject({ status: 'unsaved', saved: false });
  expect(item?.storage?.code).toBe('full');
  full = false;
  if (item) queue.retry(item);
  await vi.waitFor(() => expect(item?.status).toBe('read'));
  expect(item).toMatchObject({ saved: true, storage: null });
});

test('the same file twice is known the second time', async () => {
  const keep = vi.fn<QueueOptions['keep']>().mockResolvedValueOnce('kept').mockResolvedValueOnce('known');
  const { queue, idle } = queueOf({ keep, lanes: 1 });
  queue.add([file('a'), file('b')]);
  await idle;
  expect(statuses(queue)).toEqual(['a read', 'b known']);
});

describe('a register of units', () => {
  const units = [
    { code: 'A1', name: '云川街道', district: '东湖区', kind: '街道' as const, order: 1, formerNames: [] }
  ];
  const read: QueueOptions['read'] = async () => ({ kind: 'register', units });

  test('is taken where none is published', async () => {
    const takeRegister = vi.fn(async () => undefined);
    const { queue, idle } = queueOf({ read, takeRegister });
    queue.add([file('units.csv')]);
    await idle;
    expect(takeRegister).toHaveBeenCalledWith(units);
    expect(queue.items[0]).toMatchObject({ status: 'register', saved: true });
  });

  test('is refused beside a published one, and said', async () => {
    const { queue, idle } = queueOf({ read });
    queue.add([file('units.csv')]);
    await idle;
    expect(queue.items[0]).toMatchObject({ status: 'refused', issues: [{ code: 'document.register-not-needed' }] });
  });
});

describe('cancel', () => {
  test('a file that waits is never read, one that is read stops, and either can be tried again', async () => {
    const read = vi.fn<QueueOptions['read']>(
      (_file, _path, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(null)))
    );
    const { queue, idle } = queueOf({ read, lanes: 1 });
    queue.add([file('a'), file('b')]);
    queue.cancelAll();
    await idle;
    expect(statuses(queue)).toEqual(['a cancelled', 'b cancelled']);
    expect(read).toHaveBeenCalledTimes(1);
    read.mockResolvedValue(documentReply('read'));
    const [, second] = queue.items;
    if (second) queue.retry(second);
    await vi.waitFor(() => expect(statuses(queue)).toEqual(['a cancelled', 'b read']));
  });

  test('a result that comes after the cancel is not kept', async () => {
    const keep = vi.fn(async () => 'kept' as const);
    let answer: (reply: ReadReply) => void = () => undefined;
    const { queue, idle } = queueOf({ read: () => new Promise((resolve) => (answer = resolve)), keep });
    queue.add([file('a')]);
    queue.cancelAll();
    answer(documentReply('read'));
    await idle;
    expect(statuses(queue)).toEqual(['a cancelled']);
    expect(keep).not.toHaveBeenCalled();
  });
});

test('all that did not get in can be tried again at once', async () => {
  let full = true;
  const { queue, idle } = queueOf({
    async keep() {
      if (full) throw new StorageError('full', new Error('no room'));
      return 'kept';
    }
  });
  queue.add(['a', 'b', 'c'].map(file));
  await idle;
  expect(queue.outside).toBe(3);
  full = false;
  queue.retryOutside();
  await vi.waitFor(() => expect(statuses(queue)).toEqual(['a read', 'b read', 'c read']));
  expect(queue.outside).toBe(0);
});

describe('archives', () => {
  test('an archive becomes its files; what could not be unpacked says why', async () => {
    const archive: ReadReply = {
      kind: 'archive',
      entries: [file('z/a'), file('z/b')],
      refused: [{ path: 'z/c', issue: { code: 'document.encrypted' } }],
      skipped: 2
    };
    const { queue, idle } = queueOf({ read: async (_, path) => (path === 'z' ? archive : documentReply('read')) });
    queue.add([file('z')]);
    await idle;
    expect(statuses(queue)).toEqual(['z unpacked', 'z/a read', 'z/b read', 'z/c refused']);
    expect(queue.progress).toEqual({ done: 3, all: 3 });
    expect(queue.skipped).toBe(2);
  });

  test('one without a file is refused', async () => {
    const { queue, idle } = queueOf({
      read: async () => ({ kind: 'archive', entries: [], refused: [], skipped: 1 })
    });
    queue.add([file('z')]);
    await idle;
    expect(queue.items[0]).toMatchObject({ status: 'refused', issues: [{ code: 'document.empty' }] });
  });
});

test('a file that the system does not open is refused', async () => {
  const { queue, idle } = queueOf();
  queue.add([{ file: null, path: 'a' }]);
  await idle;
  expect(queue.items[0]?.issues[0]?.code).toBe('document.cannot-open');
});

test('the next batch begins with what is still to be done', async () => {
  const { queue, idle } = queueOf({
    read: async (_, path) => documentReply(path === 'bad' ? 'refused' : 'read', [{ code: 'document.empty' }])
  });
  queue.add([file('good'), file('bad')]);
  await idle;
  queue.add([file('more')]);
  expect(queue.items.map(({ path }) => path)).toEqual(['bad', 'more']);
});

test('thousands of files are listed piece by piece, each once and in order', async () => {
  const { queue, idle } = queueOf({ lanes: 4 });
  const paths = Array.from({ length: 1_100 }, (_, index) => `${index}`);
  queue.add(paths.slice(0, 900).map(file));
  queue.add(paths.slice(900).map(file));
  expect(queue.items.length).toBeLessThan(300);
  expect(queue.progress.all).toBe(1_100);
  expect(queue.busy).toBe(true);
  await vi.waitFor(() => expect(queue.progress.done).toBe(1_100));
  await idle;
  expect(queue.items.map(({ path }) => path)).toEqual(paths);
});

test('cancelling all takes the files that were not listed yet too', () => {
  const { queue } = queueOf({ read: () => new Promise(() => undefined) });
  queue.add(Array.from({ length: 600 }, (_, index) => file(`${index}`)));
  queue.cancelAll();
  expect(queue.count('cancelled')).toBe(600);
  expect(queue.busy).toBe(false);
});

test('those that got in nowhere are given a few at a time, and a second try takes them off', async () => {
  const bad = { kind: 'refused', issue: { code: 'document.empty' } } as const;
  const { queue, idle } = queueOf({ read: async () => bad });
  queue.add(Array.from({ length: 30 }, (_, index) => file(`${index}`)));
  await idle;
  expect(queue.left(20)).toMatchObject({ all: 30, items: { length: 20 } });
  expect(queue.left(20).items[0]?.path).toBe('0');
  const [first] = queue.items;
  if (first) queue.retry(first);
  expect(queue.left(20).all).toBe(29);
  queue.tidy();
  expect(queue.left(20).all).toBe(0);
});

test('a file that was stopped and taken off the list while it was saved is counted nowhere', async () => {
  let save: () => void = () => undefined;
  const saved = new Promise<void>((resolve) => (save = resolve));
  const { queue } = queueOf({ keep: () => saved.then(() => 'kept' as const) });
  queue.add([file('a')]);
  await vi.waitFor(() => expect(queue.count('reading')).toBe(1));
  await Promise.resolve();
  queue.cancelAll();
  queue.tidy();
  save();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(queue.progress).toEqual({ done: 0, all: 0 });
  expect(queue.count('read', 'cancelled')).toBe(0);
});

test('files that come while everything is replaced are read only afterwards', async () => {
  const read = vi.fn(async () => documentReply('read'));
  const { queue, idle } = queueOf({ read });
  const done = await queue.holdDuring(async () => {
    queue.add([file('late')]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect([read.mock.calls.length, statuses(queue)]).toEqual([0, ['late waiting']]);
    return 'replaced';
  });
  await idle;
  expect([done, statuses(queue)]).toEqual(['replaced', ['late read']]);
});
