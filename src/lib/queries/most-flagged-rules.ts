import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { yearDistrictParameter } from './district-parameter.ts';
import sql from './most-flagged-rules.sql?raw';

const row = z.object({ kind: z.string(), errors: z.number(), doubts: z.number() });
export type FlaggedRule = z.infer<typeof row>;

/** The year's families of rules with flags, most errors first. */
export const mostFlaggedRules = defineQuery({
  name: 'most-flagged-rules',
  parameters: yearDistrictParameter,
  row,
  sql
});
