/** Table 3 of a unit over the years, request by request, so that every identity holds because it happened so. */
import {
  APPLICANT_COLUMNS,
  CLOSED_ROWS,
  outcomeRows,
  type ApplicantColumn,
  type CellId,
  type Layout
} from '../../../src/lib/form/form.ts';
import type { Random } from '../random.ts';

type Applicant = Exclude<ApplicantColumn, 'total'>;
export type Counts = Map<CellId, number>;

const APPLICANTS: readonly (readonly [Applicant, number])[] = [
  ['person', 88],
  ['company', 5.5],
  ['research', 0.3],
  ['charity', 0.7],
  ['legal', 3.5],
  ['other', 2]
];

const OUTCOMES: readonly (readonly [string, number])[] = [
  ['granted', 40],
  ['partial', 9],
  ['denied-secret', 0.1],
  ['denied-law', 1.2],
  ['denied-security', 0.3],
  ['denied-third-party', 2],
  ['denied-internal', 2.5],
  ['denied-process', 3],
  ['denied-enforcement', 1.4],
  ['denied-inquiry', 2.2],
  ['unavailable-not-held', 19],
  ['unavailable-to-create', 3.5],
  ['unavailable-unclear', 1.6],
  ['rejected-complaint', 4.5],
  ['rejected-duplicate', 2.6],
  ['rejected-publication', 0.2],
  ['rejected-excessive', 0.6],
  ['rejected-confirmation', 0.8],
  ['closed-no-correction', 1.8],
  ['closed-unpaid', 0.1],
  ['closed-other', 3.6]
];

function add(counts: Counts, row: string, column: Applicant): void {
  for (const name of [column, 'total'] as const) {
    const cell = `t3.${row}.${name}`;
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
}

function emptyTable(): Counts {
  const rows = ['new', 'carried-in', ...outcomeRows('2021'), 'handled', 'carried-out'];
  return new Map(
    rows.flatMap((row) => APPLICANT_COLUMNS.map((column): [CellId, number] => [`t3.${row}.${column}`, 0]))
  );
}

/** `means`: how many requests each year may expect. Rows are those of the 2021 form. */
export function simulateRequests(means: readonly number[], random: Random): Counts[] {
  let open: Applicant[] = [];
  if (means[0] !== undefined) {
    for (let left = random.poisson(means[0] * 0.05); left > 0; left -= 1) open.push(random.weighted(APPLICANTS));
  }
  return means.map((mean) => {
    const counts = emptyTable();
    const stillOpen: Applicant[] = [];
    const closing = [...open];
    for (const applicant of open) add(counts, 'carried-in', applicant);
    for (let left = random.poisson(mean); left > 0; left -= 1) {
      const applicant = random.weighted(APPLICANTS);
      add(counts, 'new', applicant);
      // Twenty working days to answer: what comes in December is often still open at the year's end.
      if (random.chance(0.06)) {
        stillOpen.push(applicant);
        add(counts, 'carried-out', applicant);
      } else closing.push(applicant);
    }
    for (const applicant of closing) {
      add(counts, random.weighted(OUTCOMES), applicant);
      add(counts, 'handled', applicant);
    }
    open = stillOpen;
    return counts;
  });
}

/** The same table as another layout prints it: the three rows of （六）其他处理 in one where it has only one. */
export function inLayout(counts: Counts, layout: Layout): Counts {
  if (layout === '2021') return counts;
  const merged: Counts = new Map();
  for (const [cell, count] of counts) {
    const [, row = '', column = ''] = cell.split('.');
    const target = CLOSED_ROWS.some((closed) => closed === row) ? `t3.closed.${column}` : cell;
    merged.set(target, (merged.get(target) ?? 0) + count);
  }
  return merged;
}
