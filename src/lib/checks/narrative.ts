/**
 * What reports say in words: the figures and years stated in them, and their sections. The rules about them are judged
 * in TypeScript; SQL only leaves out what has nothing to say.
 */
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { unitYearSchema } from '../report/unit-year.ts';

export const claimSchema = unitYearSchema.extend({
  claim: z.string(),
  value: z.number(),
  raw: z.string(),
  start: z.number().int().nullable(),
  sentence: z.string()
});
export type Claim = z.infer<typeof claimSchema>;

const sectionSchema = unitYearSchema.extend({
  position: z.number().int(),
  key: z.string(),
  title: z.string(),
  text: z.string()
});
export type Section = z.infer<typeof sectionSchema>;

const yearSchema = z.object({ year: z.number().int() });

/** Gives a rule what it judges: in no order, and of a city more than it asked for. */
export interface Narrative {
  /** A city's is read once for all rules; of a nation's each rule asks for what its sieve lets through. */
  readonly isReadWhole: boolean;
  /** `sieve`: a condition on a row of the table. */
  claims(sieve: string): Promise<readonly Claim[]>;
  sections(sieve: string): Promise<readonly Section[]>;
  /** Rising, those of which there is any section. */
  sectionYears(): Promise<readonly number[]>;
}

export function narrativeOf(database: Database, isReadWhole: boolean): Narrative {
  const claims = async (sieve: string): Promise<readonly Claim[]> => {
    const rows = await database.query(
      `SELECT unit, year, claim, value, raw, start, sentence FROM claim WHERE ${sieve}`
    );
    return rows.map((row) => claimSchema.parse(row));
  };
  const sections = async (sieve: string): Promise<readonly Section[]> => {
    const rows = await database.query(`SELECT unit, year, position, key, title, text FROM section WHERE ${sieve}`);
    return rows.map((row) => sectionSchema.parse(row));
  };
  const sectionYears = async (): Promise<readonly number[]> => {
    const rows = await database.query('SELECT DISTINCT year FROM section ORDER BY year');
    return rows.map((row) => yearSchema.parse(row).year);
  };
  if (!isReadWhole) return { isReadWhole, claims, sections, sectionYears };
  const all = { claims: once(() => claims('true')), sections: once(() => sections('true')) };
  return {
    isReadWhole,
    ...all,
    sectionYears: async () => [...new Set((await all.sections()).map(({ year }) => year))].sort((a, b) => a - b)
  };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => (answer ??= read());
}
