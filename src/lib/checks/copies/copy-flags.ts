import { z } from 'zod';
import type { Database } from '../../database/database.ts';
import { likelyFlag, type CopyRuleId } from '../likely-rules.ts';
import type { Flag } from '../rule.ts';
import { copiesOfLastYear, copiesOfOthers, SHORTEST, type Copy, type CopyText } from './find-copies.ts';
import { shinglesOf, wordingOf } from './shingles.ts';

/** 雷同 is named of 一 and 五; the others are mostly a line or two, and then too short to be compared. */
const TEXTS = `SELECT section.unit, section.year, section.key AS section,
  string_agg(section.text, '' ORDER BY position) AS text, any_value(unit.name) AS name,
  any_value(unit.former_names) AS former_names
FROM section JOIN unit ON unit.code = section.unit
WHERE section.key <> 'other'
GROUP BY section.unit, section.year, section.key
HAVING sum(length(section.text)) >= ${SHORTEST}
ORDER BY section.unit, section.year, section.key`;

const rowSchema = z.object({
  unit: z.string(),
  year: z.number().int(),
  section: z.string(),
  text: z.string(),
  name: z.string(),
  former_names: z.array(z.string()).nullable()
});

/**
 * Sections copied from the unit's own last year or from another unit. One flag a report and rule, about the section
 * with the most in common. Between two units of one year nobody can tell who copied, so both are flagged and told so;
 * of two years only the later. `values`: the section, the similarity in percent, and whose text it is like.
 * Takes a tenth of a second for a city's reports: for a nation's it belongs into a worker.
 */
export async function flagCopies(database: Database): Promise<Flag[]> {
  const rows = await database.query(TEXTS);
  const texts = rows.flatMap((row): CopyText[] => {
    const { text, former_names: former, ...of } = rowSchema.parse(row);
    const shingles = shinglesOf(wordingOf(text, [of.name, ...(former ?? [])]));
    return shingles.length < SHORTEST ? [] : [{ ...of, shingles }];
  });
  return [...flagsOf('copy.last-year', copiesOfLastYear(texts)), ...flagsOf('copy.other-unit', copiesOfOthers(texts))];
}

function flagsOf(rule: CopyRuleId, copies: readonly Copy[]): Flag[] {
  const most = new Map<string, Copy>();
  for (const copy of copies) {
    const key = `${copy.text.year} ${copy.text.unit}`;
    const known = most.get(key);
    if (!known || copy.similarity > known.similarity) most.set(key, copy);
  }
  return [...most.values()].map(({ text, source, similarity, others }) =>
    likelyFlag(rule, text, {
      section: text.section,
      similarity: Math.floor(similarity * 100),
      otherUnit: source.unit,
      other: source.name,
      otherYear: String(source.year),
      others
    })
  );
}
