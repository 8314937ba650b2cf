import { checkReports } from '../lib/checks/check-reports.ts';
import { unitYearKey } from '../lib/report/unit-year.ts';
import { IDENTITIES } from '../lib/checks/identities.ts';
import { unansweredIdentities } from '../lib/checks/unanswered-identities.ts';
import { repairsForReports, type UnitReport } from '../lib/checks/repair/repairs-for-reports.ts';
import type { Repair, RepairResult } from '../lib/checks/repair/repair.ts';
import type { Flag } from '../lib/checks/rule.ts';
import { load } from '../lib/database/load-reports.ts';
import { openNative } from '../lib/database/native.ts';
import { unitsOfNames } from '../lib/database/resolve-units.ts';
import { createTables } from '../lib/database/schema.ts';
import { cellsOfLayout, layoutOf, type FormId } from '../lib/form/form.ts';
import { absencesOf } from '../lib/report/absence.ts';
import type { DocumentResult, Report } from '../lib/report/report.ts';
import type { Unit } from '../lib/report/unit.ts';
import type { Placement } from './place-reports.ts';

/** A report as it is judged. What has no unit or year of its own, or shares them, stands under a name of its own. */
export interface Subject {
  readonly file: string;
  readonly report: Report;
  /** Told apart by its code, which is the register's only when the report is compared across years. */
  readonly unit: Unit;
  /** Never null: the form's first year stands in, so that the report can be judged by itself. */
  readonly year: number;
  /** As read. */
  readonly shownYear: number | null;
  readonly alone: boolean;
}

export interface JudgedFlag {
  readonly flag: Flag;
  readonly subject: Subject;
}

export interface JudgedRepair {
  readonly repair: Repair;
  readonly subject: Subject;
}

/** How far the search for repairs came for one report, or for years of a unit that were searched together. */
export interface JudgedSearch extends Pick<RepairResult, 'complete' | 'unsettled'> {
  /** One a year that was searched. */
  readonly subjects: readonly Subject[];
}

export interface Judgement {
  readonly subjects: readonly Subject[];
  readonly flags: readonly JudgedFlag[];
  /** Of identities without a single figure: see `unansweredIdentities`. */
  readonly unanswered: readonly JudgedFlag[];
  /** Likeliest first within a unit. */
  readonly repairs: readonly JudgedRepair[];
  /** Only of reports with something to repair. */
  readonly searches: readonly JudgedSearch[];
}

const STAND_IN_YEAR: Readonly<Record<FormId, number>> = { '2019': 2019, '2021': 2021 };

/** Judges all reports in a database of their own, in memory. */
export async function judgeReports(results: readonly DocumentResult[], placement: Placement): Promise<Judgement> {
  const position = new Map(results.map(({ file }, index) => [file, index]));
  const subjects = subjectsOf(placement).sort((a, b) => (position.get(a.file) ?? 0) - (position.get(b.file) ?? 0));
  const byKey = new Map(
    subjects.map((subject) => [unitYearKey({ unit: subject.unit.code, year: subject.year }), subject])
  );
  const flags = await flagReports(results, subjects);
  const toJudged = (flag: Flag): JudgedFlag => ({ flag, subject: found(byKey, unitYearKey(flag)) });
  const reports = subjects.map(({ unit, year, report }) => ({ unit: unit.code, year, ...searched(report) }));
  const doubled = placement.doubled.map((group) => duplicateFlag(group, byKey));
  const repairs = repairsForReports(reports, IDENTITIES);
  return {
    subjects,
    flags: [...flags.map(toJudged), ...doubled],
    unanswered: unansweredIdentities(reports).map(toJudged),
    repairs: repairs.flatMap(({ unit, repairs: ranked }) =>
      ranked.map((repair) => ({ repair, subject: found(byKey, unitYearKey({ unit, year: repair.year })) }))
    ),
    searches: repairs.map(({ unit, years, complete, unsettled }) => {
      return { subjects: years.map((year) => found(byKey, unitYearKey({ unit, year }))), complete, unsettled };
    })
  };
}

/** What the search for repairs looks at. */
function searched(report: Report): Omit<UnitReport, 'unit' | 'year'> {
  const layout = layoutOf(report.form, Object.keys(report.cells));
  const cells = cellsOfLayout(layout).map(({ id }) => id);
  return { layout, cells: report.cells, absent: Object.fromEntries(absencesOf(report, cells)), stated: report.claims };
}

async function flagReports(results: readonly DocumentResult[], subjects: readonly Subject[]): Promise<Flag[]> {
  const database = await openNative();
  try {
    await createTables(database);
    await load(database, {
      units: [...new Map(subjects.map(({ unit }) => [unit.code, unit])).values()],
      documents: results.map(({ file, format, status, issues }) => ({ id: file, file, format, status, issues })),
      reports: subjects.map(({ file, unit, year, report }) => ({ document: file, unit: unit.code, year, report }))
    });
    return await checkReports(database);
  } finally {
    await database.close();
  }
}

function subjectsOf({ placed, doubled, unnamed }: Placement): Subject[] {
  let count = 0;
  const alone = (file: string, report: Report, unit: Unit): Subject => {
    count += 1;
    const year = report.year ?? STAND_IN_YEAR[report.form];
    return { file, report, unit: standIn(unit, count), year, shownYear: report.year, alone: true };
  };
  return [
    ...placed.map((each) => ({ ...each, shownYear: each.year, alone: false })),
    ...doubled.flat().map(({ file, report, unit }) => alone(file, report, unit)),
    ...unnamed.flatMap(({ file, report }) =>
      unitsOfNames([report.unit ?? file]).map((unit) => alone(file, report, { ...unit, name: report.unit ?? file }))
    )
  ];
}

/** A line feed is in no register's code and in no printed name. */
function standIn(unit: Unit, count: number): Unit {
  return { ...unit, code: `${unit.code}\n${count}` };
}

function duplicateFlag(group: Placement['doubled'][number], byKey: ReadonlyMap<string, Subject>): JudgedFlag {
  const [first] = group;
  const subject = [...byKey.values()].find((each) => each.file === first?.file && each.report === first.report);
  if (!first || !subject) throw new Error('a group of duplicate reports is never empty');
  const none = { cells: [], expected: null, actual: null, difference: null };
  return {
    flag: {
      rule: 'form.duplicate-report',
      severity: 'error',
      verdict: 'violated',
      unit: first.unit.code,
      year: first.year,
      ...none,
      values: { count: group.length, files: group.map((each) => each.file).join('; ') }
    },
    // The flag is about both files, so it is told of the unit and not of one of them.
    subject: { ...subject, alone: false }
  };
}

function found(subjects: ReadonlyMap<string, Subject>, key: string): Subject {
  const subject = subjects.get(key);
  if (!subject) throw new Error(`a flag or repair of no report: ${key}`);
  return subject;
}
