/**
 * Figures of the narrative as witnesses: for a repair after which a cell says what the text says, against one after
 * which it no longer does. They change the order of repairs, never which sets are found.
 */
import { cellsOfLayout, type CellId } from '../../form/form.ts';
import { TEXT_RULES } from '../text-rules.ts';
import type { EvidenceKind, Explanation, Reason } from './reason.ts';
import type { Change } from './repair.ts';
import type { StatedFigure, YearCells } from './year-cells.ts';

/** Set by measuring with mistakes as people make them: see README.md beside this file. */
const SPOKEN_FOR = 4;
const SPOKEN_AGAINST = 3;

/** What a claim may count, each as the cells whose sum it is; figures about two years bear on no single cell. */
const READINGS: ReadonlyMap<string, readonly (readonly CellId[])[]> = new Map(
  TEXT_RULES.filter(({ againstLastYear }) => !againstLastYear).map(({ claim, readings }) => [
    claim,
    readings.map(({ cells }) => cells)
  ])
);

interface Witness {
  readonly year: number;
  readonly stated: StatedFigure;
  readonly readings: readonly (readonly CellId[])[];
  readonly cells: YearCells['cells'];
  /** Whether the report as it stands agrees with its text. */
  readonly agrees: boolean;
}

/**
 * Weighs changes of these years; a reason for each stated figure that speaks for them, and one for each that a changed
 * cell still does not say.
 */
export function statedIn(years: readonly YearCells[]): (changes: readonly Change[]) => Explanation {
  const witnesses = years.flatMap(witnessesOf);
  return (changes) => {
    const reasons = new Map<string, Reason>();
    const differing = new Map<string, Reason>();
    const against = new Set<string>();
    for (const witness of witnesses) {
      const changed = new Map(changes.flatMap(({ year, cell, to }) => (year === witness.year ? [[cell, to]] : [])));
      if (!witness.readings.some((reading) => reading.some((cell) => changed.has(cell)))) continue;
      const fitting = fittingReading(witness, changed);
      // A text that says the same twice is one witness.
      const key = `${witness.year} ${(fitting ?? witness.readings).join()} ${witness.stated.value}`;
      const [first = []] = fitting
        ? [fitting]
        : witness.readings.filter((reading) => reading.some((cell) => changed.has(cell)));
      const cells = first.filter((cell) => changed.has(cell));
      if (!fitting) differing.set(key, reasonOf('text-differs', witness, cells));
      if (witness.agrees === (fitting !== undefined)) continue;
      if (fitting) reasons.set(key, reasonOf('text-states', witness, cells));
      else against.add(key);
    }
    const penalty = SPOKEN_AGAINST * against.size - SPOKEN_FOR * reasons.size;
    return { reasons: [...reasons.values(), ...differing.values()], penalty };
  };
}

function witnessesOf({ year, layout, cells, stated = [] }: YearCells): Witness[] {
  const printed = new Set(cellsOfLayout(layout).map(({ id }) => id));
  return stated.flatMap((each): Witness[] => {
    const readings = (READINGS.get(each.claim) ?? [])
      .map((reading) => reading.filter((cell) => printed.has(cell)))
      .filter((reading) => reading.length > 0);
    const witness = { year, stated: each, readings, cells, agrees: false };
    return [{ ...witness, agrees: fittingReading(witness, new Map()) !== undefined }];
  });
}

/** The reading whose cells, with these changed, add up to what the text says. */
function fittingReading(
  { stated: { value }, readings, cells }: Witness,
  changed: ReadonlyMap<CellId, number>
): readonly CellId[] | undefined {
  return readings.find((reading) => {
    let sum = 0;
    for (const cell of reading) sum += changed.get(cell) ?? cells[cell] ?? NaN;
    return sum === value;
  });
}

/** A long sentence is quoted round its figure. */
const QUOTED_BEFORE = 24;
const QUOTED_AFTER = 6;

function reasonOf(
  kind: EvidenceKind,
  { year, stated: { raw, sentence, start } }: Witness,
  cells: readonly CellId[]
): Reason {
  const at = Math.max(0, start ?? sentence.indexOf(raw));
  const [from, to] = [Math.max(0, at - QUOTED_BEFORE), at + raw.length + QUOTED_AFTER];
  const quote = `${from > 0 ? '…' : ''}${sentence.slice(from, to)}${to < sentence.length ? '…' : ''}`;
  return { kind, cells: cells.map((cell) => ({ year, cell })), values: { quote } };
}
