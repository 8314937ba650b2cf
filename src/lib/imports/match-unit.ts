import type { ResolveUnit } from '../database/resolve-units.ts';
import type { Unit } from '../report/unit.ts';
import { baseName, foldersOf } from './file-name.ts';

/**
 * Which unit a report is of. `certain`: by its printed name, a former name or another way to write the one it can be.
 * `ask`: a person chooses, also when there is but one candidate.
 */
export type UnitMatch =
  { readonly state: 'certain'; readonly unit: Unit } | { readonly state: 'ask'; readonly candidates: readonly Unit[] };

/**
 * @param printed the unit's name as the report prints it, null when it prints none
 * @param path the file's name with its folders: what they name is proposed, never taken
 */
export function matchUnit(printed: string | null, path: string, resolve: ResolveUnit): UnitMatch {
  const resolution = resolve(printed ?? '');
  if (resolution.match !== 'candidates' && resolution.match !== 'unknown') {
    return { state: 'certain', unit: resolution.unit };
  }
  const near = resolution.match === 'candidates' ? resolution.candidates : [];
  return { state: 'ask', candidates: [...new Set([...near, ...unitsOfPath(path, resolve)])] };
}

/** Units that the folders or the file itself are named for. */
function unitsOfPath(path: string, resolve: ResolveUnit): Unit[] {
  const file = baseName(path).replace(/\.[^.]*$/, '');
  return [file, ...foldersOf(path)].flatMap((name) => {
    const resolution = resolve(name.replace(/[\d_\s年-]+/g, ''));
    if (resolution.match === 'unknown') return [];
    return resolution.match === 'candidates' ? resolution.candidates : [resolution.unit];
  });
}
