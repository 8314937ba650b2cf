import type { AsyncDuckDB, AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { QueryError, type Database, type Parameter, type Row } from './database.ts';
import { plainRows } from './plain-table.ts';
import { columnsOf, type ColumnType } from './schema.ts';

export interface WasmDatabase extends Database {
  /** Attaches the bytes of a `.duckdb` file read-only, as the catalogue `published`. */
  attachDataset(bytes: Uint8Array): Promise<void>;
}

/** Opens an in-memory database on an instantiated engine. `close` ends the engine's worker too. */
export async function openOnEngine(engine: AsyncDuckDB): Promise<WasmDatabase> {
  await engine.open({ path: ':memory:', query: { castBigIntToDouble: true, castDecimalToDouble: true } });
  const connection = await engine.connect();
  // Extensions would be fetched from the internet, and a failed autoload can corrupt the instance.
  await connection.query('SET autoload_known_extensions = false');
  await connection.query('SET autoinstall_known_extensions = false');
  let staged = 0;
  return {
    query: (sql, parameters = []) => run(connection, sql, parameters),
    async insert(table, rows) {
      if (rows.length > 0) await insertStaged(engine, connection, table, rows, `staged_${++staged}`);
    },
    async attachDataset(bytes) {
      await engine.registerFileBuffer('reports.duckdb', bytes);
      await run(connection, `ATTACH 'reports.duckdb' AS published (READ_ONLY)`, []);
    },
    async close() {
      await connection.close();
      await engine.terminate();
    }
  };
}

async function run(connection: AsyncDuckDBConnection, sql: string, parameters: readonly Parameter[]): Promise<Row[]> {
  try {
    if (parameters.length === 0) return plainRows(await connection.query(sql));
    const statement = await connection.prepare(sql);
    try {
      return plainRows(await statement.query(...parameters));
    } finally {
      await statement.close();
    }
  } catch (cause) {
    throw new QueryError(sql, cause);
  }
}

/** How the engine's JSON reader names the columns' types. */
const JSON_TYPES: Readonly<
  Record<ColumnType, { sqlType: string; valueType?: { sqlType: string; nullable: boolean } }>
> = {
  VARCHAR: { sqlType: 'utf8' },
  INTEGER: { sqlType: 'int32' },
  DOUBLE: { sqlType: 'float64' },
  'VARCHAR[]': { sqlType: 'list', valueType: { sqlType: 'utf8', nullable: true } }
};

/** The engine's JSON reader leaves every column after the hundredth NULL, without a word. */
const MOST_COLUMNS = 90;
/** Joins the parts of a row again; no table has such a column. */
const ROW = 'staged row';

/**
 * The engine's JSON insertion fills an existing table by position: so stage, then insert by name. A wide table is staged
 * in parts of columns that are joined by the rows' numbers.
 */
async function insertStaged(
  engine: AsyncDuckDB,
  connection: AsyncDuckDBConnection,
  table: string,
  rows: readonly Row[],
  stage: string
): Promise<void> {
  const columns = columnsOf(table);
  for (const row of rows) {
    for (const column of Object.keys(row)) if (!(column in columns)) throw new Error(`${table} has no ${column}`);
  }
  const names = Object.keys(columns);
  const stages: string[] = [];
  for (let from = 0; from < names.length; from += MOST_COLUMNS) {
    const part = `${stage}_${stages.length + 1}`;
    await stageColumns(engine, connection, part, rows, pick(columns, names.slice(from, from + MOST_COLUMNS)));
    stages.push(part);
  }
  const joined = stages.map((part, index) => (index === 0 ? part : `JOIN ${part} USING ("${ROW}")`)).join(' ');
  await run(connection, `INSERT INTO ${table} BY NAME SELECT * EXCLUDE ("${ROW}") FROM ${joined}`, []);
  for (const part of stages) await run(connection, `DROP TABLE ${part}`, []);
}

type Columns = Readonly<Record<string, ColumnType>>;

function pick(columns: Columns, names: readonly string[]): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([name]) => names.includes(name)));
}

async function stageColumns(
  engine: AsyncDuckDB,
  connection: AsyncDuckDBConnection,
  stage: string,
  rows: readonly Row[],
  columns: Columns
): Promise<void> {
  const columnsFlat = Object.entries(columns).map(([name, type]) => ({ name, nullable: true, ...JSON_TYPES[type] }));
  const numbered = rows.map((row, index) => {
    const values = Object.entries(columns).flatMap(([column, type]) =>
      column in row ? [`${JSON.stringify(column)}:${json(row[column], type)}`] : []
    );
    return `{${[...values, `${JSON.stringify(ROW)}:${index}`].join()}}`;
  });
  await engine.registerFileText(stage, `[${numbered.join()}]`);
  try {
    await connection.insertJSONFromPath(stage, {
      name: stage,
      create: true,
      columnsFlat: [...columnsFlat, { name: ROW, nullable: true, ...JSON_TYPES.INTEGER }]
    });
  } finally {
    await engine.dropFile(stage);
  }
}

/**
 * The engine's JSON reader takes a column of whole numbers for one of integers, whatever type it is told, and then fails
 * where one is negative and another beyond 32 bits. With a point they are doubles, as the column is.
 */
function json(value: unknown, type: ColumnType): string {
  const text = JSON.stringify(value ?? null, wellFormed);
  return type === 'DOUBLE' && /^-?\d+$/.test(text) ? `${text}.0` : text;
}

/** Half a surrogate pair, as damaged documents hold, is refused by the engine's JSON reader. */
function wellFormed(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\uFFFD') : value;
}
