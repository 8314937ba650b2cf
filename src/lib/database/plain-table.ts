/**
 * Answers of the browser's engine as plain rows. They come in columns, and numbers, texts and lists of them are made
 * plain a column at a time: one by one takes several times as long, and most of a long answer's time.
 */
import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import type { Row } from './database.ts';
import { plainValue } from './plain.ts';

type Table = Awaited<ReturnType<AsyncDuckDBConnection['query']>>;
type Vector = NonNullable<ReturnType<Table['getChildAt']>>;
/** A column may come in several. */
type Chunk = Vector['data'][number];

export function plainRows(table: Table): Row[] {
  const columns = table.schema.fields.map(({ name }, index) => {
    return { name: String(name), values: plainColumn(table.getChildAt(index)) };
  });
  return Array.from({ length: table.numRows }, (_, row) => {
    const plain: Row = {};
    for (const { name, values } of columns) plain[name] = values[row];
    return plain;
  });
}

function plainColumn(vector: Vector | null): unknown[] {
  if (vector === null) return [];
  const chunks = vector.data.map(plainChunk);
  return chunks.every((chunk) => chunk !== null) ? chunks.flat() : Array.from(vector, plainValue);
}

/** Kinds of columns, as Arrow numbers them. */
const KIND = { integer: 2, float: 3, text: 5, list: 12 } as const;

/** null: of a kind that must be read one by one. */
function plainChunk(chunk: Chunk): unknown[] | null {
  switch (chunk.typeId) {
    case KIND.integer:
    case KIND.float:
      return plainNumbers(chunk);
    case KIND.text:
      return plainTexts(chunk);
    case KIND.list:
      return plainLists(chunk);
    default:
      return null;
  }
}

function plainNumbers(chunk: Chunk): unknown[] | null {
  const { values } = chunk;
  if (!(values instanceof Float64Array || values instanceof Int32Array)) return null;
  return plainEach(chunk, (index) => values[index]);
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Decoded all together and then cut: a call for each text takes longer than decoding it. */
function plainTexts(chunk: Chunk): unknown[] {
  const { length, values, valueOffsets: ends } = chunk;
  const all = decoder.decode(values.subarray(ends[0], ends[length]));
  const texts: unknown[] = [];
  let begin = 0;
  for (let index = 0; index < length; index += 1) {
    let end = begin;
    for (let at = ends[index]; at < ends[index + 1]; at += 1) end += codeUnitsBegunBy(values[at]);
    texts.push(chunk.getValid(index) ? all.slice(begin, end) : null);
    begin = end;
  }
  return texts;
}

/** In UTF-8 a character's first byte tells how many follow it; with three it takes two units of a string. */
function codeUnitsBegunBy(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte < 0xc0) return 0;
  return byte < 0xf0 ? 1 : 2;
}

function plainLists(chunk: Chunk): unknown[] | null {
  const {
    children: [all],
    valueOffsets: ends
  } = chunk;
  const elements = all ? plainChunk(all) : null;
  return elements && plainEach(chunk, (index) => elements.slice(ends[index], ends[index + 1]));
}

function plainEach(chunk: Chunk, valueAt: (index: number) => unknown): unknown[] {
  const plain: unknown[] = [];
  for (let index = 0; index < chunk.length; index += 1) plain.push(chunk.getValid(index) ? valueAt(index) : null);
  return plain;
}
