/** What is known of one unit's report for one year, the worst first. */
export type Status = 'missing' | 'error' | 'doubt' | 'clean';

export interface StatusCell {
  readonly year: number;
  readonly status: Status;
  /** Where it is explained. */
  readonly href: string;
  /** In words: unit, year, status. */
  readonly text: string;
}

export interface StatusRow {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  readonly cells: readonly StatusCell[];
}

export interface StatusGroup {
  readonly name: string;
  readonly rows: readonly StatusRow[];
}

export function statusOf(row: { submitted: boolean; errors: number; doubts: number }): Status {
  if (!row.submitted) return 'missing';
  if (row.errors > 0) return 'error';
  return row.doubts > 0 ? 'doubt' : 'clean';
}
