/**
 * `npm run bench -- repair`: how often the true set is among the repairs shown and how often it stands first, and how
 * long the search takes. The table goes into src/lib/checks/repair/README.md.
 */
import { expect, it } from 'vitest';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { findRepairs } from '../../../src/lib/checks/repair/find-repairs.ts';
import { buildSystem, residualOf } from '../../../src/lib/checks/repair/system.ts';
import type { Repair } from '../../../src/lib/checks/repair/repair.ts';
import type { StatedFigure, YearCells } from '../../../src/lib/checks/repair/year-cells.ts';
import { LAYOUTS, type CellId, type Layout } from '../../../src/lib/form/form.ts';
import { Random, ruledCells, soundReport, type Values } from '../../unit/repair/random-report.ts';
import { LINE_MISTAKES, mistypeOne } from './people-mistakes.ts';

const CASES = Number(process.env['CASES'] ?? 1000);

interface Measured {
  cases: number;
  shown: number;
  first: number;
  /** The same with a text that states the totals as they should be. */
  firstWithText: number;
  /** Some smaller set, or another as small, makes the rules hold; the true set is larger and cannot be listed. */
  beaten: number;
  readonly milliseconds: number[];
  readonly listed: number[];
}

type Spoil = (cells: Values, random: Random) => readonly CellId[];

function measure(name: string, scale: number, spoilFor: (report: YearCells) => Spoil): Measured {
  const measured: Measured = {
    cases: 0,
    shown: 0,
    first: 0,
    firstWithText: 0,
    beaten: 0,
    milliseconds: [],
    listed: []
  };
  for (let seed = 1; measured.cases < CASES; seed += 1) {
    const random = new Random(seed * 7919 + name.length * 104_729 + scale);
    const layout = random.pick(LAYOUTS);
    const right = soundReport(layout, scale, random);
    const cells = { ...right };
    const report: YearCells = { year: 2022, layout, cells };
    const spoiled = spoilFor(report)(cells, random).filter((cell) => cells[cell] !== right[cell]);
    if (spoiled.length === 0 || !isBroken(report)) continue;
    // Of the processor: what the search waits for while others use the machine is no part of it.
    const begun = process.cpuUsage();
    const { repairs } = findRepairs([report], IDENTITIES);
    const { user, system } = process.cpuUsage(begun);
    measured.milliseconds.push((user + system) / 1000);
    measured.listed.push(repairs.length);
    measured.cases += 1;
    const isTrue = ({ changes }: Repair): boolean =>
      changes.length === spoiled.length &&
      changes.every(({ cell, to }) => spoiled.includes(cell) && right[cell] === to);
    const place = repairs.findIndex(isTrue);
    if (place >= 0) measured.shown += 1;
    if (place === 0) measured.first += 1;
    const [told] = findRepairs([{ ...report, stated: statedTotals(right) }], IDENTITIES).repairs;
    if (told && isTrue(told)) measured.firstWithText += 1;
    if (repairs.some(({ changes }) => changes.length < spoiled.length)) measured.beaten += 1;
  }
  return measured;
}

/** What a narrative usually says of the tables. */
function statedTotals(right: Values): StatedFigure[] {
  const totals = { new: 't3.new.total', handled: 't3.handled.total', review: 't4.review.total' };
  return Object.entries(totals).map(([claim, cell]) => {
    const value = right[cell] ?? 0;
    return { claim, value, raw: `${value}件`, sentence: `${value}件`, start: 0 };
  });
}

/** Nobody can find what breaks no rule. */
function isBroken(report: YearCells): boolean {
  const { variables, equations } = buildSystem([report], IDENTITIES);
  const values = variables.map(({ reported }) => reported);
  return equations.some((equation) => residualOf(equation, values) !== 0);
}

function line(name: string, { cases, shown, first, firstWithText, beaten, milliseconds, listed }: Measured): string {
  const share = (count: number): string => `${((100 * count) / cases).toFixed(1)}%`;
  const at = (numbers: number[], part: number): number =>
    [...numbers].sort((a, b) => a - b)[Math.floor(part * (numbers.length - 1))] ?? 0;
  const times = [0.5, 0.95, 1].map((part) => `${at(milliseconds, part).toFixed(1)}`).join(' | ');
  return `| ${name} | ${share(shown)} | ${share(first)} | ${share(firstWithText)} | ${share(beaten)} | ${at(listed, 0.5)} | ${times} |`;
}

it(`lists the true set, ${CASES} cases each`, { timeout: 3_600_000 }, () => {
  const lines = [
    '| mistakes | true set shown | stands first | first with a text that gives three totals | a smaller set exists | sets listed (median) | ms median | ms 95% | ms most |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |'
  ];
  const cellsFor: Readonly<Record<string, (layout: Layout) => CellId[]>> = {
    'both tables': ruledCells,
    'table 3 alone': (layout) => ruledCells(layout).filter((cell) => cell.startsWith('t3.'))
  };
  for (const [where, among] of Object.entries(cellsFor)) {
    for (const scale of [12, 300]) {
      for (let mistakes = 1; mistakes <= 5; mistakes += 1) {
        const measured = measure(`${mistakes}`, scale, ({ layout }) => (cells, random) => {
          const taken = new Set<CellId>();
          while (taken.size < mistakes) taken.add(mistypeOne(cells, among(layout), random, taken));
          return [...taken];
        });
        lines.push(line(`${mistakes} in ${where}, up to ${scale} requests`, measured));
        if (mistakes <= 3) expect(measured.shown / measured.cases).toBeGreaterThan(0.9);
      }
    }
  }
  for (const [name, spoil] of Object.entries(LINE_MISTAKES)) {
    lines.push(
      line(
        name,
        measure(
          name,
          300,
          ({ layout }) =>
            (cells, random) =>
              spoil(cells, layout, random)
        )
      )
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
});
