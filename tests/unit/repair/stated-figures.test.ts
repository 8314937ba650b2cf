import { describe, expect, it } from 'vitest';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { findRepairs } from '../../../src/lib/checks/repair/find-repairs.ts';
import type { Repair } from '../../../src/lib/checks/repair/repair.ts';
import type { StatedFigure, YearCells } from '../../../src/lib/checks/repair/year-cells.ts';
import { repairMessage } from '../../../src/lib/words/repair-message.ts';
import { report } from './sound-cells.ts';

/** The row says 203 + 14 = 214: a person too many, or a total and two columns' sums too few. */
const wrongRow = { 't4.review.upheld': 3, 't4.review.corrected': 2, 't4.review.total': 4 };

function stating(claim: string, value: number, sentence = `全年共${value}件。`): StatedFigure {
  return { claim, value, raw: `${value}件`, sentence, start: sentence.indexOf(`${value}件`) };
}

function repairs(wrong: Record<string, number | null>, stated: readonly StatedFigure[]): readonly Repair[] {
  return findRepairs([{ ...report(wrong), stated } satisfies YearCells], IDENTITIES).repairs;
}

const setOf = ({ changes }: Repair): string => changes.map(({ cell, to }) => `${cell}=${to}`).join();
const sets = (found: readonly Repair[]): string[] => found.map(setOf);

describe('a figure that the text states', () => {
  it('puts the repair first that makes the cell say the same, with the words as a reason', () => {
    const silent = repairs(wrongRow, []);
    const place = sets(silent).indexOf('t4.review.total=5');
    const [first] = repairs(wrongRow, [
      stating('review', 5, '2022年，发生行政复议案件5件，均已审结，没有被纠正的情形。')
    ]);
    expect(first && setOf(first)).toBe('t4.review.total=5');
    expect(first?.reasons.at(-1)).toMatchObject({
      kind: 'text-states',
      cells: [{ year: 2022, cell: 't4.review.total' }]
    });
    expect(first && repairMessage(first)).toContain(
      '表四“行政复议”总计列：改后与正文一致，正文写的是“2022年，发生行政复议案件5件，均已审结'
    );
    expect(place).toBeGreaterThanOrEqual(0);
  });

  it('speaks against a repair after which table and text no longer agree', () => {
    const found = repairs(wrongRow, [stating('review', 4)]);
    expect(found[0] && setOf(found[0])).not.toBe('t4.review.total=5');
    expect(sets(found)).toContain('t4.review.total=5');
    expect(found.every(({ reasons }) => reasons.every(({ kind }) => kind !== 'text-states'))).toBe(true);
  });

  it('changes the order of the sets, and never which there are or how large', () => {
    const silent = sets(repairs(wrongRow, []));
    for (const stated of [
      [],
      [stating('review', 4)],
      [stating('review', 5)],
      [stating('review', 5), stating('suit', 7)]
    ]) {
      expect(sets(repairs(wrongRow, stated)).sort()).toEqual([...silent].sort());
    }
  });

  it('may count what was carried in as well', () => {
    // Requests new and carried in are 214 + 3; the total of the new ones was typed as 241.
    const wrong = { 't3.new.total': 241 };
    const [first] = repairs(wrong, [stating('received', 217)]);
    expect(first?.reasons.map(({ kind }) => kind)).toEqual(['digits-swapped', 'text-states']);
    const [other] = repairs(wrong, [stating('new', 217)]);
    expect(other?.reasons.map(({ kind }) => kind)).toEqual(['digits-swapped', 'text-differs']);
  });

  it('is one witness however often the text says it, and none when it is about two years', () => {
    const [first] = repairs({ 't3.new.total': 241 }, [
      stating('new', 214),
      stating('new', 214, '新收214件'),
      stating('new-change', 214)
    ]);
    expect(first?.reasons.filter(({ kind }) => kind === 'text-states')).toHaveLength(1);
  });

  it('is quoted round its place in a long sentence', () => {
    const sentence = `${'为做好政务公开工作，'.repeat(6)}新收申请214件，${'依法依规办理，'.repeat(6)}`;
    const [first] = repairs({ 't3.new.total': 241 }, [stating('new', 214, sentence)]);
    const quote = String(first?.reasons.at(-1)?.values.quote);
    expect(quote).toMatch(/^….*新收申请214件.*…$/);
    expect(quote.length).toBeLessThan(50);
  });
});
