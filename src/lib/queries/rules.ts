import { countVerdicts } from '../checks/count-verdicts.ts';
import { gather, type Ask } from './ask.ts';

/** How the rules were met, over all years or in one. */
export function askRules(ask: Ask, year: number | null) {
  return gather({ verdicts: ask(countVerdicts, { year }) });
}
export type RulesAnswer = Awaited<ReturnType<typeof askRules>>;
