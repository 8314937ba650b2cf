/** What the published dataset holds by itself, whatever imports stand beside it. In the browser alone. */
import { unitYearSchema, type UnitYear } from '../report/unit-year.ts';
import { z } from 'zod';
import { ALL_CELLS, type CellId } from '../form/form.ts';
import { unitSchema, type Unit } from '../report/unit.ts';
import type { Database } from './database.ts';
import { quoted } from './schema.ts';

const registerRow = z
  .object({
    code: z.string(),
    name: z.string(),
    district: z.string(),
    kind: z.string(),
    order: z.number(),
    former_names: z.array(z.string()).nullable()
  })
  .transform(({ former_names, ...unit }) => unitSchema.parse({ ...unit, formerNames: former_names ?? [] }));

/** The published register with former names, in its own order. */
export async function listRegister(database: Database): Promise<Unit[]> {
  const rows = await database.query(
    'SELECT code, name, district, kind, "order", former_names FROM published.unit ORDER BY "order", code'
  );
  return rows.map((row) => registerRow.parse(row));
}

export async function listPublishedReports(database: Database): Promise<UnitYear[]> {
  const rows = await database.query('SELECT unit, year FROM published.report');
  return rows.map((row) => unitYearSchema.parse(row));
}

const noteRow = z.object({ cell: z.string(), kind: z.string() });

/** The name of the document and the cells of one published report; `null`: blank or dash, absent: not read. */
export async function getPublishedReport(
  database: Database,
  unit: string,
  year: number
): Promise<{ file: string | null; cells: Record<CellId, number | null> } | null> {
  const columns = ALL_CELLS.map(({ id }) => `report.${quoted(id)}`).join(', ');
  const [row] = await database.query(
    `SELECT document.file, ${columns} FROM published.report AS report
     LEFT JOIN published.document AS document ON document.id = report.document
     WHERE report.unit = ? AND report.year = ?`,
    [unit, year]
  );
  if (!row) return null;
  const notes = await database.query('SELECT cell, kind FROM published.cell_note WHERE unit = ? AND year = ?', [
    unit,
    year
  ]);
  const kinds = new Map(notes.map((note) => noteRow.parse(note)).map(({ cell, kind }) => [cell, kind]));
  const cells = ALL_CELLS.flatMap(({ id }): [CellId, number | null][] => {
    const value = z.number().nullable().parse(row[id]);
    if (value !== null) return [[id, value]];
    // A cell without a number and without a note is not on the report's layout.
    return ['blank', 'dash'].includes(kinds.get(id) ?? '') ? [[id, null]] : [];
  });
  return { file: z.string().nullable().parse(row['file']), cells: Object.fromEntries(cells) };
}
