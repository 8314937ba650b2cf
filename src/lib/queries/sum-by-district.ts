import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { measureIdSchema, measureSlots } from '../measures/slots.ts';
import sql from './sum-by-district.sql?raw';

const row = z.object({
  district: z.string(),
  year: z.number(),
  reports: z.number(),
  counted: z.number(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable()
});
export type DistrictSum = z.infer<typeof row>;

/** One measure by district and year, districts in the register's order. */
export const sumByDistrict = defineQuery({
  name: 'sum-by-district',
  parameters: z.object({ measure: measureIdSchema }),
  row,
  sql,
  slots: ({ measure }) => measureSlots(measure)
});
