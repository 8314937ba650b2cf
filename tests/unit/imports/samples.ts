import { cellsOfLayout } from '../../../src/lib/form/form.ts';
import { importedDocument } from '../../../src/lib/imports/imported-document.ts';
import type { ImportedDocument, StoredResult } from '../../../src/lib/imports/stored.ts';
import type { Report } from '../../../src/lib/report/report.ts';
import type { Unit } from '../../../src/lib/report/unit.ts';

export const UNITS: readonly Unit[] = [
  { code: 'A1', name: '云川街道', district: '东湖区', kind: '街道', order: 1, formerNames: ['云川乡'] },
  { code: 'A2', name: '石桥镇', district: '东湖区', kind: '镇', order: 2, formerNames: [] },
  { code: 'B1', name: '石板镇', district: '西岭区', kind: '镇', order: 3, formerNames: [] }
];

export function sampleReport(unit: string | null, year: number | null, cells: Report['cells'] = {}): Report {
  const zeros = Object.fromEntries(cellsOfLayout('2021').map(({ id }) => [id, 0]));
  return {
    unit,
    year,
    form: '2021',
    cells: { ...zeros, ...cells },
    notes: [],
    claims: [],
    sections: [],
    issues: []
  };
}

/** A document's key for tests: 64 hex digits, as of SHA-256. */
export const idOf = (number: number): string => number.toString(16).padStart(64, '0');

export function sampleDocument(
  number: number,
  reports: readonly Report[],
  file = `${number}.docx`
): { document: ImportedDocument; result: StoredResult } {
  const id = idOf(number);
  const result: StoredResult = { id, file, status: 'read', format: 'docx', reports: [...reports], issues: [] };
  const importedAt = new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString();
  return { document: importedDocument({ id, file, size: 10, importedAt }, result), result };
}
