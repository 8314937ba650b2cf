import type { Ask } from '$lib/queries/ask.ts';
import type { StoredReport } from '$lib/queries/get-reports.ts';
import type { AbsentCell } from '$lib/queries/list-absent-cells.ts';
import { listFlags, type ListedFlag } from '$lib/queries/list-flags.ts';
import { askRepair } from '$lib/queries/repair.ts';
import type { UnitRepairs } from '$lib/checks/repair/repairs-for-reports.ts';
import { isOpen } from '$lib/review/open-errors.ts';
import { LetterChoices } from '$lib/review/letter-choices.svelte.ts';
import { ReviewMarks } from '$lib/review/marks.svelte.ts';
import { RepairSearch } from '$lib/review/repair-search.ts';

/** The person's marks, for all pages. The layout connects them with what the browser keeps. */
export const marks = new ReviewMarks();

const search = new RepairSearch();

/** The figures that a person chose for the letters, and what the letters say of their sender; connected likewise. */
export const choices = new LetterChoices();

export interface FoundRepairs {
  /** Every year's report of the units. */
  readonly reports: readonly StoredReport[];
  readonly repairs: readonly UnitRepairs[];
  /** Their cells that hold no number. */
  readonly absent: readonly AbsentCell[];
}

/** What would put these units' reports right. */
export async function findRepairs(ask: Ask, units: readonly string[]): Promise<FoundRepairs> {
  await drawn();
  const { reports, searched, absent } = await askRepair(ask, units);
  return { reports, repairs: await search.find(searched), absent };
}

/**
 * The flags of these years that a person dismissed; a mark whose flag is gone counts for none. One question a year:
 * those of the published years are answered ahead.
 */
export async function findDismissed(ask: Ask, years: readonly number[]): Promise<ListedFlag[]> {
  await drawn();
  const everywhere = { district: null, unit: null, rule: null, severity: null };
  const flags = await Promise.all(years.map((year) => ask(listFlags, { ...everywhere, year })));
  return flags.flat().filter((flag) => !isOpen(flag, marks.of));
}

/** A page asks while it is drawn, when nothing may change; the first question starts the engine, which shows. */
const drawn = (): Promise<void> => Promise.resolve();
