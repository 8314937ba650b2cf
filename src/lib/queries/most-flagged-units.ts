import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { yearDistrictParameter } from './district-parameter.ts';
import sql from './most-flagged-units.sql?raw';

const row = z.object({
  unit: z.string(),
  name: z.string(),
  district: z.string(),
  errors: z.number(),
  doubts: z.number()
});
export type FlaggedUnit = z.infer<typeof row>;

/** The year's forty units with most flags, errors first: enough to show eight when some are dismissed. */
export const mostFlaggedUnits = defineQuery({
  name: 'most-flagged-units',
  parameters: yearDistrictParameter,
  row,
  sql
});
