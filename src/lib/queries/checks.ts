import { COPY_RULE_IDS } from '../checks/likely-rules.ts';
import type { checksFields } from '../selection/checks.ts';
import type { Selected } from '../selection/selection.ts';
import { follow, gather, type Ask } from './ask.ts';
import { getReports } from './get-reports.ts';
import { getSections, type StoredSection } from './get-sections.ts';
import { listCellNotes } from './list-cell-notes.ts';
import { listFlags, type ListedFlag } from './list-flags.ts';

/** Names a flag in the address; unique, because a rule flags a unit's year once. */
export function flagKey({ rule, unit, year }: Pick<ListedFlag, 'rule' | 'unit' | 'year'>): string {
  return `${rule}~${unit}~${year}`;
}

/**
 * The flags of a selection, and for the open one its report, those of the years before and after, and what was noted in
 * them; of a copied section both wordings.
 */
export function askChecks(ask: Ask, selection: Omit<Selected<typeof checksFields>, 'mark'>) {
  const { flag: wanted, year, district, unit, rule, severity } = selection;
  const listed = ask(listFlags, { year: year === null ? null : Number(year), district, unit, rule, severity });
  return follow(listed, (flags) => {
    const open = flags.find((flag) => flagKey(flag) === wanted) ?? flags[0] ?? null;
    const about = open && { unit: open.unit, year: open.year };
    return gather({
      flags,
      open,
      reports: about ? ask(getReports, about) : [],
      notes: about ? ask(listCellNotes, about) : [],
      sections: open ? askCopied(ask, open) : []
    });
  });
}
export type ChecksAnswer = Awaited<ReturnType<typeof askChecks>>;

function askCopied(ask: Ask, { rule, unit, year, values }: ListedFlag): StoredSection[] | Promise<StoredSection[]> {
  if (!COPY_RULE_IDS.some((id) => id === rule)) return [];
  return ask(getSections, {
    section: String(values.section),
    unit,
    year,
    otherUnit: String(values.otherUnit),
    otherYear: Number(values.otherYear)
  });
}
