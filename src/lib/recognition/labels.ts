import { FORMS, type FormId, type TableNumber } from '../form/form.ts';
import { normaliseLabel } from './normalise-label.ts';

/** What a printed label may stand for. The same word can have several meanings: 总计, 其他, 其他处理. */
export type Label =
  | {
      readonly kind: 'row';
      readonly table: TableNumber;
      readonly key: string;
      readonly group: string | null;
      readonly name: string;
    }
  | { readonly kind: 'group'; readonly table: 3; readonly key: string; readonly name: string }
  | { readonly kind: 'column'; readonly table: TableNumber; readonly key: string; readonly name: string }
  | { readonly kind: 'block'; readonly table: 4; readonly key: string; readonly name: string }
  /** Belongs to a table's frame and says which table it is: 信息内容, 申请人情况. */
  | { readonly kind: 'frame'; readonly table: TableNumber; readonly key: string; readonly name: string };

/** 法人或其他组织 above five of table 3's columns, 行政诉讼 above two of table 4's blocks. */
export const ORGANISATIONS = 'organisations';
export const LAWSUITS = 'lawsuits';
/** 三、本年度办理结果: beside rows, not above columns. */
export const OUTCOMES = 'outcomes';

/** Other ways in which rows, columns and blocks are printed in real reports, by the key they share. */
const ROW_VARIANTS: Record<string, readonly string[]> = {
  't2.normative': ['规范性文件', '行政规范性文件'],
  't2.fees': ['行政事业型收费', '行政事业性收费项目'],
  't2.other-services': ['其他对外管理服务', '其它对外管理服务事项'],
  't2.procurement': ['集中采购', '政府集中采购项目'],
  't3.new': ['本年新收政府信息公开申请', '本年度新收政府信息公开申请数量', '本年新收申请数量'],
  't3.carried-in': ['上年结转政府信息公开申请', '上年度结转政府信息公开申请数量', '上年结转申请数量'],
  't3.partial': ['部分公开'],
  't3.denied-law': [
    '其他法律行政法规禁止公开',
    '其他法律行政止公开',
    '其他法律法规禁止公开',
    '其它法律行政法规禁止公开'
  ],
  't3.denied-security': ['危及三安全一稳定'],
  't3.closed-no-correction': ['申请人无正当理由逾期不补正', '申请人逾期不补正', '逾期不补正'],
  't3.closed-unpaid': [
    '申请人逾期未按收费通知要求缴纳费用',
    '申请人逾期不缴费',
    '逾期不缴费',
    '逾期未缴费',
    '逾期未按收费通知要求缴纳费用'
  ],
  't3.closed-other': ['其它'],
  't3.closed': ['其它处理'],
  't3.handled': ['合计', '本年度办理结果总计'],
  't3.carried-out': ['结转下年度', '结转下年继续办理', '转下年度继续办理']
};
const COLUMN_VARIANTS: Record<string, readonly string[]> = {
  't2.issued': ['本年制发数量', '本年度制发件数', '制发件数'],
  't2.repealed': ['本年废止数量', '本年度废止件数', '废止件数'],
  't2.in-force': ['现行有效数量', '现行有效'],
  't2.decisions': ['处理决定数量', '本年处理决定数量', '本年度处理决定数量'],
  't2.made': ['本年新制作数', '新制作数量', '本年度新制作数量'],
  't2.disclosed': ['本年新公开数', '新公开数量', '本年度新公开数量'],
  't2.disclosed-total': ['对外公开总数', '对外公开数量'],
  't2.items-before': ['上一年项目数', '上年项目数量', '上年度项目数量'],
  't2.items-change': ['本年增', '本年增减数', '本年度增减', '增减', '增减数', '增'],
  't2.items': ['采购项目数', '采购项目'],
  't2.amount': ['本年收费金额', '收费金额', '本年度收费金额', '采购总金额', '采购金额'],
  't3.other': ['其它'],
  't3.total': ['合计'],
  't4.upheld': ['维持'],
  't4.corrected': ['纠正'],
  't4.other': ['其它结果', '其他', '其它'],
  't4.pending': ['未审结'],
  't4.total': ['合计']
};

const labels = new Map<string, Label[]>();

function add(text: string, label: Label): void {
  const key = normaliseLabel(text);
  const list = labels.get(key) ?? [];
  if (list.some(({ kind, table, key: same }) => kind === label.kind && table === label.table && same === label.key))
    return;
  labels.set(key, [...list, label]);
}

function addRow(table: TableNumber, key: string, group: string | null, name: string): void {
  const label: Label = { kind: 'row', table, key, group, name };
  for (const text of [name, ...(ROW_VARIANTS[`t${table}.${key}`] ?? [])]) {
    add(text, label);
    // Some tables print group and row in one cell; 其他 and 总计 have meanings enough without.
    if (group !== null) add(`${group}${normaliseLabel(text)}`, label);
  }
}

function addColumn(table: TableNumber, key: string, name: string): void {
  const label: Label = { kind: 'column', table, key, name };
  for (const text of [name, ...(COLUMN_VARIANTS[`t${table}.${key}`] ?? [])]) add(text, label);
}

for (const form of Object.values(FORMS)) {
  for (const row of form.rows) {
    if (row.table === 4) continue;
    addRow(row.table, row.key, row.group === null ? null : normaliseLabel(row.group), row.label);
    if (row.group !== null)
      add(row.group, { kind: 'group', table: 3, key: normaliseLabel(row.group), name: row.group });
  }
  for (const cell of form.cells) addColumn(cell.table, cell.column, cell.columnLabel);
}
const FRAME: readonly (readonly [TableNumber, string, readonly string[]])[] = [
  [
    2,
    'heading',
    [
      '信息内容',
      '第二十条第（一）项',
      '第二十条第（五）项',
      '第二十条第（六）项',
      '第二十条第（八）项',
      '第二十条第（九）项'
    ]
  ],
  [3, 'corner', ['本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和', '申请人情况']],
  [3, ORGANISATIONS, ['法人或其他组织', '法人或其它组织', '法人和其他组织', '法人及其他组织']],
  [3, OUTCOMES, ['三、本年度办理结果', '本年办理结果', '办理结果']]
];
for (const [table, key, names] of FRAME) for (const name of names) add(name, { kind: 'frame', table, key, name });
const BLOCKS: readonly (readonly [string, readonly string[]])[] = [
  ['review', ['行政复议', '行政复议情况']],
  [LAWSUITS, ['行政诉讼', '行政诉讼情况']],
  ['suit', ['未经复议直接起诉', '未经行政复议直接起诉', '行政诉讼未经复议直接起诉']],
  ['suit-after-review', ['复议后起诉', '经复议后起诉', '行政复议后起诉', '行政诉讼复议后起诉']]
];
for (const [key, names] of BLOCKS) for (const name of names) add(name, { kind: 'block', table: 4, key, name });

/** Every known label by its normalised text. */
export const LABELS: ReadonlyMap<string, readonly Label[]> = labels;

export const CLOSED_GROUP = normaliseLabel('（六）其他处理');

/** The row's columns on a form, or undefined when the form has no such row. */
export function columnsOnForm(form: FormId, table: TableNumber, key: string): readonly string[] | undefined {
  return FORMS[form].rows.find((row) => row.table === table && row.key === key)?.cells.map((cell) => cell.column);
}
