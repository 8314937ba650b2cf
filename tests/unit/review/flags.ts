import type { UnitRepairs } from '../../../src/lib/checks/repair/repairs-for-reports.ts';
import type { Flag } from '../../../src/lib/checks/rule.ts';
import type { MarkOf, ReviewMark } from '../../../src/lib/review/mark.ts';

/** A row sum that says 161 where 116 is due. */
export function rowSumFlag(change: Partial<Flag> = {}): Flag {
  const columns = ['person', 'company', 'research', 'charity', 'legal', 'other', 'total'];
  return {
    rule: 't3.row-sum.granted',
    severity: 'error',
    verdict: 'violated',
    unit: 'U1',
    year: 2025,
    cells: columns.map((column) => `t3.granted.${column}`),
    expected: 116,
    actual: 161,
    difference: 45,
    values: {},
    ...change
  };
}

/** The column's sum that the same figure breaks. */
export function columnSumFlag(): Flag {
  return rowSumFlag({
    rule: 't3.handled-sum.total',
    cells: ['t3.granted.total', 't3.partial.total', 't3.handled.total'],
    expected: 206,
    actual: 161,
    difference: -45
  });
}

export function textFlag(change: Partial<Flag> = {}): Flag {
  const figures = { cells: ['t3.new.total'], expected: 7, actual: 9, difference: 2 };
  return rowSumFlag({ rule: 'text.new', severity: 'warning', ...figures, ...change });
}

/** 161 to 116, the digits exchanged. */
export function swapRepair(change: Partial<UnitRepairs> = {}): UnitRepairs {
  const place = { year: 2025, cell: 't3.granted.total' };
  const repair = {
    year: 2025,
    rank: 1,
    changes: [{ ...place, from: 161, to: 116 }],
    reasons: [{ kind: 'digits-swapped' as const, cells: [place], values: { from: 161, to: 116 } }]
  };
  return { unit: 'U1', years: [2025], repairs: [repair], complete: true, unsettled: [], ...change };
}

/** Marks by rule. */
export function marksOf(marks: Readonly<Record<string, ReviewMark['kind']>>): MarkOf {
  return ({ rule }) => {
    const kind = marks[rule];
    return kind ? { kind, note: '' } : null;
  };
}
