/** Mistakes outside the tables: text against table, wrong years, old form, empty and copied sections. */
import { figuresIn } from '../figures/figures.ts';
import { formOf, type DemoReport, type DemoSection, type SectionKey, type StatedName } from '../model.ts';
import { narrate, statedBy, titleOf } from '../narrative/narrate.ts';
import type { Change, MistakeKind, Outcome, Site } from './mistake.ts';
import { TEXT_RULES } from './rules.ts';

function withSection(report: DemoReport, key: SectionKey, paragraphs: readonly string[]): DemoReport {
  const sections = report.narrative.sections.map((section): DemoSection =>
    section.key === key ? { ...section, paragraphs } : section
  );
  return { ...report, narrative: { ...report.narrative, sections } };
}

function textOf(report: DemoReport, key: SectionKey): readonly string[] {
  return report.narrative.sections.find((section) => section.key === key)?.paragraphs ?? [];
}

const change = (cell: string, right: string, printed: string, rule: string): Change => ({
  cell,
  true: right,
  printed,
  rules: [rule]
});

/** The narrative states a figure other than the table's. */
function textAgainstTable(name: StatedName, difference: number) {
  return ({ report }: Site): Outcome => {
    const stated = statedBy(report.figures);
    const wrong = stated[name] + difference;
    if (!report.narrative.claims.some((claim) => claim.name === name)) return null;
    // 收到 may mean new requests with those carried in; a zero may stand in a sentence without any number.
    if (stated[name] === 0 || wrong === stated.new + stated.carriedIn) return null;
    const { unit, year, attempt, newBefore } = report;
    const narrative = narrate({
      unit,
      year,
      attempt,
      newBefore,
      periodYear: year,
      stated: { ...stated, [name]: wrong }
    });
    return {
      report: { ...report, narrative },
      changes: [change(`text:${name}`, String(stated[name]), String(wrong), TEXT_RULES[name])]
    };
  };
}

function copied(report: DemoReport, source: DemoReport, key: SectionKey, rule: string): Outcome {
  const paragraphs = textOf(source, key).map((text) =>
    text.replaceAll(source.name, report.name).replaceAll(String(source.year), String(report.year))
  );
  const from = source.unit === report.unit ? String(source.year) : source.unit.name;
  return {
    report: withSection(report, key, paragraphs),
    changes: [change(`section:${key}`, '', from, rule)],
    source
  };
}

/** `text:` and `section:` say which part of the document the row is about. */
export const WORDING_KINDS: readonly MistakeKind[] = [
  { kind: 'text-against-table', count: 1, exact: false, make: textAgainstTable('new', 2) },
  { kind: 'text-against-table', count: 1, exact: false, make: textAgainstTable('carriedOut', 1) },
  { kind: 'text-against-table', count: 1, exact: false, make: textAgainstTable('review', 2) },
  { kind: 'text-against-table', count: 1, exact: false, make: textAgainstTable('normative', 1) },
  {
    kind: 'superseded-form',
    count: 1,
    exact: false,
    make: ({ report, truth }) => {
      if (report.year !== 2021 && report.year !== 2022) return null;
      const figures = figuresIn(truth, '2019');
      const printed = new Map([...figures].map(([cell, value]) => [cell, String(value)]));
      return {
        report: { ...report, layout: '2019', figures, printed },
        changes: [change('form', '2021', '2019', 'form.superseded')]
      };
    }
  },
  {
    kind: 'title-year',
    count: 1,
    exact: false,
    make: ({ report, before }) => {
      // On the same form as last year's, so that the year is the only thing wrong.
      if (!before || formOf(before.layout) !== formOf(report.layout)) return null;
      if (report.narrative.preface.length === 0) return null;
      const title = titleOf(report.unit, report.year, report.year - 1);
      return {
        report: { ...report, title },
        changes: [change('title', String(report.year), String(report.year - 1), 'year.title')]
      };
    }
  },
  {
    kind: 'text-year',
    count: 1,
    exact: false,
    make: ({ report, before }) => {
      if (!before || report.narrative.preface.length === 0) return null;
      const { unit, year, attempt, newBefore } = report;
      const stated = statedBy(report.figures);
      const narrative = narrate({ unit, year, attempt, newBefore, stated, periodYear: year - 1 });
      return {
        report: { ...report, narrative },
        changes: [change('text:period', String(year), String(year - 1), 'year.text')]
      };
    }
  },
  ...['', '无。'].map((text): MistakeKind => ({
    kind: text === '' ? 'section-empty' : 'section-none',
    count: 1,
    exact: false,
    make: ({ report }) => ({
      report: withSection(report, 'problems', text === '' ? [] : [text]),
      changes: [change('section:problems', '', text, 'form.section-empty')]
    })
  })),
  {
    kind: 'copied-from-last-year',
    count: 2,
    exact: false,
    make: ({ report, before }) => (before ? copied(report, before, 'problems', 'copy.last-year') : null)
  },
  {
    kind: 'copied-from-unit',
    count: 2,
    exact: false,
    make: ({ report, peers, random }) => {
      const others = peers.filter((peer) => peer.unit.district === report.unit.district && peer.unit !== report.unit);
      return others.length > 0 ? copied(report, random.pick(others), 'problems', 'copy.other-unit') : null;
    }
  }
];
