import type { Issue } from '../report/issue.ts';
import { announcedUnit, announcedYears } from './announced.ts';
import { foldText } from './normalise-label.ts';
import { unitIn, type Title } from './title.ts';
import { namedReportYears, onlyYear, periodYears, yearsIn } from './year-words.ts';

export interface UnitAndYear {
  readonly unit: string | null;
  readonly year: number | null;
  readonly issues: readonly Issue[];
}

/** A report's text before its tables: what stands before its first section, and 一、总体情况. */
export interface Opening {
  readonly heads: string;
  readonly overview: string;
}

/**
 * The report's unit and year: from its title, else from the period or the report it names in its text, else from the
 * file's name, else from what its text says besides. Whatever does not come from the title has its issue, and so has
 * every contradiction.
 */
export function unitAndYear(title: Title | null, { heads, overview }: Opening, fileName: string): UnitAndYear {
  const text = `${heads}\n${overview}`;
  const issues: Issue[] = [];
  const name = nameOfFile(fileName);
  const named = unitOfFileName(name);
  const unit = title?.unit ?? named ?? announcedUnit(text);
  if (unit === null) issues.push({ code: 'title.unit-missing' });
  else if (!title?.unit)
    issues.push({ code: named === null ? 'title.unit-from-text' : 'title.unit-from-file-name', values: { unit } });
  const fromTitle = title?.years ?? [];
  const fromName = yearsOfFileName(name);
  const fromText = yearsOfText(text, heads, fromTitle, fromName);
  const stated = [fromTitle, fromText, fromName].filter((years) => years.length > 0);
  const years = outvoted(fromTitle, fromText, fromName) ? fromText : (stated[0] ?? []);
  const all = [...new Set(stated.flat())].sort();
  // Two years in one place leave it open; another place may settle it, and the contradiction is told all the same.
  const year =
    years.length === 1 ? years[0] : years.find((one) => stated.slice(1).every((other) => other.join() === String(one)));
  const settled = years.length === 1 || stated.length > 1 ? (year ?? null) : null;
  const listed = all.join('、');
  if (settled === null) {
    issues.push(
      all.length > 1 ? { code: 'title.year-undecided', values: { years: listed } } : { code: 'title.year-missing' }
    );
  } else if (all.length > 1) {
    issues.push({ code: 'title.year-contradiction', values: { years: listed, year: settled } });
  }
  if (settled !== null && fromTitle.length === 0) {
    issues.push({
      code: fromText.length > 0 ? 'title.year-from-text' : 'title.year-from-file-name',
      values: { year: settled }
    });
  }
  return { unit, year: settled, issues };
}

/** A text may name last year's report as well, so it is asked for more than its period only when nothing else states it. */
function yearsOfText(
  text: string,
  heads: string,
  fromTitle: readonly number[],
  fromName: readonly number[]
): readonly number[] {
  const period = periodYears(text);
  if (fromTitle.length > 0) return period;
  // The period of last year's report left in the new one: which year it is must be said elsewhere.
  if (period.length > 0) return [...new Set([...period, ...announcedYears(heads)])].sort();
  const named = namedReportYears(text);
  return named.length > 0 || fromName.length > 0 ? named : onlyYear(text);
}

/** Last year's title left over a new report: its period and its file's name agree on another year. */
function outvoted(title: readonly number[], text: readonly number[], name: readonly number[]): boolean {
  return title.length === 1 && text.length === 1 && name.length === 1 && text[0] === name[0] && text[0] !== title[0];
}

function unitOfFileName(name: string): string | null {
  return unitIn(name.replace(/(?<!\d)20\d{2}(?!\d)(?:年度?)?|[\d\-()\s]+/g, ''));
}

/** The years that a file's name states, without its folders and its ending. */
export function yearsOfFile(fileName: string): number[] {
  return yearsOfFileName(nameOfFile(fileName));
}

function nameOfFile(fileName: string): string {
  return foldText(fileName.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z0-9]{1,5}$/, '')).replaceAll('_', ' ');
}

/** A year in a file's name, unless it is part of a date. */
function yearsOfFileName(name: string): number[] {
  const stated = yearsIn(name);
  if (stated.length > 0) return stated;
  const bare = [...name.matchAll(/(?<!\d)(20\d{2})(?![\d]|[-.]\d)/g)].map(([, year]) => Number(year));
  return [...new Set(bare)];
}
