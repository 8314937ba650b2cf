import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { findRepairs } from '../../../src/lib/checks/repair/find-repairs.ts';
import type { Repair } from '../../../src/lib/checks/repair/repair.ts';
import type { YearCells } from '../../../src/lib/checks/repair/year-cells.ts';
import { buildSystem, residualOf } from '../../../src/lib/checks/repair/system.ts';
import { APPLICANT_COLUMNS, cellsOfLayout, FORMS, LAYOUTS } from '../../../src/lib/form/form.ts';
import { report, soundCells } from './sound-cells.ts';

const repairsOf = (wrong: Record<string, number | null>) => findRepairs([report(wrong)], IDENTITIES);
const short = ({ changes }: Repair): string =>
  changes.map(({ cell, from, to }) => `${cell} ${from} → ${to}`).join(', ');
const kinds = ({ reasons }: Repair): string[] => reasons.map(({ kind }) => kind);
const row = (key: string): string[] => APPLICANT_COLUMNS.map((column) => `t3.${key}.${column}`);
const blank = (cells: readonly string[]): Record<string, null> => Object.fromEntries(cells.map((cell) => [cell, null]));

/** Rules that are broken, blanks left out. */
function brokenAfter({ year, layout, cells }: YearCells, { changes }: Repair): string[] {
  const changed = { ...cells, ...Object.fromEntries(changes.map(({ cell, to }) => [cell, to])) };
  const { variables, equations } = buildSystem([{ year, layout, cells: changed }], IDENTITIES);
  const values = variables.map(({ reported }) => reported);
  return equations.filter((equation) => (residualOf(equation, values) ?? 0) !== 0).map(({ rule }) => rule);
}

describe('one figure', () => {
  it.each([
    ['t3.granted.person', 116, 'digits-swapped'],
    ['t3.granted.person', 1161, 'digit-doubled'],
    ['t3.granted.person', 16, 'digit-missing'],
    ['t3.denied-law.total', 120, 'tenfold'],
    ['t3.granted.total', 0, 'total-zero'],
    ['t3.granted.total', 171, 'total-stale'],
    ['t3.partial.person', 0, 'zero-typed'],
    ['t3.partial.charity', 4, 'surplus'],
    ['t3.granted.person', -161, 'not-a-count'],
    ['t3.granted.person', 16.1, 'not-a-count'],
    ['t3.granted.person', 1e12, 'unexplained'],
    ['t3.granted.person', 1e300, 'too-large'],
    ['t3.granted.total', null, 'blank']
  ])('%s printed as %s', (cell, printed, kind) => {
    const right = soundCells()[cell];
    const { repairs, complete, unsettled } = repairsOf({ [cell]: printed });
    expect(repairs.map(short)).toEqual([`${cell} ${printed} → ${right}`]);
    expect(repairs.flatMap(kinds)).toEqual([kind]);
    expect({ complete, unsettled }).toEqual({ complete: true, unsettled: [] });
  });

  it('lists every cell of a dispute block that alone mends it, the stale total first where it stands at 0', () => {
    const { repairs } = repairsOf({ 't4.review.total': 0 });
    expect(repairs.map(short)).toEqual(['t4.review.total 0 → 4']);
    expect(repairsOf({ 't4.review.total': 5 }).repairs.map(short).sort()).toEqual([
      't4.review.corrected 1 → 2',
      't4.review.other 0 → 1',
      't4.review.pending 0 → 1',
      't4.review.total 5 → 4',
      't4.review.upheld 3 → 4'
    ]);
  });
});

describe('several figures', () => {
  it('combines the mistakes of separate parts and ranks from 1', () => {
    const { repairs } = repairsOf({ 't3.granted.person': 116, 't4.review.total': 0 });
    expect(repairs.map(short)).toEqual(['t3.granted.person 116 → 161, t4.review.total 0 → 4']);
    expect(repairs.map(({ rank, year }) => ({ rank, year }))).toEqual([{ rank: 1, year: 2022 }]);
  });

  it('sees a detail entered in the neighbouring column as one mistake', () => {
    const [first] = repairsOf({ 't3.granted.legal': 14, 't3.granted.company': 0, 't3.partial.person': 2 }).repairs;
    expect(first && kinds(first)).toEqual(['moved', 'tenth']);
    const [other] = repairsOf({ 't3.granted.person': 160, 't3.granted.other': 1 }).repairs;
    expect(other && kinds(other)).toEqual(['misplaced']);
  });

  it('finds five', () => {
    const wrong = {
      't3.new.company': 41,
      't3.granted.person': 116,
      't3.partial.person': 2,
      't3.denied-law.total': 112,
      't3.unavailable-not-held.total': 80
    };
    const { repairs } = repairsOf(wrong);
    const right = soundCells();
    expect(repairs[0]?.changes).toEqual(
      Object.entries(wrong).map(([cell, from]) => ({ year: 2022, cell, from, to: right[cell] }))
    );
  });

  it('gives the likeliest figures where the rules leave them open, and says that it is not all', () => {
    const { repairs, complete } = repairsOf({ 't4.review.upheld': -3, 't4.review.corrected': -1 });
    expect(repairs).toHaveLength(1);
    expect(repairs[0] && brokenAfter(report(), repairs[0])).toEqual([]);
    expect(complete).toBe(false);
  });
});

describe('blanks', () => {
  it('are never zeros: totals left out are worked out, and the wrong figure beside them is found', () => {
    const totals = Object.keys(soundCells()).filter((cell) => cell.startsWith('t3.') && cell.endsWith('.total'));
    const { repairs } = repairsOf({ ...blank(totals), 't3.granted.person': 116 });
    const right = soundCells();
    expect(repairs[0]?.changes).toEqual(
      Object.keys(right)
        .filter((cell) => cell === 't3.granted.person' || (totals.includes(cell) && right[cell] !== 0))
        .map((cell) => ({ year: 2022, cell, from: cell === 't3.granted.person' ? 116 : null, to: right[cell] }))
    );
  });

  it('that the rules leave open are proposed as 0 where every rule holds then, and never what was not read', () => {
    const nothing = Object.fromEntries(Object.keys(soundCells()).map((cell) => [cell, 0]));
    const open = ['t3.new.person', 't3.new.total', 't3.carried-out.person', 't3.carried-out.total'];
    const cells = { ...nothing, ...blank(open) };
    const { repairs, complete } = findRepairs([{ year: 2022, layout: '2021', cells }], IDENTITIES);
    expect(repairs.map(kinds)).toEqual([['blank-open']]);
    expect(repairs[0]?.changes).toEqual(open.map((cell) => ({ year: 2022, cell, from: null, to: 0 })));
    expect(complete).toBe(false);
    const absent = { 't3.new.total': 'unreadable' as const };
    expect(findRepairs([{ year: 2022, layout: '2021', cells, absent }], IDENTITIES).repairs).toEqual([]);
    // With 5 new requests they cannot all be 0, nor does anything tell which is how much.
    const some = { ...cells, 't3.new.company': 5, 't3.carried-out.company': 5 };
    expect(findRepairs([{ year: 2022, layout: '2021', cells: some }], IDENTITIES).repairs).toEqual([]);
  });

  it('that can only be 0 are proposed as one mistake where nothing else is wrong', () => {
    const { repairs } = repairsOf(blank(row('denied-secret')));
    expect(repairs.map(kinds)).toEqual([['blank-zero']]);
    expect(repairs[0]?.changes).toEqual(row('denied-secret').map((cell) => ({ year: 2022, cell, from: null, to: 0 })));
    expect(repairsOf({ ...blank(row('denied-secret')), 't3.granted.person': 116 }).repairs.map(short)).toEqual([
      't3.granted.person 116 → 161'
    ]);
  });

  it('that nothing fixes stay blank', () => {
    const details = Object.keys(soundCells()).filter((cell) => cell.startsWith('t3.') && !cell.endsWith('.total'));
    const { repairs } = repairsOf({ ...blank(details), 't3.granted.total': 157 });
    expect(repairs[0] && short(repairs[0])).toBe('t3.granted.total 157 → 175');
  });
});

describe('whole rows and columns', () => {
  const right = soundCells();
  const column = (key: string): string[] =>
    FORMS['2021'].cells.flatMap(({ id, table, column: own }) => (table === 3 && own === key ? [id] : []));
  const written = (cells: readonly string[], figures: readonly (number | null | undefined)[]) =>
    Object.fromEntries(cells.map((cell, index) => [cell, figures[index] ?? 0]));
  const figures = (cells: readonly string[]) => cells.map((cell) => right[cell]);

  it.each([
    ['row-shifted', written(row('new'), [0, ...figures(row('new')).slice(0, -1)])],
    ['row-shifted', written(row('new'), [...figures(row('new')).slice(1), 0])],
    ['column-shifted', written(column('person'), [0, ...figures(column('person')).slice(0, -1)])],
    [
      'rows-exchanged',
      { ...written(row('new'), figures(row('handled'))), ...written(row('handled'), figures(row('new'))) }
    ],
    [
      'columns-exchanged',
      { ...written(column('total'), figures(column('person'))), ...written(column('person'), figures(column('total'))) }
    ]
  ])('%s is one mistake', (kind, wrong) => {
    const [first] = repairsOf(wrong).repairs;
    expect(first && kinds(first)).toEqual([kind]);
    const spoiled = Object.keys(wrong).filter((cell) => wrong[cell] !== right[cell]);
    expect(new Map(first?.changes.map(({ cell, to }) => [cell, to]))).toEqual(
      new Map(spoiled.map((cell) => [cell, right[cell]]))
    );
  });

  it('knows last year’s column when it is copied', () => {
    const lastYear: Record<string, number> = {
      ...written([...column('person'), ...row('carried-out')], []),
      't3.new.person': 100,
      't3.carried-in.person': 4,
      't3.granted.person': 81,
      't3.partial.person': 13,
      't3.denied-law.person': 7,
      't3.handled.person': 101,
      't3.carried-out.person': 3,
      't3.carried-out.total': 3
    };
    const wrong = Object.fromEntries(column('person').map((cell) => [cell, lastYear[cell] ?? 0]));
    const neighbours = [{ year: 2021, layout: '2021' as const, cells: lastYear }];
    const [first] = findRepairs([report(wrong)], IDENTITIES, { neighbours }).repairs;
    expect(first && kinds(first)).toEqual(['column-copied']);
    expect(first?.changes.every(({ cell, to }) => right[cell] === to)).toBe(true);
  });
});

describe('bounds', () => {
  const all = (value: number | null) => Object.fromEntries(FORMS['2021'].cells.map(({ id }) => [id, value]));

  it.each([
    ['all blanks', all(null)],
    ['all zeros', all(0)],
    ['no cell at all', {}],
    ['no table 3', Object.fromEntries(Object.entries(soundCells()).filter(([cell]) => !cell.startsWith('t3.')))]
  ])('%s: nothing to repair', (_, cells) => {
    expect(findRepairs([{ year: 2022, layout: '2021', cells }], IDENTITIES)).toEqual({
      repairs: [],
      complete: true,
      unsettled: []
    });
  });

  it.each([10 ** 12, 10 ** 15])(
    'the search over a report of nothing but %d ends, and says that it is not all',
    (value) => {
      const spoiled: YearCells = { year: 2022, layout: '2021', cells: all(value) };
      const start = performance.now();
      const { repairs, complete, unsettled } = findRepairs([spoiled], IDENTITIES);
      expect(performance.now() - start).toBeLessThan(5000);
      expect(complete).toBe(false);
      const left = new Set(unsettled.map(({ rule }) => rule));
      expect(repairs.length).toBeGreaterThan(0);
      for (const repair of repairs) expect(brokenAfter(spoiled, repair).filter((rule) => !left.has(rule))).toEqual([]);
    }
  );

  it('says which rules stay broken when more than the allowed figures are wrong', () => {
    const { repairs, complete, unsettled } = findRepairs(
      [report({ 't3.granted.person': 116, 't3.new.company': 41 })],
      IDENTITIES,
      { maximumCells: 1 }
    );
    expect({ repairs, complete }).toEqual({ repairs: [], complete: false });
    expect(unsettled.map(({ rule }) => rule)).toContain('t3.row-sum.granted');
  });

  it('stops when the time is up', () => {
    let now = 0;
    const clock = (): number => (now += 400);
    const { complete, repairs } = findRepairs(
      [report({ 't3.granted.person': 116, 't3.new.company': 41 })],
      IDENTITIES,
      { clock }
    );
    expect({ complete, repairs }).toEqual({ complete: false, repairs: [] });
  });

  it('shows no more than asked for and says so', () => {
    const { repairs, complete } = findRepairs([report({ 't4.review.total': 5 })], IDENTITIES, { maximumShown: 2 });
    expect(repairs).toHaveLength(2);
    expect(complete).toBe(false);
  });

  it('mends every rule it does not name as unsettled, whatever the cells say', () => {
    const value = fc.oneof(
      { weight: 20, arbitrary: fc.constant(0) },
      { weight: 3, arbitrary: fc.nat(30) },
      { weight: 2, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(1e12, -4, 2.5, 1e300, NaN, 999_999_999_999) }
    );
    const wrong = fc.dictionary(fc.constantFrom(...FORMS['2021'].cells.map(({ id }) => id)), value, { maxKeys: 40 });
    fc.assert(
      fc.property(wrong, fc.constantFrom(...LAYOUTS), fc.boolean(), (cells, layout, isEmpty) => {
        const base = isEmpty ? {} : soundCells(layout);
        const known = new Set(cellsOfLayout(layout).map(({ id }) => id));
        const own = Object.fromEntries(Object.entries(cells).filter(([cell]) => known.has(cell)));
        const spoiled: YearCells = { year: 2022, layout, cells: { ...base, ...own } };
        const start = performance.now();
        const { repairs, unsettled } = findRepairs([spoiled], IDENTITIES);
        expect(performance.now() - start).toBeLessThan(3000);
        const left = new Set(unsettled.map(({ rule }) => rule));
        for (const repair of repairs) {
          expect(brokenAfter(spoiled, repair).filter((rule) => !left.has(rule))).toEqual([]);
          for (const { to, from } of repair.changes) {
            expect(Number.isInteger(to) && to >= 0).toBe(true);
            expect(to).not.toBe(from);
          }
        }
        expect(new Set(repairs.map(short)).size).toBe(repairs.length);
        expect(repairs.map(({ rank }) => rank)).toEqual(repairs.map((_, index) => index + 1));
      }),
      { numRuns: 150 }
    );
  });
});
