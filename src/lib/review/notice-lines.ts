import { ascending, group, sort } from 'd3-array';
import { IDENTITIES } from '../checks/identities.ts';
import { placeOf } from '../checks/judged.ts';
import { changeSets } from '../checks/repair/change-sets.ts';
import type { Change, Repair } from '../checks/repair/repair.ts';
import { repairsOf } from '../checks/repair/repairs-for-reports.ts';
import { ruleKind } from '../checks/rule-kind.ts';
import type { Flag } from '../checks/rule.ts';
import { cellOf, cellsOfLayout, formOfYear, type CellId, type TableNumber } from '../form/form.ts';
import { m } from '../paraglide/messages.js';
import { columnName, columnsName, numberedRowName, rowIdOf } from '../words/cell-name.ts';
import { flagMessage } from '../words/flag-message.ts';
import { noteKindName } from '../words/note-kind.ts';
import { listText } from '../words/number-words.ts';
import { reasonMessage, reportedText } from '../words/repair-message.ts';
import { absenceOf, type LetterBasis } from './letter-basis.ts';
import { letterRepair } from './letter-repair.ts';

/** One thing that a unit is asked to put right, in the clerk's words. */
export interface NoticeLine {
  readonly unit: string;
  readonly year: number;
  /** Empty where the line is about the text, or about the report as a whole. */
  readonly cells: readonly CellId[];
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** A figure, or in words why there is none; empty where the line is about no figure. */
  readonly stands: number | string;
  /** null where the rules alone do not tell. */
  readonly proposed: number | null;
  /** The lines of the unit that say the same here must be put right together; null: this one stands by itself. */
  readonly set: string | null;
  /** Sentences: which rules are broken; empty where the figure is only wrong together with others. */
  readonly broken: readonly string[];
  /** Sentences: how the figure may have come to be wrong; empty where nothing is proposed. */
  readonly causes: readonly string[];
}

/** Rules whose breach the search for repairs answers. */
const REPAIRABLE = new Set(['value.negative', 'value.not-whole', 'value.too-large', 'value.blank', 'value.dash']);

/**
 * Lines for flags of any units, unit by unit and in the form's order. What a person chose, or else the first repair,
 * names the cells and the figures proposed for them, always the whole set that must be changed together; rules that the
 * same figure puts right share one line, and so do cells of a row that are blank alike. `basis` null: not searched.
 */
export function noticeLines(flags: readonly Flag[], basis: LetterBasis | null): NoticeLine[] {
  const lines = new Map<string, NoticeLine>();
  for (const flag of flags) {
    for (const line of basis ? linesOf(flag, basis) : plainLines(flag, [])) {
      const key = JSON.stringify([line.unit, line.year, line.cells, line.proposed]);
      const same = lines.get(key);
      // Lines about no cell are only alike when they say the same.
      if (same && line.cells.length > 0) {
        lines.set(key, { ...same, broken: [...new Set([...same.broken, ...line.broken])] });
      } else lines.set(same ? `${key} ${lines.size}` : key, line);
    }
  }
  return inFormOrder(joinRows([...lines.values()]));
}

/** Cells of one row without a figure, of which the same is said, in one line. */
function joinRows(lines: readonly NoticeLine[]): NoticeLine[] {
  const alike = group(lines, (line) => {
    const { unit, year, row, stands, proposed, set, broken, causes } = line;
    if (typeof stands === 'number' || stands === '' || line.cells.length === 0) return line;
    return JSON.stringify([unit, year, rowsOf(line.cells), row, stands, proposed, set, broken, causes]);
  });
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ?? [];
    const cells = sort(
      [first, ...others].flatMap((line) => line.cells),
      (a, b) => ascending(placeOf(a), placeOf(b))
    );
    return [{ ...first, cells, column: columnText(cells) }];
  });
}

/** Unit by unit as they first come, and in a unit as its form is read; what is about no cell stands last. */
function inFormOrder(lines: readonly NoticeLine[]): NoticeLine[] {
  const place = ({ cells: [first] }: NoticeLine): number => (first === undefined ? Infinity : placeOf(first));
  return [...group(lines, ({ unit }) => unit).values()].flatMap((own) =>
    sort(own, (a, b) => ascending(a.year, b.year) || ascending(place(a), place(b)))
  );
}

function linesOf(flag: Flag, { repairs, chosen, absent }: LetterBasis): NoticeLine[] {
  const found = repairsOf(repairs, flag);
  const years = found?.years ?? [flag.year];
  const ownChosen = chosen.filter(({ unit, year }) => unit === flag.unit && years.includes(year));
  const repair = letterRepair(found?.repairs ?? [], ownChosen);
  if (!repair) return plainLines(flag, absent);
  const isChosen = (change: Change): boolean => ownChosen.some((each) => each === change);
  const isOpen = found?.unsettled.some(({ rule, year }) => rule === flag.rule && year === flag.year) ?? false;
  const own = changesFor(flag, repair).filter((change) => !isOpen || isChosen(change));
  if (own.length === 0) return plainLines(flag, absent);
  const standsIn = (change: Change): number | string =>
    change.from ?? (absenceOf(absent, flag.unit, change.year, change.cell)?.raw.trim() || reportedText(change));
  const sets = changeSets(repair, IDENTITIES).filter((set) => set.some((change) => own.includes(change)));
  const answered = sets.flatMap((set) =>
    set.map((change) => {
      const causes = reasonsFor(change, repair);
      const isOwn = causes.length === 0 && isChosen(change);
      return {
        ...placed(flag.unit, change.year, change.year === flag.year, [change.cell]),
        stands: standsIn(change),
        proposed: change.to,
        set: set.length > 1 ? set.map(({ year, cell }) => `${year} ${cell}`).join() : null,
        broken: [...(own.includes(change) ? [flagMessage(flag)] : []), ...(isOwn ? [m.letter_own_figure()] : [])],
        causes
      };
    })
  );
  if (!isAboutBlanks(flag)) return answered;
  const left = flag.cells.filter((cell) => !own.some((change) => change.cell === cell && change.year === flag.year));
  return [...answered, ...blankLines(flag, left, absent)];
}

const isAboutBlanks = ({ rule }: Flag): boolean => rule === 'value.blank' || rule === 'value.dash';

/** Blanks for which nothing is proposed: a line a table that is blank as a whole, else a line a row. */
function blankLines(flag: Flag, cells: readonly CellId[], absent: LetterBasis['absent']): NoticeLine[] {
  const layout = new Set(flag.cells);
  const isWhole = (table: TableNumber): boolean =>
    cellsOfLayout(formOfYear(flag.year)).every((cell) => cell.table !== table || layout.has(cell.id));
  const parts = group(cells, (cell) => {
    const of = cellOf(cell);
    return isWhole(of.table) ? String(of.table) : rowIdOf(of);
  });
  const signOf = (cell: CellId): string =>
    absenceOf(absent, flag.unit, flag.year, cell)?.raw.trim() ||
    noteKindName(flag.rule === 'value.dash' ? 'dash' : 'blank');
  return [...parts.values()].map((part) => {
    const signs = [...new Set(part.map(signOf))];
    return {
      ...placed(flag.unit, flag.year, true, part),
      ...(rowsOf(part).length > 1 ? { row: m.letter_whole_table(), column: m.place_all_columns() } : {}),
      stands: listText(signs),
      proposed: null,
      set: null,
      broken: [m.letter_fill_in()],
      causes: []
    };
  });
}

/** The repair's changes that bear on the flag's rule. */
function changesFor(flag: Flag, repair: Repair): Change[] {
  const identities = IDENTITIES.filter(({ id, severity }) => id === flag.rule && severity === 'error');
  const places =
    identities.length > 0
      ? identities.flatMap(({ terms }) => terms.map(({ cell, yearOffset }) => ({ cell, year: flag.year + yearOffset })))
      : REPAIRABLE.has(ruleKind(flag.rule))
        ? flag.cells.map((cell) => ({ cell, year: flag.year }))
        : [];
  return repair.changes.filter((change) =>
    places.some(({ cell, year }) => cell === change.cell && year === change.year)
  );
}

function reasonsFor(change: Change, { reasons }: Repair): string[] {
  return reasons
    .filter(({ cells }) => cells.some(({ cell, year }) => cell === change.cell && year === change.year))
    .map((reason) => reasonMessage(reason));
}

function plainLines(flag: Flag, absent: LetterBasis['absent']): NoticeLine[] {
  return isAboutBlanks(flag) ? blankLines(flag, flag.cells, absent) : [plainLine(flag)];
}

/** Without a repair: the cell named as total, or all cells of a rule that names none. */
function plainLine(flag: Flag): NoticeLine {
  const total = flag.cells.at(-1);
  const isIdentity = IDENTITIES.some(({ id }) => id === flag.rule);
  const cells = isIdentity && total !== undefined ? [total] : flag.cells;
  return {
    ...placed(flag.unit, flag.year, true, cells),
    // Of several cells `actual` is a sum, of a change a percentage: nothing that stands in a cell.
    stands: cells.length === 1 && flag.rule !== 'text.new-change' ? (flag.actual ?? '') : '',
    proposed: null,
    set: null,
    broken: [flagMessage(flag)],
    causes: []
  };
}

const TABLES = { 2: m.letter_table_2, 3: m.letter_table_3, 4: m.letter_table_4 };

/** Where a line looks. More than one row or column is told in the message. */
function placed(unit: string, year: number, isOwnYear: boolean, cells: readonly CellId[]) {
  const rows = rowsOf(cells);
  const tables = listText([...new Set(cells.map((cell) => TABLES[cellOf(cell).table]()))]);
  return {
    unit,
    year,
    cells,
    table: isOwnYear ? tables : m.letter_table_of_year({ year, table: tables }),
    row: rows.length > 1 ? m.letter_several() : rows.map((row) => numberedRowName(row, formOfYear(year))).join(''),
    column: columnText(cells)
  };
}

const rowsOf = (cells: readonly CellId[]): string[] => [...new Set(cells.map((cell) => rowIdOf(cellOf(cell))))];

/** Of several rows and columns: where, is told in the message. */
function columnText(cells: readonly CellId[]): string {
  const names = new Set(cells.map(columnName));
  if (names.size > 1 && rowsOf(cells).length > 1) return m.letter_several();
  return names.size > 1 ? columnsName(cells) : [...names].join('');
}
