/**
 * The tables, the same natively, in the published file and in the browser. One row a report with one nullable DOUBLE
 * column a cell, named by the cell's id; beside it sparse tables. Column names are constants of this module and ids
 * of the forms, never a person's text.
 */
import { ALL_CELLS, cellOf, type CellId } from '../form/form.ts';
import type { Database } from './database.ts';

export type ColumnType = 'VARCHAR' | 'VARCHAR[]' | 'INTEGER' | 'DOUBLE';
type Columns = Readonly<Record<string, ColumnType>>;

export const TABLE_NAMES = ['unit', 'document', 'report', 'cell_note', 'claim', 'section', 'issue', 'flag'] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export const TABLES: Readonly<Record<TableName, Columns>> = {
  /** The register; without one, each printed name as a unit of its own. Lists are sorted by `"order"`. */
  unit: {
    code: 'VARCHAR',
    name: 'VARCHAR',
    district: 'VARCHAR',
    kind: 'VARCHAR',
    order: 'INTEGER',
    former_names: 'VARCHAR[]'
  },
  /** Every file that was looked at, refused ones included. `issues`: the document's own, as JSON text. */
  document: { id: 'VARCHAR', file: 'VARCHAR', format: 'VARCHAR', status: 'VARCHAR', issues: 'VARCHAR' },
  /**
   * One row per unit and year. `status` is read or partial, `issues` their number. A cell is NULL when it is blank,
   * was not read or is not on the report's layout; `cell_note` tells which of the first two. `faults`: how many of the
   * figures cannot stand in their cells (`faultsOf`).
   */
  report: {
    unit: 'VARCHAR',
    year: 'INTEGER',
    form: 'VARCHAR',
    layout: 'VARCHAR',
    document: 'VARCHAR',
    status: 'VARCHAR',
    issues: 'INTEGER',
    faults: 'INTEGER',
    ...Object.fromEntries(ALL_CELLS.map((cell): [string, ColumnType] => [cell.id, 'DOUBLE']))
  },
  /**
   * What is not a plain number. `kind` is one of `CELL_NOTE_KINDS`; each cell of the report's layout that is NULL has
   * exactly one note of another kind than `written`. `place` is JSON text or NULL.
   */
  cell_note: { unit: 'VARCHAR', year: 'INTEGER', cell: 'VARCHAR', kind: 'VARCHAR', raw: 'VARCHAR', place: 'VARCHAR' },
  /** `start`: where `raw` begins in the sentence, from 0; NULL where that is not known. */
  claim: {
    unit: 'VARCHAR',
    year: 'INTEGER',
    claim: 'VARCHAR',
    value: 'DOUBLE',
    raw: 'VARCHAR',
    start: 'INTEGER',
    sentence: 'VARCHAR',
    place: 'VARCHAR'
  },
  /** `position` counts from 1 in the document's order. */
  section: {
    unit: 'VARCHAR',
    year: 'INTEGER',
    position: 'INTEGER',
    key: 'VARCHAR',
    title: 'VARCHAR',
    text: 'VARCHAR'
  },
  /** One row an issue, of a document or of a report in it; unit and year are NULL where there is no report. */
  issue: {
    document: 'VARCHAR',
    unit: 'VARCHAR',
    year: 'INTEGER',
    code: 'VARCHAR',
    cell: 'VARCHAR',
    place: 'VARCHAR',
    values: 'VARCHAR'
  },
  /** `kind` is the rule's family; `cells` in the form's order, the total last; `values` is JSON text. */
  flag: {
    rule: 'VARCHAR',
    kind: 'VARCHAR',
    severity: 'VARCHAR',
    verdict: 'VARCHAR',
    unit: 'VARCHAR',
    year: 'INTEGER',
    cells: 'VARCHAR[]',
    expected: 'DOUBLE',
    actual: 'DOUBLE',
    difference: 'DOUBLE',
    values: 'VARCHAR'
  }
};

/** `cell_note.kind`: the report's own kinds, and `missing` for a cell of the layout that was not found at all. */
export const CELL_NOTE_KINDS = ['blank', 'dash', 'written', 'unreadable', 'missing'] as const;

/** Where tables live: `main`, or beside the published ones in the browser `imported`. */
export type Schema = 'main' | 'imported';

export function quoted(column: string): string {
  return `"${column}"`;
}

/** A cell's column, quoted. Throws when the id is on neither form. */
export function cellColumn(cell: CellId): string {
  return quoted(cellOf(cell).id);
}

/** `CREATE TABLE` of one table, for a catalogue and schema that the program itself names. */
export function createTableSql(table: TableName, schema: Schema = 'main'): string {
  const columns = Object.entries(TABLES[table]).map(([name, type]) => `${quoted(name)} ${type}`);
  return `CREATE TABLE ${schema}.${quoted(table)} (${columns.join(', ')})`;
}

export async function createTables(database: Database, schema: Schema = 'main'): Promise<void> {
  if (schema !== 'main') await database.query(`CREATE SCHEMA ${schema}`);
  for (const table of TABLE_NAMES) await database.query(createTableSql(table, schema));
}

/** The columns of a table that `Database.insert` was asked to fill: `report`, `main.report`, `imported.report`. */
export function columnsOf(table: string): Columns {
  const name = TABLE_NAMES.find((each) => [each, `main.${each}`, `imported.${each}`].includes(table));
  if (!name) throw new Error(`no such table: ${table}`);
  return TABLES[name];
}
