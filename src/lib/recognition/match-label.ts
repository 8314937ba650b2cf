import type { TableNumber } from '../form/form.ts';
import { LABELS, type Label } from './labels.ts';
import { normaliseLabel } from './normalise-label.ts';

export interface LabelMatch {
  readonly labels: readonly Label[];
  /** The text differs from every known label; `labels` is the nearest one, and the report must say so. */
  readonly similar: boolean;
}

/** Bigrams shared, of all bigrams (Dice), from which a text is taken for a label, and the lead over the next label. */
const SIMILAR = 0.75;
const LEAD = 0.1;
/** Shorter labels differ by too little to be told by likeness. */
const SHORTEST_SIMILAR = 4;
const LONGEST_LABEL = 60;

/** The unit of money is read where amounts are, whatever the label. */
const MONEY = /[(（]\s*(?:单位[:：]?\s*)?[千万亿]?元\s*[)）]$/u;

export function exactLabels(text: string): readonly Label[] | undefined {
  if (text.length > LONGEST_LABEL * 2) return undefined;
  return LABELS.get(normaliseLabel(text)) ?? LABELS.get(normaliseLabel(text.trim().replace(MONEY, '')));
}

/** Exact first; then, within one table, the label before an explanation in brackets, or the nearest label by far. */
export function matchLabel(text: string, table: TableNumber | null): LabelMatch | null {
  const exact = exactLabels(text);
  if (exact) return { labels: exact, similar: false };
  return table === null ? null : (explainedLabel(text, table) ?? similarLabel(text, table));
}

/** （二）部分公开 … has a number in brackets before the words. */
const HEAD = '^(?<head>(?:[(（][一二三四五六七八九十\\d]{1,3}[)）])?[^(（]+)';
/** 本年（2023）收费金额（单位：万元）, 处理决定数量（指今年办件量） */
const EXPLAINED = [
  new RegExp(`${HEAD}[(（]\\s*20\\d{2}年?度?\\s*[)）](?<tail>.*)`, 'su'),
  new RegExp(`${HEAD}[(（].+[)）]$`, 'su')
];

/** The explanation may narrow what is counted, and the year be another, so the report says how the label was taken. */
function explainedLabel(text: string, table: TableNumber): LabelMatch | null {
  for (const pattern of EXPLAINED) {
    const { head, tail = '' } = pattern.exec(text.trim())?.groups ?? {};
    const labels = head === undefined ? [] : (exactLabels(head + tail) ?? []).filter((label) => label.table === table);
    if (labels.length > 0) return { labels, similar: true };
  }
  return null;
}

const remembered = new Map<string, LabelMatch | null>();
const REMEMBERED_LIMIT = 2_000;

function similarLabel(text: string, table: TableNumber): LabelMatch | null {
  const normal = normaliseLabel(text);
  if (normal.length < SHORTEST_SIMILAR || normal.length > LONGEST_LABEL) return null;
  const key = `${table} ${normal}`;
  let match = remembered.get(key);
  if (match === undefined) {
    match = nearest(normal, table);
    if (remembered.size >= REMEMBERED_LIMIT) remembered.clear();
    remembered.set(key, match);
  }
  return match;
}

interface Candidate {
  readonly bigrams: readonly string[];
  readonly label: Label;
}

const candidates = new Map<TableNumber, Candidate[]>([
  [2, []],
  [3, []],
  [4, []]
]);
for (const [text, labels] of LABELS) {
  if (text.length < SHORTEST_SIMILAR) continue;
  for (const label of labels) candidates.get(label.table)?.push({ bigrams: bigramsOf(text), label });
}

function nearest(normal: string, table: TableNumber): LabelMatch | null {
  const bigrams = bigramsOf(normal);
  const best = new Map<string, { score: number; label: Label }>();
  for (const { bigrams: other, label } of candidates.get(table) ?? []) {
    const score = dice(bigrams, other);
    const name = `${label.kind} ${label.key}`;
    if (score > (best.get(name)?.score ?? 0)) best.set(name, { score, label });
  }
  const [first, second] = [...best.values()].sort((a, b) => b.score - a.score);
  if (!first || first.score < SIMILAR) return null;
  if (second && first.score - second.score < LEAD) return null;
  return { labels: [first.label], similar: true };
}

function bigramsOf(text: string): string[] {
  const signs = [...text];
  return signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`);
}

function dice(one: readonly string[], other: readonly string[]): number {
  const left = [...other];
  let shared = 0;
  for (const bigram of one) {
    const at = left.indexOf(bigram);
    if (at < 0) continue;
    shared++;
    left.splice(at, 1);
  }
  return (2 * shared) / (one.length + other.length);
}
