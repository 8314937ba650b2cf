/** How each unit makes its document: units have habits, and change them now and then. */
import { HTML_ENCODINGS, PAGES, TEXT_ENCODINGS, TEXT_LAYOUTS, type LabelStyle, type Style } from './model.ts';
import { Random } from './random.ts';
import type { DemoUnit } from './register.ts';

const FORMATS = [
  ['docx', 45],
  ['html', 35],
  ['txt', 20]
] as const;

function labelsOf(unit: DemoUnit, year: number): LabelStyle {
  const habit = new Random('labels', unit.code);
  const moment = new Random('labels', unit.code, year);
  return {
    brackets: habit.chance(0.12) ? 'half' : 'full',
    point: habit.weighted([
      ['.', 12],
      ['、', 2],
      ['．', 1]
    ]),
    quotes: habit.chance(0.15) ? 'straight' : 'curly',
    shortNormative: moment.chance(0.08),
    shortClosed: moment.chance(0.06)
  };
}

/** Walks through the variants in turn, so that each of them really occurs. */
export class Styles {
  readonly #turns = new Map<string, number>();

  #turn<T>(name: string, list: readonly T[], random: Random): T {
    const turn = this.#turns.get(name) ?? 0;
    this.#turns.set(name, turn + 1);
    const round = new Random('turn', name, Math.floor(turn / list.length)).shuffle(list);
    return round[turn % list.length] ?? random.pick(list);
  }

  next(unit: DemoUnit, year: number): Style {
    const random = new Random('style', unit.code, year);
    const habit = new Random('style', unit.code).weighted(FORMATS);
    const format = random.chance(0.75) ? habit : random.weighted(FORMATS);
    const labels = labelsOf(unit, year);
    if (format === 'docx') return { format, labels, tracked: random.chance(0.06) };
    if (format === 'html') {
      return {
        format,
        labels,
        extension: random.chance(0.2) ? 'htm' : 'html',
        page: this.#turn('page', PAGES, random),
        encoding: random.chance(0.35) ? 'utf-8' : this.#turn('html', HTML_ENCODINGS, random)
      };
    }
    return {
      format,
      labels,
      layout: this.#turn('layout', TEXT_LAYOUTS, random),
      encoding: this.#turn('text', TEXT_ENCODINGS, random),
      lineEnd: random.chance(0.5) ? '\r\n' : '\n'
    };
  }
}
