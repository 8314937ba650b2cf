import { group } from 'd3-array';
import { openIssues } from '../report/doubts.ts';
import type { IssueCode } from '../report/issue.ts';
import { turn } from './slices.ts';
import type { ImportStorage } from './storage.ts';
import type { Correction } from './stored.ts';

/** No question of proofreading: that a person entered the report; and whose it is and of which year, settled elsewhere. */
const NOT_ASKED: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'document.entered-by-hand',
  'title.unit-missing',
  'title.unit-from-file-name',
  'title.unit-from-text',
  'title.year-missing',
  'title.year-undecided',
  'title.year-from-text',
  'title.year-from-file-name'
]);

/** Documents looked at before the page gets a turn. */
const AT_A_TIME = 20;

/**
 * How many doubts nobody has answered are left in each document in which a person has corrected or confirmed something;
 * of the others their list says it.
 */
export async function countOpenDoubts(
  storage: ImportStorage,
  corrections: readonly Correction[]
): Promise<ReadonlyMap<string, number>> {
  const byDocument = group(corrections, ({ document }) => document);
  const ids = [...byDocument.keys()];
  const open = new Map<string, number>();
  for (let at = 0; at < ids.length; at += AT_A_TIME) {
    for (const { id, issues, reports } of await storage.results(ids.slice(at, at + AT_A_TIME))) {
      const own = byDocument.get(id) ?? [];
      const left = reports.map((report, index) => {
        const answered = new Set(own.filter((each) => each.index === index).map(({ cell }) => cell));
        return openIssues(report, answered).filter(({ code }) => !NOT_ASKED.has(code)).length;
      });
      open.set(
        id,
        left.reduce((sum, count) => sum + count, issues.length)
      );
    }
    await turn();
  }
  return open;
}
