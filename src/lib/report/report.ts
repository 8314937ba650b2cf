import { z } from 'zod';
import { issueSchema } from './issue.ts';
import { placeSchema } from './place.ts';

/**
 * Why a cell's text is not simply its number.
 * `blank`: nothing, or only white space. `dash`: / - — 无 where a number is due.
 * `written`: read safely, but printed otherwise (`000000`, `1,234`, `12件`, `251000元`, full-width digits).
 * `unreadable`: text from which no number can be taken safely; the cell is then absent from `cells`.
 */
export const NOTE_KINDS = ['blank', 'dash', 'written', 'unreadable'] as const;

export const cellNoteSchema = z.object({
  cell: z.string(),
  kind: z.enum(NOTE_KINDS),
  raw: z.string(),
  place: placeSchema.optional()
});
export type CellNote = z.infer<typeof cellNoteSchema>;

/**
 * A figure stated in the narrative, kept with its sentence. `claim` names what is counted, or where a year is stated
 * (`year-title`, `year-file-name`, `year-period`, `year-sentence`; of a file name the sentence is the name itself).
 */
export const claimSchema = z.object({
  claim: z.string(),
  value: z.number(),
  /** The words that state it: `12件`, `均为0`, `未收到政府信息公开申请`. */
  raw: z.string(),
  /** Where `raw` begins in `sentence`, counted from 0, so that the figure can be marked. */
  start: z.number().int().nonnegative().optional(),
  sentence: z.string(),
  place: placeSchema.optional()
});
export type Claim = z.infer<typeof claimSchema>;

/** The six sections, matched by title and not by number; `other` holds sections the form does not know. */
export const SECTION_KEYS = [
  'overview',
  'proactive',
  'requests',
  'disputes',
  'problems',
  'other-matters',
  'other'
] as const;

export const sectionSchema = z.object({
  key: z.enum(SECTION_KEYS),
  title: z.string(),
  /** Paragraphs joined by line feeds; tables left out. */
  text: z.string(),
  place: placeSchema.optional()
});
export type Section = z.infer<typeof sectionSchema>;

export const reportSchema = z.object({
  unit: z.string().nullable(),
  year: z.number().int().nullable(),
  form: z.enum(['2019', '2021']),
  /** Every cell that was found. `null`: blank or dash. A cell that could not be read safely is absent. */
  cells: z.record(z.string(), z.number().nullable()),
  notes: z.array(cellNoteSchema),
  claims: z.array(claimSchema),
  sections: z.array(sectionSchema),
  issues: z.array(issueSchema)
});
export type Report = z.infer<typeof reportSchema>;

/** One document's result: `read` without an issue, `partial` with some, `refused` with no report. */
export const documentResultSchema = z.object({
  file: z.string(),
  status: z.enum(['read', 'partial', 'refused']),
  format: z.string().nullable(),
  reports: z.array(reportSchema),
  /** Issues of the document as a whole; those inside a report are with the report. */
  issues: z.array(issueSchema)
});
export type DocumentResult = z.infer<typeof documentResultSchema>;
