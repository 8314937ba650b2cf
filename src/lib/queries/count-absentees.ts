import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import sql from './count-absentees.sql?raw';
import { yearDistrictParameter } from './district-parameter.ts';

const row = z.object({
  units: z.number(),
  /** 本年新收 of last year over those units; null when there are none. */
  received: z.number().nullable(),
  names: z.array(z.string()).nullable()
});
export type Absentees = z.infer<typeof row>;

/** Units that reported the year before and not this year: why two totals may not be over the same units. */
export const countAbsentees = defineQuery({ name: 'count-absentees', parameters: yearDistrictParameter, row, sql });
