import type { Claim } from '../report/report.ts';
import { joinWrapped, sentencesOf, type PlacedText, type Sentence } from './claims/sentences.ts';
import { levelOf, type Scope } from './claims/scope.ts';
import { statedFigures } from './claims/stated-figures.ts';
import { statedPeriods, yearOfSentence, yearsInFileName, yearsOfTitle } from './claims/stated-years.ts';
import type { SectionKey } from './headings.ts';
import type { Item } from './stream.ts';
import type { Title } from './title.ts';

export interface ClaimSource {
  readonly items: readonly Item[];
  readonly title: Title | null;
  /** The report's unit, wherever it was found: 全区 is the whole in a district's report. */
  readonly unit: string | null;
  readonly fileName: string;
  /** The report's year as it was settled. */
  readonly year: number | null;
}

/** Sections that report this year's figures; 五 and 六 speak of plans, faults and other matters. */
const WITH_FIGURES: readonly (SectionKey | null)[] = [null, 'overview', 'proactive', 'requests', 'disputes', 'other'];

/**
 * The figures that the narrative states, each with its sentence, in reading order, after the years that title and file
 * name give. What is said of a part, of another year, of others or only roughly is left out: a figure missed is a
 * question not asked, a figure invented accuses a unit.
 */
export function claimsOf({ items, title, unit, fileName, year }: ClaimSource): Claim[] {
  const parts = partsOf(items);
  const heads = parts.filter(({ key }) => key === null).flatMap(({ lines }) => lines);
  const scope = { year, unit, level: levelOf(unit) };
  const claims = [...yearsOfTitle(title, heads), ...yearsInFileName(fileName)];
  for (const { key, lines } of parts) {
    for (const paragraph of joinWrapped(lines)) {
      const stated = figuresOf(paragraph, scope);
      for (const { sentence, context, figures } of stated) {
        claims.push(...statedPeriods(sentence));
        const years = key === 'overview' ? yearOfSentence(sentence) : [];
        claims.push(...years.filter(({ value }) => !isCompared(sentence, context, { ...scope, year: value }, stated)));
        claims.push(...figures);
      }
    }
  }
  return claims;
}

interface StatedSentence {
  readonly sentence: Sentence;
  /** The paragraph before it, in plain characters. */
  readonly context: string;
  /** The figures of the report's own year. */
  readonly figures: readonly Claim[];
}

function figuresOf(paragraph: PlacedText, scope: Scope): StatedSentence[] {
  let context = '';
  return sentencesOf(paragraph).map((sentence) => {
    const stated = { sentence, context, figures: statedFigures(sentence, context, scope) };
    context += sentence.folded;
    return stated;
  });
}

/**
 * 2020年收到50件 beside 2021年收到12件 only compares: its paragraph gives the same figure for the report's own year.
 * Words that were left over from last year's report give no such second figure.
 */
function isCompared(sentence: Sentence, context: string, scope: Scope, paragraph: readonly StatedSentence[]): boolean {
  const own = new Set(paragraph.flatMap(({ figures }) => figures.map(kindOf)));
  return statedFigures(sentence, context, scope).some((claim) => own.has(kindOf(claim)));
}

/** 收到 is 新收 here: what is received in one year is compared with what was new in another. */
function kindOf({ claim }: Claim): string {
  return claim === 'received' ? 'new' : claim;
}

/** Lines of text by section, as far as they may state figures; `other` only before 五. */
function partsOf(items: readonly Item[]): { key: SectionKey | null; lines: PlacedText[] }[] {
  const parts: { key: SectionKey | null; lines: PlacedText[] }[] = [{ key: null, lines: [] }];
  for (const item of items) {
    if (item.kind === 'row') continue;
    if (item.section === 'problems') break;
    if (item.section !== null) parts.push({ key: item.section, lines: [] });
    else if (item.text.trim() !== '') parts.at(-1)?.lines.push({ text: item.text.trim(), place: item.place });
  }
  return parts.filter(({ key }) => WITH_FIGURES.includes(key));
}
