import { z } from 'zod';
import { CELL_NOTE_KINDS } from '../database/schema.ts';
import { defineQuery } from '../database/query.ts';
import { placeSchema } from '../report/place.ts';
import { jsonText } from './json-text.ts';
import sql from './list-cell-notes.sql?raw';

const row = z.object({
  year: z.number(),
  cell: z.string(),
  kind: z.enum(CELL_NOTE_KINDS),
  raw: z.string().nullable(),
  place: jsonText(placeSchema).nullable()
});
export type StoredCellNote = z.infer<typeof row>;

/** What is not a plain number in a unit's reports, with its place in the document. */
export const listCellNotes = defineQuery({
  name: 'list-cell-notes',
  parameters: z.object({ unit: z.string(), year: z.number().int().nullable() }),
  row,
  sql
});
