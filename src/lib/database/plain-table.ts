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
  const [first = []] = chunks;
  return chunks.every((chunk) => chunk !== null)
    ? chunks.length === 1 && first !== null
      ? first
      : chunks.flat()
    : Array.from(vector, plainValue);
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

function plainTexts(chunk: Chunk): unknown[] {
  const { values, valueOffsets: ends } = chunk;
  return plainEach(chunk, (index) => decoder.decode(values.subarray(ends[index], ends[index + 1])));
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
