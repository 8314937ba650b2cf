import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellKind } from '../../../src/lib/form/form.ts';
import { parseCellValue, type CellValue } from '../../../src/lib/recognition/cell-value.ts';
import type { StatedUnit } from '../../../src/lib/recognition/money-unit.ts';

const plain = (value: number): CellValue => ({ value, note: null });
const written = (value: number): CellValue => ({ value, note: 'written' });
const unreadable: CellValue = { value: undefined, note: 'unreadable' };
const unknownUnit: CellValue = { ...unreadable, unknownUnit: true };

describe('a count', () => {
  it.each<[string, CellValue]>([
    ['0', plain(0)],
    ['12', plain(12)],
    [' 0 ', plain(0)],
    ['0\u00a0', plain(0)],
    ['\u3000 7\u200b', written(7)],
    ['000000', written(0)],
    ['007', written(7)],
    ['１２', written(12)],
    ['1,234', written(1234)],
    ['1，234，567', written(1234567)],
    ['12件', written(12)],
    ['12 件', written(12)],
    ['3条', written(3)],
    ['+19', written(19)],
    ['-5', plain(-5)],
    ['−5', written(-5)],
    ['12.5', plain(12.5)],
    ['3.0', written(3)],
    ['零', written(0)],
    ['一件', written(1)],
    ['十二', written(12)],
    ['一百零三件', written(103)],
    ['两万三千', written(23000)],
    ['9007199254740991', plain(9007199254740991)]
  ])('%j is read', (text, expected) => {
    expect(parseCellValue(text, 'count')).toEqual(expected);
  });

  it.each(['', ' ', '\u00a0', '\u3000\u200b', '\n'])('%j is blank', (text) => {
    expect(parseCellValue(text, 'count')).toEqual({ value: null, note: 'blank' });
  });

  it.each(['/', '／', '-', '－', '—', '——', '–', '无', ' / ', '\\', '--'])('%j stands for nothing', (text) => {
    expect(parseCellValue(text, 'count')).toEqual({ value: null, note: 'dash' });
  });

  it.each([
    '1 2',
    '12 3',
    '1\n2',
    '-\n18',
    'O',
    'o',
    'l2',
    '1O',
    '1,23',
    '12,34',
    '0,123',
    '1,2345',
    '1.',
    '.5',
    '1.2.3',
    '一',
    '一二',
    '十百',
    '约3件',
    '1\u202e2',
    '3+2',
    '0/0',
    '见附件',
    '12?',
    '—5',
    '9007199254740993',
    '123456789012345678901'
  ])('%j is unreadable', (text) => {
    expect(parseCellValue(text, 'count')).toEqual(unreadable);
  });

  it('一 alone may be a dash, whatever the column', () => {
    for (const kind of ['count', 'amount', 'change'] as const) expect(parseCellValue('一', kind)).toEqual(unreadable);
  });

  it.each(['12万元', '3吨', '5元', '10%'])('%j has a unit that does not fit', (text) => {
    expect(parseCellValue(text, 'count')).toEqual(unknownUnit);
  });

  it('is the number itself for every plain number, and never another one', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (value) => {
        expect(parseCellValue(String(value), 'count')).toEqual(plain(value));
        expect(parseCellValue(value.toLocaleString('en-US'), 'count').value).toBe(value);
      })
    );
  });

  it('never throws, and gives a number only where a digit or a numeral stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom<CellKind>('count', 'change', 'amount'),
        (text, kind) => {
          const { value } = parseCellValue(text, kind);
          if (typeof value === 'number') expect(text.normalize('NFKC')).toMatch(/[\d零〇一二两三四五六七八九十]/);
        }
      )
    );
  });
});

describe("a note's mark", () => {
  it.each(['5①', '5²', '²', '①', '⒈', '½', '5⑴', '1₂', '12❶'])('%j is no digit', (text) => {
    expect(parseCellValue(text, 'count')).toEqual(unreadable);
    expect(parseCellValue(text, 'amount', '万元')).toEqual(unreadable);
  });
});

describe('a change', () => {
  it.each<[string, CellValue]>([
    ['-12', plain(-12)],
    ['+19', written(19)],
    ['增5', written(5)],
    ['减少 7项', written(-7)],
    ['减7', written(-7)],
    ['0', plain(0)],
    ['增', unreadable],
    ['增/减', unreadable]
  ])('%j', (text, expected) => {
    expect(parseCellValue(text, 'change')).toEqual(expected);
  });
});

describe('an amount', () => {
  it.each<[string, StatedUnit, CellValue]>([
    ['12.50', '万元', plain(12.5)],
    ['12.50万元', '万元', written(12.5)],
    ['251000元', '万元', written(25.1)],
    ['251000元', null, written(251000)],
    ['12.50万元', null, written(12.5)],
    ['12.50', null, plain(12.5)],
    ['1.2亿元', '万元', written(12000)],
    ['251000', '元', written(25.1)],
    ['3万', '元', written(3)],
    ['1,234.56', '万元', written(1234.56)],
    ['0.1元', '万元', written(0.00001)],
    ['96171.6', '万元', plain(96171.6)],
    ['１２．５', '万元', written(12.5)],
    ['25', '千元', written(2.5)],
    ['2', '亿元', written(20000)],
    ['25千元', '万元', written(2.5)],
    ['25', 'unknown', unknownUnit],
    ['25万元', 'unknown', unknownUnit],
    ['0', 'unknown', plain(0)],
    ['12.5万件', '万元', unknownUnit],
    ['12美元', '万元', unknownUnit],
    ['3万5千元', '万元', unreadable],
    ['约12万元', '万元', unreadable],
    ['￥12', '万元', unreadable]
  ])('%j under a column in %s', (text, stated, expected) => {
    expect(parseCellValue(text, 'amount', stated)).toEqual(expected);
  });
});
