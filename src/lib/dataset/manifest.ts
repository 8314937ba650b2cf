import { z } from 'zod';

/** `manifest.json` beside the dataset: what was published, so that a page can say so before any query. */
export const manifestSchema = z.object({
  /** Of the files' shape; a page refuses a dataset of another version and says which command makes a new one. */
  version: z.literal(1),
  /** Name of the city or district whose reports these are, e.g. 澜州市; empty when not given. */
  title: z.string(),
  /** True for the demo city: every page then says so. */
  demo: z.boolean(),
  years: z.array(z.number().int()),
  units: z.number().int(),
  reports: z.number().int(),
  documents: z.number().int(),
  /**
   * Files whose reports are not in the dataset, and why: an issue's code, `title.unit-unknown` for a unit that the
   * register does not have, or `form.duplicate-report`.
   */
  refused: z.array(z.object({ file: z.string(), code: z.string() })),
  /** SHA-256 in hex of the files beside this one, by name. */
  checksums: z.record(z.string(), z.string())
});
export type Manifest = z.infer<typeof manifestSchema>;
