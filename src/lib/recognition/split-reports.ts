import type { Item } from './stream.ts';
import { isUnitLine, titleOfLine, type Title } from './title.ts';
import type { FoundRow } from './found-row.ts';

/**
 * Where in the reading order each report of a document begins. A new one begins with a title of another unit or year
 * between rows, or where table 2 comes again after tables 3 or 4, at the title or first section before
 * it. A title repeated at the head of each page begins nothing.
 */
export function reportStarts(items: readonly Item[], rows: readonly FoundRow[]): number[] {
  const starts = [0];
  const titles = titlesOf(items);
  for (const [index, { order, title }] of titles.entries()) {
    const end = titles[index + 1]?.order ?? Infinity;
    const before = keysBetween(rows, starts.at(-1) ?? 0, order);
    const after = keysBetween(rows, order, end);
    if (before.size > 0 && after.size > 0 && differs(titles[index - 1]?.title, title))
      starts.push(withUnitLine(items, order));
  }
  let previous: FoundRow | undefined;
  for (const row of rows) {
    const from = previous?.row.order ?? 0;
    const to = row.row.order;
    if (row.table === 2 && previous && previous.table !== 2 && !starts.some((start) => start > from && start <= to)) {
      const head = items.find((item) => item.order > from && item.order < to && isHead(item));
      if (head) starts.push(withUnitLine(items, head.order));
    }
    previous = row;
  }
  return starts.sort((one, other) => one - other);
}

function titlesOf(items: readonly Item[]): { order: number; title: Title }[] {
  return items.flatMap((item) => {
    const title = item.kind === 'line' ? titleOfLine(item.text) : null;
    return title && (title.year !== null || (title.years.length === 0 && title.unit !== null))
      ? [{ order: item.order, title }]
      : [];
  });
}

function differs(one: Title | undefined, other: Title): boolean {
  if (!one) return true;
  if (one.year !== null && other.year !== null && one.year !== other.year) return true;
  // 小沙街道 and 小沙街道办事处 are one unit.
  return one.unit !== null && other.unit !== null && !one.unit.includes(other.unit) && !other.unit.includes(one.unit);
}

function keysBetween(rows: readonly FoundRow[], from: number, to: number): Set<string> {
  return new Set(
    rows.filter(({ row }) => row.order >= from && row.order < to).map(({ table, key }) => `${String(table)} ${key}`)
  );
}

function isHead(item: Item): boolean {
  return item.kind === 'line' && (item.section === 'overview' || titleOfLine(item.text) !== null);
}

/** The unit's name may stand on the line above the title. */
function withUnitLine(items: readonly Item[], order: number): number {
  const above = items.filter((item) => item.order < order && !(item.kind === 'line' && item.text.trim() === '')).at(-1);
  return above?.kind === 'line' && isUnitLine(above.text) ? above.order : order;
}
