import { typed } from '../../data/generator/documents/grid.ts';
import type { DemoReport, LabelStyle } from '../../data/generator/model.ts';
import type { CellId, Layout } from '../../src/lib/form/form.ts';
import { printTable } from '../../src/lib/form/printed-form.ts';
import type { Paper, PaperCell, PaperTable } from './paper.ts';

/** A cell of the form on paper: one with an id holds a figure, the others labels. */
export interface FormCell extends PaperCell {
  id?: CellId;
}
export type FormTable = FormCell[][];

/** What a document says, before it is a document. */
export type Told = Pick<DemoReport, 'layout' | 'title' | 'printed' | 'narrative'> & {
  readonly labels: LabelStyle;
};

export interface ReportPaper {
  readonly layout: Layout;
  /** Lines and tables in order. Changed in place by what is done to it. */
  blocks: (string | FormTable)[];
}

const NUMERALS = '一二三四五六七八';

function formTable(told: Told, table: 2 | 3 | 4): FormTable {
  const printed = printTable(told.layout, table);
  const spanned = (columnSpan: number, rowSpan: number) => ({
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {})
  });
  const label = ({ label: own, columnSpan, rowSpan }: (typeof printed.header)[number][number]): FormCell => ({
    text: typed(own.official, told.labels),
    ...spanned(columnSpan, rowSpan)
  });
  return [
    ...printed.header.map((row) => row.map(label)),
    ...printed.rows.map((row) => [
      ...row.labels.map(label),
      ...row.values.map(({ cell, columnSpan }): FormCell => ({
        text: told.printed.get(cell) ?? '',
        id: cell,
        ...spanned(columnSpan, 1)
      }))
    ])
  ];
}

export function reportPaper(told: Told): ReportPaper {
  const { title, narrative, layout } = told;
  const blocks = [
    title,
    ...narrative.preface,
    ...narrative.sections.flatMap((section, index) => [
      `${NUMERALS.charAt(index)}、${section.title}`,
      ...section.paragraphs,
      ...(section.table === null ? [] : [formTable(told, section.table)])
    ])
  ];
  return { layout, blocks };
}

export function asPaper({ blocks }: ReportPaper): Paper {
  return blocks.map((block): string | PaperTable => block);
}
