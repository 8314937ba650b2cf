import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { claimSchema } from '../report/report.ts';
import sql from './list-stated-figures.sql?raw';

const row = claimSchema.pick({ claim: true, value: true, raw: true, sentence: true }).extend({
  unit: z.string(),
  year: z.number().int(),
  start: z.number().int().nullable()
});

/** Figures stated in the text of some units' reports. */
export const listStatedFigures = defineQuery({
  name: 'list-stated-figures',
  parameters: z.object({ units: z.array(z.string()).min(1) }),
  row,
  sql
});
