import type { FormCell } from '../report-paper.ts';
import { placed, type PaperCell } from '../paper.ts';
import { CAN_NEST } from '../write/writers.ts';
import { type Change, copyOf, forbid, idsOf, tablesOf } from './draft.ts';

export const TABLES: Readonly<Record<string, Change>> = {
  'table split': (draft) => {
    const tables = tablesOf(draft);
    const table = draft.random.pick(tables);
    if (table.length < 3) return false;
    const index = draft.random.integer(1, table.length - 1);
    const figures = new Set<PaperCell>(table.flat().filter(({ id }) => id !== undefined));
    const columns = placed(table).rows[index] ?? [];
    // A figure cut in two would stand twice, or lose its half.
    if (columns.some(({ cell, continued }) => continued && figures.has(cell))) return false;
    const rest = table.splice(index);
    const goesOn = draft.random.integer(0, 2);
    // As a page's end leaves what reaches over it, in its column: an empty cell, the words once more, or nothing.
    const first = columns.flatMap(({ cell, continued, rowsLeft }): FormCell[] => {
      if (!continued) return [cell];
      return goesOn < 2 ? [{ ...cell, text: goesOn === 0 ? '' : cell.text, rowSpan: rowsLeft }] : [];
    });
    rest[0]?.splice(0, rest[0].length, ...first);
    table.forEach((row, at) => {
      for (const cell of row) if (at + (cell.rowSpan ?? 1) > index) cell.rowSpan = index - at;
    });
    if (draft.random.chance(0.3))
      rest.unshift(...table.filter((row, at) => at < 3 && row.every(({ id }) => id === undefined)).map(copyOf));
    const at = draft.paper.blocks.indexOf(table);
    draft.paper.blocks.splice(at + 1, 0, ...draft.random.pick([[], ['— 3 —'], ['（续表）'], ['']]), rest);
    return true;
  },
  'table doubled': (draft) => {
    const table = draft.random.pick(tablesOf(draft));
    const copy = table.map(copyOf);
    for (const row of [...table, ...copy]) draft.uneven.add(row);
    if (draft.random.chance(0.6)) {
      const figures = copy.flat().filter(({ id, text }) => id !== undefined && /^\d+$/.test(text));
      if (figures.length === 0) return false;
      const figure = draft.random.pick(figures);
      figure.text = String(Number(figure.text) + draft.random.integer(1, 9));
      forbid(draft, idsOf([figure]));
    }
    draft.paper.blocks.splice(draft.paper.blocks.indexOf(table) + 1, 0, '', copy);
    return true;
  },
  'table dropped': (draft) => {
    const table = draft.random.pick(tablesOf(draft));
    const others = new Set(tablesOf(draft).flatMap((other) => (other === table ? [] : other.flatMap(idsOf))));
    if (table.flatMap(idsOf).some((id) => others.has(id))) return false;
    draft.paper.blocks = draft.paper.blocks.filter((block) => block !== table);
    return true;
  },
  'tables exchanged': (draft) => {
    const [one, other] = draft.random.shuffle(tablesOf(draft));
    if (!one || !other) return false;
    draft.paper.blocks = draft.paper.blocks.map((block) => (block === one ? other : block === other ? one : block));
    return true;
  },
  'tables joined': (draft) => {
    const [two, three] = tablesOf(draft);
    if (!two || !three) return false;
    two.push(...three);
    draft.paper.blocks = draft.paper.blocks.filter((block) => block !== three);
    return true;
  },
  'table in a table': (draft) => {
    const table = draft.random.pick(tablesOf(draft));
    if (!CAN_NEST.has(draft.format)) return false;
    draft.paper.blocks = draft.paper.blocks.map((block) => (block === table ? [[{ text: '', table }]] : block));
    return true;
  },
  'heading dropped': (draft) => {
    const headings = draft.paper.blocks.filter(
      (block) => typeof block === 'string' && /^[一二三四五六七八]、/.test(block)
    );
    if (headings.length === 0) return false;
    const heading = draft.random.pick(headings);
    draft.paper.blocks = draft.paper.blocks.filter((block) => block !== heading);
    return true;
  },
  'figures in a line': (draft) => {
    const line = draft.random.pick([
      '0 0 0 0 0 0 0',
      '规章 1 2 3',
      '总计 5',
      '行政许可 12',
      '一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3'
    ]);
    draft.paper.blocks.splice(draft.random.integer(1, draft.paper.blocks.length), 0, line);
    return true;
  }
};
