import { describe, expect, test } from 'vitest';
import {
  askedAgain,
  moved,
  newUnit,
  withoutRivals,
  withUnit,
  withYear
} from '../../../src/lib/imports/answer-questions.ts';
import { surroundingsOf } from '../../../src/lib/imports/published-side.ts';
import { byReport, PUBLISHED, type Decision, type ImportedDocument } from '../../../src/lib/imports/stored.ts';
import { chooseRival, firstDecisions, surveyImports, type Survey } from '../../../src/lib/imports/survey.ts';
import { sampleDocument, sampleReport, UNITS } from './samples.ts';

const AT = '2026-02-01T00:00:00.000Z';
const surroundings = surroundingsOf(UNITS, { reports: new Set(['2024 A1']) });

/** What a desk does with documents, without its storage. */
class Desk {
  #decisions: Decision[] = [];
  #documents: ImportedDocument[] = [];

  constructor(...documents: readonly ImportedDocument[]) {
    for (const document of documents) this.take(document);
  }

  take(document: ImportedDocument): void {
    this.#documents.push(document);
    this.decide(firstDecisions(document, surroundings.resolve, AT));
  }

  decide(decisions: readonly Decision[]): void {
    this.#decisions = [...byReport([...this.#decisions, ...decisions]).values()];
  }

  remove(document: ImportedDocument): void {
    const { reports } = this.survey;
    this.decide(
      withoutRivals(
        reports,
        reports.filter((report) => report.document === document)
      )
    );
    this.#documents = this.#documents.filter((each) => each !== document);
  }

  get survey(): Survey {
    return surveyImports(this.#documents, byReport(this.#decisions), surroundings);
  }

  get standing(): string[] {
    return this.survey.standing.map(({ document }) => document.file);
  }

  get questions(): [units: number, years: number, rivals: number] {
    const { units, years, rivals } = this.survey;
    return [units.length, years.length, rivals.length];
  }

  choose(winner: string | null): void {
    const [question] = this.survey.rivals;
    if (!question) throw new Error('nothing is asked');
    this.decide(chooseRival(question, winner, AT));
  }
}

const one = (number: number, unit: string | null, year: number | null): ImportedDocument =>
  sampleDocument(number, [sampleReport(unit, year)]).document;

test('what is certain stands at once', () => {
  const desk = new Desk(one(1, '石桥镇', 2024));
  expect(desk.standing).toEqual(['1.docx']);
  expect(desk.questions).toEqual([0, 0, 0]);
});

describe('unit and year', () => {
  test('all reports that print the same unknown name are asked about together', () => {
    const desk = new Desk(one(1, '云穿街道', 2022), one(2, '云穿街道', 2023), one(3, '别处镇', 2023));
    expect(desk.standing).toEqual([]);
    expect(desk.survey.units.map(({ printed, reports }) => [printed, reports.length])).toEqual([
      ['云穿街道', 2],
      ['别处镇', 1]
    ]);
    desk.decide(withUnit(desk.survey.units[0]?.reports ?? [], 'A1', AT));
    expect(desk.standing).toEqual(['1.docx', '2.docx']);
    expect(desk.questions).toEqual([1, 0, 0]);
  });

  test('reports without a name are asked about one by one', () => {
    expect(new Desk(one(1, null, 2022), one(2, null, 2023)).questions).toEqual([2, 0, 0]);
  });

  test('a missing year is asked for', () => {
    const desk = new Desk(one(1, '石桥镇', null));
    expect(desk.questions).toEqual([0, 1, 0]);
    const [report] = desk.survey.years;
    if (report) desk.decide(withYear(report, 2023, AT));
    expect(desk.survey.standing.map(({ unit, year }) => [unit, year])).toEqual([['A2', 2023]]);
  });

  test('a document of two years gives two reports', () => {
    const { document } = sampleDocument(1, [sampleReport('石桥镇', 2022), sampleReport('石桥镇', 2023)]);
    expect(new Desk(document).survey.standing.map(({ index, year }) => [index, year])).toEqual([
      [0, 2022],
      [1, 2023]
    ]);
  });

  test('a report given another unit and year stands there at once', () => {
    const desk = new Desk(one(1, '石桥镇', 2023));
    const [report] = desk.survey.reports;
    if (report) desk.decide(moved(report, 'B1', 2022, AT));
    expect(desk.survey.standing.map(({ unit, year }) => [unit, year])).toEqual([['B1', 2022]]);
    expect(desk.questions).toEqual([0, 0, 0]);
  });

  test('a unit that the published register has lost is asked for again', () => {
    const desk = new Desk(one(1, '石桥镇', 2023));
    const [report] = desk.survey.reports;
    if (report) desk.decide(withUnit([report], 'GONE', AT));
    expect(desk.standing).toEqual([]);
    expect(desk.questions).toEqual([1, 0, 0]);
  });
});

describe('rivals', () => {
  test('beside a published report nothing is replaced before a person says so', () => {
    const desk = new Desk(one(1, '云川街道', 2024));
    expect(desk.standing).toEqual([]);
    expect(desk.questions).toEqual([0, 0, 1]);
    desk.choose(desk.survey.rivals[0]?.reports[0]?.key ?? '');
    expect(desk.standing).toEqual(['1.docx']);
    expect(desk.questions).toEqual([0, 0, 0]);
  });

  test('keeping the published one settles it too', () => {
    const desk = new Desk(one(1, '云川街道', 2024));
    desk.choose(PUBLISHED);
    expect(desk.standing).toEqual([]);
    expect(desk.questions).toEqual([0, 0, 0]);
  });

  test('of two imports neither stands until one is chosen; a third asks anew and the chosen one stays', () => {
    const desk = new Desk(one(1, '石桥镇', 2024), one(2, '石桥镇', 2024));
    expect(desk.standing).toEqual([]);
    desk.choose(desk.survey.rivals[0]?.reports[1]?.key ?? '');
    expect(desk.standing).toEqual(['2.docx']);
    desk.take(one(3, '石桥镇', 2024));
    expect(desk.standing).toEqual(['2.docx']);
    expect(desk.questions).toEqual([0, 0, 1]);
    desk.choose(desk.survey.rivals[0]?.reports[2]?.key ?? '');
    expect(desk.standing).toEqual(['3.docx']);
    expect(desk.questions).toEqual([0, 0, 0]);
  });

  test('the same unit under a former and a present name is one unit', () => {
    expect(new Desk(one(1, '云川乡', 2022), one(2, '云川街道', 2022)).questions).toEqual([0, 0, 1]);
  });

  test('two tabs that chose differently: one stands, and it is asked again', () => {
    const desk = new Desk(one(1, '石桥镇', 2024), one(2, '石桥镇', 2024));
    const both = desk.survey.reports.map(({ decision, key }): Decision => {
      return { ...decision, choice: 'kept', rivals: [key] };
    });
    desk.decide(both);
    expect(desk.standing).toHaveLength(1);
    expect(desk.questions).toEqual([0, 0, 1]);
  });

  test('another year voids the choice', () => {
    const desk = new Desk(one(1, '云川街道', 2024));
    desk.choose(desk.survey.rivals[0]?.reports[0]?.key ?? '');
    const [report] = desk.survey.reports;
    if (report) desk.decide(withYear(report, 2023, AT));
    expect(desk.survey.reports[0]?.decision.choice).toBeNull();
    expect(desk.standing).toEqual(['1.docx']);
    const [again] = desk.survey.reports;
    if (again) desk.decide(withYear(again, 2024, AT));
    expect(desk.standing).toEqual([]);
    expect(desk.questions).toEqual([0, 0, 1]);
  });

  describe('once the chosen one is gone', () => {
    const keyOf = (desk: Desk, file: string): string =>
      desk.survey.reports.find(({ document }) => document.file === file)?.key ?? '';

    test('the one set aside stays aside until a person takes it', () => {
      const [first, second] = [one(1, '石桥镇', 2024), one(2, '石桥镇', 2024)];
      const desk = new Desk(first, second);
      desk.choose(keyOf(desk, '2.docx'));
      desk.remove(second);
      expect(desk.standing).toEqual([]);
      expect(desk.survey.rivals).toMatchObject([{ lost: true, published: false }]);
      desk.choose(keyOf(desk, '1.docx'));
      expect(desk.standing).toEqual(['1.docx']);
      expect(desk.questions).toEqual([0, 0, 0]);
    });

    test('or says that it stays aside', () => {
      const [first, second] = [one(1, '石桥镇', 2024), one(2, '石桥镇', 2024)];
      const desk = new Desk(first, second);
      desk.choose(keyOf(desk, '2.docx'));
      desk.remove(second);
      desk.choose(null);
      expect(desk.standing).toEqual([]);
      expect(desk.questions).toEqual([0, 0, 0]);
    });

    test('moved away is gone too', () => {
      const desk = new Desk(one(1, '石桥镇', 2024), one(2, '石桥镇', 2024));
      desk.choose(keyOf(desk, '2.docx'));
      const report = desk.survey.reports.find(({ document }) => document.file === '2.docx');
      if (report) desk.decide([...withoutRivals(desk.survey.reports, [report]), ...moved(report, 'A2', 2023, AT)]);
      expect(desk.standing).toEqual(['2.docx']);
      expect(desk.survey.rivals).toMatchObject([{ year: 2024, lost: true }]);
    });

    test('beside a published report the published one stands meanwhile, and it is asked', () => {
      const [first, second] = [one(1, '云川街道', 2024), one(2, '云川街道', 2024)];
      const desk = new Desk(first, second);
      desk.choose(keyOf(desk, '2.docx'));
      desk.remove(second);
      expect(desk.standing).toEqual([]);
      expect(desk.survey.rivals).toMatchObject([{ lost: true, published: true }]);
    });

    test('one that was set aside goes without a question', () => {
      const [first, second] = [one(1, '云川街道', 2024), one(2, '云川街道', 2024)];
      const desk = new Desk(first, second);
      desk.choose(PUBLISHED);
      desk.remove(second);
      expect(desk.questions).toEqual([0, 0, 0]);
      const third = one(3, '石桥镇', 2024);
      const fourth = one(4, '石桥镇', 2024);
      desk.take(third);
      desk.take(fourth);
      desk.choose(keyOf(desk, '3.docx'));
      desk.remove(fourth);
      expect(desk.standing).toEqual(['3.docx']);
      expect(desk.questions).toEqual([0, 0, 0]);
    });
  });
});

test('a new unit gets a code of its own and the last place', () => {
  const added = newUnit({ name: '新城街道', district: '', kind: '街道' }, UNITS);
  expect(added).toMatchObject({ code: '新城街道', order: 4, formerNames: [] });
  expect(newUnit({ name: '新城街道', district: '东湖区', kind: '街道' }, [...UNITS, added]).code).toBe('新城街道-2');
});

test('a choice is taken back: it is asked again, and until it is answered none of them counts', () => {
  const [one, two] = [1, 2].map((number) => sampleDocument(number, [sampleReport('石桥镇', 2023)]).document);
  if (!one || !two) throw new Error('two documents');
  const desk = new Desk(one, two);
  const [question] = desk.survey.rivals;
  if (!question) throw new Error('a question');
  desk.decide(chooseRival(question, question.reports[0]?.key ?? null, AT));
  expect([desk.standing, desk.questions]).toEqual([['1.docx'], [0, 0, 0]]);
  const set = desk.survey.reports.find(({ document }) => document === two);
  if (!set) throw new Error('a report set aside');
  desk.decide(askedAgain(desk.survey.reports, set, AT));
  expect([desk.standing, desk.questions]).toEqual([[], [0, 0, 1]]);
});
