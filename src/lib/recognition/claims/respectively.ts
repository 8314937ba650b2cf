import { countedBy, parseStated } from './number.ts';
import { OUTCOME_CLAIMS, OUTCOME_SIGNS } from './outcomes.ts';
import { LISTED, type CountClaim } from './phrases.ts';

/** A figure of a list behind 分别; offsets are those of the number with its measure word. */
export interface Listed {
  readonly claim: CountClaim;
  readonly value: number;
  readonly start: number;
  readonly end: number;
  /** The list of names, and where it begins. */
  readonly names: string;
  readonly from: number;
}

const MEASURES = '件次|件|宗|起|份|例|条|个|项';
const COUNTED = new RegExp(countedBy(MEASURES), 'gu');
const NUMBERS = new RegExp(
  `(?<=^|[,;:。()])(?<names>[^,;:。()]{2,60})分别(?:各|为|是|有|达到|达|共|计|:|\\s)*(?<numbers>${unnamed(MEASURES)}(?:\\s*(?:、|,|和|及|与|以及)\\s*${unnamed(MEASURES)})+)`,
  'gu'
);
const AND = /、|以及|和|及|与/u;
const NAMED: typeof LISTED = [...OUTCOME_CLAIMS.map((claim) => [claim, OUTCOME_SIGNS[claim]] as const), ...LISTED];

/**
 * 行政复议和行政诉讼分别为2件和3件: the first figure is the first name's. Only where every name is known, each is another and
 * there are as many of them as figures; of 石桥镇、河口乡 and of years nothing is taken.
 */
export function listedRespectively(folded: string): Listed[] {
  return [...folded.matchAll(NUMBERS)].flatMap((match): Listed[] => {
    const { names = '', numbers = '' } = match.groups ?? {};
    const claims = names.split(AND).map(claimOf);
    const at = match.index + match[0].length - numbers.length;
    const figures = [...numbers.matchAll(COUNTED)];
    if (figures.length !== claims.length || new Set(claims).size !== claims.length) return [];
    const listed = figures.map((figure, index): Listed | null => {
      const [claim, value] = [claims[index] ?? null, parseStated(figure.groups?.['number'] ?? '')];
      if (claim === null || value === null) return null;
      const start = at + figure.index;
      return { claim, value, start, end: start + figure[0].length, names, from: match.index };
    });
    return listed.every((each) => each !== null) ? listed : [];
  });
}

/** The one thing that a name counts, or null. */
function claimOf(name: string): CountClaim | null {
  const [named, ...more] = NAMED.filter(([, pattern]) => pattern.test(name));
  return named && more.length === 0 ? named[0] : null;
}

/** A pattern may hold a named group only once. */
function unnamed(measures: string): string {
  return countedBy(measures).replace(/\?<(?:number|measure)>/g, '?:');
}
