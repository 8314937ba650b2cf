import { LIKELY_RULE_IDS, TEXT_RULE_IDS, type LikelyRuleId } from '../checks/likely-rules.ts';
import type { Flag } from '../checks/rule.ts';
import { m } from '../paraglide/messages.js';
import { placeOfCell } from './cell-name.ts';
import { kindName } from './kind-name.ts';
import { listText, numberText, percentText } from './number-words.ts';
import { sectionName } from './section-name.ts';

/** What a flag's own values and figures are called in its sentence. */
interface Likely {
  readonly flag: Flag;
  readonly text: (name: string) => string;
  readonly number: (name: string) => string;
  readonly actual: string;
  readonly quoted: { readonly raw: string; readonly sentence: string };
}

const TABLES: Readonly<Record<string, () => string>> = { '2': m.table_2, '3': m.table_3, '4': m.table_4 };

const WORDS: Readonly<Record<Exclude<LikelyRuleId, (typeof TEXT_RULE_IDS)[number]>, (likely: Likely) => string>> = {
  'form.superseded': ({ text }) =>
    m.flag_form_superseded({ reportYear: text('reportYear'), form: text('form'), due: text('due') }),
  'form.table-missing': ({ text }) =>
    m.flag_form_table_missing({ tables: listOf(text('tables'), (table) => TABLES[table]?.() ?? table) }),
  'form.section-missing': ({ text }) =>
    m.flag_form_section_missing({ sections: listOf(text('sections'), (key) => `“${sectionName(key)}”`) }),
  'form.section-empty': ({ text }) => m.flag_form_section_empty({ section: sectionName(text('section')) }),
  'year.title': ({ text, quoted }) =>
    m.flag_year_title({ ...quoted, stated: text('stated'), reportYear: text('reportYear') }),
  'year.text': ({ text, quoted }) => m.flag_year_text({ ...quoted, reportYear: text('reportYear') }),
  'year.file-name': ({ text, quoted }) =>
    m.flag_year_file_name({ ...quoted, stated: text('stated'), reportYear: text('reportYear') }),
  'outlier.last-year': jump,
  'outlier.peers': ({ flag, text, number, actual }) =>
    withMore(
      flag,
      m.flag_outlier_peers({
        cell: placeOfCell(text('cell')),
        actual,
        kind: kindName(text('kind')),
        peers: number('peers'),
        median: number('median')
      })
    ),
  'copy.last-year': ({ text, number }) =>
    m.flag_copy_last_year({
      section: sectionName(text('section')),
      similarity: number('similarity'),
      otherYear: text('otherYear')
    }),
  'copy.other-unit': otherUnit
};

export function isLikelyRule(rule: string): rule is LikelyRuleId {
  return LIKELY_RULE_IDS.some((id) => id === rule);
}

/** A flag of a likely rule as a question to the unit, with the words it is about. */
export function likelyFlagMessage(flag: Flag, rule: LikelyRuleId): string {
  const { values, actual } = flag;
  const likely: Likely = {
    flag,
    text: (name) => String(values[name] ?? ''),
    number: (name) => figureText(values[name]),
    actual: figureText(actual),
    quoted: { raw: String(values.raw ?? ''), sentence: String(values.sentence ?? '') }
  };
  return isTextRule(rule) ? textMessage(likely, rule) : WORDS[rule](likely);
}

function isTextRule(rule: LikelyRuleId): rule is (typeof TEXT_RULE_IDS)[number] {
  return TEXT_RULE_IDS.some((id) => id === rule);
}

function textMessage({ flag, text, number, actual, quoted }: Likely, rule: (typeof TEXT_RULE_IDS)[number]): string {
  const source = listText(flag.cells.map(placeOfCell));
  if (rule === 'text.new-change') {
    if (flag.verdict === 'not-checkable') return m.flag_text_change_not_checkable(quoted);
    if (flag.actual === null) return m.flag_text_change_none(quoted);
    if (text('claim') !== 'new-change-percent') return m.flag_text_change({ ...quoted, actual, sum: number('sum') });
    const [own, both] = [flag.actual, Number(flag.values.sum)].map((percent) => percentText(percent / 100));
    return m.flag_text_change_percent({ ...quoted, actual: own ?? '', sum: both ?? '' });
  }
  if (flag.verdict === 'not-checkable') {
    if (flag.values.reason === 'unread') return m.flag_text_not_checkable_unread({ ...quoted, source });
    if (flag.cells.length > 1) return m.flag_text_not_checkable_some({ ...quoted, source });
    return m.flag_text_not_checkable({ ...quoted, source, expected: figureText(flag.expected) });
  }
  if (flag.values.sum !== undefined) return m.flag_text_either({ ...quoted, actual, sum: number('sum') });
  // A text that counts more than the table cannot be narrower than it.
  const isNarrower = (flag.expected ?? 0) < (flag.actual ?? 0);
  const question = isNarrower ? m.flag_text_narrower() : m.flag_text_wider();
  return (flag.cells.length > 1 ? m.flag_text_sum : m.flag_text_one)({ ...quoted, source, actual, question });
}

function jump({ flag, text, number, actual }: Likely): string {
  const words = { cell: placeOfCell(text('cell')), actual, previous: number('previous'), times: number('times') };
  if (flag.values.suspect === 'last-year') return m.flag_outlier_return(words);
  const isMore = (flag.actual ?? 0) > Number(flag.values.previous);
  return withMore(flag, (isMore ? m.flag_outlier_up : m.flag_outlier_down)(words));
}

function withMore({ values }: Flag, message: string): string {
  const count = Number(values.count ?? 1);
  return count > 1 ? m.flag_outlier_more({ message, count: numberText(count) }) : message;
}

function otherUnit({ flag, text, number }: Likely): string {
  const sameYear = text('otherYear') === String(flag.year);
  const message = (sameYear ? m.flag_copy_other_unit : m.flag_copy_other_unit_before)({
    section: sectionName(text('section')),
    similarity: number('similarity'),
    other: text('other'),
    otherYear: text('otherYear')
  });
  const count = Number(flag.values.others ?? 0);
  return count > 0 ? m.flag_copy_more({ message, count: numberText(count) }) : message;
}

/** `2;3` as 表二、表三 */
function listOf(keys: string, name: (key: string) => string): string {
  return listText(keys.split(';').map(name));
}

function figureText(value: string | number | null | undefined): string {
  return typeof value === 'number' ? numberText(value) : String(value ?? '');
}
