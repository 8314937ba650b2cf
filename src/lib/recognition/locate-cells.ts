import type { DocumentContent } from '../documents/block.ts';
import type { CellId } from '../form/form.ts';
import type { Place } from '../report/place.ts';
import { idsOf } from './fill-cells.ts';
import { takeCells } from './row-cells.ts';
import { entriesOf } from './rows.ts';
import { reportStarts } from './split-reports.ts';
import { itemsOf } from './stream.ts';
import { walk } from './walk.ts';

export interface CellSite {
  readonly place: Place;
  /** The cell's text; null when only its row is known, because the row was refused. */
  readonly text: string | null;
}

/**
 * Where each cell of the form stands in a document, one map a report, in the order in which `recognise` gives them. A
 * cell whose row was not found has no entry.
 */
export function locateCells({ blocks }: DocumentContent): Map<CellId, CellSite>[] {
  const items = itemsOf(entriesOf(blocks));
  const { rows } = walk(items);
  const taken = takeCells(rows);
  const starts = reportStarts(items, rows);
  return starts.map((start, index) => {
    const sites = new Map<CellId, CellSite>();
    for (const found of rows) {
      if (found.row.order < start || found.row.order >= (starts[index + 1] ?? Infinity)) continue;
      const cells = taken.get(found)?.cells;
      for (const [position, id] of idsOf(found).entries()) {
        if (sites.has(id)) continue;
        const cell = cells?.[position];
        sites.set(id, cell ? { place: cell.place, text: cell.text } : { place: found.place, text: null });
      }
    }
    return sites;
  });
}
