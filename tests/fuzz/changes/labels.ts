import { type Change, anyLabel, anyRow, between, forbid, idsOf, isDrawnByCells, rowsOf, tablesOf } from './draft.ts';

export const LABELS: Readonly<Record<string, Change>> = {
  'line break in a label': (draft) => {
    const label = anyLabel(draft);
    if (label) label.text = between(label.text, draft.random.pick(['\n', ' ', '\u3000', '\n\n']), draft.random);
    return label !== undefined;
  },
  'wrong sign in a label': (draft) => {
    const label = anyLabel(draft);
    if (!label) return false;
    const at = draft.random.integer(0, label.text.length - 1);
    const put = draft.random.pick(['', '某', '的', '1', '（', '一']);
    label.text = label.text.slice(0, at) + put + label.text.slice(at + 1);
    return true;
  },
  'label of another row': (draft) => {
    const rows = rowsOf(tablesOf(draft)).filter(({ first, cells }) => first > 0 && !draft.uneven.has(cells));
    if (rows.length < 2) return false;
    const [one, other] = [draft.random.pick(rows), draft.random.pick(rows)];
    const [own, foreign] = [one.cells[one.first - 1], other.cells[other.first - 1]];
    if (!own || !foreign || own.text === foreign.text) return false;
    own.text = foreign.text;
    draft.uneven.add(one.cells).add(other.cells);
    forbid(draft, idsOf(one.cells));
    return true;
  },
  'no label': (draft) => {
    const row = anyRow(draft);
    const label = row && row.first > 0 && !draft.uneven.has(row.cells) ? row.cells[row.first - 1] : undefined;
    if (label) label.text = '';
    return label !== undefined;
  },
  'label cell dropped': (draft) => {
    const row = anyRow(draft);
    if (!row || row.first === 0 || draft.uneven.has(row.cells) || !isDrawnByCells(draft)) return false;
    draft.uneven.add(row.cells);
    row.cells.splice(row.first - 1, 1);
    return true;
  },
  'numbering dropped': (draft) => {
    for (const table of tablesOf(draft))
      for (const row of table)
        for (const cell of row)
          if (cell.id === undefined) cell.text = cell.text.replace(/^（?[\d一二三四五六七]+）?[.、．]?/, '');
    return true;
  }
};
