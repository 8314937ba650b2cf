import { expect, it } from 'vitest';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { namesTotal, ruleKind } from '../../../src/lib/checks/rule-kind.ts';
import { cellsOfLayout, LAYOUTS } from '../../../src/lib/form/form.ts';

/** How many sums a report has to satisfy: rows and columns of table 3, its balance, table 4's blocks, between years. */
it.each([
  ['2021', { 't2.stock': 2, 't3.row-sum': 25, 't3.handled-sum': 7, 't3.balance': 7, 't4.sum': 3, 'carry-over': 7 }],
  ['2019', { 't3.row-sum': 23, 't3.handled-sum': 7, 't3.balance': 7, 't4.sum': 3, 'carry-over': 7 }]
] as const)('layout %s has every identity once', (layout, expected) => {
  const counts: Record<string, number> = {};
  const asked = IDENTITIES.filter((identity) => identity.layouts.includes(layout));
  for (const { kind } of asked) counts[kind] = (counts[kind] ?? 0) + 1;
  expect(counts).toEqual(expected);
  expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
});

it.each(LAYOUTS)('every cell of tables 3 and 4 on layout %s stands in an identity of its own year', (layout) => {
  const held = new Set(
    IDENTITIES.filter((identity) => identity.layouts.includes(layout)).flatMap(({ terms }) =>
      terms.filter((term) => term.yearOffset === 0).map((term) => term.cell)
    )
  );
  const cells = cellsOfLayout(layout).filter(({ table }) => table !== 2);
  expect(cells.filter(({ id }) => !held.has(id))).toEqual([]);
});

it('the total of an identity is its last term, subtracted; its id starts with its kind', () => {
  for (const { id, kind, total, terms } of IDENTITIES) {
    expect(terms.at(-1)).toEqual({ cell: total, coefficient: -1, yearOffset: 0 });
    expect(ruleKind(id)).toBe(kind);
    // Of two sides that must be equal none is the other's sum.
    expect(namesTotal(id)).toBe(
      terms.filter(({ coefficient }) => coefficient === -1).length === 1 || kind === 't2.stock'
    );
  }
  expect(ruleKind('value.blank')).toBe('value.blank');
});
