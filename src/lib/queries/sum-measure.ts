import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { measureIdSchema, measureSlots } from '../measures/slots.ts';
import { districtParameter } from './district-parameter.ts';
import sql from './sum-measure.sql?raw';

const row = z.object({
  year: z.number(),
  reports: z.number(),
  /** Reports whose cells for this measure are all there. */
  counted: z.number(),
  /** The total; of a rate, the total above the line. null: no report has it. */
  numerator: z.number().nullable(),
  /** Of a rate, the total below the line; else null. */
  denominator: z.number().nullable()
});
export type MeasureSum = z.infer<typeof row>;

/** One measure of a district, by year. */
export const sumMeasure = defineQuery({
  name: 'sum-measure',
  parameters: districtParameter.extend({ measure: measureIdSchema }),
  row,
  sql,
  slots: ({ measure }) => measureSlots(measure)
});
