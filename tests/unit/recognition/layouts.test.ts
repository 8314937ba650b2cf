import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/lib/documents/block.ts';
import { blocksOfText } from '../../../src/lib/documents/txt.ts';
import { cellsOfLayout, LAYOUTS, type CellId, type Layout } from '../../../src/lib/form/form.ts';
import { recognise } from '../../../src/lib/recognition/recognise.ts';
import type { Report } from '../../../src/lib/report/report.ts';
import { blocksOf, printReport, TEXT_LAYOUTS, textOf } from './print-report.ts';
import { asText, randomValues } from './random-values.ts';

const YEARS: Record<Layout, number> = { '2019': 2019, '2021': 2023, '2021-closed-once': 2022 };
const titleOf = (layout: Layout) => [`小沙街道${String(YEARS[layout])}年政府信息公开工作年度报告`];

function read(blocks: readonly Block[]): Report {
  const { reports, issues } = recognise({ format: 'txt', blocks }, 'x.txt');
  expect(issues).toEqual([]);
  expect(reports).toHaveLength(1);
  const [report] = reports;
  if (!report) throw new Error('no report');
  return report;
}

function expectWhole(report: Report, layout: Layout, values: Record<CellId, number>): void {
  expect(report.cells).toEqual(values);
  expect(report.form).toBe(layout === '2019' ? '2019' : '2021');
  expect(report.unit).toBe('小沙街道');
  expect(report.year).toBe(YEARS[layout]);
  expect(report.issues.map(({ code }) => code)).toEqual(layout === '2021-closed-once' ? ['row.closed-once'] : []);
  expect(report.sections.map(({ key }) => key)).toEqual([
    'overview',
    'proactive',
    'requests',
    'disputes',
    'problems',
    'other-matters'
  ]);
}

describe.each(LAYOUTS)('the %s form', (layout) => {
  it('is read whole from tables with spans', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const values = randomValues(layout, seed);
        expectWhole(read(blocksOf(printReport(layout, asText(values), titleOf(layout)))), layout, values);
      }),
      { numRuns: 10 }
    );
  });

  const layouts = Object.entries(TEXT_LAYOUTS).filter(([name]) => name !== 'glued');
  it.each(layouts)('is read whole from text: %s', (_, print) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const values = randomValues(layout, seed);
        const text = textOf(printReport(layout, asText(values), titleOf(layout)), print);
        expectWhole(read(blocksOfText(text)), layout, values);
      }),
      { numRuns: 5 }
    );
  });

  it('is read whole from glued cells when all are single digits that add up', () => {
    const values = Object.fromEntries(
      cellsOfLayout(layout).map(({ id }) => [id, id === 't3.new.person' || id === 't3.new.total' ? 4 : 0])
    );
    const print = TEXT_LAYOUTS['glued'];
    if (!print) throw new Error('no such layout');
    expectWhole(
      read(blocksOfText(textOf(printReport(layout, asText(values), titleOf(layout)), print))),
      layout,
      values
    );
  });
});
