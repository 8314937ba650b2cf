import { z } from 'zod';
import { flagSchema, SEVERITIES } from '../checks/rule.ts';
import { defineQuery } from '../database/query.ts';
import { jsonText } from './json-text.ts';
import sql from './list-flags.sql?raw';

const row = flagSchema.extend({
  /** The rule's family. */
  kind: z.string(),
  values: jsonText(flagSchema.shape.values)
});
export type ListedFlag = z.infer<typeof row>;

/** Flags by year, district, unit, family of rules and severity; null asks for all. */
export const listFlags = defineQuery({
  name: 'list-flags',
  parameters: z.object({
    year: z.number().int().nullable(),
    district: z.string().nullable(),
    unit: z.string().nullable(),
    rule: z.string().nullable(),
    severity: z.enum(SEVERITIES).nullable()
  }),
  row,
  sql
});
