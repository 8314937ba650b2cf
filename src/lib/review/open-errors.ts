import type { Flag } from '../checks/rule.ts';
import type { Measure } from '../measures/measure.ts';
import type { ErrorCells } from '../queries/list-error-cells.ts';
import { unitYearKey } from '../report/unit-year.ts';
import type { Marked, MarkOf } from './mark.ts';

/** The flags that are exact rules broken in cells: the same rows that the query gives for all units. */
export function violatedErrors<F extends ErrorCells & Pick<Flag, 'severity' | 'verdict'>>(flags: readonly F[]): F[] {
  return flags.filter(
    ({ severity, verdict, cells }) => severity === 'error' && verdict === 'violated' && cells.length > 0
  );
}

/** What was dismissed is not open; what was confirmed or sent back is, until the report is put right. */
export function isOpen(error: Marked, markOf: MarkOf): boolean {
  return markOf(error)?.kind !== 'dismissed';
}

/** Which figures an open error touches. */
export class OpenErrors {
  #byReport = new Map<string, ErrorCells[]>();
  #byYear = new Map<number, ErrorCells[]>();

  constructor(errors: readonly ErrorCells[], markOf: MarkOf) {
    for (const error of errors) {
      if (!isOpen(error, markOf)) continue;
      append(this.#byReport, unitYearKey(error), error);
      append(this.#byYear, error.year, error);
    }
  }

  /** Of one unit's figure. */
  at(measure: Measure, unit: string, year: number): number {
    return touching(this.#byReport.get(unitYearKey({ unit, year })), measure);
  }

  /** Of a total over units. */
  within(measure: Measure, year: number, units: ReadonlySet<string>): number {
    return touching(
      this.#byYear.get(year)?.filter(({ unit }) => units.has(unit)),
      measure
    );
  }
}

function touching(errors: readonly ErrorCells[] | undefined, { value }: Measure): number {
  return (errors ?? []).filter(({ cells }) => cells.some((cell) => value.cells.has(cell))).length;
}

function append<K>(map: Map<K, ErrorCells[]>, key: K, error: ErrorCells): void {
  const known = map.get(key);
  if (known) known.push(error);
  else map.set(key, [error]);
}
