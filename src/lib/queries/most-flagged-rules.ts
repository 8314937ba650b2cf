import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { yearDistrictParameter } from './district-parameter.ts';
import sql from './most-flagged-rules.sql?raw';

const row = z.object({ kind: z.string(), errors: z.number(), doubts: z.number(), units: z.number() });
export type FlaggedRule = z.infer<typeof row>;

/** The year's eight families of rules with most flags, errors first. */
export const mostFlaggedRules = defineQuery({
  name: 'most-flagged-rules',
  parameters: yearDistrictParameter,
  row,
  sql
});
