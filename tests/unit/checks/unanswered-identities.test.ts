import { expect, it } from 'vitest';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { unansweredIdentities, type ReadReport } from '../../../src/lib/checks/unanswered-identities.ts';
import { cellsOfLayout } from '../../../src/lib/form/form.ts';

/** Every cell says 0 but those of a table or row, which hold nothing. */
function reportOf(year: number, empty: string, absent: ReadReport['absent'] = {}): ReadReport {
  const ids = cellsOfLayout('2021').map(({ id }) => id);
  const cells = Object.fromEntries(ids.map((id) => [id, id.startsWith(empty) ? null : 0]));
  return { unit: 'A01', year, layout: '2021', cells, absent };
}

it('a row of blanks leaves its own sum unanswered, and no other', () => {
  expect(unansweredIdentities([reportOf(2023, 't3.granted.')])).toMatchObject([
    {
      rule: 't3.row-sum.granted',
      verdict: 'not-checkable',
      severity: 'info',
      year: 2023,
      values: { blanks: 7, suggestion: 'blank-as-zero' }
    }
  ]);
});

it('two reports of blanks leave every identity unanswered, between their years too', () => {
  const flags = unansweredIdentities([reportOf(2022, 't'), reportOf(2023, 't')]);
  const asked = IDENTITIES.filter(({ layouts }) => layouts.includes('2021'));
  expect(flags.filter(({ year }) => year === 2023).map(({ rule }) => rule)).toEqual(asked.map(({ id }) => id));
  const within = asked.filter(({ terms }) => terms.every(({ yearOffset }) => yearOffset === 0));
  expect(flags.filter(({ year }) => year === 2022).map(({ rule }) => rule)).toEqual(within.map(({ id }) => id));
});

it('what was not found is not said to be blank', () => {
  const lost = Object.fromEntries(cellsOfLayout('2021').map(({ id }) => [id, 'missing' as const]));
  const flags = unansweredIdentities([reportOf(2023, 't4.', lost)]);
  expect(flags.map(({ rule }) => rule)).toEqual(['t4.sum.review', 't4.sum.suit', 't4.sum.suit-after-review']);
  expect(flags[0]?.values).toEqual({
    blanks: 5,
    empty: ['upheld', 'corrected', 'other', 'pending', 'total'].map((column) => `t4.review.${column}`).join(' '),
    emptyBefore: '',
    reason: 'unread'
  });
});

it('a column’s carry-over that the total tells of is unanswered, the total’s is flagged', () => {
  const flags = unansweredIdentities([reportOf(2022, 't3.carried-out.'), reportOf(2023, 'none')]);
  const columns = ['person', 'company', 'research', 'charity', 'legal', 'other'];
  const between = flags.filter(({ year }) => year === 2023);
  expect(between.map(({ rule }) => rule)).toEqual(columns.map((column) => `carry-over.${column}`));
  expect(between[0]).toMatchObject({ actual: 0, values: { blanks: 1, emptyBefore: 't3.carried-out.person' } });
});

it('a report of zeros answers everything', () => {
  expect(unansweredIdentities([reportOf(2022, 'none'), reportOf(2023, 'none')])).toEqual([]);
});
