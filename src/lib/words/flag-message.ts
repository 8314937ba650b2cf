import type { Flag, Identity } from '../checks/rule.ts';
import { ruleKind } from '../checks/rule-kind.ts';
import type { ValueRuleId } from '../checks/value-rules.ts';
import { cellOf, isCellId } from '../form/form.ts';
import * as family from '../paraglide/keyed/flag.js';
import { m } from '../paraglide/messages.js';
import { columnName, placeOfCell, rowIdOf, rowName } from './cell-name.ts';
import { isLikelyRule, likelyFlagMessage } from './likely-flag-message.ts';
import { messagesByKey, type MessageValues } from './message-by-key.ts';
import { listText, numberText, sentence } from './number-words.ts';
import { placeOfRule, ruleKindName, ruleName } from './rule-name.ts';

const messageByKey = messagesByKey(family);

/** Rules whose words are known when this is compiled: a missing message is a type error. */
type WordedKind = Identity['kind'] | ValueRuleId | 'form.duplicate-report';

interface FlagWords {
  /** 表三第一行“本年新收” */
  readonly place: string;
  readonly cells: string;
  readonly expected: string;
  readonly actual: string;
  /** Without its sign. */
  readonly difference: string;
  /** One of the flag's own values, as text; empty when it has none. */
  readonly value: (name: string) => string;
  readonly suggestsZero: boolean;
}

const VIOLATED: Readonly<Record<WordedKind, (words: FlagWords) => string>> = {
  't3.row-sum': m.flag_t3_row_sum,
  't3.handled-sum': m.flag_t3_handled_sum,
  't3.balance': (words) => m.flag_t3_balance({ ...words, left: words.value('left'), right: words.value('right') }),
  't4.sum': m.flag_t4_sum,
  'carry-over': m.flag_carry_over,
  't2.stock': (words) => m.flag_t2_stock({ ...words, previous: words.value('previous') }),
  'value.negative': m.flag_value_negative,
  'value.not-whole': m.flag_value_not_whole,
  'value.too-large': m.flag_value_too_large,
  'value.blank': (words) =>
    (words.suggestsZero ? m.flag_value_blank_zero : m.flag_value_blank)({ ...words, count: words.value('count') }),
  'value.dash': (words) =>
    (words.suggestsZero ? m.flag_value_dash_zero : m.flag_value_dash)({ ...words, count: words.value('count') }),
  'value.rules-at-street': m.flag_value_rules_at_street,
  'form.duplicate-report': (words) =>
    m.flag_form_duplicate_report({ count: words.value('count'), files: words.value('files') })
};

/** A flag as a sentence for the clerk who must mend it: where, what stands there, what should, by how much. */
export function flagMessage(flag: Flag): string {
  return sentence(messageOf(flag));
}

function messageOf(flag: Flag): string {
  if (isLikelyRule(flag.rule)) return likelyFlagMessage(flag, flag.rule);
  if (flag.verdict === 'not-checkable') return notCheckable(flag);
  const kind = ruleKind(flag.rule);
  const words = wordsOf(flag);
  if (isWorded(kind)) return VIOLATED[kind](words);
  const { place, cells, expected, actual, difference } = words;
  return (
    messageByKey(`flag_${kind}`, { place, cells, expected, actual, difference, ...shownValues(flag) }) ??
    m.flag_other({ rule: ruleName(flag.rule), cells })
  );
}

function isWorded(kind: string): kind is WordedKind {
  return Object.hasOwn(VIOLATED, kind);
}

function notCheckable(flag: Flag): string {
  const rule = ruleKindName(ruleKind(flag.rule));
  const place = placeOfRule(flag.rule) || cellsText(flag.cells);
  const { reason, suggestion } = flag.values;
  const isRow = ROW_RULES.includes(ruleKind(flag.rule));
  const before = emptyCells(flag.values.emptyBefore, isRow);
  const total = flag.cells.at(-1);
  if (
    reason === 'blank' &&
    suggestion === undefined &&
    before === '' &&
    flag.expected !== null &&
    total !== undefined
  ) {
    const isBetweenYears = ruleKind(flag.rule) === 'carry-over';
    return (isBetweenYears ? m.flag_not_checkable_expected_before : m.flag_not_checkable_expected)({
      place,
      rule,
      total: placeOfCell(total),
      expected: numberText(flag.expected)
    });
  }
  const cells = listText(
    [before === '' ? '' : m.flag_empty_last_year({ cells: before }), emptyCells(flag.values.empty, isRow)].filter(
      (part) => part !== ''
    )
  );
  if (reason === 'unread') return m.flag_not_checkable_unread({ place, rule, cells });
  return (suggestion === 'blank-as-zero' ? m.flag_not_checkable_zero : m.flag_not_checkable_blank)({
    place,
    rule,
    cells
  });
}

/** Families whose place is a row, so that a cell in it is told by its column; in the others by its row. */
const ROW_RULES: readonly string[] = ['t2.stock', 't3.row-sum', 't4.sum'] satisfies Identity['kind'][];

/** `t3.new.person t3.new.company` as 自然人、商业企业列; empty where there are none. */
function emptyCells(ids: string | number | undefined, isRow: boolean): string {
  const cells = String(ids ?? '')
    .split(' ')
    .filter(isCellId);
  if (cells.length === 0) return '';
  const named = cells.slice(0, MOST_CELLS_NAMED);
  const names = listText(named.map((cell) => (isRow ? columnName(cell) : rowName(rowIdOf(cellOf(cell))))));
  const text = (isRow ? m.flag_empty_columns : m.flag_empty_rows)({ names });
  return cells.length > named.length ? m.flag_empty_more({ cells: text, count: numberText(cells.length) }) : text;
}

function wordsOf(flag: Flag): FlagWords {
  const shown = shownValues(flag);
  return {
    place: placeOfRule(flag.rule),
    cells: cellsText(flag.cells),
    expected: figureText(flag.expected),
    actual: figureText(flag.actual),
    difference: figureText(flag.difference === null ? null : Math.abs(flag.difference)),
    value: (name) => String(shown[name] ?? ''),
    suggestsZero: flag.values.suggestion === 'blank-as-zero'
  };
}

function shownValues(flag: Flag): MessageValues {
  return Object.fromEntries(
    Object.entries(flag.values).map(([name, value]) => [name, typeof value === 'number' ? numberText(value) : value])
  );
}

function figureText(value: number | null): string {
  return value === null ? m.figure_blank() : numberText(value);
}

/** A report may have two hundred blank cells: the first few say where to look. */
const MOST_CELLS_NAMED = 4;

function cellsText(cells: readonly string[]): string {
  const named = listText(cells.slice(0, MOST_CELLS_NAMED).map(placeOfCell));
  return cells.length > MOST_CELLS_NAMED ? m.flag_cells_more({ cells: named }) : named;
}
