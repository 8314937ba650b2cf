import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import sql from './get-sections.sql?raw';

const row = z.object({
  unit: z.string(),
  year: z.number().int(),
  name: z.string(),
  former_names: z.array(z.string()).nullable(),
  file: z.string().nullable(),
  text: z.string()
});
export type StoredSection = z.infer<typeof row>;

/** The wording of one section in two reports: a rule says that the one is copied from the other. */
export const getSections = defineQuery({
  name: 'get-sections',
  parameters: z.object({
    section: z.string(),
    unit: z.string(),
    year: z.number().int(),
    otherUnit: z.string(),
    otherYear: z.number().int()
  }),
  row,
  sql
});
