import type { Database } from '../database/database.ts';
import { getPublishedReport } from '../database/published.ts';
import { correctReport } from './correct-report.ts';
import { differencesOf, type CellValues, type Difference } from './differences.ts';
import type { KeptRecords } from './kept-records.svelte.ts';
import { PUBLISHED, reportKey } from './stored.ts';
import type { RivalQuestion } from './survey.ts';

export interface Comparison {
  /** In the order of the differences' values: the published report first, the imports by time. */
  readonly reports: readonly { readonly key: string; readonly file: string }[];
  readonly differences: readonly Difference[];
}

/** Where the reports of one unit and year differ, corrections counted. */
export async function compareRivals(
  { unit, year, published, reports }: RivalQuestion,
  kept: KeptRecords,
  openDatabase: () => Promise<Database>
): Promise<Comparison> {
  const compared: { key: string; file: string; cells: CellValues }[] = [];
  if (published) {
    const stored = await getPublishedReport(await openDatabase(), unit, year);
    if (stored) compared.push({ key: PUBLISHED, file: stored.file ?? '', cells: stored.cells });
  }
  const results = await kept.storage.results([...new Set(reports.map(({ document }) => document.id))]);
  for (const { key, document, index } of reports) {
    const report = results.find(({ id }) => id === document.id)?.reports[index];
    if (!report) continue;
    const corrections = kept.current.corrections.filter((correction) => reportKey(correction) === key);
    compared.push({ key, file: document.file, cells: correctReport(report, corrections).cells });
  }
  return { reports: compared, differences: differencesOf(compared.map(({ cells }) => cells)) };
}
