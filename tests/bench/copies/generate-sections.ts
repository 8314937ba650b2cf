import type { Database } from '../../../src/lib/database/database.ts';

const FIRST_YEAR = 2019;
const YEARS = 7;
const KEYS = ['overview', 'problems', 'other-matters'] as const;

/** `usual`: one text in ten is copied. `template`: all sections of a year begin with one district's text. `same`: all are one text. */
export type Likeness = 'usual' | 'template' | 'same';

/** Seven years of `reports / 7` units with three sections of 150 to 550 characters each. */
export async function generateSections(database: Database, reports: number, likeness: Likeness): Promise<void> {
  const units = Math.ceil(reports / YEARS);
  const rows: { unit: string; year: number; position: number; key: string; title: string; text: string }[] = [];
  for (let index = 0; index < reports; index += 1) {
    const [unit, year] = [Math.floor(index / YEARS), FIRST_YEAR + (index % YEARS)];
    for (const [position, key] of KEYS.entries()) {
      const text = textFor(likeness, unit, year, position);
      rows.push({ unit: `U${unit}`, year, position: position + 1, key, title: key, text });
    }
  }
  await database.insert(
    'unit',
    Array.from({ length: units }, (_, unit) => {
      const name = `${characters(unit + 7, 4)}街道`;
      return { code: `U${unit}`, name, district: '东湖区', kind: '街道', order: unit, former_names: [] };
    })
  );
  // One insert of everything would need it all twice.
  for (let from = 0; from < rows.length; from += 30_000)
    await database.insert('section', rows.slice(from, from + 30_000));
}

function textFor(likeness: Likeness, unit: number, year: number, position: number): string {
  const length = 150 + ((unit * 31 + position * 97) % 400);
  const own = (at: number, owner = unit): string => characters(owner * 101 + at * 13 + position * 7 + 1, length);
  if (likeness === 'same') return characters(position + 1, 300);
  if (likeness === 'template') return characters(year * 3 + position, 300) + characters(unit * 17 + year + 5, 60);
  const chance = (unit * 7 + year * 3 + position) % 20;
  if (chance === 0 && year > FIRST_YEAR) return own(year - 1);
  if (chance === 1 && unit > 0) return own(year, unit - 1);
  return own(year);
}

/** Characters as a text's are spread: a few hundred make up most of it. */
function characters(seed: number, length: number): string {
  let state = (seed * 2654435761) >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 12;
  };
  let text = '';
  for (let at = 0; at < length; at += 1) {
    const most = next() % 3 === 0 ? 2500 : 300;
    text += String.fromCharCode(0x4e00 + (next() % most));
  }
  return text;
}
