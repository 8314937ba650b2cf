import { z } from 'zod';

/** What a report is known by. */
export const unitYearSchema = z.object({ unit: z.string(), year: z.number().int() });
export type UnitYear = Readonly<z.infer<typeof unitYearSchema>>;

/** The same as one text, for maps and sets. */
export function unitYearKey({ unit, year }: UnitYear): string {
  return `${year} ${unit}`;
}
