import { expect, it } from 'vitest';
import { cutAtTitles, sectionOf } from '../../../src/lib/recognition/headings.ts';

it.each([
  ['一、总体情况', 'overview'],
  ['总体情况', 'overview'],
  ['一、工作基本情况', 'overview'],
  ['一、工作总体推进情况', 'overview'],
  ['一、2023年政务公开总体情况', 'overview'],
  ['一、本年度政府信息公开工作的基本情况', 'overview'],
  ['二、 主动公开政府信息情况：', 'proactive'],
  ['三、收到和处理政府信息公开申请情况', 'requests'],
  ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', 'disputes'],
  ['五．存在的主要问题及改进情况', 'problems'],
  ['五、政府信息公开工作存在的问题和改进措施', 'problems'],
  ['七、其他需要报告的事项', 'other-matters'],
  ['六、其他报告事项', 'other-matters'],
  ['六、其它需要汇报的事项', 'other-matters'],
  ['六、下步计划', 'other'],
  ['一、财政收支基本情况', 'other'],
  ['（一）主动公开情况', null],
  ['主动公开情况', null],
  ['（二）依申请公开情况。', null],
  ['本年度主动公开政府信息情况', null],
  ['一是加强学习', null],
  ['一、本年度街道把公开工作列入日常管理；及时更新', null]
] as const)('%s is the title of %s', (line, key) => {
  expect(sectionOf(line)).toBe(key);
});

it('cuts a long line at its titles, but not where a text quotes one', () => {
  expect(cutAtTitles('年度报告 一、总体情况 平稳。 二、主动公开政府信息情况 规章 0')).toEqual([
    '年度报告 ',
    '一、总体情况',
    ' 平稳。 ',
    '二、主动公开政府信息情况',
    ' 规章 0'
  ]);
  const quoting = '详见“二、主动公开政府信息情况”一节的表格';
  expect(cutAtTitles(quoting)).toEqual([quoting]);
});
