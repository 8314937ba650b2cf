import { expect, test } from 'vitest';
import { formDocx } from '../../../src/lib/export/form-docx.ts';
import { cellsOfLayout, LAYOUTS } from '../../../src/lib/form/form.ts';
import { readDocument } from '../../../src/lib/recognition/read-document.ts';

const captions = {
  2: '二、主动公开政府信息情况',
  3: '三、收到和处理政府信息公开申请情况',
  4: '四、政府信息公开行政复议、行政诉讼情况'
};

test.each(LAYOUTS.filter((layout) => layout !== '2021-closed-once'))(
  'what is written in the %s form is read back cell by cell, and nothing else',
  async (layout) => {
    const ids = cellsOfLayout(layout).map(({ id }) => id);
    const figures = new Map(ids.map((id, index) => [id, index % 7 === 0 ? null : 1000 + index]));
    const bytes = formDocx({
      title: `东湖区 ${layout === '2019' ? 2020 : 2024} 年政府信息公开工作年度报告`,
      opening: ['由 16 个单位相加 <&>。'],
      layout,
      captions,
      textOf: (id) => figures.get(id)?.toLocaleString('en-US') ?? ''
    });
    const { status, reports } = await readDocument(bytes, '汇总表.docx');
    expect(status).not.toBe('refused');
    expect(reports).toHaveLength(1);
    expect(reports[0]?.cells).toEqual(Object.fromEntries(figures));
  }
);
