/** Puts the mistakes into the clean city: far from each other, spread over units, years and formats. */
import type { Identity } from '../figures/identities.ts';
import type { TrueYear } from '../figures/figures.ts';
import type { DemoReport } from '../model.ts';
import { Random } from '../random.ts';
import { YEARS } from '../register.ts';
import { BLANK_KINDS } from './blanks.ts';
import { DIGIT_KINDS } from './digits.ts';
import { valueOf, type Change, type Mistake, type MistakeKind, type Outcome } from './mistake.ts';
import { MOVED_KINDS } from './moved.ts';
import { breaksChange, brokenIn, isOutlier, textRules, valueRules } from './rules.ts';
import { TOTAL_KINDS } from './totals.ts';
import { WORDING_KINDS } from './wording.ts';

export const MISTAKE_KINDS: readonly MistakeKind[] = [
  ...WORDING_KINDS,
  ...TOTAL_KINDS,
  ...MOVED_KINDS,
  ...DIGIT_KINDS,
  ...BLANK_KINDS
];

/** What a change of requests against last year is told from. */
const CHANGED: ReadonlySet<string> = new Set(['t3.new.total', 't3.carried-in.total', 'text:new']);

const keyOf = (code: string, year: number): string => `${code} ${year}`;

class Seeding {
  readonly #reports: Map<string, DemoReport>;
  readonly #taken = new Map<string, number[]>();
  readonly #used = new Map<string, number>();
  readonly mistakes: Mistake[] = [];

  constructor(
    clean: readonly DemoReport[],
    private readonly truth: ReadonlyMap<string, readonly TrueYear[]>
  ) {
    this.#reports = new Map(clean.map((report) => [keyOf(report.unit.code, report.year), report]));
  }

  get reports(): DemoReport[] {
    return [...this.#reports.values()];
  }

  #at(report: DemoReport, offset: number): DemoReport | null {
    return this.#reports.get(keyOf(report.unit.code, report.year + offset)) ?? null;
  }

  /**
   * No other mistake in this unit's same or neighbouring year, and no change of name near: that is a difficulty of
   * its own.
   */
  #isFree(report: DemoReport): boolean {
    const renamed = [report, this.#at(report, -1)].some((each) => each && each.name !== each.unit.name);
    if (renamed) return false;
    return (this.#taken.get(report.unit.code) ?? []).every((year) => Math.abs(year - report.year) > 1);
  }

  #crowding(report: DemoReport): number {
    const of = (name: string): number => this.#used.get(name) ?? 0;
    return (
      of(report.unit.code) * 6 + of(String(report.year)) + of(report.style.format) / 4 + of(report.unit.district) / 4
    );
  }

  #take(report: DemoReport): void {
    const { code, district } = report.unit;
    this.#taken.set(code, [...(this.#taken.get(code) ?? []), report.year]);
    for (const name of [code, district, String(report.year), report.style.format]) {
      this.#used.set(name, (this.#used.get(name) ?? 0) + 1);
    }
  }

  #changes(
    report: DemoReport,
    outcome: NonNullable<Outcome>
  ): { report: DemoReport; changes: readonly Change[]; exact: boolean } {
    const made =
      'cells' in outcome ? { ...report, printed: new Map([...report.printed, ...outcome.cells]) } : outcome.report;
    const before = this.#at(report, -1);
    const after = this.#at(report, 1);
    const now = brokenIn(made, before);
    const later = after ? brokenIn(after, made) : [];
    const exact = [...now, ...later].some((identity) => identity.exact);
    const changeBroken = breaksChange(made, before) || (after !== null && breaksChange(after, made));
    const changeRules = (cell: string): string[] => (changeBroken && CHANGED.has(cell) ? ['text.new-change'] : []);
    if (!('cells' in outcome)) {
      const changes = outcome.changes.map((change) => ({
        ...change,
        rules: [...change.rules, ...changeRules(change.cell)]
      }));
      return { report: made, changes, exact };
    }
    const changes = [...outcome.cells].map(([cell, printed]): Change => {
      const touches = ({ left, right }: Identity, side: 'cells' | 'before'): boolean =>
        [...(left[side] ?? []), ...(right[side] ?? [])].includes(cell);
      const value = valueOf(printed);
      const lastOf = (other: DemoReport | null): number | null => valueOf(other?.printed.get(cell) ?? '');
      const outlier = isOutlier(value, lastOf(before)) || isOutlier(value, lastOf(after));
      const rules = [
        ...now.filter((identity) => touches(identity, 'cells')).map(({ rule }) => rule),
        ...later.filter((identity) => touches(identity, 'before')).map(({ rule }) => rule),
        ...valueRules(printed),
        ...textRules(made, cell),
        ...changeRules(cell),
        ...(outlier ? ['outlier.last-year'] : []),
        ...(cell.startsWith('t2.rules.') && value !== 0 ? ['value.rules-at-street'] : [])
      ];
      return { cell, true: report.printed.get(cell) ?? '', printed, rules: [...new Set(rules)] };
    });
    return { report: made, changes, exact };
  }

  seed(kind: MistakeKind, turn: number): void {
    const random = new Random('mistake', kind.kind, turn, this.mistakes.length);
    const sites = random
      .shuffle(this.reports)
      .filter((report) => this.#isFree(report))
      .map((report) => ({ report, crowding: this.#crowding(report) }))
      .sort((a, b) => a.crowding - b.crowding);
    for (const { report } of sites) {
      const truth = this.truth.get(report.unit.code)?.[YEARS.findIndex((year) => year === report.year)];
      if (!truth) continue;
      const outcome = kind.make({
        report,
        before: this.#at(report, -1),
        after: this.#at(report, 1),
        peers: this.reports.filter((peer) => peer.year === report.year && this.#isFree(peer)),
        truth,
        random
      });
      if (outcome === null) continue;
      const made = this.#changes(report, outcome);
      if (made.exact !== kind.exact || made.changes.length === 0) continue;
      this.#reports.set(keyOf(report.unit.code, report.year), made.report);
      this.#take(report);
      if ('source' in outcome && outcome.source && outcome.source.unit !== report.unit) this.#take(outcome.source);
      const { unit, year } = report;
      this.mistakes.push({ number: this.mistakes.length + 1, unit, year, kind: kind.kind, changes: made.changes });
      return;
    }
    throw new Error(`${kind.kind}: nowhere to put it`);
  }
}

export function seedMistakes(
  clean: readonly DemoReport[],
  truth: ReadonlyMap<string, readonly TrueYear[]>
): { reports: DemoReport[]; mistakes: Mistake[] } {
  const seeding = new Seeding(clean, truth);
  for (const kind of MISTAKE_KINDS) {
    for (let turn = 0; turn < kind.count; turn += 1) seeding.seed(kind, turn);
  }
  return { reports: seeding.reports, mistakes: seeding.mistakes };
}
