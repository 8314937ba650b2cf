/** What the rules alone say about blank cells. */
import type { Equation, System } from './system.ts';

/**
 * Fills every blank that an equation fixes: its only blank, or several that must add up to 0. Repeats until nothing
 * more follows. Returns the values with the blanks that stay open as null, or null when a rule is broken, or would
 * need a count below 0.
 */
export function fillBlanks(system: System, values: readonly (number | null)[]): (number | null)[] | null {
  const filled = [...values];
  let open = system.equations;
  for (;;) {
    const next: Equation[] = [];
    for (const equation of open) {
      const outcome = settle(equation, filled);
      if (outcome === 'broken') return null;
      if (outcome === 'open') next.push(equation);
    }
    if (next.length === open.length) return filled;
    open = next;
  }
}

/** `settled`: no blank is left in the equation; blanks it fixed are written into `values`. */
function settle(equation: Equation, values: (number | null)[]): 'broken' | 'open' | 'settled' {
  let rest = -equation.constant;
  const blanks: { variable: number; coefficient: number }[] = [];
  for (const term of equation.terms) {
    const value = values[term.variable] ?? null;
    if (value === null) blanks.push(term);
    else rest -= term.coefficient * value;
  }
  // Now Σ coefficient × blank = rest.
  const [only] = blanks;
  if (!only) return rest === 0 ? 'settled' : 'broken';
  if (blanks.length === 1) {
    const value = rest / only.coefficient;
    if (value < 0) return 'broken';
    // Not −0, which a comparison or a page could show.
    values[only.variable] = Math.abs(value);
    return 'settled';
  }
  if (blanks.some((term) => term.coefficient !== only.coefficient)) return 'open';
  if (rest / only.coefficient < 0) return 'broken';
  if (rest !== 0) return 'open';
  for (const term of blanks) values[term.variable] = 0;
  return 'settled';
}
