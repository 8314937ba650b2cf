import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import sql from './count-flags.sql?raw';

const row = z.object({ errors: z.number(), warnings: z.number() });
export type FlagCounts = z.infer<typeof row>;

/** How many flags there are in all years. */
export const countFlags = defineQuery({ name: 'count-flags', parameters: z.object({}), row, sql });
