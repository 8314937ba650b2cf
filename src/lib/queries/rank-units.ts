import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { measureIdSchema, measureSlots } from '../measures/slots.ts';
import { yearDistrictParameter } from './district-parameter.ts';
import sql from './rank-units.sql?raw';

const form = z.enum(['2019', '2021']).nullable();

const row = z.object({
  unit: z.string(),
  /** null: not submitted. */
  form,
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** True: no value because a cell was not found or could not be read. */
  unread: z.boolean(),
  /** From 1; equal values share one and the next is skipped. null: not ranked. */
  place: z.number().nullable(),
  /** How many units share the place, this one included. */
  sharing: z.number().nullable(),
  before_form: form,
  before_value: z.number().nullable(),
  before_numerator: z.number().nullable(),
  before_denominator: z.number().nullable(),
  before_unread: z.boolean(),
  before_place: z.number().nullable()
});
export type RankedUnit = z.infer<typeof row>;

/** The units of a district or kind in the order of one measure; ranks are among the units asked for. */
export const rankUnits = defineQuery({
  name: 'rank-units',
  parameters: yearDistrictParameter.extend({
    kind: z.string().nullable(),
    measure: measureIdSchema,
    /** True: the smallest value is first. */
    ascending: z.boolean(),
    /** Least denominator for a rate to be ranked; without effect on counts. */
    minimum: z.number().int().nonnegative()
  }),
  row,
  sql,
  slots: ({ measure }) => measureSlots(measure)
});
