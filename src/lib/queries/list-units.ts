import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { unitSchema } from '../report/unit.ts';
import sql from './list-units.sql?raw';

/** The register in its own order. */
export const listUnits = defineQuery({
  name: 'list-units',
  parameters: z.object({}),
  row: unitSchema.pick({ code: true, name: true, district: true, kind: true }),
  sql
});
