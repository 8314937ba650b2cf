import { z } from 'zod';
import { placeSchema } from './place.ts';

/**
 * What went wrong or is doubtful while reading, as data; its words are the message `issue_<code with _ for . and ->`.
 * `document.*`: the file as a whole was refused. `sheet.*`, `table.*`, `row.*`, `cell.*`, `title.*`: something inside it.
 */
export const ISSUE_CODES = [
  'document.cannot-open',
  'document.empty',
  'document.too-large',
  'document.unknown-format',
  'document.other-format',
  'document.damaged',
  'document.encrypted',
  'document.old-format',
  'document.limit',
  'document.no-report',
  'document.hidden-report',
  'document.timeout',
  'document.unreadable-text',
  'document.scan',
  'document.scan-with-text',
  'document.picture',
  'document.character-map',
  'document.archive',
  'document.archive-encrypted',
  'document.archive-limit',
  'document.archive-nested',
  'document.workspace-file',
  'document.register-line',
  'document.register-doubled',
  'document.register-empty',
  'document.register-not-needed',
  'document.entered-by-hand',
  'document.figure-afloat',
  'page.scan',
  'page.scan-with-text',
  'sheet.hidden-rows',
  'sheet.hidden-columns',
  'report.mixed',
  'table.missing',
  'table.columns-unknown',
  'table.columns-unsure',
  'table.cell-count',
  'table.doubled',
  'table.hidden',
  'table.zeros-unshown',
  'row.missing',
  'row.cell-count',
  'row.columns-unknown',
  'row.columns-unsure',
  'row.unrecognised',
  'row.layout-doubtful',
  'row.layout-unsure',
  'row.doubled',
  'row.not-on-form',
  'row.label-similar',
  'row.closed-once',
  'cell.missing',
  'cell.unreadable',
  'cell.picture',
  'cell.struck',
  'cell.pale',
  'cell.doubted',
  'cell.listed',
  'cell.raised',
  'cell.unshown',
  'cell.zero-unshown',
  'cell.unit-unknown',
  'cell.unit-unstated',
  'title.unit-missing',
  'title.year-missing',
  'title.unit-from-file-name',
  'title.unit-from-text',
  'title.year-from-text',
  'title.year-from-file-name',
  'title.form-mismatch',
  'title.year-contradiction',
  'title.year-undecided',
  'encoding.undecodable'
] as const;
export type IssueCode = (typeof ISSUE_CODES)[number];

export const issueSchema = z.object({
  code: z.enum(ISSUE_CODES),
  cell: z.string().optional(),
  place: placeSchema.optional(),
  /** What the message's placeholders stand for: raw text, counts, labels. Never markup. */
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional()
});
export type Issue = z.infer<typeof issueSchema>;

/** A document that cannot be read at all. Readers throw it; the border that called them turns it into data. */
export class Refusal extends Error {
  constructor(readonly issue: Issue) {
    super(issue.code);
    this.name = 'Refusal';
  }
}
