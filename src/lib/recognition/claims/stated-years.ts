/** The years that a report gives itself: in its title, its file's name, the period of its figures and its sentences. */
import type { Claim } from '../../report/report.ts';
import type { Title } from '../title.ts';
import { yearsOfFile } from '../unit-and-year.ts';
import { periodsIn, yearsIn } from '../year-words.ts';
import type { PlacedText, Sentence } from './sentences.ts';

export type YearClaim = 'year-title' | 'year-file-name' | 'year-period' | 'year-sentence';

export function yearsOfTitle(title: Title | null, heads: readonly PlacedText[]): Claim[] {
  const years = title?.years ?? [];
  return years.flatMap((value) => {
    const line = heads.find(({ text }) => yearsIn(text).includes(value));
    return line ? [yearClaim('year-title', value, String(value), line.text.trim(), line.place)] : [];
  });
}

export function yearsInFileName(fileName: string): Claim[] {
  return yearsOfFile(fileName).map((value) => yearClaim('year-file-name', value, String(value), fileName));
}

/** …年1月1日至…年12月31日 */
export function statedPeriods({ text, place }: Sentence): Claim[] {
  return periodsIn(text).flatMap(({ years, raw }) =>
    years.map((value) => yearClaim('year-period', value, raw, text, place))
  );
}

const OPENS_WITH_YEAR =
  /^(?:\([一二三四五六七八九十\d]+\)[^。]{0,20}[。:]?)?(?:在|自)?(?<raw>20\d{2}年度?)(?!\s*\d{1,2}\s*月|\s*(?:至|到|-|—|~|、|和)|结转|相比|以前|之前|底)/u;

/** A sentence that begins with a year is about that year: 2021年，我街道主动公开…. */
export function yearOfSentence({ text, folded, place }: Sentence): Claim[] {
  const raw = OPENS_WITH_YEAR.exec(folded)?.groups?.['raw'];
  return raw === undefined ? [] : [yearClaim('year-sentence', Number(raw.slice(0, 4)), raw, text, place)];
}

function yearClaim(claim: YearClaim, value: number, raw: string, sentence: string, place?: Claim['place']): Claim {
  return { claim, value, raw, sentence, ...(place ? { place } : {}) };
}
