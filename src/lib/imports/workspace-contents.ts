import { m } from '../paraglide/messages.js';
import { listText, numberText } from '../words/number-words.ts';
import type { Records } from './stored.ts';

/** What a person has put into the workspace. Decisions go with their documents and are not counted by themselves. */
const KINDS = {
  documents: m.import_workspace_count_documents,
  corrections: m.import_workspace_count_corrections,
  units: m.import_workspace_count_units,
  register: m.import_workspace_count_register,
  marks: m.import_workspace_count_marks,
  chosen: m.import_workspace_count_chosen
} satisfies Partial<Record<keyof Records, (inputs: { count: string }) => string>>;

/** All that is there, counted by kind; empty: nothing would be lost. */
export function contentsOf(records: Records): string[] {
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  const counted = kinds.flatMap((kind) => {
    const { length } = records[kind];
    return length === 0 ? [] : KINDS[kind]({ count: numberText(length) });
  });
  return records.letterhead === null ? counted : [...counted, m.import_workspace_count_letterhead()];
}

/** All of it in words: before it goes, and after it came. */
export function contentsText(records: Records): string {
  return listText(contentsOf(records)) || m.import_workspace_count_nothing();
}
