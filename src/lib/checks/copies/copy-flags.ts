import { ascending, greatest, group } from 'd3-array';
import { z } from 'zod';
import type { Database } from '../../database/database.ts';
import { unitYearKey, type UnitYear } from '../../report/unit-year.ts';
import { likelyFlag, type CopyRuleId } from '../likely-rules.ts';
import type { Narrative, Section } from '../narrative.ts';
import type { Flag } from '../rule.ts';
import { copiesOfLastYear, copiesOfOthers, SHORTEST, type Copy } from './find-copies.ts';
import { pauses } from './pauses.ts';
import { wordingWithout } from './shingles.ts';
import { copyText, TextsOfYear, type CopyText } from './texts-of-year.ts';

/** A unit that reports, with the names by which its texts call it. */
export interface Office {
  readonly code: string;
  readonly name: string;
  readonly formerNames: readonly string[];
}

const officeSchema = z.object({ code: z.string(), name: z.string(), former_names: z.array(z.string()).nullable() });

export async function readOffices(database: Database): Promise<Office[]> {
  const rows = await database.query('SELECT code, name, former_names FROM unit');
  return rows.map((row) => {
    const { code, name, former_names: formerNames } = officeSchema.parse(row);
    return { code, name, formerNames: formerNames ?? [] };
  });
}

/**
 * Sections copied from the unit's own last year or from another unit. One flag a report and rule, about the section
 * with the most in common. Between two units of one year nobody can tell who copied, so both are flagged and told so;
 * of two years only the later. `values`: the section, the similarity in percent, and whose text it is like.
 * `only`: the reports that are judged, null for all; every other text may be a source. Of a nation no more than two
 * years' texts are held at a time, and what its worker was asked is answered in between: README.md says how long it takes.
 */
export async function flagCopies(
  narrative: Narrative,
  offices: () => Promise<readonly Office[]>,
  only: readonly UnitYear[] | null = null
): Promise<Flag[]> {
  // Asked for together: what the other rules ask the engine would come in between.
  const [years, named] = await Promise.all([narrative.sectionYears(), offices()]);
  if (years.length === 0) return [];
  const writers = named.map(({ code, name, formerNames }): Writer => {
    return { unit: code, name, wordingOf: wordingWithout([name, ...formerNames]) };
  });
  writers.sort((one, other) => ascending(one.unit, other.unit));
  const judged = only && new Set(only.map(unitYearKey));
  const isYearJudged = (year: number): boolean => !only || only.some((report) => report.year === year);
  const pause = pauses();
  const flags: Flag[] = [];
  let before: TextsOfYear | null = null;
  for (const year of years) {
    if (!isYearJudged(year) && !isYearJudged(year + 1)) continue;
    const texts = new TextsOfYear(await textsOf(year, narrative, writers, pause));
    const last: TextsOfYear | null = before?.texts[0]?.year === year - 1 ? before : null;
    for (const [unit, ofReport] of group(texts.texts, (text) => text.unit)) {
      if (judged && !judged.has(unitYearKey({ unit, year }))) continue;
      if (last) flags.push(...flagOf('copy.last-year', copiesOfLastYear(ofReport, last)));
      flags.push(...flagOf('copy.other-unit', copiesOfOthers(ofReport, last ? [texts, last] : [texts])));
      await pause();
    }
    before = texts;
  }
  return flags;
}

interface Writer {
  readonly unit: string;
  readonly name: string;
  wordingOf(text: string): string;
}

/** 雷同 is named of 一 and 五; the others are mostly a line or two, and then too short to be compared. */
const isCompared = ({ key, text }: Section): boolean => key !== 'other' && text !== '';
const COMPARED = `key <> 'other' AND text <> ''`;

/** By unit and section. A section that stands in a report in several parts is one text. */
async function textsOf(
  year: number,
  narrative: Narrative,
  writers: readonly Writer[],
  pause: () => Promise<void>
): Promise<CopyText[]> {
  const sections = await narrative.sections(`year = ${year} AND ${COMPARED}`);
  const ofYear = sections.filter((section) => section.year === year && isCompared(section));
  const byUnit = group(ofYear, ({ unit }) => unit);
  const texts: CopyText[] = [];
  for (const { unit, name, wordingOf } of writers) {
    const own = [...(byUnit.get(unit) ?? [])].sort(
      (one, other) => ascending(one.key, other.key) || one.position - other.position
    );
    for (const [section, parts] of group(own, ({ key }) => key)) {
      const text = copyText({ unit, name, year, section }, wordingOf(parts.map((part) => part.text).join('')));
      if (text.shingles.length >= SHORTEST) texts.push(text);
    }
    await pause();
  }
  return texts;
}

/** About the section with the most in common. */
function flagOf(rule: CopyRuleId, copies: readonly Copy[]): Flag[] {
  const most = greatest(copies, ({ similarity }) => similarity);
  if (!most) return [];
  const { text, source, similarity, others } = most;
  return [
    likelyFlag(rule, text, {
      section: text.section,
      similarity: Math.floor(similarity * 100),
      otherUnit: source.unit,
      other: source.name,
      otherYear: String(source.year),
      others
    })
  ];
}
