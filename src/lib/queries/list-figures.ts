import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { measureIdSchema, measureSlots } from '../measures/slots.ts';
import sql from './list-figures.sql?raw';

const row = z.object({
  unit: z.string(),
  year: z.number(),
  form: z.enum(['2019', '2021']),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** True: no value because a cell was not found or could not be read. */
  unread: z.boolean()
});
export type ListedFigure = z.infer<typeof row>;

/** One measure of every report; filters by unit are the page's, which has the register at hand. */
export const listFigures = defineQuery({
  name: 'list-figures',
  parameters: z.object({ measure: measureIdSchema }),
  row,
  sql,
  slots: ({ measure }) => measureSlots(measure)
});
