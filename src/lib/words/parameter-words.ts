import { m } from '../paraglide/messages.js';
import { ALL } from '../selection/fields.ts';
import type { Problem } from '../selection/selection.ts';

/** A choice of the link by the name that its control bears on the page. */
const NAMES: Readonly<Record<string, () => string>> = {
  year: m.filter_year,
  district: m.filter_district,
  kind: m.filter_kind,
  unit: m.column_unit_name,
  rule: m.column_rule,
  severity: m.filter_severity,
  mark: m.mark_label,
  across: m.compare_across,
  measure: m.overview_column_measure,
  set: m.compare_set,
  search: m.search_unit,
  show: m.compare_show,
  order: m.rank_order,
  minimum: m.rank_minimum,
  list: m.letter_which,
  shape: m.letter_shape
};

/** 年度“1066”改为“2025”. What is shown instead is named where a person would call it so; the controls show it anyway. */
export function problemWords({ parameter, raw, fallback }: Problem): string {
  const name = NAMES[parameter]?.() ?? parameter;
  const shown = fallback === ALL ? m.filter_all() : /^\d+$/.test(fallback) ? fallback : null;
  return shown === null ? m.problem_name({ name, raw }) : m.problem_item({ name, raw, fallback: shown });
}
