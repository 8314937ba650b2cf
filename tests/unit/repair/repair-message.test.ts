import { afterEach, describe, expect, it } from 'vitest';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { findRepairs } from '../../../src/lib/checks/repair/find-repairs.ts';
import type { YearCells } from '../../../src/lib/checks/repair/year-cells.ts';
import { overwriteGetLocale, type Locale } from '../../../src/lib/paraglide/runtime.js';
import { repairMessage, reportedText } from '../../../src/lib/words/repair-message.ts';
import { report } from './sound-cells.ts';

function speak(locale: Locale): void {
  overwriteGetLocale(() => locale);
}

function messageFor(wrong: Record<string, number | null>, absent: YearCells['absent'] = {}): string {
  const [first] = findRepairs([{ ...report(wrong), absent }], IDENTITIES).repairs;
  if (!first) throw new Error('nothing found');
  return repairMessage(first);
}

describe('repairMessage', () => {
  afterEach(() => {
    speak('zh-CN');
  });

  it('names the place and the slip', () => {
    speak('zh-CN');
    expect(messageFor({ 't3.granted.person': 116 })).toBe('表三第三行“予以公开”自然人列：116 与 161 两位数字颠倒');
    speak('en');
    expect(messageFor({ 't3.granted.person': 116 })).toContain(': 116 and 161 differ by two swapped digits');
  });

  it('tells a cell that was not read, one that was not found and a dash from a blank', () => {
    speak('zh-CN');
    const cell = 't3.granted.person';
    const of = (absence?: 'dash' | 'unreadable' | 'missing'): string =>
      messageFor({ [cell]: null }, { [cell]: absence }).replace('表三第三行“予以公开”自然人列：', '');
    expect(of()).toBe('空白，按勾稽关系应填 161');
    expect(of('dash')).toBe('填的是横线或“无”，按勾稽关系应填 161');
    expect(of('unreadable')).toBe('未读出，按勾稽关系应为 161，请对照原件');
    expect(of('missing')).toBe('未找到，按勾稽关系应为 161，请对照原件');
    const changes = (absence: 'unreadable' | 'missing') =>
      findRepairs([{ ...report({ [cell]: null }), absent: { [cell]: absence } }], IDENTITIES).repairs[0]?.changes;
    expect(changes('missing')).toEqual([{ year: 2022, cell, from: null, to: 161, absence: 'missing' }]);
    expect(changes('unreadable')?.map(reportedText)).toEqual(['未读出']);
    expect(reportedText({ from: null })).toBe('空白');
    expect(reportedText({ from: 0 })).toBe('0');
  });

  it('says of cells that can only be 0 which were left empty and which were not read', () => {
    speak('zh-CN');
    const [one, two, three] = ['t3.granted.other', 't3.partial.other', 't3.partial.legal'];
    const cells = { [one ?? '']: null, [two ?? '']: null, [three ?? '']: null };
    expect(messageFor(cells, { [two ?? '']: 'dash' })).toBe('3 个没有填数的格按勾稽关系只能是 0，应填 0');
    expect(messageFor(cells, { [two ?? '']: 'unreadable' })).toBe(
      '2 个没有填数的格按勾稽关系只能是 0，应填 0；1 个未读出或未找到的格按勾稽关系只能是 0，请对照原件'
    );
  });

  it('joins several mistakes in the order of the form', () => {
    speak('zh-CN');
    expect(messageFor({ 't4.review.total': 0, 't3.granted.person': 116 })).toBe(
      '表三第三行“予以公开”自然人列：116 与 161 两位数字颠倒；表四“行政复议”总计列：合计填了 0，各项相加应为 4'
    );
  });

  it('names a shifted row once', () => {
    speak('zh-CN');
    const shifted = { 't3.new.person': 0, 't3.new.company': 200, 't3.new.research': 14, 't3.new.total': 0 };
    expect(messageFor(shifted)).toBe('表三第一行“本年新收”的数字左右错开了一格');
  });
});
