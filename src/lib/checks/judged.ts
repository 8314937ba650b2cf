/**
 * The reports that the rules about cells judge. Each family of them is judged in one place, in TypeScript, from a
 * report's figures; SQL only leaves out the reports that have nothing to say.
 */
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { cellColumn } from '../database/schema.ts';
import { ALL_CELLS, LAYOUTS, type CellId, type FormId, type Layout } from '../form/form.ts';

/** A cell of the report itself, or of the same unit's report of the year before or the one before that. */
export interface CellOfYear {
  readonly cell: CellId;
  readonly yearOffset: 0 | -1 | -2;
}

/** By `placeOf`; null: no number, or not on the layout. */
export type Figures = readonly (number | null)[];

export interface Judged {
  readonly unit: string;
  readonly year: number;
  readonly form: FormId;
  readonly layout: Layout;
  /** Of the unit: 街道, 镇 …; null where the register does not have it. */
  readonly kind: string | null;
  /** null: there is no report for the year before. */
  readonly previousLayout: Layout | null;
  /** Of this year, last year and the year before that; without a report all are null. */
  readonly years: readonly [Figures, Figures, Figures];
}

const PLACES: ReadonlyMap<CellId, number> = new Map(ALL_CELLS.map(({ id }, place) => [id, place]));
const emptyFigures = (): (number | null)[] => new Array<number | null>(ALL_CELLS.length).fill(null);
const NO_FIGURES: Figures = emptyFigures();
/** Where a year's figures stand among a report's years. */
export const YEAR_OF = { '0': 0, '-1': 1, '-2': 2 } as const;

/** Where a cell's figure stands among a report's figures. */
export function placeOf(cell: CellId): number {
  const place = PLACES.get(cell);
  if (place === undefined) throw new Error(`${cell} is on no form`);
  return place;
}

/** Finds the reports that can break a family's rules among very many. */
export interface Sieve {
  /** What the family looks at. */
  readonly cells: readonly CellOfYear[];
  /** True of every report that breaks a rule, and of few others: over `report`, `previous` and `earlier`. */
  readonly where: string;
}

export type JudgedUnit = { readonly code: string; readonly kind: string };

/** Gives a family of rules the reports to judge; the sieve is made, which may ask the database, only where it is used. */
export type ReadJudged = (sieve: () => Sieve | Promise<Sieve>) => Promise<readonly Judged[]>;

/**
 * As many units as a large city has. Up to here every report is read whole, once for all families, and so is what they
 * say in words: for so few the engine takes longer to plan a sieve than it takes to judge them all.
 */
export const MOST_UNITS_READ_WHOLE = 400;

export function judgedReader(database: Database, units: readonly JudgedUnit[], isReadWhole: boolean): ReadJudged {
  const kinds = new Map(units.map(({ code, kind }) => [code, kind]));
  if (!isReadWhole) return async (sieve) => readSieved(database, kinds, await sieve());
  let all: Promise<readonly Judged[]> | null = null;
  return () => (all ??= readAll(database, kinds));
}

// Not an array of numbers for zod: a city has a hundred thousand of them, and the list is the statement's own.
const figures = z.custom<readonly (number | null)[]>((value) => Array.isArray(value));
const rowSchema = z.object({
  unit: z.string(),
  year: z.number().int(),
  form: z.enum(['2019', '2021']),
  layout: z.enum(LAYOUTS),
  figures
});
const sievedSchema = rowSchema.extend({ previous_layout: z.enum(LAYOUTS).nullable() });

const listOf = (columns: readonly string[]): string => `[${columns.join(', ')}] AS figures`;
const WHOLE = `SELECT unit, year, form, layout, ${listOf(ALL_CELLS.map(({ id }) => cellColumn(id)))} FROM report`;

async function readAll(database: Database, kinds: ReadonlyMap<string, string>): Promise<readonly Judged[]> {
  const reports = (await database.query(WHOLE)).map((row) => rowSchema.parse(row));
  const byKey = new Map(reports.map((report) => [`${report.year} ${report.unit}`, report]));
  return reports.map(({ figures: own, ...report }): Judged => {
    const { unit, year } = report;
    const [previous, earlier] = [1, 2].map((ago) => byKey.get(`${year - ago} ${unit}`));
    return {
      ...report,
      kind: kinds.get(unit) ?? null,
      previousLayout: previous?.layout ?? null,
      years: [own, previous?.figures ?? NO_FIGURES, earlier?.figures ?? NO_FIGURES]
    };
  });
}

const TABLE_OF = { '0': 'report', '-1': 'previous', '-2': 'earlier' } as const;

/** The cell's column in the tables that a sieve speaks of. */
export function columnOf({ cell, yearOffset }: CellOfYear): string {
  return `${TABLE_OF[yearOffset]}.${cellColumn(cell)}`;
}

/** The report's own table with those of the years before that are spoken of. */
export function tablesFor(cells: readonly CellOfYear[]): string {
  const beside = ([-1, -2] as const).filter((offset) => cells.some(({ yearOffset }) => yearOffset === offset));
  const joins = beside.map((offset) => {
    const table = TABLE_OF[offset];
    return `LEFT JOIN report AS ${table} ON ${table}.unit = report.unit AND ${table}.year = report.year ${offset}`;
  });
  return ['report', ...joins].join('\n');
}

async function readSieved(
  database: Database,
  kinds: ReadonlyMap<string, string>,
  { cells, where }: Sieve
): Promise<readonly Judged[]> {
  const distinct = [...new Map(cells.map((cell) => [columnOf(cell), cell])).values()];
  const places = distinct.map(({ cell, yearOffset }) => ({ year: YEAR_OF[yearOffset], place: placeOf(cell) }));
  const looksAt = ([0, 1, 2] as const).map((year) => places.some((each) => each.year === year));
  const none = emptyFigures();
  const rows = await database.query(`SELECT report.unit, report.year, report.form, report.layout,
${looksAt[1] ? 'previous.layout' : 'NULL'} AS previous_layout, ${listOf(distinct.map(columnOf))}
FROM ${tablesFor(cells)}
WHERE ${where}`);
  return rows.map((row): Judged => {
    const { previous_layout: previousLayout, figures: found, ...report } = sievedSchema.parse(row);
    const [own, previous, earlier] = looksAt.map((looks) => (looks ? emptyFigures() : none));
    const years = [own ?? none, previous ?? none, earlier ?? none] as const;
    for (const [index, { year, place }] of places.entries()) years[year][place] = found[index] ?? null;
    return { ...report, kind: kinds.get(report.unit) ?? null, previousLayout, years };
  });
}
