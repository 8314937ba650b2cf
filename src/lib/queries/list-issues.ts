import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { issueSchema } from '../report/issue.ts';
import { placeSchema } from '../report/place.ts';
import { jsonText } from './json-text.ts';
import sql from './list-issues.sql?raw';

const valuesSchema = z.record(z.string(), z.union([z.string(), z.number()]));

const row = z
  .object({
    year: z.number(),
    code: issueSchema.shape.code,
    cell: z.string().nullable(),
    place: jsonText(placeSchema).nullable(),
    values: jsonText(valuesSchema).nullable()
  })
  .transform(({ year, code, cell, place, values }) => ({
    year,
    issue: issueSchema.parse({ code, cell: cell ?? undefined, place: place ?? undefined, values: values ?? undefined })
  }));
export type StoredIssue = z.infer<typeof row>;

/** What was noted when a unit's reports were read. */
export const listIssues = defineQuery({
  name: 'list-issues',
  parameters: z.object({ unit: z.string() }),
  row,
  sql
});
