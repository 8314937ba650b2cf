import { gather, type Ask } from './ask.ts';
import { getReports } from './get-reports.ts';
import { listCellNotes } from './list-cell-notes.ts';
import { listFlags } from './list-flags.ts';
import { listIssues } from './list-issues.ts';

/** All years of one unit: its reports, what was noted in them, and its flags. */
export function askUnit(ask: Ask, { unit }: { readonly unit: string }) {
  return gather({
    reports: ask(getReports, { unit, year: null }),
    notes: ask(listCellNotes, { unit, year: null }),
    flags: ask(listFlags, { unit, year: null, district: null, rule: null, severity: null }),
    issues: ask(listIssues, { unit })
  });
}
export type UnitAnswer = Awaited<ReturnType<typeof askUnit>>;
