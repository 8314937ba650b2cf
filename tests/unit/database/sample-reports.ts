import { cellsOfLayout, type Layout } from '../../../src/lib/form/form.ts';
import type { LoadedReport } from '../../../src/lib/database/load-reports.ts';
import type { CellNote, Report } from '../../../src/lib/report/report.ts';
import type { Unit } from '../../../src/lib/report/unit.ts';

export const UNITS: readonly Unit[] = [
  { code: 'A01', name: '云川街道', district: '东湖区', kind: '街道', order: 1, formerNames: ['云川镇'] },
  { code: 'A02', name: '石桥镇', district: '东湖区', kind: '镇', order: 2, formerNames: [] },
  { code: 'B01', name: '发展和改革局', district: '西岭区', kind: '部门', order: 3, formerNames: [] }
];

/** Each cell of the layout: what `cells` says, else 0. `undefined` leaves the cell out, as when it was not found. */
export type CellChanges = Readonly<Record<string, number | null | undefined>>;

export function sampleReport(layout: Layout, changes: CellChanges = {}, notes: readonly CellNote[] = []): Report {
  const cells: Record<string, number | null> = {};
  for (const { id } of cellsOfLayout(layout)) {
    const value = id in changes ? changes[id] : 0;
    if (value !== undefined) cells[id] = value;
  }
  return {
    unit: null,
    year: null,
    form: layout === '2019' ? '2019' : '2021',
    cells,
    notes: [...notes],
    claims: [],
    sections: [],
    issues: []
  };
}

export function loadedReport(unit: string, year: number, report: Report): LoadedReport {
  return { document: `${unit}/${year}`, unit, year, report };
}
