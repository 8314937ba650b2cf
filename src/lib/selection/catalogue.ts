import type { Unit } from '../report/unit.ts';

/** What there is to choose from: the borders against which a URL's parameters are checked. */
export interface Catalogue {
  /** Report years in the dataset, ascending. */
  readonly years: readonly number[];
  /** In the register's order. */
  readonly districts: readonly string[];
  readonly kinds: readonly string[];
  readonly units: readonly Pick<Unit, 'code' | 'name' | 'district' | 'kind'>[];
  /** Families of rules that flagged something. */
  readonly ruleKinds: readonly string[];
}

export function catalogueOf(
  years: readonly number[],
  units: Catalogue['units'],
  ruleKinds: readonly string[]
): Catalogue {
  return {
    years: [...new Set(years)].sort((a, b) => a - b),
    districts: [...new Set(units.map((unit) => unit.district))],
    kinds: [...new Set(units.map((unit) => unit.kind))],
    units,
    ruleKinds
  };
}

export function latestYear(catalogue: Catalogue): number {
  return catalogue.years.at(-1) ?? 2021;
}
