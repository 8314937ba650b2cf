import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import en from '../../../messages/en.json' with { type: 'json' };
import zh from '../../../messages/zh-CN.json' with { type: 'json' };
import type { Database } from '../../../src/lib/database/database.ts';
import { load } from '../../../src/lib/database/load-reports.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { createTables } from '../../../src/lib/database/schema.ts';
import { ALL_CELLS, FORMS, isOnLayout } from '../../../src/lib/form/form.ts';
import { comparableBetween, formsOf } from '../../../src/lib/measures/measure.ts';
import { MEASURES, measureOf } from '../../../src/lib/measures/measures.ts';
import { measureIdSchema, measureSlots } from '../../../src/lib/measures/slots.ts';
import { loadedReport, sampleReport, UNITS } from '../database/sample-reports.ts';

/** A city's own published table, rows in part. */
const CITY = {
  't3.new.person': 3001,
  't3.new.company': 53,
  't3.new.legal': 61,
  't3.new.other': 4,
  't3.new.total': 3119,
  't3.carried-in.total': 34,
  't3.granted.total': 1362,
  't3.partial.total': 454,
  't3.denied-law.total': 31,
  't3.denied-inquiry.total': 147,
  't3.unavailable-not-held.total': 781,
  't3.rejected-complaint.total': 88,
  't3.closed-no-correction.total': 71,
  't3.closed-unpaid.total': 6,
  't3.closed-other.total': 110,
  't3.handled.total': 3050,
  't3.carried-out.total': 103,
  't4.review.corrected': 64,
  't4.review.pending': 37,
  't4.review.total': 351,
  't4.suit.corrected': 4,
  't4.suit.pending': 1,
  't4.suit.total': 26,
  't4.suit-after-review.corrected': 1,
  't4.suit-after-review.pending': 6,
  't4.suit-after-review.total': 20,
  't2.normative.issued': 8,
  't2.normative.in-force': 66,
  't2.rules.in-force': 11,
  't2.fees.amount': 96171.6
};

let database: Database;
beforeAll(async () => {
  database = await openNative();
  await createTables(database);
  await load(database, {
    units: UNITS,
    documents: [],
    reports: [
      loadedReport('A01', 2024, sampleReport('2021', CITY)),
      loadedReport(
        'A01',
        2019,
        sampleReport('2019', {
          't3.closed.total': 5,
          't2.normative.made': 2,
          't2.fees.items-before': 4,
          't2.fees.items-change': -1
        })
      ),
      loadedReport('A01', 2022, sampleReport('2021-closed-once', { 't3.closed.total': 6 })),
      loadedReport(
        'A01',
        2023,
        sampleReport('2021', {
          't3.denied-law.total': null,
          't3.handled.total': 10,
          't3.closed-unpaid.total': undefined
        })
      ),
      // The superseded form, used two years too long.
      loadedReport('A02', 2022, sampleReport('2019', { 't2.normative.made': 9, 't2.licensing.decisions': 7 })),
      loadedReport('A02', 2024, sampleReport('2021', { 't3.granted.total': 1, 't3.handled.total': 4 })),
      loadedReport('B01', 2024, sampleReport('2021', { 't3.granted.total': null, 't3.handled.total': 1000 }))
    ]
  });
});
afterAll(() => database.close());

async function valueOf(measure: string, unit: string, year: number): Promise<unknown> {
  const { value } = measureSlots(measure);
  const rows = await database.query(`SELECT ${value.text} AS value FROM report WHERE unit = ? AND year = ?`, [
    unit,
    year
  ]);
  return rows[0]?.value;
}

describe('measures of one report', () => {
  it.each([
    ['new', 3119],
    ['new-person', 3001],
    ['new-organisation', 118],
    ['denied', 178],
    ['unavailable', 781],
    ['rejected', 88],
    ['closed', 187],
    ['suits', 46],
    ['suits-lost', 5],
    ['fees-amount', 96171.6],
    ['normative-in-force', 66],
    ['rules-in-force', 11],
    ['disclosure-rate', (1362 + 454) / 3050],
    ['granted-rate', 1362 / 3050],
    ['denied-rate', 178 / 3050],
    ['unavailable-rate', 781 / 3050],
    ['carried-over-rate', 103 / (3119 + 34)],
    ['completion-rate', 3050 / (3119 + 34)],
    ['review-corrected-rate', 64 / (351 - 37)],
    ['suits-lost-rate', 5 / (46 - 7)],
    ['dispute-rate', (351 + 46) / 3050]
  ])('%s', async (id, expected) => expect(await valueOf(id, 'A01', 2024)).toBe(expected));

  it('（六） is three rows, or the one row that is printed', async () => {
    expect(await valueOf('closed', 'A01', 2019)).toBe(5);
    expect(await valueOf('closed', 'A01', 2022)).toBe(6);
  });

  it('a blank or missing cell makes the measure unknown, never 0', async () => {
    expect(await valueOf('denied', 'A01', 2023)).toBeNull();
    expect(await valueOf('denied-rate', 'A01', 2023)).toBeNull();
    expect(await valueOf('closed', 'A01', 2023)).toBeNull();
    expect(await valueOf('granted-rate', 'A01', 2023)).toBe(0);
  });

  it('a rate over nothing is no rate', async () => {
    expect(await valueOf('disclosure-rate', 'A01', 2022)).toBeNull();
    expect(await valueOf('suits-lost-rate', 'A01', 2022)).toBeNull();
  });

  it('what each form defines otherwise counts on its own form only', async () => {
    expect(await valueOf('normative-issued', 'A01', 2019)).toBe(2);
    expect(await valueOf('normative-issued', 'A01', 2024)).toBe(8);
    expect(await valueOf('normative-issued', 'A02', 2022)).toBeNull();
    expect(await valueOf('licensing-decisions', 'A02', 2022)).toBe(7);
    expect(await valueOf('fees-items', 'A01', 2019)).toBe(3);
    expect(await valueOf('fees-items', 'A01', 2024)).toBeNull();
  });
});

describe('totals of a group', () => {
  const totals = async (id: string, year: number): Promise<unknown> => {
    const { total, numerator, denominator } = measureSlots(id);
    const [row] = await database.query(
      `SELECT ${total.text} AS total, sum(${numerator.text}) AS above, sum(${denominator.text}) AS below FROM report WHERE year = ?`,
      [year]
    );
    return row;
  };

  it('a rate is the sums’ quotient, over the reports whose both figures are known', async () => {
    expect(await totals('granted-rate', 2024)).toEqual({ total: 1363 / 3054, above: 1363, below: 3054 });
  });

  it('a count is a sum of what is known; nothing known is not 0', async () => {
    expect(await totals('granted', 2024)).toEqual({ total: 1363, above: 1363, below: null });
    expect(await totals('denied', 2023)).toEqual({ total: null, above: null, below: null });
  });
});

describe('every measure', () => {
  it.each(MEASURES.map((measure) => measure.id))('%s has a name and a definition in both languages', (id) => {
    const key = `measure_${id.replaceAll('-', '_')}`;
    for (const messages of [zh, en]) {
      const words = new Map(Object.entries(messages));
      expect(words.get(key)).toMatch(/\S/);
      expect(words.get(`${key}_definition`)).toMatch(/\S/);
    }
  });

  it('is found by its id, and no other id is', () => {
    expect(new Set(MEASURES.map(({ id }) => id)).size).toBe(MEASURES.length);
    expect(measureIdSchema.safeParse('closed').success).toBe(true);
    expect(measureIdSchema.safeParse('closed"').success).toBe(false);
    expect(() => measureOf('toString')).toThrow('no such measure');
  });

  it('has a number on a full report of exactly the forms that it is said to be on', async () => {
    for (const measure of MEASURES) {
      for (const [form, year] of [
        ['2019', 2019],
        ['2021', 2024]
      ] as const) {
        const columns = FORMS[form].cells.map(
          (cell, index) => `${cell.id.endsWith('pending') ? 0 : index + 1}::DOUBLE AS "${cell.id}"`
        );
        const absent = ALL_CELLS.filter(({ id }) => !isOnLayout(id, form)).map(({ id }) => `NULL::DOUBLE AS "${id}"`);
        const [row] = await database.query(
          `SELECT ${measure.value.text} AS value FROM (SELECT '${form}' AS form, '${form}' AS layout, ${year} AS year, ${[...columns, ...absent].join(', ')})`
        );
        expect(row?.value !== null, `${measure.id} on ${form}`).toBe(formsOf(measure, year).includes(form));
      }
    }
  });

  it('is compared across 2021 only when both forms count the same', () => {
    expect(comparableBetween(measureOf('closed'), 2020, 2021)).toBe(true);
    expect(comparableBetween(measureOf('normative-in-force'), 2020, 2021)).toBe(false);
    expect(comparableBetween(measureOf('normative-in-force'), 2021, 2022)).toBe(true);
    expect(comparableBetween(measureOf('fees-amount'), 2020, 2021)).toBe(false);
  });
});
