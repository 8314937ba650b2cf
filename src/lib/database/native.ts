/** DuckDB in Node. Only the command and tests import this module: it is no part of the page. */
import {
  DuckDBInstance,
  DuckDBListValue,
  DuckDBTypeId,
  JSDuckDBValueConverter,
  LIST,
  listValue,
  VARCHAR,
  type DuckDBAppender,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue
} from '@duckdb/node-api';
import { QueryError, type Database, type Parameter, type Row } from './database.ts';
import { columnsOf } from './schema.ts';
import { plainValue } from './plain.ts';

/** The browser's engine has no extensions: without them here, a query that needs one fails in the tests already. */
const SETTINGS = { autoload_known_extensions: 'false', autoinstall_known_extensions: 'false' };

/** Opens a database file, or one in memory. */
export async function openNative(path = ':memory:'): Promise<Database> {
  const instance = await DuckDBInstance.create(path, SETTINGS);
  const connection = await instance.connect();
  const inTurn = queue();
  return {
    query: (sql, parameters = []) => inTurn(() => run(connection, sql, parameters)),
    insert: (table, rows) => append(connection, table, rows),
    close: async () => {
      connection.closeSync();
      instance.closeSync();
    }
  };
}

/** One connection runs one statement at a time; whoever asks several at once has them answered in turn. */
function queue(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task, task);
    last = result;
    return result;
  };
}

async function run(connection: DuckDBConnection, sql: string, parameters: readonly Parameter[]): Promise<Row[]> {
  try {
    const reader = await connection.runAndReadAll(sql, [...parameters]);
    return reader.convertRowObjects(plain);
  } catch (cause) {
    throw new QueryError(sql, cause);
  }
}

/** A list of figures as it is: looking at each element once more takes most of the time of long lists. */
function plain(value: DuckDBValue, type: DuckDBType): unknown {
  const isFigures = type.typeId === DuckDBTypeId.LIST && type.valueType.typeId === DuckDBTypeId.DOUBLE;
  if (isFigures && value instanceof DuckDBListValue) return value.items;
  return plainValue(JSDuckDBValueConverter(value, type, JSDuckDBValueConverter));
}

async function append(connection: DuckDBConnection, table: string, rows: readonly Row[]): Promise<void> {
  const columns = columnsOf(table);
  const [name = table, schema = 'main'] = table.split('.').reverse();
  const appender = await connection.createAppender(name, schema);
  try {
    for (const row of rows) {
      for (const column of Object.keys(row)) if (!(column in columns)) throw new Error(`${table} has no ${column}`);
      for (const column of Object.keys(columns)) appendValue(appender, column, row[column]);
      appender.endRow();
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}

function appendValue(appender: DuckDBAppender, column: string, value: unknown): void {
  if (value === null || value === undefined) appender.appendNull();
  else if (typeof value === 'number') appender.appendDouble(value);
  else if (typeof value === 'string') appender.appendVarchar(value);
  else if (Array.isArray(value)) appender.appendList(listValue(value.map(String)), LIST(VARCHAR));
  else throw new TypeError(`${column} cannot hold ${typeof value}`);
}
