/** Which rules a printed report breaks: every id that a check may name for it. */
import type { CellId } from '../../../src/lib/form/form.ts';
import { broken, identitiesOf, type Identity, type Values } from '../figures/identities.ts';
import type { DemoClaim, DemoReport, StatedName } from '../model.ts';
import { valueOf } from './mistake.ts';

export const TEXT_RULES: Readonly<Record<StatedName, string>> = {
  new: 'text.new',
  carriedIn: 'text.carried-in',
  handled: 'text.handled',
  carriedOut: 'text.carried-out',
  review: 'text.review',
  suits: 'text.suit',
  normative: 'text.normative'
};

export function printedValues(report: DemoReport): Values {
  return new Map([...report.printed].map(([cell, text]) => [cell, valueOf(text)]));
}

/** The identities that the report, read after the one of the year before, breaks. */
export function brokenIn(report: DemoReport, before: DemoReport | null): Identity[] {
  return broken(
    identitiesOf(report.layout, before?.layout ?? null),
    printedValues(report),
    before ? printedValues(before) : new Map()
  );
}

/** Requests as 新收 counts them, and as 收到 may. */
const NEW: readonly CellId[] = ['t3.new.total'];
const RECEIVED: readonly CellId[] = ['t3.new.total', 't3.carried-in.total'];

/** Cells from which a stated figure may come: the sum of any one list. */
const SOURCES: Readonly<Record<StatedName, readonly (readonly CellId[])[]>> = {
  new: [NEW],
  carriedIn: [['t3.carried-in.total']],
  handled: [['t3.handled.total']],
  carriedOut: [['t3.carried-out.total']],
  review: [['t4.review.total']],
  suits: [['t4.suit.total', 't4.suit-after-review.total']],
  normative: [['t2.normative.issued'], ['t2.normative.made']]
};

function sourcesOf({ name, received }: DemoClaim): readonly (readonly CellId[])[] {
  return received ? [NEW, RECEIVED] : SOURCES[name];
}

/** The text rules that a changed cell brings down: its sentence still states the true figure. */
export function textRules(report: DemoReport, cell: CellId): string[] {
  const values = printedValues(report);
  return report.narrative.claims
    .filter((claim) => {
      const sources = sourcesOf(claim).filter((source) => source.every((each) => values.has(each)));
      if (!sources.some((source) => source.includes(cell))) return false;
      const sums = sources.map((source) => sumOf(values, source));
      return !sums.includes(claim.value) && !sums.includes(null);
    })
    .map(({ name }) => TEXT_RULES[name]);
}

function sumOf(values: Values, cells: readonly CellId[]): number | null {
  return cells.reduce<number | null>((sum, cell) => {
    const part = values.get(cell) ?? null;
    return sum === null || part === null ? null : sum + part;
  }, 0);
}

/** Whether the change against last year that the text states is none that the tables give. */
export function breaksChange(report: DemoReport, before: DemoReport | null): boolean {
  const { change } = report.narrative;
  if (change === null || before === null) return false;
  const [values, last] = [printedValues(report), printedValues(before)];
  return [NEW, RECEIVED].every((cells) => {
    const [now, then] = [sumOf(values, cells), sumOf(last, cells)];
    if (now === null || then === null) return false;
    if (change.unit === 'requests') return now - then !== change.value;
    // 下降50% may be rounded to a whole, 下降12.5% to one decimal.
    const rounding = (Number.isInteger(change.value) ? 0.5 : 0.05) + 1e-9;
    return then === 0 || Math.abs((100 * (now - then)) / then - change.value) > rounding;
  });
}

/** What the text of one cell breaks by itself. */
export function valueRules(printed: string): string[] {
  if (printed === '') return ['value.blank'];
  const value = valueOf(printed);
  if (value === null) return ['value.dash'];
  if (value < 0) return ['value.negative'];
  return Number.isInteger(value) ? [] : ['value.not-whole'];
}

/** More than fivefold or less than a fifth of last year's, both at least ten. */
export function isOutlier(now: number | null, before: number | null): boolean {
  if (now === null || before === null || Math.min(now, before) < 10) return false;
  return Math.max(now, before) > 5 * Math.min(now, before);
}
