import { describe, expect, it } from 'vitest';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { repairsForReports, type UnitReport } from '../../../src/lib/checks/repair/repairs-for-reports.ts';
import { report, soundCells } from './sound-cells.ts';

/** Carries 3 out, as the sound report of 2022 carries 3 in. */
const lastYear: Record<string, number | null> = {
  ...soundCells(),
  't3.carried-in.person': 4,
  't3.carried-in.total': 4,
  't3.carried-out.person': 3,
  't3.carried-out.total': 3
};
const of = (unit: string, wrong: Record<string, number | null> = {}): UnitReport => ({ unit, ...report(wrong) });
const before = (unit: string, wrong: Record<string, number | null> = {}): UnitReport => ({
  unit,
  year: 2021,
  layout: '2021',
  cells: { ...lastYear, ...wrong }
});

describe('repairsForReports', () => {
  it('says nothing about sound reports', () => {
    expect(repairsForReports([of('甲街道'), before('甲街道')], IDENTITIES)).toEqual([]);
  });

  it('repairs each year by itself while the carry-over holds', () => {
    const found = repairsForReports(
      [of('甲街道', { 't3.granted.person': 116 }), before('甲街道', { 't3.granted.total': 0 })],
      IDENTITIES
    );
    expect(found.map(({ unit, years }) => ({ unit, years }))).toEqual([
      { unit: '甲街道', years: [2021] },
      { unit: '甲街道', years: [2022] }
    ]);
  });

  it('takes neighbouring years together where the carry-over breaks, and sees in which year the figure is wrong', () => {
    const wrong = { 't3.carried-out.person': 13, 't3.carried-out.total': 13 };
    const [group, ...others] = repairsForReports([of('甲街道'), before('甲街道', wrong)], IDENTITIES);
    expect(others).toEqual([]);
    expect(group?.years).toEqual([2021, 2022]);
    expect(group?.repairs[0]?.changes).toEqual([
      { year: 2021, cell: 't3.carried-out.person', from: 13, to: 3 },
      { year: 2021, cell: 't3.carried-out.total', from: 13, to: 3 }
    ]);
    expect(group?.repairs[0]?.year).toBe(2021);
  });

  it('uses a sound neighbour as evidence', () => {
    // By itself the row could be mended in several ways; last year's report leaves one.
    const wrong = { 't3.carried-in.person': 4, 't3.carried-in.company': 0, 't3.carried-in.total': 4 };
    const [group] = repairsForReports([of('甲街道', wrong), before('甲街道')], IDENTITIES);
    expect(group?.repairs[0]?.changes.map(({ year, cell, to }) => ({ year, cell, to }))).toEqual([
      { year: 2022, cell: 't3.carried-in.person', to: 3 },
      { year: 2022, cell: 't3.carried-in.total', to: 3 }
    ]);
  });

  it('tries years alone when together they need too much, and names the carry-over that stays broken', () => {
    const other = Object.fromEntries(Object.entries(lastYear).map(([cell, count]) => [cell, (count ?? 0) * 3]));
    const reports = [of('甲街道', { 't3.granted.person': 116 }), before('甲街道', other)];
    const found = repairsForReports(reports, IDENTITIES, { maximumCells: 2 });
    const [group] = found.filter(({ years }) => years.includes(2022));
    expect(group?.years).toEqual([2022]);
    expect(group?.repairs[0]?.changes).toEqual([{ year: 2022, cell: 't3.granted.person', from: 116, to: 161 }]);
    expect(group?.unsettled.map(({ rule }) => rule)).toEqual(['carry-over.person', 'carry-over.total']);
    expect(group?.complete).toBe(false);
  });

  it('does not compare years when two reports claim one of them', () => {
    const wrong = { 't3.carried-out.person': 13, 't3.carried-out.total': 13 };
    const found = repairsForReports(
      [of('甲街道'), of('甲街道', { 't3.granted.person': 116 }), before('甲街道')],
      IDENTITIES
    );
    expect(found.map(({ years, repairs }) => [years, repairs.length])).toEqual([[[2022], 1]]);
    expect(repairsForReports([of('甲街道'), before('乙镇', wrong)], IDENTITIES).map(({ unit }) => unit)).toEqual([
      '乙镇'
    ]);
  });
});
