import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ReaderPool, readersFor, type Reader } from '../../../src/lib/imports/reader-pool.ts';
import type { ReadReply, ReadRequest, ReaderMessage, ReaderSetup } from '../../../src/lib/imports/read-protocol.ts';

const blob = new Blob(['x']);
const never = new AbortController().signal;
const REPLY: ReadReply = { kind: 'refused', issue: { code: 'document.empty' } };

/** Answers what its test tells it to; a reader that hangs answers nothing. */
class FakeReader implements Reader {
  onmessage: Reader['onmessage'] = null;
  onerror: Reader['onerror'] = null;
  ended = false;
  asked: string[] = [];

  constructor(readonly answer: (path: string, reader: FakeReader) => ReaderMessage | null) {}

  postMessage(message: ReaderSetup | ReadRequest): void {
    if (message.kind === 'setup') return this.say({ kind: 'ready' });
    this.asked.push(message.path);
    const reply = this.answer(message.path, this);
    if (reply) this.say(reply);
  }

  say(data: ReaderMessage): void {
    queueMicrotask(() => {
      if (!this.ended) this.onmessage?.(new MessageEvent('message', { data }));
    });
  }

  fail(message: string): void {
    queueMicrotask(() => this.onerror?.(Object.assign(new Event('error'), { message }) as ErrorEvent));
  }

  terminate(): void {
    this.ended = true;
  }
}

let readers: FakeReader[] = [];

function poolOf(answer: FakeReader['answer'], size = 1): ReaderPool {
  return new ReaderPool({
    createReader() {
      const reader = new FakeReader(answer);
      readers.push(reader);
      return reader;
    },
    setup: { kind: 'setup', characterMaps: 'http://x/' },
    readers: size,
    milliseconds: 10_000,
    loadMilliseconds: 60_000
  });
}

beforeEach(() => {
  readers = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => vi.useRealTimers());

test('one reader reads one file after the other', async () => {
  const pool = poolOf(() => REPLY);
  expect(await Promise.all([pool.read(blob, 'a', never), pool.read(blob, 'b', never)])).toEqual([REPLY, REPLY]);
  expect(readers.map(({ asked }) => asked)).toEqual([['a', 'b']]);
});

test('a reader that hangs is ended after ten seconds and another goes on', async () => {
  const pool = poolOf((path) => (path === 'bomb' ? null : REPLY));
  const [bomb, next] = [pool.read(blob, 'bomb', never), pool.read(blob, 'next', never)];
  await vi.advanceTimersByTimeAsync(9_999);
  expect(readers).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(await bomb).toEqual({ kind: 'refused', issue: { code: 'document.timeout', values: { seconds: 10 } } });
  expect(await next).toEqual(REPLY);
  expect(readers.map(({ ended }) => ended)).toEqual([true, false]);
});

test('a reader that dies refuses its file only', async () => {
  const pool = poolOf((path, reader) => {
    if (path !== 'deadly') return REPLY;
    reader.fail('out of memory');
    return null;
  });
  const [deadly, next] = [pool.read(blob, 'deadly', never), pool.read(blob, 'next', never)];
  expect(await deadly).toMatchObject({ issue: { code: 'document.damaged', values: { reason: 'out of memory' } } });
  expect(await next).toEqual(REPLY);
});

test('cancelled while it is read: the reader is ended; while it waits: it is never read', async () => {
  const pool = poolOf((path) => (path === 'long' ? null : REPLY));
  const stop = new AbortController();
  const [long, waiting] = [pool.read(blob, 'long', stop.signal), pool.read(blob, 'waiting', stop.signal)];
  await vi.advanceTimersByTimeAsync(0);
  stop.abort();
  expect(await Promise.all([long, waiting])).toEqual([null, null]);
  expect(readers[0]?.ended).toBe(true);
  expect(await pool.read(blob, 'after', never)).toEqual(REPLY);
  expect(readers.flatMap(({ asked }) => asked)).toEqual(['long', 'after']);
});

test('closing ends idle readers; the next file gets a new one', async () => {
  const pool = poolOf(() => REPLY);
  await pool.read(blob, 'a', never);
  pool.close();
  expect(readers[0]?.ended).toBe(true);
  await pool.read(blob, 'b', never);
  expect(readers).toHaveLength(2);
});

test.each([
  [1, 1],
  [2, 1],
  [3, 2],
  [16, 2]
])('%i cores leave %i readers', (cores, count) => expect(readersFor(cores)).toBe(count));
