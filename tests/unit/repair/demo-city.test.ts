import { expect, it } from 'vitest';
import { buildCity } from '../../../data/generator/city.ts';
import { valueOf } from '../../../data/generator/mistakes/mistake.ts';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { repairsForReports } from '../../../src/lib/checks/repair/repairs-for-reports.ts';

it('lists the true cells of every mistake in the demo city that an exact rule sees, and nothing for sound reports', () => {
  const city = buildCity();
  const reports = city.reports.map(({ unit, year, layout, printed }) => ({
    unit: unit.code,
    year,
    layout,
    cells: Object.fromEntries([...printed].map(([cell, text]) => [cell, valueOf(text)]))
  }));
  const groups = repairsForReports(reports, IDENTITIES);
  const explained = new Set<string>();
  const missing: string[] = [];
  for (const { unit, year, changes, number, kind } of city.mistakes) {
    explained.add(`${unit.code} ${year}`);
    if (!changes.some(({ rules }) => rules.some((rule) => /^(t3|t4|carry-over)\./.test(rule)))) continue;
    const cells = changes.filter(({ cell }) => /^t[34]\./.test(cell));
    const group = groups.find(({ unit: code, years }) => code === unit.code && years.includes(year));
    const isListed = group?.repairs.some((repair) =>
      cells.every((wrong) =>
        repair.changes.some((made) => made.year === year && made.cell === wrong.cell && made.to === Number(wrong.true))
      )
    );
    if (!isListed) missing.push(`${number} ${kind} ${unit.name} ${year}`);
  }
  expect(missing).toEqual([]);
  expect(city.mistakes.length).toBeGreaterThan(0);
  expect(groups.filter(({ unit, years }) => !years.some((year) => explained.has(`${unit} ${year}`)))).toEqual([]);
});
