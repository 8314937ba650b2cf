import type { FormCell } from '../report-paper.ts';
import {
  type Change,
  type Row,
  anyRow,
  forbid,
  idsOf,
  isLeaf,
  leafOf,
  rowsOf,
  stretchAbove,
  tablesOf
} from './draft.ts';

const exchange = (one: Row, other: Row, from: (row: Row) => number): void => {
  const [first, second] = [one.cells.splice(from(one)), other.cells.splice(from(other))];
  one.cells.push(...second);
  other.cells.push(...first);
};
const widthOf = (row: Row): number => row.cells.slice(row.own).reduce((sum, cell) => sum + (cell.columnSpan ?? 1), 0);

export const ROWS: Readonly<Record<string, Change>> = {
  'row dropped': (draft) => {
    const rows = rowsOf(tablesOf(draft)).filter(
      ({ cells, first }) => !draft.uneven.has(cells) && cells.slice(0, first).every(({ rowSpan = 1 }) => rowSpan === 1)
    );
    if (rows.length === 0) return false;
    const row = draft.random.pick(rows);
    stretchAbove(row, -1);
    row.table.splice(row.index, 1);
    return true;
  },
  'row doubled': (draft) => {
    const rows = rowsOf(tablesOf(draft)).filter(isLeaf);
    if (rows.length === 0) return false;
    const row = draft.random.pick(rows);
    const copy = leafOf(row);
    if (draft.random.chance(0.6)) {
      const figure = draft.random.pick(copy.filter(({ id }) => id !== undefined));
      figure.text = String(Number(figure.text.replace(/\D/g, '')) + draft.random.integer(1, 20));
      forbid(draft, idsOf([figure]));
    }
    stretchAbove(row);
    row.table.splice(row.index + 1, 0, copy);
    draft.uneven.add(row.cells).add(copy);
    return true;
  },
  'rows exchanged': (draft) => {
    const rows = rowsOf(tablesOf(draft)).filter(isLeaf);
    if (rows.length < 2) return false;
    const one = draft.random.pick(rows);
    if (draft.uneven.has(one.cells)) return false;
    const same = rows.filter(
      (other) =>
        other.index !== one.index &&
        other.table === one.table &&
        !draft.uneven.has(other.cells) &&
        widthOf(other) === widthOf(one)
    );
    if (same.length === 0) return false;
    exchange(one, draft.random.pick(same), ({ own }) => own);
    return true;
  },
  'foreign row': (draft) => {
    const row = anyRow(draft);
    if (!row || row.first === 0) return false;
    const copy = leafOf(row);
    const words = [
      '备注',
      '其中：网上申请',
      '合计',
      '小计',
      '填表人：张三',
      '',
      '8.另行处理',
      '（八）补充',
      '其中：现行有效',
      '（注：以上为件数）'
    ];
    const kind = draft.random.integer(0, 2);
    copy.forEach((cell, index) => {
      cell.text =
        index === 0
          ? draft.random.pick(words)
          : kind === 0
            ? ''
            : kind === 1
              ? '0'
              : String(draft.random.integer(1, 99));
      delete cell.id;
    });
    stretchAbove(row);
    row.table.splice(row.index + 1, 0, copy);
    return true;
  },
  'empty row': (draft) => {
    const row = anyRow(draft);
    if (!row) return false;
    stretchAbove(row);
    const copy = leafOf(row).map((cell): FormCell => ({
      text: '',
      ...(cell.columnSpan === undefined ? {} : { columnSpan: cell.columnSpan })
    }));
    row.table.splice(row.index + 1, 0, copy);
    return true;
  },
  'figures in the row below': (draft) => {
    const row = anyRow(draft);
    if (!row || row.first === 0 || draft.uneven.has(row.cells)) return false;
    draft.uneven.add(row.cells);
    const below = leafOf(row).map((cell, index): FormCell => (index === 0 ? { ...cell, text: '' } : cell));
    for (const cell of row.cells) if (cell.id !== undefined) [cell.text, cell.id] = ['', undefined];
    stretchAbove(row);
    row.table.splice(row.index + 1, 0, below);
    // Under a label and blanks stand figures without a label: blank is what the row itself says.
    for (const id of idsOf(below)) draft.truth.get(id)?.add(null);
    return true;
  }
};
