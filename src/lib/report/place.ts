import { z } from 'zod';

/** Where something stands in a document. All numbers count from 1, as a person would count. */
export const placeSchema = z.object({
  /** Page of a paged format (PDF). */
  page: z.number().int().positive().optional(),
  /** Sheet name of a workbook. */
  sheet: z.string().optional(),
  /** Which table of the document. */
  table: z.number().int().positive().optional(),
  row: z.number().int().positive().optional(),
  column: z.number().int().positive().optional(),
  /** Line of a plain-text document. */
  line: z.number().int().positive().optional(),
  /** Which paragraph of the document. */
  paragraph: z.number().int().positive().optional()
});
export type Place = z.infer<typeof placeSchema>;
