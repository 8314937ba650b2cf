import { namesTotal } from '../lib/checks/rule-kind.ts';
import type { Severity } from '../lib/checks/rule.ts';
import { csvText } from '../lib/export/csv.ts';
import { m } from '../lib/paraglide/messages.js';
import { cellName, placeOfCell } from '../lib/words/cell-name.ts';
import { flagMessage } from '../lib/words/flag-message.ts';
import { listText, numberText } from '../lib/words/number-words.ts';
import { repairMessage, reportedText } from '../lib/words/repair-message.ts';
import { ruleName } from '../lib/words/rule-name.ts';
import type { JudgedFlag, JudgedRepair, Judgement, Subject } from './judge-reports.ts';
import { reportTitle } from './read.ts';

const SEVERITY_WORDS: Readonly<Record<Severity, () => string>> = {
  error: m.severity_error,
  warning: m.severity_warning,
  info: m.severity_info
};

/**
 * What `nianbao check --json` prints. Other programs rely on it; README.md says what each part holds. `searches` says
 * of each report that has something to repair, or of years searched together, whether the search came to its end:
 * `complete` false means that time or a bound may have hidden a repair, `unsettled` names the rules that none was found
 * for. Only here every rule that cannot be checked is listed: to a program a rule without a flag holds.
 */
export function checkJson({ subjects, flags, unanswered, repairs, searches }: Judgement): string {
  const result = {
    reports: subjects.map(({ file, report, shownYear }) => {
      return { file, unit: report.unit, year: shownYear, form: report.form };
    }),
    flags: [...flags, ...unanswered].map(({ flag, subject }) => {
      const { rule, severity, verdict, cells, expected, actual, difference } = flag;
      const message = sentence({ flag, subject });
      return { rule, severity, verdict, ...whose(subject), cells, expected, actual, difference, message };
    }),
    repairs: repairs.map(({ repair, subject }) => ({
      ...whose(subject),
      // A carry-over may need a change in the year before as well; only such a change names its year.
      // Of a `from` that is null because nothing could be read, `absence` says so; without it the cell is blank.
      changes: repair.changes.map(({ year, ...change }) => (year === repair.year ? change : { ...change, year })),
      rank: repair.rank,
      reason: repairMessage(repair)
    })),
    searches: searches.map(({ subjects: searched, complete, unsettled }) => ({
      unit: searched[0]?.unit.name ?? null,
      years: searched.map(({ shownYear }) => shownYear),
      complete,
      unsettled: unsettled.map(({ rule, year }) => {
        return { rule, year: searched.find((each) => each.year === year)?.shownYear ?? null };
      })
    }))
  };
  const parts = Object.entries(result).map(([name, items]) => {
    const lines = items.map((item) => JSON.stringify(item)).join(',\n');
    return `${JSON.stringify(name)}: [${lines === '' ? '' : `\n${lines}\n`}]`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

function whose(subject: Subject): { unit: string; year: number | null } {
  return { unit: subject.unit.name, year: subject.shownYear };
}

/** Of a report that shares its unit and year, or has none, the file must be named. */
function sentence({ flag, subject }: JudgedFlag): string {
  const message = flagMessage(flag);
  return subject.alone ? `${subject.file}: ${message}` : message;
}

export function checkCsv({ flags, repairs }: Judgement): string {
  const columns = [
    m.cli_csv_unit(),
    m.cli_csv_year(),
    m.cli_csv_file(),
    m.cli_csv_severity(),
    m.cli_csv_verdict(),
    m.cli_csv_rule(),
    m.cli_csv_rule_id(),
    m.cli_csv_cells(),
    m.cli_csv_cell_ids(),
    m.cli_csv_expected(),
    m.cli_csv_actual(),
    m.cli_csv_difference(),
    m.cli_csv_message(),
    m.cli_csv_repair()
  ];
  const rows = flags.map((judged) => {
    const { flag, subject } = judged;
    const likeliest = repairs.find((each) => each.subject === subject && concerns(each, judged));
    return [
      subject.unit.name,
      subject.shownYear,
      subject.file,
      SEVERITY_WORDS[flag.severity](),
      flag.verdict === 'violated' ? m.verdict_violated() : m.verdict_not_checkable(),
      ruleName(flag.rule),
      flag.rule,
      listText(flag.cells.map(cellName)),
      flag.cells.join(' '),
      namesTotal(flag.rule) ? flag.expected : null,
      namesTotal(flag.rule) ? flag.actual : null,
      flag.difference,
      flagMessage(flag),
      likeliest ? repairText(likeliest) : null
    ];
  });
  return csvText(columns, rows);
}

function concerns({ repair }: JudgedRepair, { flag }: JudgedFlag): boolean {
  return repair.changes.some((change) => change.year === repair.year && flag.cells.includes(change.cell));
}

/** Beyond the first few, repairs are as good as any guess; `--json` has them all. */
const MOST_REPAIRS = 3;

/** Report by report, what is wrong first. Reports with nothing to say are left out. */
export function checkText({ subjects, flags, repairs }: Judgement): string {
  return subjects
    .map((subject) => {
      const own = flags.filter((each) => sameReport(each.subject, subject));
      if (own.length === 0) return '';
      const title = `${reportTitle(subject.unit.name, subject.shownYear)}  ${subject.file}\n`;
      const lines = own.map(({ flag }) => `  ${SEVERITY_WORDS[flag.severity]()}  ${flagMessage(flag)}\n`);
      const proposals = repairs
        .filter((each) => each.subject === subject)
        .slice(0, MOST_REPAIRS)
        .map((each) => `  ${m.cli_repair({ changes: repairText(each) })}\n`);
      return [title, ...lines, ...proposals].join('');
    })
    .filter((text) => text !== '')
    .join('\n');
}

function sameReport(a: Subject, b: Subject): boolean {
  return a.file === b.file && a.report === b.report;
}

/** 表三第一行“本年新收”总计列 13 改为 12（…） */
function repairText({ repair }: JudgedRepair): string {
  const changes = repair.changes.map((change) => {
    const { year, cell, to } = change;
    const place = year === repair.year ? placeOfCell(cell) : m.repair_cell_of_year({ year, cell: placeOfCell(cell) });
    return m.cli_repair_change({ place, from: reportedText(change), to: numberText(to) });
  });
  return m.cli_repair_reason({ changes: listText(changes), reason: repairMessage(repair) });
}
