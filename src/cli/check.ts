import { m } from '../lib/paraglide/messages.js';
import type { DocumentResult } from '../lib/report/report.ts';
import type { Unit } from '../lib/report/unit.ts';
import { createResolver, unitsOfNames, type ResolveUnit } from '../lib/database/resolve-units.ts';
import { checkCsv, checkJson, checkText } from './check-output.ts';
import { judgeReports, type Judgement } from './judge-reports.ts';
import { EXIT, type ExitCode, type Output } from './output.ts';
import { placeReports, printedNames } from './place-reports.ts';
import { findRegister } from './read-register.ts';
import { readPaths, reportTitle, sayRefusals } from './read.ts';

export interface CheckOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  /** Path of the register; without one a `units.csv` beside the reports, else the printed names. */
  readonly units?: string;
}

/** `nianbao check`: reads, then judges all the reports together, years of one unit compared. */
export async function runCheck(paths: readonly string[], options: CheckOptions, output: Output): Promise<ExitCode> {
  const register = await findRegister(options.units, paths, output);
  const { results } = await readPaths(paths, output);
  const judgement = await judgeReports(
    results,
    placeReports(results, resolverFor(register, printedNames(results), output))
  );
  output.data(options.json ? checkJson(judgement) : options.csv ? checkCsv(judgement) : checkText(judgement));
  summarize(results, judgement, output);
  if (results.length === 0 || results.some((result) => result.reports.length === 0)) return EXIT.refused;
  return judgement.flags.some(({ flag }) => flag.severity === 'error') ? EXIT.found : EXIT.fine;
}

/** A name that the register does not have is judged as a unit of its own, and said so. */
function resolverFor(register: readonly Unit[] | null, names: readonly string[], output: Output): ResolveUnit {
  if (!register) return createResolver(unitsOfNames(names));
  const inRegister = createResolver(register);
  const isKnown = (name: string): boolean => 'unit' in inRegister(name);
  const unknown = [...new Set(names)].filter((name) => !isKnown(name));
  for (const name of unknown) output.message(m.cli_check_not_in_register({ unit: name }));
  const printed = createResolver(unitsOfNames(unknown));
  return (name) => (isKnown(name) ? inRegister(name) : printed(name));
}

function summarize(results: readonly DocumentResult[], { subjects, flags }: Judgement, output: Output): void {
  sayRefusals(results, output);
  for (const { file, report } of subjects.filter((subject) => subject.alone)) {
    output.message(m.cli_check_alone({ file, title: reportTitle(report.unit, report.year) }));
  }
  const doubtful = subjects.filter(({ report }) => report.issues.length > 0).length;
  if (doubtful > 0) output.message(m.cli_check_doubts({ count: doubtful }));
  const count = (severity: string): number => flags.filter(({ flag }) => flag.severity === severity).length;
  output.message(
    m.cli_check_summary({
      reports: subjects.length,
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info')
    })
  );
}
