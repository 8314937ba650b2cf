/** Everything that the generator writes, as bytes by path below `data/`. */
import type { City } from './city.ts';
import { docxDocument } from './documents/docx.ts';
import { htmlDocument } from './documents/html.ts';
import { textDocument } from './documents/text.ts';
import type { DemoReport } from './model.ts';

export function documentOf(report: DemoReport): Uint8Array {
  const { style } = report;
  switch (style.format) {
    case 'docx':
      return docxDocument(report, style);
    case 'html':
      return htmlDocument(report, style);
    case 'txt':
      return textDocument(report, style);
  }
}

export function pathOf({ unit, year, style }: DemoReport): string {
  const extension = style.format === 'html' ? style.extension : style.format;
  return `demo/${unit.district}/${unit.name}/${year}.${extension}`;
}

function csv(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const field = (value: string | number): string => {
    const text = String(value);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return new TextEncoder().encode(rows.map((row) => `${row.map(field).join(',')}\n`).join(''));
}

export function unitsCsv({ units }: City): Uint8Array {
  return csv([
    ['code', 'name', 'district', 'kind', 'order', 'former_names'],
    ...units.map((unit) => [unit.code, unit.name, unit.district, unit.kind, unit.order, unit.formerNames.join(';')])
  ]);
}

/** One row for each changed cell; rows of one mistake share its number. */
export function mistakesCsv({ mistakes }: City): Uint8Array {
  return csv([
    ['mistake', 'unit', 'year', 'cell', 'true', 'printed', 'kind', 'rule'],
    ...mistakes.flatMap(({ number, unit, year, kind, changes }) =>
      changes.map((change) => [
        number,
        unit.name,
        year,
        change.cell,
        change.true,
        change.printed,
        kind,
        change.rules.join(';')
      ])
    )
  ]);
}

export function filesOf(city: City): Map<string, Uint8Array> {
  return new Map([
    ['units.csv', unitsCsv(city)],
    ['demo/mistakes.csv', mistakesCsv(city)],
    ...city.reports.map((report): [string, Uint8Array] => [pathOf(report), documentOf(report)])
  ]);
}
