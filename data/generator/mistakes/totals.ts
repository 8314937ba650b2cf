/** Totals not kept up, carry-over that does not match, stock and outliers. */
import { DISPUTE_BLOCKS, DISPUTE_COLUMNS, type CellId } from '../../../src/lib/form/form.ts';
import { figure } from '../model.ts';
import { blockCells, changed, DETAILS, rowsOf, rowValues, showsBlanks, valueAt } from './cells.ts';
import type { MistakeKind, Outcome, Site } from './mistake.ts';

/** A row's total without one of its details, as before that one was entered. */
function rowTotalNotUpdated(site: Site): Outcome {
  const { report, random } = site;
  const choices = rowsOf(report).flatMap((row) => {
    const nonZero = DETAILS.filter((column) => valueAt(report, row, column) > 0);
    return nonZero.length > 1 ? nonZero.slice(1).map((column) => ({ row, column })) : [];
  });
  if (choices.length === 0) return null;
  const { row, column } = random.pick(choices);
  const total = valueAt(report, row, 'total') - valueAt(report, row, column);
  return { cells: new Map([[`t3.${row}.total`, String(total)]]) };
}

function blockTotalNotUpdated({ report, random }: Site): Outcome {
  const blocks = DISPUTE_BLOCKS.filter((block) => figure(report.figures, `t4.${block}.total`) > 1);
  if (blocks.length === 0) return null;
  const block = random.pick(blocks);
  const total = figure(report.figures, `t4.${block}.total`);
  return { cells: new Map([[`t4.${block}.total`, String(total - 1)]]) };
}

function totalCell(site: Site): CellId | null {
  const rows = rowsOf(site.report).filter((row) => valueAt(site.report, row, 'total') > 0);
  return rows.length > 0 ? `t3.${site.random.pick(rows)}.total` : null;
}

/** Last year's open requests forgotten and counted as new: every sum inside the report still holds. */
function carryOverForgotten({ report, before }: Site): Outcome {
  if (!before || valueAt(report, 'carried-in', 'total') === 0) return null;
  const carried = rowValues(report, 'carried-in');
  const columns = [...DETAILS, 'total'];
  return {
    cells: changed(
      report,
      columns.flatMap((column, index): [CellId, number][] => [
        [`t3.carried-in.${column}`, 0],
        [`t3.new.${column}`, valueAt(report, 'new', column) + (carried[index] ?? 0)]
      ])
    )
  };
}

/** One more carried in than last year carried out, one less new. */
function carryOverOneMore({ report, before }: Site): Outcome {
  if (!before || valueAt(report, 'new', 'person') < 2) return null;
  return {
    cells: changed(
      report,
      ['person', 'total'].flatMap((column): [CellId, number][] => [
        [`t3.carried-in.${column}`, valueAt(report, 'carried-in', column) + 1],
        [`t3.new.${column}`, valueAt(report, 'new', column) - 1]
      ])
    )
  };
}

export const TOTAL_KINDS: readonly MistakeKind[] = [
  { kind: 'total-not-updated', count: 2, exact: true, make: rowTotalNotUpdated },
  { kind: 'total-not-updated', count: 2, exact: true, make: blockTotalNotUpdated },
  {
    kind: 'total-zero',
    count: 3,
    exact: true,
    make: (site) => {
      const cell = totalCell(site);
      return cell === null ? null : { cells: new Map([[cell, '0']]) };
    }
  },
  {
    kind: 'total-blank',
    count: 1,
    exact: false,
    make: (site) => {
      const cell = showsBlanks(site.report) ? totalCell(site) : null;
      return cell === null ? null : { cells: new Map([[cell, '']]) };
    }
  },
  {
    kind: 'dispute-shifted',
    count: 2,
    exact: true,
    make: ({ report, random }) => {
      const blocks = DISPUTE_BLOCKS.filter((block) => figure(report.figures, `t4.${block}.total`) > 0);
      if (blocks.length === 0) return null;
      const cells = blockCells(random.pick(blocks));
      const values = [0, ...cells.map((cell) => figure(report.figures, cell))].slice(0, DISPUTE_COLUMNS.length);
      const moved = changed(
        report,
        cells.map((cell, index) => [cell, values[index] ?? 0])
      );
      return moved.size > 0 ? { cells: moved } : null;
    }
  },
  { kind: 'carry-over-forgotten', count: 2, exact: true, make: carryOverForgotten },
  { kind: 'carry-over-wrong', count: 2, exact: true, make: carryOverOneMore },
  {
    kind: 'stock-not-updated',
    count: 2,
    exact: false,
    make: ({ report, before }) => {
      if (report.layout === '2019' || !before || before.layout === '2019') return null;
      const stock = figure(before.figures, 't2.normative.in-force');
      const issued = figure(report.figures, 't2.normative.issued');
      return issued > 0 ? { cells: changed(report, [['t2.normative.in-force', stock]]) } : null;
    }
  },
  {
    kind: 'regulations-at-street',
    count: 1,
    exact: false,
    make: ({ report, before }) =>
      report.layout === '2021' && before
        ? { cells: new Map(['issued', 'in-force'].map((column) => [`t2.rules.${column}`, '1'])) }
        : null
  },
  {
    kind: 'outlier-tenfold',
    count: 2,
    exact: false,
    make: ({ report, before, random }) => {
      const cells = ['licensing', 'penalty']
        .map((row) => `t2.${row}.decisions`)
        .filter((cell) => before && figure(before.figures, cell) >= 10 && figure(report.figures, cell) >= 10);
      if (cells.length === 0) return null;
      const cell = random.pick(cells);
      return { cells: new Map([[cell, `${figure(report.figures, cell)}0`]]) };
    }
  }
];
