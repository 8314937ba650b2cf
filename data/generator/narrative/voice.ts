/** How one report speaks: its names, places and figures, and a stream of chance of its own. */
import { STATED_NAMES, type DemoChange, type Stated } from '../model.ts';
import { Random } from '../random.ts';
import { kindIn, nameIn, type DemoUnit } from '../register.ts';
import { changeInWords, chineseNumeral, statedChange } from './numerals.ts';
import { compose, Deck, type Slots } from './phrase.ts';
import { CHANNELS, EPIDEMIC_TOPICS, MEETINGS, OFFICES, PLACE_STEMS, TOPICS, WORKS } from './words.ts';

export interface Speech {
  readonly unit: DemoUnit;
  readonly year: number;
  readonly stated: Stated;
  /** Requests received the year before; null when there was no report. */
  readonly newBefore: number | null;
  /** The year that the preface names; last year's when it was left in. */
  readonly periodYear: number;
  readonly attempt: number;
}

export interface Voice {
  readonly random: Random;
  readonly stated: Stated;
  /** What `{count}` and `{change}` print. */
  readonly count: number;
  readonly change: DemoChange | null;
  say(template: string): string;
}

/** Communities and villages of a unit, the same in all its reports. */
function placesOf(unit: DemoUnit): string[] {
  const random = new Random('places', unit.code);
  return random
    .shuffle(PLACE_STEMS)
    .slice(0, 9)
    .map((stem) => stem + (unit.kind === '街道' || random.chance(0.2) ? '社区' : '村'));
}

export function voiceOf({ unit, year, stated, newBefore, periodYear, attempt }: Speech): Voice {
  const random = new Random('voice', unit.code, year, attempt);
  const name = nameIn(unit, year);
  const kind = kindIn(unit, year);
  const topics = new Deck(year >= 2020 && year <= 2022 ? [...TOPICS, ...EPIDEMIC_TOPICS] : TOPICS, random);
  const decks = {
    topic: topics,
    channel: new Deck(CHANNELS, random),
    office: new Deck(OFFICES, random),
    place: new Deck(placesOf(unit), random),
    work: new Deck(WORKS, random),
    meeting: new Deck(MEETINGS, random)
  };
  const self = random.pick([`我${kind}`, `本${kind}`, name]);
  const change = statedChange(stated.new, newBefore, random.next());
  // The range is the busier half of a year's notices; a quiet unit publishes less.
  const count = random.integer(40, 160) + Math.round(unit.requests * random.integer(2, 6));
  const figures = STATED_NAMES.flatMap((key) => [
    [key, () => String(stated[key])] as const,
    [`${key}:words`, () => chineseNumeral(stated[key])] as const
  ]);
  const slots: Slots = {
    ...Object.fromEntries(Object.entries(decks).map(([key, deck]) => [key, () => deck.draw()])),
    ...Object.fromEntries(figures),
    name: () => name,
    self: () => self,
    level: () => kind,
    year: () => String(year),
    nextYear: () => String(year + 1),
    reportYear: () => String(periodYear),
    period: () =>
      random.pick([
        `${periodYear}年1月1日至${periodYear}年12月31日`,
        `${periodYear}年1月1日至12月31日`,
        `${periodYear}年1月1日起至${periodYear}年12月31日止`
      ]),
    month: () => `${random.integer(2, 12)}月`,
    count: () => String(count),
    change: () => (change ? `，${changeInWords(change)}` : ''),
    former: () => unit.formerNames[0] ?? name,
    current: () => unit.name
  };
  return { random, stated, count, change, say: (template) => compose(template, slots, random) };
}
