import { z } from 'zod';
import type { Database } from '../../database/database.ts';
import { likelyFlag, type CopyRuleId } from '../likely-rules.ts';
import type { Flag } from '../rule.ts';
import { copiesOfLastYear, copiesOfOthers, SHORTEST, type Copy } from './find-copies.ts';
import { shinglesOf, wordingOf } from './shingles.ts';
import { TextsOfYear, type CopyText } from './texts-of-year.ts';

/** 雷同 is named of 一 and 五; the others are mostly a line or two, and then too short to be compared. */
const TEXTS = `SELECT section.unit, section.year, section.key AS section,
  string_agg(section.text, '' ORDER BY position) AS text, any_value(unit.name) AS name,
  any_value(unit.former_names) AS former_names
FROM section JOIN unit ON unit.code = section.unit
WHERE section.key <> 'other' AND section.year BETWEEN ? AND ?
GROUP BY section.unit, section.year, section.key
HAVING sum(length(section.text)) >= ${SHORTEST}
ORDER BY section.unit, section.key`;

const YEARS = `SELECT year, count(*)::INTEGER AS sections FROM section GROUP BY year ORDER BY year`;
const yearSchema = z.object({ year: z.number().int(), sections: z.number().int() });
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
 * Of a nation no more than two years' texts are held at a time; README.md says how long it takes.
 */
export async function flagCopies(database: Database): Promise<Flag[]> {
  const flags: Flag[] = [];
  let before: TextsOfYear | null = null;
  for (const years of yearsAtOnce((await database.query(YEARS)).map((row) => yearSchema.parse(row)))) {
    const found = await textsOf(database, years);
    for (const year of years) {
      const texts = new TextsOfYear(found.filter((text) => text.year === year));
      const last: TextsOfYear | null = before?.texts[0]?.year === year - 1 ? before : null;
      if (last) flags.push(...flagsOf('copy.last-year', copiesOfLastYear(texts, last)));
      flags.push(...flagsOf('copy.other-unit', copiesOfOthers(texts, last)));
      before = texts;
    }
  }
  return flags;
}

/** A city's years are asked for in one statement: each costs as much as reading all that they hold. */
const MOST_SECTIONS_AT_ONCE = 10_000;

/** Following years together while their sections are few, else each by itself. */
function yearsAtOnce(years: readonly z.infer<typeof yearSchema>[]): number[][] {
  const groups: number[][] = [];
  let held = Infinity;
  for (const { year, sections } of years) {
    const group = held + sections <= MOST_SECTIONS_AT_ONCE ? groups.at(-1) : undefined;
    if (group) group.push(year);
    else groups.push([year]);
    held = group ? held + sections : sections;
  }
  return groups;
}

async function textsOf(database: Database, years: readonly number[]): Promise<CopyText[]> {
  const rows = await database.query(TEXTS, [Math.min(...years), Math.max(...years)]);
  return rows.flatMap((row): CopyText[] => {
    const { text, former_names: former, ...of } = rowSchema.parse(row);
    const shingles = shinglesOf(wordingOf(text, [of.name, ...(former ?? [])]));
    return shingles.length < SHORTEST ? [] : [{ ...of, shingles }];
  });
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
