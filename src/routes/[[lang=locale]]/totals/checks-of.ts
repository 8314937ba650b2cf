import { flagKey } from '$lib/queries/checks.ts';
import type { ErrorCells } from '$lib/queries/list-error-cells.ts';
import { pageLink } from '../pages.ts';

/** Where open errors are shown: the one flag itself, the one unit's, else those of the year and district. */
export function checksOf(
  errors: readonly ErrorCells[],
  { year, district }: { readonly year: number; readonly district: string | null }
): string {
  const units = new Set(errors.map(({ unit }) => unit));
  const [first] = errors;
  if (!first || units.size > 1) return pageLink('checks', { year, district, severity: 'error' });
  return pageLink('checks', { year, unit: first.unit, severity: 'error', flag: flagKey(first) });
}
