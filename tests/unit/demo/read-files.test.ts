import { expect, it } from 'vitest';
import { group } from 'd3-array';
import { buildCity } from '../../../data/generator/city.ts';
import { documentOf, pathOf } from '../../../data/generator/files.ts';
import { valueOf } from '../../../data/generator/mistakes/mistake.ts';
import type { DemoReport } from '../../../data/generator/model.ts';
import { readDocument } from '../../../src/lib/recognition/read-document.ts';

const { reports } = buildCity();

/** How a document is laid out, without what only its signs are coded in. */
function shapeOf({ style, layout }: DemoReport): string {
  const shape = style.format === 'txt' ? style.layout : style.format === 'html' ? style.page : '';
  return `${style.format} ${shape} ${layout}`;
}

/** Three of each shape: a shape that a reader no longer knows loses cells of every report. */
const samples = [...group(reports, shapeOf)].flatMap(([shape, alike]) =>
  alike.slice(0, 3).map((report) => ({ shape, report, path: pathOf(report) }))
);

it.each(samples)('$shape: every cell of $path is read as it is printed', async ({ report, path }) => {
  const result = await readDocument(documentOf(report), path);
  const cells = result.reports[0]?.cells ?? {};
  for (const [cell, text] of report.printed) expect(cells[cell], cell).toBe(valueOf(text));
});
