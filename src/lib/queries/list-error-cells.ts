import { z } from 'zod';
import { flagSchema } from '../checks/rule.ts';
import { defineQuery } from '../database/query.ts';
import sql from './list-error-cells.sql?raw';

const row = flagSchema.pick({ rule: true, unit: true, year: true, cells: true });
export type ErrorCells = z.infer<typeof row>;

/** One row an error with cells, of all years and units: figures that stand on such a cell are marked. */
export const listErrorCells = defineQuery({ name: 'list-error-cells', parameters: z.object({}), row, sql });
