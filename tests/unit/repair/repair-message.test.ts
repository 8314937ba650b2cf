import { afterEach, describe, expect, it } from 'vitest';
import { IDENTITIES } from '../../../src/lib/checks/identities.ts';
import { findRepairs } from '../../../src/lib/checks/repair/find-repairs.ts';
import { overwriteGetLocale, type Locale } from '../../../src/lib/paraglide/runtime.js';
import { repairMessage } from '../../../src/lib/words/repair-message.ts';
import { report } from './sound-cells.ts';

function speak(locale: Locale): void {
  overwriteGetLocale(() => locale);
}

function messageFor(wrong: Record<string, number | null>): string {
  const [first] = findRepairs([report(wrong)], IDENTITIES).repairs;
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
