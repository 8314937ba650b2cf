/**
 * The reports that the rules about cells judge. Each family of them is judged in one place, in TypeScript, from a
 * report's figures; SQL only leaves out the reports that have nothing to say.
 */
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import { cellColumn } from '../database/schema.ts';
import { ALL_CELLS, LAYOUTS, type CellId, type FormId, type Layout } from '../form/form.ts';
import { unitYearKey } from '../report/unit-year.ts';

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
  /**
   * Of this year, last year and the year before that; without a report all are null. Among very many they are made
   * anew whenever they are asked for.
   */
  readonly years: readonly [Figures, Figures, Figures];
}

const PLACES: ReadonlyMap<CellId, number> = new Map(ALL_CELLS.map(({ id }, place) => [id, place]));
const NO_FIGURES: Figures = new Array<null>(ALL_CELLS.length).fill(null);
/** Where a year's figures stand among a report's years. */
export const YEAR_OF = { '0': 0, '-1': 1, '-2': 2 } as const;

/** Where a cell's figure stands among a report's figures. */
export function placeOf(cell: CellId): number {
  const place = PLACES.get(cell);
  if (place === undefined) throw new Error(`${cell} is on no form`);
  return place;
}

/**
 * Finds the reports that can break a family's rules among very many. What a report says by itself is asked apart from
 * what it says beside last year's: behind a join the engine takes twice as long for it, and half of it over again to
 * read what it found.
 */
export interface Sieve {
  /** What the family looks at. */
  readonly cells: readonly CellOfYear[];
  /**
   * True of every report that breaks a rule, and of few others: over `report` alone, or, where cells of earlier years are
   * looked at, over those with a report of the year before, `previous`.
   */
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
type Report = z.infer<typeof rowSchema>;

const listOf = (cells: readonly CellId[]): string => `[${cells.map(cellColumn).join(', ')}]`;
const WHOLE = `SELECT unit, year, form, layout, ${listOf(ALL_CELLS.map(({ id }) => id))} AS figures FROM report`;

async function readAll(database: Database, kinds: ReadonlyMap<string, string>): Promise<readonly Judged[]> {
  const reports = (await database.query(WHOLE)).map((row) => rowSchema.parse(row));
  return besideEarlier(reports, reports, kinds, (report) => report.figures);
}

/** Reports with those of their years before, as far as these are among the read ones. */
function besideEarlier<T extends Report>(
  reports: readonly T[],
  read: readonly T[],
  kinds: ReadonlyMap<string, string>,
  figuresOf: (report: T) => Figures
): readonly Judged[] {
  const byKey = new Map(read.map((report) => [unitYearKey(report), report]));
  return reports.map((report): Judged => {
    const { unit, year, form, layout } = report;
    const previous = byKey.get(unitYearKey({ unit, year: year - 1 }));
    const earlier = byKey.get(unitYearKey({ unit, year: year - 2 }));
    return {
      unit,
      year,
      form,
      layout,
      kind: kinds.get(unit) ?? null,
      previousLayout: previous?.layout ?? null,
      // Made where they are looked at: those of a nation's reports kept all at once are what takes the memory.
      get years() {
        return [
          figuresOf(report),
          previous ? figuresOf(previous) : NO_FIGURES,
          earlier ? figuresOf(earlier) : NO_FIGURES
        ] as const;
      }
    };
  });
}

const TABLE_OF = { '0': 'report', '-1': 'previous', '-2': 'earlier' } as const;

/** The cell's column in the tables that a sieve speaks of. */
export function columnOf({ cell, yearOffset }: CellOfYear): string {
  return `${TABLE_OF[yearOffset]}.${cellColumn(cell)}`;
}

/** A report with that of the year before, where there is one. */
export const BESIDE_PREVIOUS =
  'report JOIN report AS previous ON previous.unit = report.unit AND previous.year = report.year - 1';

/** Cells by how many years ago they are looked at. A report let through for itself may be last year's of another too. */
function cellsByAgo(cells: readonly CellOfYear[]): readonly (readonly CellId[])[] {
  const oldest = Math.max(0, ...cells.map(({ yearOffset }) => -yearOffset));
  return Array.from({ length: oldest + 1 }, (_, ago) => {
    return [...new Set(cells.filter(({ yearOffset }) => -yearOffset >= ago).map(({ cell }) => cell))];
  });
}

/** NaN stands for NULL, which takes the native library ten times as long to unpack. */
const sievedListOf = (cells: readonly CellId[]): string =>
  `[${cells.map((cell) => `coalesce(${cellColumn(cell)}, 'nan')`).join(', ')}]`;

/** `ago`: 0 for a report that the sieve lets through, else for how many years after it is needed. */
const sievedSchema = rowSchema.extend({ ago: z.number().int() });

function sievedSql(where: string, byAgo: readonly (readonly CellId[])[]): string {
  const [own = [], ...before] = byAgo;
  if (before.length === 0) {
    return `SELECT unit, year, form, layout, 0 AS ago, ${sievedListOf(own)} AS figures FROM report WHERE ${where}`;
  }
  return `WITH kept AS (SELECT report.unit, report.year FROM ${BESIDE_PREVIOUS} WHERE ${where})
SELECT report.unit, report.year, form, layout, ago,
  CASE ago ${byAgo.map((cells, ago) => `WHEN ${ago} THEN ${sievedListOf(cells)}`).join('\n')} END AS figures
FROM report JOIN (
  SELECT unit, year - ago AS year, min(ago) AS ago
  FROM (SELECT unit, year, unnest([${[...byAgo.keys()].join(', ')}]) AS ago FROM kept) GROUP BY ALL
) AS wanted ON wanted.unit = report.unit AND wanted.year = report.year`;
}

async function readSieved(
  database: Database,
  kinds: ReadonlyMap<string, string>,
  sieve: Sieve
): Promise<readonly Judged[]> {
  const byAgo = cellsByAgo(sieve.cells);
  const rows = await database.query(sievedSql(sieve.where, byAgo));
  const reports = rows.map((row) => sievedSchema.parse(row));
  const kept = reports.filter(({ ago }) => ago === 0);
  const placed = byAgo.map((cells) => placer(cells.map(placeOf)));
  return besideEarlier(kept, reports, kinds, ({ ago, figures }) => placed[ago]?.(figures) ?? NO_FIGURES);
}

/** Puts figures in the order of the statement's cells each at its own place. */
function placer(places: readonly number[]): (found: Figures) => Figures {
  const length = Math.max(-1, ...places) + 1;
  return (found) => {
    const figures = new Array<number | null>(length).fill(null);
    for (const [index, place] of places.entries()) {
      const figure = found[index] ?? NaN;
      if (!Number.isNaN(figure)) figures[place] = figure;
    }
    return figures;
  };
}
