import { group } from 'd3-array';
import type { UnitReport } from '../checks/repair/repairs-for-reports.ts';
import { unitYearKey } from '../report/unit-year.ts';
import { follow, gather, type Ask } from './ask.ts';
import { listAbsentCells } from './list-absent-cells.ts';
import { listStatedFigures } from './list-stated-figures.ts';
import { listUnitReports } from './list-unit-reports.ts';

/** Every year's report of some units, at least one, as they are stored and as the search for repairs sees them. */
export function askRepair(ask: Ask, units: readonly string[]) {
  const about = { units: [...units] };
  const parts = gather({
    reports: ask(listUnitReports, about),
    absent: ask(listAbsentCells, about),
    stated: ask(listStatedFigures, about)
  });
  return follow(parts, ({ reports, absent, stated }) => {
    const absentIn = group(absent, unitYearKey);
    const statedIn = group(stated, unitYearKey);
    const searched = reports.map((report): UnitReport => {
      const { unit, year, layout, cells } = report;
      const own = (absentIn.get(unitYearKey(report)) ?? []).map(({ cell, kind }) => [cell, kind]);
      return {
        unit,
        year,
        layout,
        cells,
        absent: Object.fromEntries(own),
        stated: statedIn.get(unitYearKey(report)) ?? []
      };
    });
    return { reports, searched, absent };
  });
}
