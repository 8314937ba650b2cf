import path from 'node:path';
import { createResolver } from '../lib/database/resolve-units.ts';
import { m } from '../lib/paraglide/messages.js';
import type { DocumentResult } from '../lib/report/report.ts';
import { issueMessage } from '../lib/words/issue-message.ts';
import { listText, numberText, yearsText } from '../lib/words/number-words.ts';
import { CommandError, EXIT, type ExitCode, type Output } from './output.ts';
import { placeReports, unitsOf, type Placement } from './place-reports.ts';
import { publishDataset } from './publish-dataset.ts';
import { findRegister } from './read-register.ts';
import { readPaths } from './read.ts';

export interface BuildOptions {
  readonly out: string;
  /** Path of the register; without one a `units.csv` beside the reports, else the printed names. */
  readonly units?: string;
  readonly title: string;
  readonly demo?: boolean;
  readonly keepGoing?: boolean;
}

interface LeftOut {
  readonly files: readonly string[];
  readonly code: string;
  readonly message: string;
}

/**
 * `nianbao build`: the dataset that the site serves. Nothing is written when a document was refused or a report has
 * no place, unless told to keep going; then the rest is published and what is missing is listed.
 */
export async function runBuild(source: string, options: BuildOptions, output: Output): Promise<ExitCode> {
  const register = await findRegister(options.units, [source], output);
  if (!register) output.message(m.cli_build_no_register());
  const { results: read } = await readPaths([source], output);
  if (read.length === 0) return EXIT.refused;
  const results = read.map((result) => ({ ...result, file: nameInside(source, result.file) }));
  const units = unitsOf(register, results);
  const placement = placeReports(results, createResolver(units));
  const leftOut = leftOutOf(results, placement);
  for (const { message } of leftOut) output.message(message);
  if (leftOut.length > 0 && !options.keepGoing) throw new CommandError(m.cli_build_stopped({ count: leftOut.length }));
  if (placement.placed.length === 0) throw new CommandError(m.cli_build_empty());

  const written = await publishDataset({ ...options, results, placement, units, leftOut }, output);
  output.message(
    m.cli_build_summary({
      out: options.out,
      reports: numberText(written.reports),
      units: numberText(written.units),
      years: yearsText(written.years),
      flags: numberText(written.flags)
    })
  );
  if (leftOut.length > 0) output.message(m.cli_build_kept_going({ count: leftOut.length }));
  return EXIT.fine;
}

/** The dataset names files as they lie in the folder, whoever made it on whatever machine. */
function nameInside(source: string, file: string): string {
  const inside = path.relative(source, file).replaceAll(path.sep, '/');
  return inside === '' ? path.basename(file) : inside;
}

/** What is not in the dataset, and why: in words, and as an issue's or a rule's code for the manifest. */
function leftOutOf(results: readonly DocumentResult[], { doubled, unnamed, unknown }: Placement): LeftOut[] {
  const refused = results.filter((result) => result.reports.length === 0);
  return [
    ...refused.flatMap(({ file, issues }) =>
      issues.map((issue) => ({
        files: [file],
        code: issue.code,
        message: m.cli_check_refused({ file, message: issueMessage(issue) })
      }))
    ),
    ...unnamed.map(({ file, report }) =>
      report.unit === null
        ? { files: [file], code: 'title.unit-missing', message: m.cli_build_no_unit({ file }) }
        : { files: [file], code: 'title.year-missing', message: m.cli_build_no_year({ file }) }
    ),
    ...unknown.map(({ file, name, candidates }) => ({
      files: [file],
      code: 'title.unit-unknown',
      message:
        candidates.length === 0
          ? m.cli_build_unknown_unit({ file, unit: name })
          : m.cli_build_near_unit({ file, unit: name, candidates: listText(candidates.map((unit) => unit.name)) })
    })),
    ...doubled.map((group) => {
      const files = group.map((each) => each.file);
      const [first] = group;
      return {
        files,
        code: 'form.duplicate-report',
        message: m.cli_build_doubled({
          unit: first?.unit.name ?? '',
          year: first?.year ?? '',
          files: listText(files)
        })
      };
    })
  ];
}
