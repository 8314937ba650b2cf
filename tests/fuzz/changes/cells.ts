import { type Change, anyEvenFigure, forbid, isDrawnByCells } from './draft.ts';

/** Plain text has no cells over several columns or rows: there a merged cell is one that was emptied. */
export const CELLS: Readonly<Record<string, Change>> = {
  'cell dropped': (draft) => {
    const found = anyEvenFigure(draft);
    if (!found || !isDrawnByCells(draft)) return false;
    found.cells.splice(found.at, 1);
    return true;
  },
  'cell doubled': (draft) => {
    const found = anyEvenFigure(draft);
    found?.cells.splice(found.at, 0, { ...found.cell });
    return found !== undefined;
  },
  'foreign cell': (draft) => {
    const found = anyEvenFigure(draft);
    const text = draft.random.pick(['', '7', '0', '件', '备注']);
    found?.cells.splice(found.at + draft.random.integer(0, 1), 0, { text });
    return found !== undefined;
  },
  'cells merged sideways': (draft) => {
    const found = draft.format === 'txt' ? undefined : anyEvenFigure(draft);
    const next = found?.cells[found.at + 1];
    if (!found || next?.id === undefined) return false;
    const { cell } = found;
    cell.columnSpan = (cell.columnSpan ?? 1) + (next.columnSpan ?? 1);
    if (draft.random.chance(0.5) && next.text !== '') {
      cell.text = cell.text === '' ? next.text : `${cell.text}\n${next.text}`;
      forbid(draft, [found.id]);
    }
    found.cells.splice(found.at + 1, 1);
    forbid(draft, [next.id]);
    return true;
  },
  'cells merged downwards': (draft) => {
    const found = draft.format === 'txt' ? undefined : anyEvenFigure(draft);
    const below = found?.table[found.index + 1];
    if (!found || !below || draft.uneven.has(below)) return false;
    const at = below.length - (found.cells.length - found.at);
    const under = below[at];
    if (under?.id === undefined || (under.columnSpan ?? 1) !== (found.cell.columnSpan ?? 1)) return false;
    found.cell.rowSpan = 2;
    below.splice(at, 1);
    draft.uneven.add(below);
    forbid(draft, [under.id]);
    return true;
  },
  'row in one cell': (draft) => {
    const found = draft.format === 'txt' ? undefined : anyEvenFigure(draft);
    if (!found || found.cells.length - found.first < 2) return false;
    const figures = found.cells.splice(found.first);
    const columnSpan = figures.reduce((sum, cell) => sum + (cell.columnSpan ?? 1), 0);
    const text = figures.map((cell) => cell.text).join(draft.random.pick([' ', '\n', '', '/']));
    found.cells.push({ text, columnSpan });
    return true;
  },
  'figures moved by a cell': (draft) => {
    const found = anyEvenFigure(draft);
    if (!found) return false;
    const figures = found.cells.slice(found.at).filter(({ id }) => id !== undefined);
    // What stands in a table inside the cell would stay.
    if (figures.some(({ table }) => table !== undefined)) return false;
    // The document says so itself: what stands under a column is its figure.
    figures.forEach((cell, index) => {
      const next = figures[index + 1];
      cell.text = next?.text ?? '';
      const moved = next?.id === undefined ? new Set([null]) : draft.truth.get(next.id);
      if (cell.id !== undefined) draft.truth.set(cell.id, new Set(moved));
    });
    return true;
  }
};
