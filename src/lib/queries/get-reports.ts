import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { ALL_CELLS } from '../form/form.ts';
import sql from './get-reports.sql?raw';

const cells = Object.fromEntries(ALL_CELLS.map((cell) => [cell.id, z.number().nullable()]));

/** A row of the report table with its document. */
export const storedReport = z
  .object({
    unit: z.string(),
    year: z.number(),
    form: z.enum(['2019', '2021']),
    layout: z.enum(['2019', '2021', '2021-closed-once']),
    status: z.enum(['read', 'partial']),
    /** The source document's name and format; null when the document is not known. */
    file: z.string().nullable(),
    format: z.string().nullable(),
    issues: z.number()
  })
  .and(z.object(cells).transform((values) => ({ cells: values })));
export type StoredReport = z.infer<typeof storedReport>;

/** Ids of the cells that were not found or could not be read. */
const unitReport = storedReport.and(z.object({ unread: z.array(z.string()) }));
export type UnitReport = z.infer<typeof unitReport>;

/** One unit's reports of all years, or of one year and its neighbours. NULL cells are explained by `listCellNotes`. */
export const getReports = defineQuery({
  name: 'get-reports',
  parameters: z.object({ unit: z.string(), year: z.number().int().nullable() }),
  row: unitReport,
  sql
});
