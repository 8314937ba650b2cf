/** What the generator works with: a report before it becomes a document. */
import type { CellId, FormId, Layout } from '../../src/lib/form/form.ts';
import type { DemoUnit } from './register.ts';

/** One number for each cell of the layout. */
export type Figures = ReadonlyMap<CellId, number>;

/** The counts a narrative states. */
export const STATED_NAMES = ['new', 'carriedIn', 'handled', 'carriedOut', 'review', 'suits', 'normative'] as const;
export type StatedName = (typeof STATED_NAMES)[number];
export type Stated = Readonly<Record<StatedName, number>>;

/** A figure that a sentence of the narrative really prints. */
export interface DemoClaim {
  readonly name: StatedName;
  readonly value: number;
  /** Of `new`: said with 收到 or 受理, which may include those carried in, and not with 新收. */
  readonly received: boolean;
}

/** How requests changed against last year, in requests or in percent, rounded as it is printed. */
export interface DemoChange {
  readonly unit: 'requests' | 'percent';
  readonly value: number;
}

export type SectionKey = 'overview' | 'proactive' | 'requests' | 'disputes' | 'problems' | 'plans' | 'other-matters';

export interface DemoSection {
  readonly key: SectionKey;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly table: 2 | 3 | 4 | null;
}

export interface Narrative {
  readonly preface: readonly string[];
  readonly sections: readonly DemoSection[];
  readonly claims: readonly DemoClaim[];
  /** 主动公开政府信息…条, which stands in no table. */
  readonly proactive: number;
  /** Null where no sentence prints one. */
  readonly change: DemoChange | null;
}

export interface DemoReport {
  readonly unit: DemoUnit;
  readonly year: number;
  readonly name: string;
  readonly layout: Layout;
  readonly title: string;
  /** What is true. */
  readonly figures: Figures;
  /** What the document prints, one text for each cell of the layout. */
  readonly printed: ReadonlyMap<CellId, string>;
  readonly narrative: Narrative;
  readonly style: Style;
  /** Which draw of the narrative was kept: with it the same narrative can be written again. */
  readonly attempt: number;
  /** Requests received the year before; null in the first year. */
  readonly newBefore: number | null;
}

/** How the document is made; a mistake never depends on it, but some layouts cannot show a blank. */
export type Style = DocxStyle | HtmlStyle | TextStyle;

export interface DocxStyle {
  readonly format: 'docx';
  readonly labels: LabelStyle;
  /** Some numbers stand as a tracked change with the old figure still in the file. */
  readonly tracked: boolean;
}

export const PAGES = ['plain', 'site', 'word', 'old'] as const;
export const HTML_ENCODINGS = [
  'utf-8',
  'utf-8-bom',
  'utf-8-undeclared',
  'utf-8-misdeclared',
  'gb18030',
  'gb18030-undeclared',
  'gb18030-misdeclared',
  'utf-16le'
] as const;

export interface HtmlStyle {
  readonly format: 'html';
  readonly extension: 'html' | 'htm';
  readonly labels: LabelStyle;
  readonly page: (typeof PAGES)[number];
  readonly encoding: (typeof HTML_ENCODINGS)[number];
}

export const TEXT_LAYOUTS = ['tab-cells', 'bare-lines', 'row-tabs', 'pipes', 'spaced-lines', 'markdown'] as const;
export const TEXT_ENCODINGS = ['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le'] as const;

export interface TextStyle {
  readonly format: 'txt';
  readonly labels: LabelStyle;
  readonly layout: (typeof TEXT_LAYOUTS)[number];
  readonly encoding: (typeof TEXT_ENCODINGS)[number];
  readonly lineEnd: '\n' | '\r\n';
}

/** How the form's wording is typed. */
export interface LabelStyle {
  readonly brackets: 'full' | 'half';
  readonly point: '.' | '、' | '．';
  readonly quotes: 'curly' | 'straight';
  readonly shortNormative: boolean;
  readonly shortClosed: boolean;
}

export function formOf(layout: Layout): FormId {
  return layout === '2019' ? '2019' : '2021';
}

/** A cell of a true report; every layout holds all its cells. */
export function figure(figures: Figures, cell: CellId): number {
  const value = figures.get(cell);
  if (value === undefined) throw new Error(`no figure for ${cell}`);
  return value;
}
