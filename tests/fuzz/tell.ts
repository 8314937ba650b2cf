import { buildCity } from '../../data/generator/city.ts';
import type { DemoReport } from '../../data/generator/model.ts';
import type { Random } from '../../data/generator/random.ts';
import type { CellId } from '../../src/lib/form/form.ts';
import { asText, randomValues } from '../unit/recognition/random-values.ts';
import type { Told } from './report-paper.ts';

let city: readonly DemoReport[] | undefined;

/** The demo city's reports: with the mistakes that were put in, as their documents print them. */
export function cityReports(): readonly DemoReport[] {
  city ??= buildCity().reports;
  return city;
}

export interface Known {
  readonly told: Told;
  readonly truth: ReadonlyMap<CellId, number | null>;
}

export function knownOf(report: DemoReport): Known {
  const truth = new Map([...report.printed].map(([id, text]) => [id, /\d/.test(text) ? Number(text) : null]));
  return { told: { ...report, labels: report.style.labels }, truth };
}

/**
 * A report with known figures: half of them one of the city, whose figures add up and are mostly zeros, half with
 * figures drawn without any rule, so that nothing can be guessed from sums.
 */
export function anyReport(random: Random): Known {
  const report = random.pick(cityReports());
  if (random.chance(0.5)) {
    return knownOf({ ...report, printed: new Map([...report.figures].map(([id, value]) => [id, String(value)])) });
  }
  const values = randomValues(report.layout, random.integer(0, 2 ** 31));
  return knownOf({ ...report, printed: new Map(Object.entries(asText(values))) });
}
