import { damaged, LIMITS, overLimit } from '../limits.ts';
import { type Extent, slice, viewOf } from './fib.ts';

const PAGE = 512;
/** The low bits of a page number; the others are reserved. */
const PAGE_NUMBER = 0x3fffff;
const PARAGRAPH_ENTRY = 13;

/** Bytes of the text, from `start` up to `end`, that share one group of properties. */
export interface Run {
  readonly start: number;
  readonly end: number;
  /** For paragraphs, the style's number; the modifiers follow it. */
  readonly style: number;
  readonly modifiers: Uint8Array;
}

const PLAIN: Run = { start: 0, end: Infinity, style: 0, modifiers: new Uint8Array() };

/** Runs in the order of the file's bytes, as the pages of formatting state them ([MS-DOC] 2.8.25, 2.9.55, 2.9.174). */
export class Runs {
  readonly #runs: readonly Run[];
  #last: Run = PLAIN;

  constructor(stream: Uint8Array, table: Uint8Array, index: Extent, kind: 'character' | 'paragraph') {
    const plc = viewOf(slice(table, index));
    const pages = Math.max(0, Math.floor((plc.byteLength - 4) / 8));
    // Each page holds other runs; more pages than the stream has room for would be the same ones again and again.
    if (pages > stream.length / PAGE) throw damaged('doc-runs');
    const runs: Run[] = [];
    for (let page = 0; page < pages; page++) {
      const number = plc.getUint32(4 * (pages + 1) + 4 * page, true) & PAGE_NUMBER;
      runs.push(...pageRuns(slice(stream, { offset: number * PAGE, size: PAGE }), kind));
      if (runs.length > LIMITS.formatRuns) throw overLimit('formatRuns');
    }
    this.#runs = runs.sort((a, b) => a.start - b.start);
  }

  /** The run of the byte at an offset; text without one is plain, up to the next run. */
  at(offset: number): Run {
    if (offset < this.#last.start || offset >= this.#last.end || this.#last === PLAIN) this.#last = this.#find(offset);
    return this.#last;
  }

  #find(offset: number): Run {
    let low = 0;
    let high = this.#runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#runs[middle]?.start ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    const run = this.#runs[low - 1];
    if (run && offset < run.end) return run;
    return { ...PLAIN, start: offset, end: this.#runs[low]?.start ?? Infinity };
  }
}

function* pageRuns(page: Uint8Array, kind: 'character' | 'paragraph'): Generator<Run> {
  const view = viewOf(page);
  const count = page[PAGE - 1] ?? 0;
  const entries = 4 * (count + 1);
  const entrySize = kind === 'paragraph' ? PARAGRAPH_ENTRY : 1;
  if (entries + count * entrySize > PAGE) throw damaged('doc-runs');
  for (let index = 0; index < count; index++) {
    const start = view.getUint32(4 * index, true);
    const end = view.getUint32(4 * index + 4, true);
    const at = 2 * view.getUint8(entries + index * entrySize);
    yield { start, end, ...(kind === 'paragraph' ? paragraphGroup(page, at) : characterGroup(page, at)) };
  }
}

function characterGroup(page: Uint8Array, at: number): Pick<Run, 'style' | 'modifiers'> {
  const size = at === 0 ? 0 : (page[at] ?? 0);
  return { style: 0, modifiers: page.subarray(at + 1, at + 1 + size) };
}

function paragraphGroup(page: Uint8Array, at: number): Pick<Run, 'style' | 'modifiers'> {
  if (at === 0) return PLAIN;
  const halfSize = page[at] ?? 0;
  // An odd size is stated as half of it, rounded up; for an even one a zero goes before its half.
  const start = halfSize === 0 ? at + 2 : at + 1;
  const size = halfSize === 0 ? 2 * (page[at + 1] ?? 0) : 2 * halfSize - 1;
  const group = page.subarray(start, start + size);
  return { style: (group[0] ?? 0) | ((group[1] ?? 0) << 8), modifiers: group.subarray(2) };
}
