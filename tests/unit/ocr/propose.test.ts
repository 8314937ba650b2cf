import { expect, test } from 'vitest';
import { cut, graymap, greyPicture, scaled } from '../../../src/lib/ocr/picture.ts';
import { readLine, type Reading, type Recogniser } from '../../../src/lib/ocr/read-line.ts';
import { sumVerdicts, type Proposal } from '../../../src/lib/proofread/proposal.ts';
import { proposalFor } from '../../../src/lib/proofread/propose-figures.ts';
import { blankPage } from './draw-page.ts';

const picture = blankPage(10, 10);

/** Says the same each time in a mode. */
function saying(line: Reading, word: Reading = { text: '', confidence: 0 }): Recogniser {
  return { read: async (_, mode) => (mode === 'line' ? line : word), close: async () => undefined };
}

const proposed = (text: string, parts: number, cell = 't3.new.person', confidence = 96) =>
  proposalFor({ cell, text: { kind: 'line', picture, parts }, shown: picture }, saying({ text, confidence }));

test('a reading is dropped when it lost a sign, and doubted when signs touch or the recogniser doubts', async () => {
  expect(await readLine(saying({ text: '12', confidence: 96 }), picture, 2)).toEqual({ text: '12', sure: true });
  expect(await readLine(saying({ text: '12', confidence: 96 }), picture, 1)).toEqual({ text: '12', sure: false });
  expect(await readLine(saying({ text: '12', confidence: 50 }), picture, 2)).toEqual({ text: '12', sure: false });
  expect(await readLine(saying({ text: '7', confidence: 96 }), picture, 3)).toBeNull();
  expect(await readLine(saying({ text: '', confidence: 0 }), picture, 1)).toBeNull();
  const asWord = saying({ text: '', confidence: 0 }, { text: '0', confidence: 90 });
  expect(await readLine(asWord, picture, 1)).toEqual({ text: '0', sure: true });
});

test('only a plain number of the form is proposed', async () => {
  expect(await proposed('57', 2)).toMatchObject({ value: 57, sure: true });
  expect(await proposed('8.25', 4, 't2.fees.amount')).toMatchObject({ value: 8.25, sure: true });
  expect(await proposed('000000', 6)).toMatchObject({ value: 0, sure: false });
  for (const text of ['-', '5-7', '1..2', '12%']) expect(await proposed(text, 1), text).toBeNull();
});

test('sums speak for and against proposals, and never against one that another sum vouches for', () => {
  const open = (values: Record<string, number | null>): Map<string, Proposal> =>
    new Map(Object.entries(values).map(([cell, value]) => [cell, { value, sure: true, picture }]));
  const row = (total: number) => ({
    ...Object.fromEntries(
      ['person', 'company', 'research', 'charity', 'legal', 'other'].map((column) => [`t3.new.${column}`, 1])
    ),
    't3.new.total': total
  });
  const right = sumVerdicts('2021', {}, open(row(6)));
  expect(right.get('t3.new.person')).toBe('agrees');
  const wrong = sumVerdicts('2021', {}, open(row(7)));
  expect(wrong.get('t3.new.person')).toBe('breaks');
  expect(wrong.get('t3.new.total')).toBe('breaks');
  // With what is known about the other rows, the column of 自然人 adds up: the fault is elsewhere.
  const known = { 't3.carried-in.person': 2, 't3.handled.person': 3, 't3.carried-out.person': 0 };
  expect(sumVerdicts('2021', known, open(row(7))).get('t3.new.person')).toBe('agrees');
  // A cell that a person has filled in is no proposal.
  expect(sumVerdicts('2021', { 't3.new.total': 7 }, open({ ...row(7), 't3.new.total': null })).size).toBe(0);
});

test('pictures: shades of colours, parts, enlargements and files', () => {
  const colours = new Uint8ClampedArray([255, 0, 0, 255, 0, 0, 0, 0]);
  expect([...greyPicture(colours, 2, 1).pixels]).toEqual([76, 255]);
  const part = cut(
    { width: 3, height: 2, pixels: new Uint8Array([1, 2, 3, 4, 5, 6]) },
    { left: 1, top: 0, right: 9, bottom: 2 }
  );
  expect(part).toEqual({ width: 2, height: 2, pixels: new Uint8Array([2, 3, 5, 6]) });
  const large = scaled({ width: 1, height: 1, pixels: new Uint8Array([0]) }, 2, 3);
  expect([large.width, large.height, large.pixels[0]]).toEqual([8, 8, 255]);
  expect(new TextDecoder('latin1').decode(graymap(part))).toBe('P5\n2 2\n255\n\u0002\u0003\u0005\u0006');
});
