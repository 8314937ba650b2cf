import { z } from 'zod';
import { defineQuery } from '../database/query.ts';
import { yearDistrictParameter } from './district-parameter.ts';
import sql from './count-unfilled.sql?raw';

const row = z.object({ unit: z.string(), cells: z.number() });
export type UnfilledCount = z.infer<typeof row>;

/** The units whose report leaves cells of its form without a number, in the register's order. */
export const countUnfilled = defineQuery({ name: 'count-unfilled', parameters: yearDistrictParameter, row, sql });
