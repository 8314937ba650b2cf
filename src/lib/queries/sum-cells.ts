import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { yearDistrictParameter } from './district-parameter.ts';
import sql from './sum-cells.sql?raw';

const row = z.object({
  cell: z.string(),
  /** Reports with a number in this cell. */
  counted: z.number(),
  total: z.number()
});
export type CellSum = z.infer<typeof row>;

/** The sum of each cell over a year's reports, whatever form they are on; a cell that no report fills has no row. */
export const sumCells = defineQuery({ name: 'sum-cells', parameters: yearDistrictParameter, row, sql });
