import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/lib/documents/block.ts';
import { recognise } from '../../../src/lib/recognition/recognise.ts';
import { blocksOf, printReport } from './print-report.ts';
import { asText, randomValues } from './random-values.ts';

const values = randomValues('2021', 5);
const printed = printReport('2021', asText(values), ['小沙街道2023年政府信息公开工作年度报告']);
const onSheet = (sheet: string, blocks: readonly Block[]): Block[] =>
  blocks.map((block) =>
    block.kind === 'table'
      ? { ...block, place: { sheet }, cells: block.cells.map((cell) => ({ ...cell, place: { sheet } })) }
      : { ...block, place: { sheet } }
  );
const tables = (...numbers: readonly number[]) =>
  blocksOf({ title: [], closing: [], parts: printed.parts.filter((_, index) => numbers.includes(index + 2)) });

describe('a hidden sheet', () => {
  it('with the whole form is named, and nothing of it is read', () => {
    const blocks = onSheet('说明', [{ kind: 'paragraph', text: '填报说明', place: {} }]);
    const found = recognise({ format: 'xlsx', blocks, hidden: onSheet('年报', blocksOf(printed)) }, '年报.xlsx');
    expect(found).toEqual({
      reports: [],
      issues: [{ code: 'document.hidden-report', place: { sheet: '年报' }, values: { sheet: '年报' } }]
    });
  });

  it('with a table that is missing in sight is named for it', () => {
    const blocks = onSheet('年报', tables(2, 4));
    const { reports } = recognise({ format: 'xlsx', blocks, hidden: onSheet('附表', tables(3)) }, '小沙街道2023.xlsx');
    expect(reports).toHaveLength(1);
    expect(reports[0]?.issues.filter(({ code }) => !code.startsWith('title.'))).toEqual([
      { code: 'table.hidden', place: { sheet: '附表' }, values: { table: 3, sheet: '附表' } }
    ]);
    expect(Object.keys(reports[0]?.cells ?? {}).filter((id) => id.startsWith('t3.'))).toEqual([]);
  });

  it('with tables that are in sight as well, or with other things, is passed over', () => {
    for (const hidden of [
      onSheet('旧', tables(2, 3, 4)),
      onSheet('旧', [{ kind: 'paragraph', text: '草稿', place: {} }])
    ]) {
      const { reports } = recognise({ format: 'xlsx', blocks: blocksOf(printed), hidden }, 'x.xlsx');
      expect(reports.map(({ cells, issues }) => ({ cells, issues }))).toEqual([{ cells: values, issues: [] }]);
    }
    const nothing = recognise(
      { format: 'xlsx', blocks: [], hidden: onSheet('旧', [{ kind: 'paragraph', text: '草稿', place: {} }]) },
      'x'
    );
    expect(nothing.issues).toEqual([{ code: 'document.no-report' }]);
  });
});
