/** The same question put to an independent solver as a mixed-integer programme. */
import loadHighs from 'highs';
import type { System } from '../../../src/lib/checks/repair/system.ts';

const highs = await loadHighs();

/**
 * Fractions are allowed here: a search that asks for whole numbers and still finds sets as small is right, and the
 * solver is several times faster.
 *
 * The fewest figures whose change satisfies every equation, and which they are; null when no change does.
 * `not`: sets that do not count any more, nor any that holds one of them.
 */
export function smallestSetByHighs(system: System, not: readonly (readonly number[])[] = []): number[] | null {
  const base = system.variables.map(({ standing, reported }) =>
    standing === 'figure' && reported !== null ? reported : 0
  );
  const residuals = system.equations.map(({ terms, constant }) =>
    terms.reduce((sum, { variable, coefficient }) => sum + coefficient * (base[variable] ?? 0), constant)
  );
  const farthest = [...base, ...residuals].reduce((sum, value) => sum + Math.abs(value), 10);
  const names = system.variables.map((_, index) => index);
  const changed = (index: number): string => `z${index}`;
  const rows = system.equations.map(({ terms, constant }, index) => {
    const sum = terms.map(({ variable, coefficient }) => `${coefficient > 0 ? '+' : '-'} x${variable}`).join(' ');
    return `e${index}: ${sum} = ${-constant}`;
  });
  for (const index of names) {
    const standing = system.variables[index]?.standing;
    if (standing === 'figure') {
      rows.push(`u${index}: x${index} - ${farthest} z${index} <= ${base[index]}`);
      rows.push(`l${index}: x${index} + ${farthest} z${index} >= ${base[index]}`);
    } else if (standing === 'invalid') rows.push(`i${index}: z${index} = 1`);
    else rows.push(`b${index}: z${index} = 0`);
  }
  not.forEach((set, index) => rows.push(`n${index}: ${set.map(changed).join(' + ')} <= ${set.length - 1}`));
  const problem = [
    'Minimize',
    `cost: ${names.map(changed).join(' + ')}`,
    'Subject To',
    ...rows,
    'Binaries',
    names.map(changed).join(' '),
    'End'
  ].join('\n');
  const result = highs.solve(problem, { output_flag: false });
  if (result.Status === 'Infeasible') return null;
  if (result.Status !== 'Optimal') throw new Error(`HiGHS: ${result.Status}`);
  return names.filter((index) => Math.round(result.Columns[changed(index)]?.Primal ?? 0) === 1);
}
