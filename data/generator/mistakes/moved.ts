/** Figures in the wrong place: shifted, exchanged, copied from last year, entered one off. */
import { APPLICANT_COLUMNS, outcomeRows, type CellId } from '../../../src/lib/form/form.ts';
import type { DemoReport } from '../model.ts';
import { changed, changedRow, rowsOf, rowValues, valueAt } from './cells.ts';
import type { MistakeKind, Outcome, Site } from './mistake.ts';

/** Not every figure moved is seen: where nothing changes there is no mistake. */
function orNothing(cells: ReadonlyMap<CellId, string>): Outcome {
  return cells.size > 0 ? { cells } : null;
}

function exchangeRows(report: DemoReport, one: string, other: string): Outcome {
  return orNothing(
    new Map([
      ...changedRow(report, one, rowValues(report, other)),
      ...changedRow(report, other, rowValues(report, one))
    ])
  );
}

function pickRow(site: Site, rows: readonly string[], test: (row: string) => boolean): string | null {
  const fitting = rows.filter(test);
  return fitting.length > 0 ? site.random.pick(fitting) : null;
}

function columnShifted(site: Site): Outcome {
  const { report } = site;
  const rows = [...outcomeRows(report.layout)];
  const first = pickRow(site, rows.slice(0, 6), (row) => valueAt(report, row, 'person') > 0);
  if (first === null || valueAt(report, rows.at(-1) ?? '', 'person') > 0) return null;
  const from = rows.indexOf(first);
  return orNothing(
    changed(
      report,
      rows.slice(from).map((row, index) => {
        const above = rows[from + index - 1];
        return [`t3.${row}.person`, index === 0 || above === undefined ? 0 : valueAt(report, above, 'person')];
      })
    )
  );
}

function copiedColumn(site: Site, column: string): Outcome {
  const { report, before } = site;
  if (!before || before.layout !== report.layout || valueAt(before, 'new', column) < 2) return null;
  return orNothing(
    changed(
      report,
      rowsOf(report).map((row) => [`t3.${row}.${column}`, valueAt(before, row, column)])
    )
  );
}

/** 自然人 one less, 其他 one more; the totals stay as they are. */
function oneOff(report: DemoReport, rows: readonly string[]): Outcome {
  if (rows.some((row) => valueAt(report, row, 'person') === 0)) return null;
  return orNothing(
    changed(
      report,
      rows.flatMap((row): [CellId, number][] => [
        [`t3.${row}.person`, valueAt(report, row, 'person') - 1],
        [`t3.${row}.other`, valueAt(report, row, 'other') + 1]
      ])
    )
  );
}

export const MOVED_KINDS: readonly MistakeKind[] = [
  {
    kind: 'row-shifted',
    count: 3,
    exact: true,
    make: (site) => {
      const row = pickRow(site, rowsOf(site.report), (each) => valueAt(site.report, each, 'person') > 0);
      return row === null
        ? null
        : orNothing(changedRow(site.report, row, [0, ...rowValues(site.report, row)].slice(0, 7)));
    }
  },
  { kind: 'column-shifted', count: 2, exact: true, make: columnShifted },
  {
    kind: 'cells-exchanged',
    count: 4,
    exact: true,
    make: (site) => {
      const { report, random } = site;
      const row = pickRow(site, rowsOf(report), (each) => valueAt(report, each, 'person') > 0);
      if (row === null) return null;
      const column = random.pick(APPLICANT_COLUMNS.slice(1, -1));
      const values = rowValues(report, row);
      const index = APPLICANT_COLUMNS.indexOf(column);
      return orNothing(
        changedRow(
          report,
          row,
          values.map((value, at) => (at === 0 ? (values[index] ?? 0) : at === index ? (values[0] ?? 0) : value))
        )
      );
    }
  },
  {
    kind: 'rows-exchanged',
    count: 2,
    exact: true,
    make: ({ report, random }) => {
      const [one, other] = random.pick<readonly [string, string]>([
        ['handled', 'carried-out'],
        ['new', 'carried-in']
      ]);
      return exchangeRows(report, one, other);
    }
  },
  {
    kind: 'rows-exchanged',
    count: 1,
    exact: false,
    make: ({ report }) => (valueAt(report, 'granted', 'total') > 2 ? exchangeRows(report, 'granted', 'partial') : null)
  },
  {
    kind: 'last-year-column',
    count: 2,
    exact: true,
    make: (site) => copiedColumn(site, site.random.pick(['person', 'total']))
  },
  {
    kind: 'detail-one-off',
    count: 2,
    exact: true,
    make: (site) => {
      const row = pickRow(
        site,
        ['new', ...outcomeRows(site.report.layout)],
        (each) => valueAt(site.report, each, 'person') > 0
      );
      return row === null ? null : oneOff(site.report, [row]);
    }
  },
  {
    // Entered the same way in every row: no identity can see it.
    kind: 'detail-one-off',
    count: 1,
    exact: false,
    make: ({ report }) => oneOff(report, ['new', 'granted', 'handled'])
  }
];
