import type { DocumentContent } from '../documents/block.ts';
import { formOfYear, type CellId } from '../form/form.ts';
import type { Issue } from '../report/issue.ts';
import type { CellNote, Report } from '../report/report.ts';
import { claimsOf } from './claims.ts';
import { complete } from './complete.ts';
import { fillCells, type TakenRow } from './fill-cells.ts';
import { hiddenTables, withHidden, withoutReport } from './hidden-tables.ts';
import { takeCells } from './row-cells.ts';
import { mixedIssue, mixedTable } from './mixed-reports.ts';
import { entriesOf } from './rows.ts';
import { sectionsOf } from './sections.ts';
import { reportStarts } from './split-reports.ts';
import { itemsOf, type Item } from './stream.ts';
import { tellForm, tellLayout } from './tell-form.ts';
import { findTitle, titleOfLine, type Title } from './title.ts';
import { unitAndYear } from './unit-and-year.ts';
import type { SimilarLabel } from './found-row.ts';
import type { UnreadRow } from './unread-rows.ts';
import { unsureRows } from './unsure-rows.ts';
import { walk } from './walk.ts';

export interface Recognised {
  readonly reports: Report[];
  /** Issues of the document as a whole. */
  readonly issues: Issue[];
}

/**
 * The reports in a document's blocks. Cells are found by their labels and never by their position alone; what cannot
 * be told is left out and named by an issue. A document without any table of the form has no report.
 */
export function recognise(content: DocumentContent, fileName: string): Recognised {
  const issues = [...(content.issues ?? [])];
  const read = itemsOf(entriesOf(content.blocks));
  const { rows, similar, unread, prose, headings } = walk(read);
  const items = read.map((item) => (prose.has(item.order) ? asLine(item) : item));
  const hidden = hiddenTables(content.hidden ?? []);
  if (rows.length === 0 && headings.length === 0) return { reports: [], issues: [...issues, withoutReport(hidden)] };
  const taken = takeCells(rows);
  const starts = reportStarts(items, rows);
  const reports = starts.map((start, index): Report => {
    const inside = ({ order }: { order: number }) => order >= start && order < (starts[index + 1] ?? Infinity);
    const own = rows
      .filter(({ row }) => inside(row))
      .map((row): TakenRow => {
        const cells = taken.get(row);
        return { row, cells: cells?.cells ?? null, doubtful: cells?.doubtful ?? false };
      });
    const report = reportOf(items.filter(inside), own, similar.filter(inside), unread.filter(inside), fileName);
    return { ...report, issues: withHidden(report.issues, hidden) };
  });
  return { reports, issues };
}

function reportOf(
  items: readonly Item[],
  rows: readonly TakenRow[],
  similar: readonly SimilarLabel[],
  unread: readonly UnreadRow[],
  fileName: string
): Report {
  const sections = sectionsOf(items);
  const heads = linesBeforeSections(items);
  const overview = sections.filter(({ key }) => key === 'overview').map(({ text }) => text);
  const title = findTitle(heads) ?? onlyTitle(items);
  const { unit, year, issues } = unitAndYear(
    title,
    { heads: heads.join('\n'), overview: overview.join('\n') },
    fileName
  );
  const form = tellForm(rows, year);
  const layout = tellLayout(form, rows);
  const mixed = mixedTable(rows);
  const filled = fillCells(mixed === null ? rows : [], form);
  const { cells, issues: missing } =
    mixed === null ? complete(filled, layout) : { cells: {}, issues: [mixedIssue(mixed)] };
  const all: Issue[] = [...issues];
  if (year !== null && formOfYear(year) !== form) all.push({ code: 'title.form-mismatch', values: { form, year } });
  if (layout === '2021-closed-once') all.push({ code: 'row.closed-once' });
  for (const { printed, name, place } of similar)
    all.push({ code: 'row.label-similar', place, values: { printed: printed.trim(), label: name } });
  for (const { table, printed, place } of unread)
    all.push({ code: 'row.unrecognised', place, values: { table, printed } });
  return {
    unit,
    year,
    form,
    cells,
    notes: notesInOrder(filled.notes, cells),
    claims: claimsOf({ items, title, unit, fileName, year }),
    sections,
    issues: [...all, ...missing, ...(mixed === null ? unsureRows(rows, filled.cells) : [])]
  };
}

/** The notes of cells that stayed, and of cells that could not be read, in the form's order. */
function notesInOrder(notes: readonly CellNote[], cells: Readonly<Record<CellId, number | null>>): CellNote[] {
  const order = new Map(Object.keys(cells).map((id, index) => [id, index]));
  return notes
    .filter(({ cell, kind }) => order.has(cell) || kind === 'unreadable')
    .sort((one, other) => (order.get(one.cell) ?? Infinity) - (order.get(other.cell) ?? Infinity));
}

/** A line that reads like a row and is prose: what it states is held against the table like any other sentence. */
function asLine(item: Item): Item {
  return item.kind === 'row' && item.line ? { ...item.line, order: item.order, section: null } : item;
}

function linesBeforeSections(items: readonly Item[]): string[] {
  const lines: string[] = [];
  for (const item of items) {
    if (item.kind === 'row' || (item.section !== null && item.section !== 'other')) break;
    lines.push(item.text);
  }
  return lines;
}

/** A title elsewhere, behind a menu that names the sections, is believed when there is no other. */
function onlyTitle(items: readonly Item[]): Title | null {
  const titles = items.flatMap((item) => (item.kind === 'line' ? (titleOfLine(item.text) ?? []) : []));
  const [first, ...more] = titles;
  if (!first || first.unit === null || first.year === null) return null;
  return more.every(({ unit, year }) => unit === first.unit && year === first.year) ? first : null;
}
