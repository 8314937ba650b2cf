import { describe, expect, test } from 'vitest';
import { createResolver } from '../../../src/lib/database/resolve-units.ts';
import {
  certainUnit,
  namesInUse,
  registerOfNames,
  registerWith
} from '../../../src/lib/imports/register-of-imports.ts';
import { KeptRecords } from '../../../src/lib/imports/kept-records.svelte.ts';
import { Placing } from '../../../src/lib/imports/placing.svelte.ts';
import { NOTHING_PUBLISHED } from '../../../src/lib/imports/published-side.ts';
import { MemoryStorage } from '../../../src/lib/imports/memory-storage.ts';
import { byReport, NO_RECORDS, type ImportedDocument } from '../../../src/lib/imports/stored.ts';
import type { Unit } from '../../../src/lib/report/unit.ts';
import { sampleDocument, sampleReport, UNITS } from './samples.ts';

const AT = '2026-02-01T00:00:00.000Z';
const one = (number: number, unit: string | null, year = 2024): ImportedDocument =>
  sampleDocument(number, [sampleReport(unit, year)]).document;
const own = (name: string, district: string, code = name): Unit => {
  return { code, name, district, kind: '街道', order: 1, formerNames: [] };
};

describe('a register that was given', () => {
  test('stands in its own order, the person’s units behind it', () => {
    const [first, second, third] = UNITS as readonly [Unit, Unit, Unit];
    expect(registerWith([third, first], [second]).map(({ code }) => code)).toEqual(['A1', 'B1', 'A2']);
  });

  test('counts where a person’s unit has the same code', () => {
    expect(registerWith(UNITS, [own('别的街道', '—', 'A1')])).toEqual(UNITS);
  });
});

describe('a register of names', () => {
  const codes = (names: readonly string[], added: readonly Unit[] = []) =>
    registerOfNames(names, added).map(({ code }) => code);

  test('ways to write a name are one unit', () => {
    expect(codes(['云川街道', '东湖区云川街道', '云川街道办事处', '石桥镇'])).toEqual(['云川街道', '石桥镇']);
  });

  test('a unit that a person added keeps its code and district and takes the ways to write its name', () => {
    const [unit] = registerOfNames(['云川街道办事处', '云川街道'], [own('云川街道', '东湖区', '云川街道-2')]);
    expect(unit).toMatchObject({ code: '云川街道-2', district: '东湖区', formerNames: ['云川街道办事处'] });
    expect(certainUnit('云川街道', createResolver(unit ? [unit] : []))).toBe('云川街道-2');
  });

  test('two units of one name that a person added: nobody but the person can say', () => {
    const register = registerOfNames(['城关镇'], [own('城关镇', '东湖区', 'E'), own('城关镇', '西岭区', 'W')]);
    expect(register.map(({ code }) => code)).toEqual(['E', 'W']);
    expect(createResolver(register)('城关镇')).toMatchObject({ match: 'candidates' });
  });
});

describe('the names in use', () => {
  test('are the printed ones, but where a person gave another', () => {
    const documents = [one(1, '书苔街道'), one(2, '书台街道'), one(3, null)];
    const decided = byReport([
      { document: one(1, null).id, index: 0, unit: '书台街道', year: 2024, choice: null, rivals: [], at: AT }
    ]);
    expect(namesInUse(documents, decided)).toEqual(['书台街道']);
  });

  test('a code of a register that is gone is no name', () => {
    const decided = byReport([
      { document: one(1, null).id, index: 0, unit: 'LZ0101', year: 2024, choice: null, rivals: [], at: AT }
    ]);
    expect(namesInUse([one(1, '云川街道')], decided)).toEqual([]);
  });

  test('a sentence is no name', () => {
    expect(namesInUse([one(1, '长'.repeat(61))], byReport([]))).toEqual([]);
  });
});

describe('placing without a published register', () => {
  /** Documents as they come in one after the other. */
  async function placed(...documents: readonly ImportedDocument[]): Promise<{ kept: KeptRecords; placing: Placing }> {
    const kept = new KeptRecords(new MemoryStorage(), NO_RECORDS);
    const placing = new Placing(kept);
    placing.published = NOTHING_PUBLISHED;
    for (const document of documents) {
      const { result } = sampleDocument(1, []);
      const whole = { document, result: { ...result, id: document.id }, original: new Blob([]) };
      await kept.commit({ documents: [whole], decisions: placing.firstDecisions(document, AT) });
    }
    return { kept, placing };
  }
  const standing = ({ survey }: Placing) => survey.standing.map(({ unit, year }) => `${unit} ${year}`);

  test('every report that prints a name stands by it', async () => {
    const { placing } = await placed(one(1, '云川街道', 2023), one(2, '云川街道', 2024), one(3, '云川镇', 2024));
    expect(standing(placing)).toEqual(['云川街道 2023', '云川街道 2024', '云川镇 2024']);
    expect(placing.unitsToWrite.map(({ name }) => name)).toEqual(['云川街道', '云川镇']);
  });

  test('a later way to write the name joins what stood apart', async () => {
    const { placing } = await placed(one(1, '澜州市东湖区云川街道', 2023), one(2, '云川街道', 2024));
    expect(standing(placing)).toEqual(['云川街道 2023', '云川街道 2024']);
  });

  test('without a name a person is asked', async () => {
    const { placing } = await placed(one(1, '云川街道'), one(2, null));
    expect(placing.survey.units).toHaveLength(1);
  });

  test('a register dropped in later takes them over, and asks about what it does not know', async () => {
    const { kept, placing } = await placed(one(1, '云川乡'), one(2, '无名镇'));
    await kept.commit({ register: UNITS });
    expect(standing(placing)).toEqual(['A1 2024']);
    expect(placing.survey.units.map(({ printed }) => printed)).toEqual(['无名镇']);
    expect(placing.register).toEqual(UNITS);
    await kept.commit({ register: [] });
    expect(standing(placing)).toEqual(['云川乡 2024', '无名镇 2024']);
  });
});
