import { describe, expect, it } from 'vitest';
import { FORMS } from '../../../src/lib/form/form.ts';
import { exactLabels, matchLabel } from '../../../src/lib/recognition/match-label.ts';
import { normaliseLabel } from '../../../src/lib/recognition/normalise-label.ts';

describe('normaliseLabel', () => {
  it.each([
    ['一、本年新收政府信息公开申请数量', '本年新收政府信息公开申请数量'],
    ['（三）不予公开', '不予公开'],
    ['(三) 不予 公开', '不予公开'],
    ['㈢不予公开', '不予公开'],
    ['1.属于国家秘密', '属于国家秘密'],
    ['1．属于国家秘密', '属于国家秘密'],
    ['1、属于\n国家秘密', '属于国家秘密'],
    ['①属于国家秘密', '属于国家秘密'],
    ['3.危及"三安全一稳定"', '危及三安全一稳定'],
    ['3.危及“三安全一稳定”', '危及三安全一稳定'],
    ['本年增/减', '本年增减'],
    ['本年增\\减', '本年增减'],
    ['其他⾏政法规', '其他行政法规'],
    ['⺠事', '民事'],
    ['第二十条　第（一）项', '第二十条第项'],
    ['（三）不予公开1.属于国家秘密', '不予公开属于国家秘密']
  ])('%j is %s', (text, expected) => {
    expect(normaliseLabel(text)).toBe(expected);
  });
});

describe('matchLabel', () => {
  const keyOf = (text: string, table: 2 | 3 | 4) =>
    matchLabel(text, table)?.labels.find((label) => label.table === table)?.key;

  it('knows every row and column of both forms exactly', () => {
    for (const { rows, cells } of Object.values(FORMS)) {
      for (const row of rows) {
        if (row.table === 4) continue;
        expect(exactLabels(row.label)?.some(({ kind, key }) => kind === 'row' && key === row.key)).toBe(true);
      }
      for (const cell of cells) {
        expect(exactLabels(cell.columnLabel)?.some(({ kind, key }) => kind === 'column' && key === cell.column)).toBe(
          true
        );
      }
    }
  });

  it.each([
    [2, '规范性文件', 'normative'],
    [2, '行政事业型收费', 'fees'],
    [2, '采购项目数', 'items'],
    [2, '本年增\\减', 'items-change'],
    [2, '本年增/', 'items-change'],
    [2, '采购总金额（万元）', 'amount'],
    [2, '采购总金额(单位：元)', 'amount'],
    [3, '2.其他法律行政止公开', 'denied-law'],
    [3, '1.逾期不补正', 'closed-no-correction'],
    [3, '2.逾期不缴费', 'closed-unpaid'],
    [3, '3.危及"三安全一稳定"', 'denied-security'],
    [3, '（二）部分公开', 'partial'],
    [4, '复议后起诉', 'suit-after-review']
  ] as const)('knows a variant in table %i: %s', (table, text, key) => {
    expect(matchLabel(text, table)?.similar).toBe(false);
    expect(keyOf(text, table)).toBe(key);
  });

  it.each([
    [3, '2.没有现成信息须要另行制作', 'unavailable-to-create'],
    [3, '4.无正当理由大量反复申清', 'rejected-excessive'],
    [3, '社会公益组识', 'charity'],
    [3, '（六）其他处里', null],
    [3, '一、本年收政府信息公开申请数量', 'new'],
    [2, '行政许何', null],
    [3, '自然任', null],
    [3, '关于政府信息公开申请数量的说明', null]
  ] as const)('takes a typo for the nearest label by far, in table %i: %s', (table, text, key) => {
    const match = matchLabel(text, table);
    expect(match?.similar ?? false).toBe(key !== null);
    expect(match ? keyOf(text, table) : null).toBe(key);
  });

  it.each([
    [2, '规范性文件（含以街道名义发布的通告）', 'normative'],
    [2, '处理决定数量 (指 2020 年\n办结的件数)', 'decisions'],
    [2, '其他对外管理服务事项（行政许可以外的，如行政处罚、行政强制）', 'other-services'],
    [2, '本年（2023）制发件数', 'issued'],
    [2, '本年（2023）收费金额（单位：万元）', 'amount'],
    [2, '本年(2023年度)废止件数', 'repealed'],
    [3, '（一）予以公开（含网上答复）', 'granted']
  ] as const)('takes the label before an explanation in table %i and says so: %s', (table, text, key) => {
    expect(matchLabel(text, table)?.similar).toBe(true);
    expect(keyOf(text, table)).toBe(key);
    expect(matchLabel(text, null)).toBeNull();
  });

  it.each([
    [2, '其他主动公开文件（规范性文件除外）'],
    [2, '本年（2023）'],
    [3, '规范性文件（另见表二）'],
    [2, '规章（含办法）共三类']
  ] as const)('takes no label of other words or of another table in table %i: %s', (table, text) => {
    expect(matchLabel(text, table)).toBeNull();
  });

  it('takes nothing for a label by likeness outside the tables', () => {
    expect(matchLabel('2.没有现成信息须要另行制作', null)).toBeNull();
  });
});
