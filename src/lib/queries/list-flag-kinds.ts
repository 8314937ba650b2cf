import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import sql from './list-flag-kinds.sql?raw';

/** The families of rules that were broken anywhere: what the page offers to filter by. */
export const listFlagKinds = defineQuery({
  name: 'list-flag-kinds',
  parameters: z.object({}),
  row: z.object({ kind: z.string() }),
  sql
});
