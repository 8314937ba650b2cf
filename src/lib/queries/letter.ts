import type { letterFields } from '../selection/letter.ts';
import type { Selected } from '../selection/selection.ts';
import { gather, type Ask } from './ask.ts';
import { gridStatuses } from './grid-statuses.ts';
import { listFlags } from './list-flags.ts';

type Scope = Pick<Selected<typeof letterFields>, 'year' | 'district' | 'unit'>;

/** The flags of the year that a letter is made of, and who has submitted. */
export function askLetter(ask: Ask, { year, district, unit }: Scope) {
  return gather({
    flags: ask(listFlags, { year, district, unit, rule: null, severity: null }),
    grid: ask(gridStatuses, { district })
  });
}
export type LetterAnswer = Awaited<ReturnType<typeof askLetter>>;
