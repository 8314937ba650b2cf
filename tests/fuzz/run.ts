import { Random } from '../../data/generator/random.ts';
import type { Format } from '../../src/lib/documents/block.ts';
import { readBlocks } from '../../src/lib/documents/read-blocks.ts';
import { readDocument } from '../../src/lib/recognition/read-document.ts';
import { documentResultSchema } from '../../src/lib/report/report.ts';
import { assertGrid, refusal } from '../unit/documents/show-blocks.ts';
import { judge, type Truth } from './judge.ts';
import { asPaper, reportPaper } from './report-paper.ts';
import { damagedSample } from './samples.ts';
import { CHANGES } from './changes/changes.ts';
import { anyReport } from './tell.ts';
import { WRITERS } from './write/writers.ts';

/** `bytes`: a file damaged. `structure`: a whole file of a report that something was done to. */
export const KINDS = ['bytes', 'structure'] as const;
export type Kind = (typeof KINDS)[number];

export interface Case {
  readonly bytes: Uint8Array;
  /** null where the file may say anything. */
  readonly truth: Truth | null;
  readonly changes: readonly string[];
}

export interface Outcome {
  readonly status: 'read' | 'partial' | 'refused';
  readonly right: number;
  readonly missing: number;
  readonly flagged: number;
  readonly silent: readonly string[];
  readonly unnamed: readonly string[];
  /** What no reader may throw; null when nothing was thrown. */
  readonly crash: string | null;
  readonly changes: readonly string[];
}

/** A report with up to `wanted` things done to it, drawn from `names`. */
export function makeChanged(format: Format, random: Random, names: readonly string[], wanted = 1): Case {
  const { told, truth } = anyReport(random);
  const paper = reportPaper(told);
  const allowed = new Map([...truth].map(([id, value]) => [id, new Set([value])]));
  const draft = { paper, truth: allowed, format, random, uneven: new Set<never>() };
  const changes: string[] = [];
  for (let tries = 0; tries < 50 && changes.length < wanted; tries += 1) {
    const name = random.pick(names);
    if (CHANGES[name]?.(draft)) changes.push(name);
  }
  return { bytes: WRITERS[format](asPaper(paper), random.integer(0, 999)), truth: allowed, changes };
}

/** The same for the same seed, on every machine. */
export function makeCase(format: Format, kind: Kind, seed: number): Case {
  const random = new Random('fuzz', format, kind, seed);
  if (kind === 'structure')
    return makeChanged(format, random, Object.keys(CHANGES), random.pick([1, 1, 1, 1, 2, 2, 3]));
  return { ...damagedSample(format, random), changes: [] };
}

/** Reads one case and holds it against what it may say. Throws nothing. */
export async function runCase({ bytes, truth, changes }: Case): Promise<Outcome> {
  const nothing = { right: 0, missing: 0, flagged: 0, silent: [], unnamed: [] };
  try {
    // By itself the reader may throw only refusals, and its tables must be whole.
    const code = await refusal(async () => assertGrid((await readBlocks(bytes)).blocks));
    if (code !== undefined && / \w*Error$/.test(code)) return { ...nothing, status: 'refused', crash: code, changes };
    const result = await readDocument(bytes, 'report');
    documentResultSchema.parse(result);
    const verdict = truth ? judge(result, truth) : nothing;
    return { ...verdict, status: result.status, crash: null, changes };
  } catch (error) {
    const crash = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...nothing, status: 'refused', crash, changes };
  }
}
