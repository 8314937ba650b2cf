import { CELLS } from './cells.ts';
import { COLUMNS } from './columns.ts';
import type { Change } from './draft.ts';
import { LABELS } from './labels.ts';
import { ROWS } from './rows.ts';
import { TABLES } from './tables.ts';
import { VALUES } from './values.ts';

/** What copying, converting, typing and printing do to a report, each by name. */
export const CHANGES: Readonly<Record<string, Change>> = {
  ...VALUES,
  ...LABELS,
  ...CELLS,
  ...ROWS,
  ...COLUMNS,
  ...TABLES
};
