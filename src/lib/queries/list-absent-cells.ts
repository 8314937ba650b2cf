import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { ABSENCES } from '../report/absence.ts';
import sql from './list-absent-cells.sql?raw';

const row = z.object({
  unit: z.string(),
  year: z.number().int(),
  cell: z.string(),
  kind: z.enum(ABSENCES),
  /** As it stands in the document; empty where nothing was found. */
  raw: z.string()
});
export type AbsentCell = z.infer<typeof row>;

/** Why cells hold no number, of some units' reports; cells without a number that are not listed are blank. */
export const listAbsentCells = defineQuery({
  name: 'list-absent-cells',
  parameters: z.object({ units: z.array(z.string()).min(1) }),
  row,
  sql
});
