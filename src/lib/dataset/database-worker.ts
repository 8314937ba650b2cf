/**
 * The database's half beside the page: DuckDB in a worker of its own, its answers made into plain rows here, and the
 * rules judged here, so that the page itself is never held up.
 */
import { recheck } from '../checks/store-flags.ts';
import { openBrowser, type BrowserFiles } from '../database/browser.ts';
import { QueryError, type Database, type Parameter, type Row } from '../database/database.ts';

export type DatabaseTask =
  | { readonly kind: 'open'; readonly files: BrowserFiles }
  | { readonly kind: 'query'; readonly sql: string; readonly parameters: readonly Parameter[] }
  | { readonly kind: 'insert'; readonly table: string; readonly rows: readonly Row[] }
  /** Judges the imported reports, and those that depend on them, anew. */
  | { readonly kind: 'recheck' }
  | { readonly kind: 'close' };

export interface DatabaseRequest {
  readonly id: number;
  readonly task: DatabaseTask;
}

/** `sql` is there when DuckDB refused that statement. */
export type DatabaseReply =
  | { readonly id: number; readonly rows: readonly Row[] }
  | { readonly id: number; readonly error: { readonly message: string; readonly sql: string | null } };

let database: Promise<Database> | null = null;

addEventListener('message', ({ data }: MessageEvent<DatabaseRequest>) => void answer(data));

async function answer({ id, task }: DatabaseRequest): Promise<void> {
  try {
    reply({ id, rows: await perform(task) });
  } catch (error) {
    const cause = error instanceof QueryError ? error.cause : error;
    const message = cause instanceof Error ? cause.message : String(cause);
    reply({ id, error: { message, sql: error instanceof QueryError ? error.sql : null } });
  }
}

async function perform(task: DatabaseTask): Promise<readonly Row[]> {
  if (task.kind === 'open') {
    database = openBrowser(task.files);
    await database;
    return [];
  }
  if (!database) throw new Error('open comes first');
  const opened = await database;
  if (task.kind === 'query') return opened.query(task.sql, task.parameters);
  if (task.kind === 'insert') await opened.insert(task.table, task.rows);
  else if (task.kind === 'recheck') await recheck(opened);
  else await opened.close();
  return [];
}

function reply(message: DatabaseReply): void {
  postMessage(message);
}
