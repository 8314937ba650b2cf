import { namesTotal } from '$lib/checks/rule-kind.ts';
import { tableCsv } from '$lib/export/table-csv.ts';
import { m } from '$lib/paraglide/messages.js';
import type { ListedFlag } from '$lib/queries/list-flags.ts';
import type { Catalogue } from '$lib/selection/catalogue.ts';
import type { MarkOf } from '$lib/review/mark.ts';
import { placeOfCell } from '$lib/words/cell-name.ts';
import { flagMessage } from '$lib/words/flag-message.ts';
import { markName } from '$lib/words/mark-name.ts';
import { listText } from '$lib/words/number-words.ts';
import { ruleName } from '$lib/words/rule-name.ts';
import { severityName } from '$lib/words/severity-name.ts';

/** One row a flag: where, what stands there, what should where that is one cell's, in the clerk's words and with the stable ids. */
export function flagsCsv(flags: readonly ListedFlag[], units: Catalogue['units'], markOf: MarkOf): string {
  const names = new Map(units.map((unit) => [unit.code, unit]));
  return tableCsv<ListedFlag>(
    [
      { label: m.column_unit_code(), value: (flag) => flag.unit },
      { label: m.column_unit_name(), value: (flag) => names.get(flag.unit)?.name ?? '' },
      { label: m.column_district(), value: (flag) => names.get(flag.unit)?.district ?? '' },
      { label: m.column_year(), value: (flag) => flag.year },
      { label: m.filter_severity(), value: (flag) => severityName(flag.severity) },
      {
        label: m.column_verdict(),
        value: (flag) => (flag.verdict === 'violated' ? m.verdict_violated() : m.verdict_not_checkable())
      },
      { label: m.column_rule(), value: (flag) => ruleName(flag.rule) },
      { label: m.column_rule_id(), value: (flag) => flag.rule },
      { label: m.column_cells(), value: (flag) => listText(flag.cells.map(placeOfCell)) },
      { label: m.column_cell_ids(), value: (flag) => flag.cells.join(' ') },
      { label: m.column_actual(), value: (flag) => (namesTotal(flag.rule) ? flag.actual : null) },
      { label: m.column_expected(), value: (flag) => (namesTotal(flag.rule) ? flag.expected : null) },
      { label: m.column_difference(), value: (flag) => flag.difference },
      { label: m.column_message(), value: (flag) => flagMessage(flag) },
      { label: m.mark_label(), value: (flag) => markName(markOf(flag)?.kind ?? 'none') },
      { label: m.mark_column_note(), value: (flag) => markOf(flag)?.note ?? '' }
    ],
    flags
  );
}
