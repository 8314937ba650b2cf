import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { districtParameter } from './district-parameter.ts';
import sql from './grid-statuses.sql?raw';

const row = z.object({
  unit: z.string(),
  year: z.number(),
  submitted: z.boolean(),
  errors: z.number(),
  doubts: z.number()
});
export type GridStatus = z.infer<typeof row>;

/** One row a unit and year, units in the register's order. */
export const gridStatuses = defineQuery({ name: 'grid-statuses', parameters: districtParameter, row, sql });
