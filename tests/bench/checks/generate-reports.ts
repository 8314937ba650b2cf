import { cellColumn } from '../../../src/lib/database/schema.ts';
import type { Database } from '../../../src/lib/database/database.ts';
import {
  APPLICANT_COLUMNS,
  cellsOfLayout,
  DISPUTE_BLOCKS,
  DISPUTE_COLUMNS,
  outcomeRows,
  type CellId
} from '../../../src/lib/form/form.ts';

const FIRST_YEAR = 2021;
const YEARS = 7;
const parts = APPLICANT_COLUMNS.filter((column) => column !== 'total');

/** A figure that depends on unit, year and cell alone: nine tenths are 0, the rest under `most`. */
function figure(cell: CellId, most: number, year = 'year'): string {
  const mixed = `hash(unit, ${year}, '${cell}')`;
  return `CASE WHEN ${mixed} % 10 = 0 THEN (${mixed} // 10) % ${most} ELSE 0 END`;
}

const sumOf = (terms: readonly string[]): string => `(${terms.map((term) => `(${term})`).join(' + ')})`;

/** Every cell of the 2021 form, so that all identities hold. */
function consistentCells(): Map<CellId, string> {
  const cells = new Map(cellsOfLayout('2021').map(({ id }) => [id, figure(id, 20)]));
  const requestRows = ['new', 'carried-in', ...outcomeRows('2021'), 'handled', 'carried-out'];
  const at = (id: CellId): string => cells.get(id) ?? '0';
  for (const column of parts) {
    const out = `t3.carried-out.${column}`;
    cells.set(out, figure(out, 3));
    cells.set(
      `t3.carried-in.${column}`,
      `CASE WHEN year > ${FIRST_YEAR} THEN ${figure(out, 3, '(year - 1)')} ELSE 0 END`
    );
    // At most 2 are carried in: with 2 granted there is always something to subtract them from.
    cells.set(`t3.granted.${column}`, `2 + ${figure(`t3.granted.${column}`, 20)}`);
    cells.set(`t3.handled.${column}`, sumOf(outcomeRows('2021').map((row) => at(`t3.${row}.${column}`))));
    cells.set(
      `t3.new.${column}`,
      `(${at(`t3.handled.${column}`)}) + (${at(out)}) - (${at(`t3.carried-in.${column}`)})`
    );
  }
  for (const row of requestRows) {
    cells.set(`t3.${row}.total`, sumOf(parts.map((column) => at(`t3.${row}.${column}`))));
  }
  for (const block of DISPUTE_BLOCKS) {
    const others = DISPUTE_COLUMNS.filter((column) => column !== 'total');
    cells.set(`t4.${block}.total`, sumOf(others.map((column) => at(`t4.${block}.${column}`))));
  }
  for (const row of ['rules', 'normative']) {
    // A subdistrict makes no 规章; one in a thousand states some by mistake.
    const most = row === 'rules' ? 1000 : 10;
    cells.set(`t2.${row}.issued`, '0');
    cells.set(`t2.${row}.repealed`, '0');
    cells.set(
      `t2.${row}.in-force`,
      `CASE WHEN hash(unit, '${row}') % ${most} = 0 THEN hash(unit, '${row}') % 50 ELSE 0 END`
    );
  }
  return cells;
}

/**
 * Fills the report table with seven years of `reports / 7` units. Of each hundred reports one has a total that is 1
 * too high, and one a cell left blank.
 */
export async function generateReports(database: Database, reports: number): Promise<void> {
  const cells = [...consistentCells()].map(([id, value]) => {
    const spoiled =
      id === 't3.new.total'
        ? `CASE WHEN hash(unit, year) % 100 = 1 THEN (${value}) + 1 ELSE ${value} END`
        : id === 't3.denied-law.person'
          ? `CASE WHEN hash(unit, year) % 100 = 2 THEN NULL ELSE ${value} END`
          : value;
    return `${spoiled} AS ${cellColumn(id)}`;
  });
  await database.query(`INSERT INTO report BY NAME
SELECT unit, year, '2021' AS form, '2021' AS layout, unit || year AS document, 'read' AS status, 0 AS issues, 0 AS faults, ${cells.join(', ')}
FROM (SELECT 'U' || (i // ${YEARS}) AS unit, (${FIRST_YEAR} + i % ${YEARS})::INTEGER AS year FROM range(${reports}) AS t(i))`);
  await database.query(`INSERT INTO cell_note BY NAME
SELECT unit, year, 't3.denied-law.person' AS cell, 'blank' AS kind, '' AS raw FROM report WHERE "t3.denied-law.person" IS NULL`);
  await database.query(`INSERT INTO unit BY NAME
SELECT unit AS code, unit AS name, '东湖区' AS district, '街道' AS kind, row_number() OVER (ORDER BY unit)::INTEGER AS "order"
FROM (SELECT DISTINCT unit FROM report)`);
}
