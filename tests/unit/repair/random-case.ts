import { LAYOUTS, type CellId } from '../../../src/lib/form/form.ts';
import type { YearCells } from '../../../src/lib/checks/repair/year-cells.ts';
import { mistyped, Random, ruledCells, soundReport } from './random-report.ts';

/**
 * Reports with any cells made wrong: slips, figures out of nowhere, blanks, negatives and fractions; at times two
 * years together. Nothing here is likely; it only has to be anything.
 */
export function randomCase(seed: number, mostMistakes = 5): { years: YearCells[] } {
  const random = new Random(seed);
  const layout = random.pick(LAYOUTS);
  const scale = random.pick([3, 20, 150]);
  const first = soundReport(layout, scale, random);
  const years = [{ year: 2021, layout, cells: first }];
  if (random.isHit(0.2)) years.push({ year: 2022, layout, cells: soundReport(layout, scale, random, first) });
  const mistakes = 1 + random.upTo(mostMistakes - 1);
  for (let done = 0; done < mistakes; done += 1) {
    const { cells } = random.pick(years);
    const names: CellId[] = ruledCells(layout);
    const used = names.filter((cell) => cells[cell] !== 0);
    const cell = random.pick(used.length > 0 && random.isHit(0.7) ? used : names);
    const right = cells[cell] ?? 0;
    const roll = random.fraction();
    if (roll < 0.1) cells[cell] = -1 - right;
    else if (roll < 0.15) cells[cell] = right + 0.5;
    else if (roll < 0.4) cells[cell] = random.upTo(2 * scale);
    else cells[cell] = mistyped(right, random);
  }
  if (random.isHit(0.4)) {
    const { cells } = random.pick(years);
    const kind = random.pick(['cell', 'row', 'column', 'many']);
    const start = random.pick(ruledCells(layout));
    const [table, row, column] = start.split('.');
    for (const cell of ruledCells(layout)) {
      const isBlank =
        kind === 'cell'
          ? cell === start
          : kind === 'row'
            ? cell.startsWith(`${table}.${row}.`)
            : kind === 'column'
              ? cell.endsWith(`.${column}`)
              : random.isHit(0.3);
      if (isBlank) cells[cell] = null;
    }
  }
  return { years };
}
