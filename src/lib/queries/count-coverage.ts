import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import sql from './count-coverage.sql?raw';
import { districtParameter } from './district-parameter.ts';

const row = z.object({
  year: z.number(),
  /** Units that should report. */
  units: z.number(),
  reports: z.number(),
  units_with_errors: z.number(),
  errors: z.number(),
  /** Warnings and what could not be checked. */
  doubts: z.number()
});
export type Coverage = z.infer<typeof row>;

/** By year: how many of how many units have reported, and how much was flagged. */
export const countCoverage = defineQuery({ name: 'count-coverage', parameters: districtParameter, row, sql });
