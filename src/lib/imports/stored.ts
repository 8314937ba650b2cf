/** What is kept of a person's imports, in the browser's storage and in a workspace file alike. */
import { z } from 'zod';
import { cellsOfLayout, isCellId, layoutOf } from '../form/form.ts';
import { documentResultSchema, reportSchema, type Report } from '../report/report.ts';
import { issueSchema } from '../report/issue.ts';
import { unitSchema } from '../report/unit.ts';
import { displayName } from './file-name.ts';

const time = z.iso.datetime();
const year = z.number().int().min(1990).max(2100);
const documentId = z.string().regex(/^[0-9a-f]{64}$/);
const position = z.number().int().nonnegative();

/** One imported document, without its bytes and its reports' cells: what a list of documents shows. */
export const importedDocumentSchema = z.object({
  /** SHA-256 of the bytes, in hex: the same file dropped twice is one document. */
  id: documentId,
  /** The name it came by, with its folders. */
  file: z.string().max(1_000).transform(displayName),
  size: z.number().int().nonnegative(),
  format: documentResultSchema.shape.format,
  status: documentResultSchema.shape.status,
  importedAt: time,
  /** Doubts about the document as a whole, or why it was refused. */
  issues: z.array(issueSchema),
  /** One entry a report, in the document's order. `doubts`: how many issues were noted in it; `blanks`: how many cells are blank. */
  reports: z.array(
    z.object({
      unit: reportSchema.shape.unit,
      year: reportSchema.shape.year,
      form: reportSchema.shape.form,
      doubts: z.number().int().nonnegative(),
      blanks: z.number().int().nonnegative().default(0)
    })
  )
});
export type ImportedDocument = z.infer<typeof importedDocumentSchema>;

/** Cells that the report's own layout has, and no others: they become columns of a table. */
function holdsOwnCells({ form, cells }: Report): boolean {
  const allowed = new Set(cellsOfLayout(layoutOf(form, Object.keys(cells))).map(({ id }) => id));
  return Object.keys(cells).every((id) => allowed.has(id));
}

/** What was read from a document. */
export const storedResultSchema = documentResultSchema
  .extend({ id: documentId })
  .refine(({ reports }) => reports.every(holdsOwnCells), 'cells that are not on the form');
export type StoredResult = z.infer<typeof storedResultSchema>;

/** What a person, or a certain match, has settled about one report of a document. */
export const decisionSchema = z.object({
  document: documentId,
  /** Which report of the document, from 0. */
  index: position,
  /** The unit's code; null while it is not settled. */
  unit: z.string().min(1).max(100).nullable(),
  year: year.nullable(),
  /** Against other reports of the same unit and year; null while nothing was chosen. */
  choice: z.enum(['kept', 'set-aside']).nullable(),
  /** The reports that were known when this was chosen, by `reportKey`, and `PUBLISHED`. */
  rivals: z.array(z.string().max(100)),
  at: time
});
export type Decision = z.infer<typeof decisionSchema>;

/** Stands among `rivals` for the report of the published dataset. */
export const PUBLISHED = 'published';

/** A cell's value as a person gave it. The raw text stays with the result. */
export const correctionSchema = z.object({
  document: documentId,
  index: position,
  cell: z.string().refine(isCellId),
  /** null: the cell is blank. */
  value: z.number().nullable(),
  /** True when a person looked at the document and left the value as it was read. */
  confirmed: z.boolean(),
  at: time
});
export type Correction = z.infer<typeof correctionSchema>;

/** What a person noted about a flag: it is known by its rule, unit, year and cells. */
export const markSchema = z.object({
  rule: z.string().max(200),
  unit: z.string().max(100),
  year,
  cells: z.array(z.string().refine(isCellId)),
  mark: z.string().min(1).max(40),
  note: z.string().max(2_000),
  at: time
});
export type Mark = z.infer<typeof markSchema>;

/**
 * A figure that a person chose for the letter to a unit, in place of what the search proposes. It is good as long as
 * `from` stands in the cell: after a report was read anew it may be about another figure.
 */
export const chosenFigureSchema = z.object({
  unit: z.string().max(100),
  year,
  cell: z.string().refine(isCellId),
  /** null: no figure stands there. */
  from: z.number().nullable(),
  to: z.number().int().nonnegative(),
  at: time
});
export type ChosenFigure = z.infer<typeof chosenFigureSchema>;

/** What every letter says of its sender; empty where nothing was entered. */
export const letterheadSchema = z.object({
  sender: z.string().max(100),
  contact: z.string().max(200),
  /** Until when the unit is to report again; null: not said. */
  deadline: z.iso.date().nullable()
});
export type Letterhead = z.infer<typeof letterheadSchema>;

/** Everything but results and original bytes, which are large and come one by one. */
export const recordsSchema = z.object({
  documents: z.array(importedDocumentSchema),
  decisions: z.array(decisionSchema),
  corrections: z.array(correctionSchema),
  marks: z.array(markSchema),
  chosen: z.array(chosenFigureSchema).default([]),
  /** null: nothing was entered. */
  letterhead: letterheadSchema.nullable().default(null),
  /** Units that a person added to the register. */
  units: z.array(unitSchema),
  /** A register that a person dropped in, for a site without a published one; empty when there is none. */
  register: z.array(unitSchema).default([])
});
export type Records = z.infer<typeof recordsSchema>;

export const NO_RECORDS: Records = {
  documents: [],
  decisions: [],
  corrections: [],
  marks: [],
  chosen: [],
  letterhead: null,
  units: [],
  register: []
};

/** One report of one document, as a key: `<document> <index>`. */
export function reportKey({ document, index }: { readonly document: string; readonly index: number }): string {
  return `${document} ${index}`;
}

export function byReport(decisions: readonly Decision[]): ReadonlyMap<string, Decision> {
  return new Map(decisions.map((decision) => [reportKey(decision), decision]));
}

export function correctionKey(correction: Pick<Correction, 'document' | 'index' | 'cell'>): string {
  return `${reportKey(correction)} ${correction.cell}`;
}

export function chosenKey({ unit, year: ofYear, cell }: Pick<ChosenFigure, 'unit' | 'year' | 'cell'>): string {
  return JSON.stringify([unit, ofYear, cell]);
}

export function markKey({ rule, unit, year: markYear, cells }: Pick<Mark, 'rule' | 'unit' | 'year' | 'cells'>): string {
  return JSON.stringify([rule, unit, markYear, cells]);
}
