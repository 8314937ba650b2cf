import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { storedReport } from './get-reports.ts';
import sql from './list-unit-reports.sql?raw';

/** Every year's report of some units, at least one: what the search for repairs looks at. */
export const listUnitReports = defineQuery({
  name: 'list-unit-reports',
  parameters: z.object({ units: z.array(z.string()).min(1) }),
  row: storedReport,
  sql
});
