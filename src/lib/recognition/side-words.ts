import { foldText } from './normalise-label.ts';

/**
 * Words of columns that stand beside the form's own: 行次, 单位 with 件 in every row, 类别. They hold no figure of the
 * form. `number`: a column of line numbers, which are figures. `money`: a unit of money, which binds its row.
 */
export type SideWord = 'number' | 'money' | 'other';

const KINDS: readonly (readonly [SideWord, readonly string[]])[] = [
  ['number', ['序号', '序次', '行次', '行号', '项次', '编号', '代码']],
  ['money', ['元', '千元', '万元', '亿元']],
  [
    'other',
    [
      ...['单位', '计量单位', '件', '件次', '条', '项', '个', '份', '宗', '起', '次'],
      ...['件数', '数量', '数目', '数值', '数据', '案件数', '案件数量'],
      ...['栏次', '栏号', '类别', '类型', '项目', '指标', '指标名称', '结果', '审理结果', '内容', '名称', '甲', '乙']
    ]
  ]
];

const kinds = new Map(KINDS.flatMap(([kind, words]) => words.map((word) => [word, kind] as const)));
const LONGEST = 8;

/** What a cell's text says of its column, when it is such a word and nothing else; brackets are no part of it. */
export function sideWord(text: string): SideWord | undefined {
  if (text.length > LONGEST * 2) return undefined;
  return kinds.get(foldText(text).replace(/[\s()]/g, ''));
}
