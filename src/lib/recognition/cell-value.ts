import type { CellKind } from '../form/form.ts';
import type { CellNote } from '../report/report.ts';
import { parseChineseNumber } from './chinese-number.ts';
import type { StatedUnit } from './money-unit.ts';
import { foldText } from './normalise-label.ts';

export interface CellValue {
  /** Null for blank and dash; undefined when no number can be taken safely. */
  readonly value: number | null | undefined;
  /** Why the text is not simply its number; null for a plain number. */
  readonly note: CellNote['kind'] | null;
  /** The text has a number, with a unit that does not fit the cell. */
  readonly unknownUnit?: boolean;
}

const UNREADABLE: CellValue = { value: undefined, note: 'unreadable' };
const COUNT_UNIT = '(?:件次|件|条|项|个|次|份|宗|起|例|部|笔)';
const COUNTED = new RegExp(`^(.+?)${COUNT_UNIT}$`);
const MONEY = /^(.+?)(亿元|万元|千元|元|亿|万)$/;
const NUMBER_THEN_WORD = /^[+-]?[\d.,]+[\p{Script=Han}℃%‰]+$/u;
const DASH = /^(?:[-/\\—–―─−]+|无)$/;
/** ², ①, ½: a mark of a note, or a sign that folding would turn into digits of its own; or one that turns 12 into 21. */
const MARK = /\p{No}|\u202e/u;
/** How many places the decimal point moves from the printed unit to 万元. */
const PLACES_TO_WAN: Record<string, number> = { 亿元: 4, 亿: 4, 万元: 0, 万: 0, 千元: -1, 元: -4 };

/**
 * The number a cell's text stands for. `kind` and `stated`: what the form expects there; amounts come in 万元 when the
 * header states a unit, and as printed when it states none.
 * No guess is made: `1 2`, `O`, a bare 一 (one, or a dash?) and whole numbers beyond 2^53 are unreadable.
 */
export function parseCellValue(text: string, kind: CellKind, stated: StatedUnit = null): CellValue {
  const printed = text.trim();
  if (MARK.test(text)) return UNREADABLE;
  if (/^\d{1,15}$/.test(printed) && !(kind === 'amount' && stated === 'unknown')) {
    const factor = kind === 'amount' ? placesOf(stated) : 0;
    const value = moved(printed, factor);
    return { value, note: factor !== 0 || /^0\d/.test(printed) ? 'written' : null };
  }
  const folded = foldText(text).trim();
  if (folded === '') return { value: null, note: 'blank' };
  if (DASH.test(folded)) return { value: null, note: 'dash' };
  const value = valueOf(folded, kind, stated);
  // Nothing is nothing in every unit.
  if (kind === 'amount' && stated === 'unknown' && value !== 0) return { ...UNREADABLE, unknownUnit: true };
  if (value === undefined) {
    return NUMBER_THEN_WORD.test(folded.replace(/\s+/g, '')) ? { ...UNREADABLE, unknownUnit: true } : UNREADABLE;
  }
  return { value, note: folded === printed && isPlain(folded, kind, stated) ? null : 'written' };
}

/** Whether a number, a dash or the like stands there. Blank is none. */
export function isValue(text: string): boolean {
  if (text.length > 24 || text.trim() === '') return false;
  return parseCellValue(text, 'amount').value !== undefined || parseCellValue(text, 'change').value !== undefined;
}

function isPlain(text: string, kind: CellKind, stated: StatedUnit): boolean {
  if (kind === 'amount') return placesOf(stated) === 0 && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text);
  return /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/.test(text);
}

function valueOf(text: string, kind: CellKind, stated: StatedUnit): number | undefined {
  // A space before a unit or after a sign is typing; a space between digits may be a lost cell border, and a dash on a
  // line of its own another cell's.
  const spaced = text.replace(/\s+(?=[\p{Script=Han}])|(?<=[+\-−增减加少])[^\S\n]+/gu, '');
  // 一 alone is what many type for a dash.
  if (spaced === '一') return undefined;
  if (kind === 'amount') {
    const money = MONEY.exec(spaced);
    if (!money) return moved(decimalOf(spaced), placesOf(stated));
    const [, amount = '', unit = ''] = money;
    return moved(decimalOf(amount), stated === null ? 0 : (PLACES_TO_WAN[unit] ?? 0));
  }
  const counted = COUNTED.exec(spaced)?.[1] ?? spaced;
  const change = kind === 'change' ? /^(?:增加|增|减少|减)(\d+)$/.exec(counted) : null;
  if (change) return moved(`${counted.startsWith('减') ? '-' : ''}${change[1] ?? ''}`, 0);
  return moved(decimalOf(counted), 0);
}

function placesOf(stated: StatedUnit): number {
  return stated === null ? 0 : (PLACES_TO_WAN[stated] ?? 0);
}

/** A plain decimal, or undefined. Thousands must be grouped by three from the right. */
function decimalOf(text: string): string | undefined {
  const chinese = parseChineseNumber(text);
  if (chinese !== null) return String(chinese);
  const match = /^([+\-−]?)(\d+|[1-9]\d{0,2}(?:,\d{3})+)(\.\d+)?$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = ''] = match;
  return `${sign === '+' || sign === '' ? '' : '-'}${whole.replaceAll(',', '')}${fraction}`;
}

/** The decimal with its point moved, as text first: 251000 by −4 is 25.1 and not 25.099999. */
function moved(decimal: string | undefined, places: number): number | undefined {
  if (decimal === undefined) return undefined;
  const value = Number(`${decimal}e${places}`);
  // Beyond this the printed number is not the number that a computer keeps.
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER || decimal.replace(/\D/g, '').replace(/^0+/, '').length > 16)
    return undefined;
  return Object.is(value, -0) ? 0 : value;
}
