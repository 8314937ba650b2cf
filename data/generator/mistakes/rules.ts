/** Which rules a printed report breaks: every id that a check may name for it. */
import type { CellId } from '../../../src/lib/form/form.ts';
import { broken, identitiesOf, type Identity, type Values } from '../figures/identities.ts';
import type { DemoReport, StatedName } from '../model.ts';
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

/** Cells from which a stated figure may come: the sum of any one list. */
const SOURCES: Readonly<Record<StatedName, readonly (readonly CellId[])[]>> = {
  new: [['t3.new.total'], ['t3.new.total', 't3.carried-in.total']],
  carriedIn: [['t3.carried-in.total']],
  handled: [['t3.handled.total']],
  carriedOut: [['t3.carried-out.total']],
  review: [['t4.review.total']],
  suits: [['t4.suit.total', 't4.suit-after-review.total']],
  normative: [['t2.normative.issued'], ['t2.normative.made']]
};

/** The text rules that a changed cell brings down: its sentence still states the true figure. */
export function textRules(report: DemoReport, cell: CellId): string[] {
  const values = printedValues(report);
  return report.narrative.claims
    .filter(({ name, value }) => {
      const sources = SOURCES[name].filter((source) => source.every((each) => values.has(each)));
      if (!sources.some((source) => source.includes(cell))) return false;
      const sums = sources.map((source) =>
        source.reduce<number | null>((sum, each) => {
          const part = values.get(each) ?? null;
          return sum === null || part === null ? null : sum + part;
        }, 0)
      );
      return !sums.includes(value) && !sums.includes(null);
    })
    .map(({ name }) => TEXT_RULES[name]);
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
