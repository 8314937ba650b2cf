/** 五、存在的主要问题及改进情况: never the same themes two years running in one unit. */
import { at, Random } from '../random.ts';
import { YEARS, type DemoUnit } from '../register.ts';
import { PLANS } from './closing-phrases.ts';
import { CONCERNS, MEASURE_OPENINGS, PROBLEM_OPENINGS, type Concern } from './problem-phrases.ts';
import type { Voice } from './voice.ts';

const ORDINALS = ['一是', '二是', '三是'] as const;
const PER_YEAR = 3;

function concernsOf(unit: DemoUnit, year: number, random: Random): Concern[] {
  const order = new Random('concerns', unit.code).shuffle(CONCERNS);
  const start = YEARS.findIndex((each) => each === year) * PER_YEAR;
  const mine = Array.from({ length: PER_YEAR }, (_, index) => at(order, (start + index) % order.length));
  return random.chance(0.35) ? mine.slice(0, 2) : mine;
}

function listed(voice: Voice, sentences: readonly string[]): string {
  const marks = voice.random.pick([ORDINALS, ['（1）', '（2）', '（3）'], ['', '', '']]);
  return `${sentences.map((sentence, index) => `${marks[index] ?? ''}${sentence}`).join('；')}。`;
}

export function problems(voice: Voice, unit: DemoUnit, year: number): string[] {
  const { random } = voice;
  const concerns = concernsOf(unit, year, random);
  const said = concerns.map(({ problem, measure }) => ({
    problem: voice.say(random.pick(problem)),
    measure: voice.say(random.pick(measure))
  }));
  const shape = random.weighted([
    ['two', 4],
    ['headed', 3],
    ['pairs', 3]
  ]);
  if (shape === 'pairs')
    return said.map((each) => `${each.problem}。${random.pick(['对此，', '改进办法是，', ''])}${each.measure}。`);
  const faults =
    voice.say(random.pick(PROBLEM_OPENINGS)) +
    listed(
      voice,
      said.map((each) => each.problem)
    );
  const cures =
    voice.say(random.pick(MEASURE_OPENINGS)) +
    listed(
      voice,
      said.map((each) => each.measure)
    );
  return shape === 'two' ? [faults, cures] : [`（一）主要问题。${faults}`, `（二）改进情况。${cures}`];
}

/** A section of its own in some reports, which shifts the numbers of those after it. */
export function plans(voice: Voice): string[] {
  return voice.random
    .shuffle(PLANS)
    .slice(0, 2)
    .map((template) => voice.say(template));
}
