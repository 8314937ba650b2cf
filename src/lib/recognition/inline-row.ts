import { isValue } from './cell-value.ts';
import { signIn } from '../documents/text-signs.ts';
import type { TableNumber } from '../form/form.ts';

import { exactLabels, matchLabel } from './match-label.ts';
import { LABELS } from './labels.ts';
import { foldText, normaliseLabel } from './normalise-label.ts';
import { sideWord } from './side-words.ts';

/** Label or figure of a line that holds several of them. */
export interface InlineToken {
  readonly kind: 'label' | 'value' | 'side';
  readonly text: string;
  /** A figure that follows its label without anything between. */
  readonly glued: boolean;
}

const UNIT = '(?:件次|件|条|项|个|次|份|宗|起|例|部|笔|亿元|万元|千元|元)';
const WHOLE = '(?:[1-9]\\d{0,2}(?:,\\d{3})+(?!\\d)|\\d+)';
/** A figure between words: not numbering (`1.属于`, `(1)属于`), not part of a word. */
const FIGURE = new RegExp(
  `[+\\-−]?${WHOLE}(?:\\.\\d+)?${UNIT}?(?!\\d*(?:\\s*[.、]\\s*|\\))\\p{Script=Han})|(?<=\\s|^)(?:[-/—–]+|无|[一二三四五六七八九十零〇]+件)(?=\\s|$)`,
  'gu'
);
/** What a figure may touch: words, the brackets and quotes that end a label, numbering that begins the next. */
const FREE_BEFORE = /(?:^|[\s\p{Script=Han}\ue000\d]|[\p{Script=Han}\d]["'”’):：])$/u;
const FREE_BEHIND =
  /^(?:$|[\s\p{Script=Han}\ue000\d,、+-]|\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)\s*\p{Script=Han})/u;
/** A figure with signs round it, such as `3*`, `≈5`, `12%`, that stands by itself. */
const SIGNED = /^[^\s\p{Script=Han}]{1,12}$/u;
/** A word in front of a figure, apart from the label before it: 行政许可 约5. */
const APART = /^(.*\S)\s+(\S+)$/su;

/** A note's mark, which folding would turn into a figure; ⒈ before a word numbers it. */
const MARK = /(?<=\d)\p{No}|[^\P{No}⒈-⒛㈠-㈩]|[⒈-⒛㈠-㈩](?!\p{Script=Han})/u;

/**
 * A line of labels and figures, as in `规章 0 0 0 行政规范性文件 1 0 2` or `规章000`, in order; null when anything else
 * stands in it, so that no sentence is ever taken for a row.
 */
export function splitInlineRow(line: string, table: TableNumber | null): InlineToken[] | null {
  if (/[。；;]/.test(line) || MARK.test(line) || signIn(line)) return null;
  // The digit before a dot and a word numbers the word; digits before it are figures.
  const folded = foldText(line).replace(/(\d)(?=\d\s*[.、]\s*\p{Script=Han})/gu, '$1\ue000');
  const tokens: InlineToken[] = [];
  let start = 0;
  for (const match of folded.matchAll(FIGURE)) {
    if (match.index < start) continue;
    const figure = figureAt(folded, match.index, match[0]);
    if (!figure || figure.from < start) return null;
    const words = folded.slice(start, figure.from);
    const labels = labelsIn(words, table);
    const glued = words !== '' && /[^\s\ue000]$/.test(words);
    if (!labels || (glued && isApart(words))) return null;
    tokens.push(...labels);
    tokens.push({ kind: 'value', text: figure.text, glued });
    start = figure.from + figure.text.length;
    // 规章0件，行政规范性文件2件 is told, not tabulated.
    if (/^\s*[,、]/.test(folded.slice(start))) return null;
  }
  const rest = labelsIn(folded.slice(start), table);
  if (!rest) return null;
  tokens.push(...rest);
  const values = tokens.filter(({ kind }) => kind === 'value').length;
  // 件数 before the figures of table 4, which have no label of their own.
  if (table === 4 && tokens[0]?.kind === 'side' && tokens.length === values + 1 && values > 1) return tokens;
  const labels = tokens.filter(({ kind }) => kind === 'label').length;
  return labels > 0 && (labels > 1 || tokens.length > 1) ? tokens : null;
}

/**
 * The figure with all that touches it: signs, such as the one of `3*`, are left to it, so that no number is read from
 * it. Null where it cannot be told what belongs to it.
 */
function figureAt(line: string, at: number, found: string): { readonly from: number; readonly text: string } | null {
  const [before, behind] = [line.slice(0, at), line.slice(at + found.length)];
  if (FREE_BEFORE.test(before) && FREE_BEHIND.test(behind)) return { from: at, text: found };
  const [[head = ''] = [], [tail = ''] = []] = [/\S*$/.exec(before) ?? [], /^\S*/.exec(behind) ?? []];
  const text = `${head}${found}${tail}`;
  return SIGNED.test(text) && !text.includes('\ue000') ? { from: at - head.length, text } : null;
}

function isApart(words: string): boolean {
  const [, label = '', word = ''] = APART.exec(words.replaceAll('\ue000', '')) ?? [];
  return word !== '' && exactLabels(label) !== undefined && exactLabels(word) === undefined;
}

/** A unit of money in a column of its own, between the label and its figure. */
const MONEY_BEHIND = /^(.*\S)\s+([千万亿]?元)$/su;

function labelsIn(words: string, table: TableNumber | null): InlineToken[] | null {
  const text = words.replaceAll('\ue000', '').trim();
  if (text === '') return [];
  if (isValue(text)) return null;
  if (sideWord(text)) return [{ kind: 'side', text, glued: false }];
  const whole = exactLabels(text);
  if (whole) return [{ kind: 'label', text, glued: false }];
  const [, before = '', unit = ''] = MONEY_BEHIND.exec(text) ?? [];
  if (unit !== '') {
    const labels = labelsIn(before, table);
    return labels && [...labels, { kind: 'side', text: unit, glued: false }];
  }
  const tokens: InlineToken[] = [];
  for (const chunk of chunksOf(text)) {
    const labels = cutIntoLabels(normaliseLabel(chunk)) ?? (matchLabel(chunk, table) ? [chunk] : null);
    if (!labels) return null;
    for (const label of labels) tokens.push({ kind: sideWord(label) ? 'side' : 'label', text: label, glued: false });
  }
  return tokens;
}

/** Numbering begins a new label, but not the number inside 第二十条第（一）项. */
function chunksOf(text: string): string[] {
  return text
    .replace(/\s+/g, '')
    .split(
      /(?<!第)(?=\([一二三四五六七八九十]\))|(?<![一二三四五六七八九十第])(?=[一二三四五六七八九十][、,])|(?=\d[.、])/u
    )
    .filter((chunk) => normaliseLabel(chunk) !== '');
}

/** 元 may be the end of 本年收费金额（单位：元）, whose unit must not be cut off. */
function isSide(part: string): boolean {
  const side = sideWord(part);
  return side !== undefined && side !== 'money';
}

const longest = Math.max(...[...LABELS.keys()].map((label) => label.length));

/** A run of labels written one after the other, cut so that each part is a label and nothing is left. */
function cutIntoLabels(text: string): string[] | null {
  if (text.length > 400) return null;
  const cuts: (string[] | null)[] = [[]];
  for (let end = 1; end <= text.length; end++) {
    let best: string[] | null = null;
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const before = cuts[start];
      const part = text.slice(start, end);
      if (before && (LABELS.has(part) || isSide(part)) && (best === null || before.length + 1 < best.length))
        best = [...before, part];
    }
    cuts.push(best);
  }
  return cuts.at(-1) ?? null;
}
