import type { Unit } from '../report/unit.ts';

/**
 * Which unit of the register a printed name means. `exact`, `former` (a name it had) and `variant` (another way to
 * write the one name it can be) are certain; `candidates` are for a person to choose from, even when there is one.
 */
export type Resolution =
  | { readonly match: 'exact' | 'former' | 'variant'; readonly unit: Unit }
  | { readonly match: 'candidates'; readonly candidates: readonly Unit[] }
  | { readonly match: 'unknown' };

export type ResolveUnit = (printedName: string) => Resolution;

/** What an office is called beside its unit's name: 云川街道办事处, 石桥镇人民政府. */
const OFFICE = /(?:人民政府办公室|人民政府|办事处|党政(?:综合)?办公室)$/;

function normalised(name: string): string {
  return name.normalize('NFKC').replace(/\s+/gu, '');
}

/** The one way to write a name: without the office, and 街道 where 街 is printed. */
function canonical(name: string): string {
  return normalised(name).replace(OFFICE, '').replace(/街$/, '街道');
}

/** Without what kind of unit it is: 云川 of 云川街道. */
function stem(name: string): string {
  return canonical(name).replace(/(?:街道|镇|乡|地区)$/, '');
}

export function createResolver(units: readonly Unit[]): ResolveUnit {
  const byName = index(units, (unit) => [normalised(unit.name)]);
  const byFormer = index(units, (unit) => unit.formerNames.map(normalised));
  const byCanonical = index(units, (unit) => [unit.name, ...unit.formerNames].map(canonical));

  return (printedName) => {
    const name = normalised(printedName);
    if (name === '') return { match: 'unknown' };
    return (
      decide('exact', byName.get(name)) ??
      decide('former', byFormer.get(name)) ??
      decide('variant', byCanonical.get(canonical(name))) ??
      withoutPlace(canonical(name), byCanonical) ??
      nearest(canonical(name), units)
    );
  };
}

type Index = ReadonlyMap<string, readonly Unit[]>;

function index(units: readonly Unit[], keysOf: (unit: Unit) => readonly string[]): Index {
  const found = new Map<string, Unit[]>();
  for (const unit of units) {
    for (const key of new Set(keysOf(unit))) found.set(key, [...(found.get(key) ?? []), unit]);
  }
  return found;
}

function decide(match: 'exact' | 'former' | 'variant', units: readonly Unit[] = []): Resolution | null {
  const [unit, ...others] = units;
  if (!unit) return null;
  return others.length === 0 ? { match, unit } : { match: 'candidates', candidates: units };
}

/**
 * Takes 某市某区 off the front, but only where a unit's name is left: 湖南镇 and 北京街道 are units. A place that is
 * not the unit's own district leaves it a candidate: it may be another district's unit of the same name.
 */
function withoutPlace(name: string, byCanonical: Index): Resolution | null {
  const fitting = new Set<Unit>();
  const found = new Set<Unit>();
  for (let length = 1; length < name.length; length += 1) {
    for (const unit of byCanonical.get(name.slice(length)) ?? []) {
      const place = name.slice(0, length);
      if (!isPlace(place) && !isDistrict(place, unit)) continue;
      found.add(unit);
      if (isDistrict(place, unit) || isWiderPlace(place, unit)) fitting.add(unit);
    }
  }
  return fitting.size === 1 ? decide('variant', [...fitting]) : found.size > 0 ? candidates([...found]) : null;
}

const isPlace = (text: string): boolean => /[省市区县旗盟州]$/.test(text);

/** 东湖区, 东湖 or 某市东湖区 for a unit of 东湖区. */
function isDistrict(place: string, { district }: Unit): boolean {
  const short = district.replace(/[市区县旗]$/, '');
  return place.endsWith(district) || place === short;
}

/** A province or city above, with no district named in it. */
function isWiderPlace(place: string, { district }: Unit): boolean {
  return /[省市盟州]$/.test(place) && !/[区县旗]/.test(place.replace(/自治区/g, '')) && !district.endsWith('市');
}

function candidates(units: readonly Unit[]): Resolution {
  return { match: 'candidates', candidates: [...units].sort((a, b) => a.order - b.order) };
}

/** One character added, dropped or exchanged, or another kind of unit: 云川镇 for 云川街道. */
function nearest(name: string, units: readonly Unit[]): Resolution {
  const near = units.filter((unit) =>
    [unit.name, ...unit.formerNames].some((each) => stem(each) === stem(name) || isOneEditAway(canonical(each), name))
  );
  return near.length > 0 ? candidates(near) : { match: 'unknown' };
}

function isOneEditAway(a: string, b: string): boolean {
  const [short, long] = [...a].length <= [...b].length ? [[...a], [...b]] : [[...b], [...a]];
  if (long.length - short.length > 1) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  const rest = long.slice(same + 1).join('');
  return rest === short.slice(long.length === short.length ? same + 1 : same).join('');
}

/** Stands for the district of a unit that no register lists. */
export const UNKNOWN_DISTRICT = '—';

/**
 * Without a register the printed names themselves are the units, in the order given. Ways to write one name are one
 * unit: with 办事处 or 人民政府 behind it, and with the places above it in front, as long as these name one district.
 */
export function unitsOfNames(printedNames: Iterable<string>): Unit[] {
  const names = [...new Set([...printedNames].map(normalised))];
  const canonicals = new Set(names.map(canonical));
  const bases = new Map(names.map((name) => [name, baseOf(canonical(name), canonicals)]));
  return [...new Set(bases.values())].map((base, index): Unit => {
    const written = names.filter((name) => bases.get(name) === base);
    const [only = base] = written;
    const name = written.length === 1 ? only : base;
    const formerNames = written.filter((each) => each !== name);
    return { code: name, name, district: UNKNOWN_DISTRICT, kind: kindOf(name), order: index + 1, formerNames };
  });
}

/** 渡澜街道 of 某市东湖区渡澜街道, when that is printed too and always of one place. */
function baseOf(name: string, all: ReadonlySet<string>): string {
  const canonicals = [...all];
  const others = canonicals.filter((other) => other !== name && name.endsWith(other) && other !== '');
  const shortest = others.reduce((least, other) => (other.length < least.length ? other : least), name);
  const places = canonicals
    .filter((other) => other.endsWith(shortest) && other !== shortest)
    .map((other) => other.slice(0, -shortest.length));
  const longest = places.reduce((most, place) => (place.length > most.length ? place : most), '');
  return places.every((place) => isPlace(place) && longest.endsWith(place)) ? shortest : name;
}

function kindOf(name: string): Unit['kind'] {
  const short = canonical(name);
  if (short.endsWith('街道')) return '街道';
  if (short.endsWith('镇')) return '镇';
  return short.endsWith('乡') ? '乡' : '其他';
}
