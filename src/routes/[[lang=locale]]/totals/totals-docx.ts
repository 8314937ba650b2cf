import { formDocx } from '$lib/export/form-docx.ts';
import { m } from '$lib/paraglide/messages.js';
import type { DistrictTotals } from '$lib/review/district-totals.ts';
import { listText, numberText } from '$lib/words/number-words.ts';

/** The sums in the official tables, under a title, with what they are made of and what they lack. */
export function totalsDocx(
  totals: DistrictTotals,
  title: string,
  nameOf: (unit: string) => string
): Uint8Array<ArrayBuffer> {
  const { missing, faulty, unfilled } = totals;
  const faultyText = listText(
    faulty.map(({ unit, errors }) => m.totals_unit_errors({ unit: nameOf(unit), count: errors }))
  );
  const unfilledText = listText(
    unfilled.map(({ unit, cells }) => m.totals_unit_cells({ unit: nameOf(unit), count: cells }))
  );
  return formDocx({
    title,
    opening: [
      m.totals_docx_counted({ reports: totals.reports, units: totals.due }),
      ...(missing.length > 0 ? [m.totals_missing_units({ names: listText(missing.map(nameOf)) })] : []),
      ...(faulty.length > 0 ? [m.totals_docx_faulty({ units: faultyText }) + m.totals_faulty_note()] : []),
      ...(unfilled.length > 0 ? [m.totals_docx_unfilled({ units: unfilledText }) + m.totals_unfilled_note()] : []),
      ...(totals.broken.length > 0 ? [m.totals_docx_broken({ count: totals.broken.length })] : [])
    ],
    layout: totals.layout,
    captions: { 2: m.table_2_title(), 3: m.table_3_title(), 4: m.table_4_title() },
    textOf: (cell) => {
      const value = totals.values[cell] ?? null;
      return value === null ? '' : numberText(value);
    }
  });
}
