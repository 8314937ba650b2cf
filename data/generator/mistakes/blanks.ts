/** Cells left blank, or filled with something that is no number, where 0 is due. */
import { APPLICANT_COLUMNS, type CellId } from '../../../src/lib/form/form.ts';
import { figure, type DemoReport } from '../model.ts';
import { blockCells, rowsOf, rowValues, showsBlanks } from './cells.ts';
import type { MistakeKind, Outcome, Site } from './mistake.ts';

function zeroRows(report: DemoReport): string[] {
  return rowsOf(report).filter((row) => rowValues(report, row).every((value) => value === 0));
}

const cellsOfRow = (row: string): CellId[] => APPLICANT_COLUMNS.map((column) => `t3.${row}.${column}`);

function filled(site: Site, text: string): Outcome {
  const rows = zeroRows(site.report);
  if (!showsBlanks(site.report) || rows.length === 0) return null;
  return { cells: new Map(cellsOfRow(site.random.pick(rows)).map((cell) => [cell, text])) };
}

/** The cursor stayed in one cell: six zeros stand there, and the next row is empty but for its first cell. */
function sixZeros({ report, random }: Site): Outcome {
  const rows = rowsOf(report);
  const empty = zeroRows(report);
  const pairs = rows.filter((row, index) => empty.includes(row) && empty.includes(rows[index + 1] ?? ''));
  if (!showsBlanks(report) || pairs.length === 0) return null;
  const row = random.pick(pairs);
  const next = rows[rows.indexOf(row) + 1] ?? '';
  return {
    cells: new Map([
      [`t3.${row}.company`, '000000'],
      ...cellsOfRow(next)
        .slice(1)
        .map((cell): [CellId, string] => [cell, ''])
    ])
  };
}

export const BLANK_KINDS: readonly MistakeKind[] = [
  { kind: 'six-zeros', count: 2, exact: false, make: sixZeros },
  { kind: 'row-blank', count: 1, exact: false, make: (site) => filled(site, '') },
  { kind: 'row-dashes', count: 1, exact: false, make: (site) => filled(site, '—') },
  {
    kind: 'block-blank',
    count: 1,
    exact: false,
    make: ({ report }) => {
      const cells = blockCells('suit-after-review');
      if (!showsBlanks(report) || cells.some((cell) => figure(report.figures, cell) > 0)) return null;
      return { cells: new Map(cells.map((cell) => [cell, ''])) };
    }
  }
];
