import { z } from 'zod';
import { CELL_NOTE_KINDS } from '../database/schema.ts';
import { defineQuery } from '../database/query.ts';
import { isCellId } from '../form/form.ts';
import { SqlFragment } from '../measures/fragment.ts';
import { yearDistrictParameter } from './district-parameter.ts';
import sql from './list-cell-figures.sql?raw';

const row = z.object({
  unit: z.string(),
  form: z.enum(['2019', '2021']),
  value: z.number().nullable(),
  /** null: nothing was noted; without a value too, the report's form does not have the cell. */
  note: z.enum(CELL_NOTE_KINDS).nullable()
});
export type CellFigure = z.infer<typeof row>;

/** What each report of a year says in one cell, units in the register's order. */
export const listCellFigures = defineQuery({
  name: 'list-cell-figures',
  parameters: yearDistrictParameter.extend({ cell: z.string().refine(isCellId) }),
  row,
  sql,
  slots: ({ cell }) => ({ value: SqlFragment.cell(cell) })
});
