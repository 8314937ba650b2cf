import { afterEach, describe, expect, it } from 'vitest';
import { ALL_CELLS, FORMS } from '../../../src/lib/form/form.ts';
import { cellName, columnName, placeOfCell, placeOfRow, rowName } from '../../../src/lib/words/cell-name.ts';
import { inEnglish, resetLanguage } from './language.ts';

afterEach(resetLanguage);

describe('names of rows and columns', () => {
  it('are short, in both languages', () => {
    expect(rowName('t3.new')).toBe('本年新收');
    expect(rowName('t3.denied-secret')).toBe('不予公开·属于国家秘密');
    expect(columnName('t3.new.person')).toBe('自然人');
    expect(cellName('t3.granted.total')).toBe('予以公开·总计');
    inEnglish();
    expect(rowName('t3.new')).toBe('New requests');
    expect(cellName('t3.granted.total')).toBe('Granted – Total');
  });

  it('tell apart every cell of a form', () => {
    for (const form of Object.values(FORMS)) {
      for (const language of ['zh-CN', 'en']) {
        if (language === 'en') inEnglish();
        const names = form.cells.map((cell) => cellName(cell.id));
        expect(new Set(names).size).toBe(form.cells.length);
        resetLanguage();
      }
    }
  });

  it('refuse what is on no form', () => {
    expect(() => rowName('t3.invented')).toThrow('t3.invented');
    expect(() => columnName('t3.new.invented')).toThrow();
  });
});

describe('the place of a cell on the printed form', () => {
  it('is said as a clerk would look for it', () => {
    expect(placeOfCell('t3.new.total')).toBe('表三第一行“本年新收”总计列');
    expect(placeOfCell('t2.rules.issued')).toBe('表二“规章”行本年制发列');
    expect(placeOfCell('t4.review.total')).toBe('表四“行政复议”总计列');
    expect(placeOfRow('t3.rejected-confirmation')).toBe('表三第二十行“不予处理·要求确认或重新出具”');
    inEnglish();
    expect(placeOfCell('t3.new.total')).toBe('table 3, row 1 “New requests”, column “Total”');
  });

  it('counts no row that stands at different numbers on the two forms', () => {
    expect(placeOfRow('t3.handled')).toBe('表三“（七）总计”行');
    expect(placeOfRow('t3.carried-out')).toBe('表三“结转下年”行');
    expect(placeOfRow('t3.closed')).toBe('表三“其他处理”行');
  });

  it('exists for every cell', () => {
    for (const cell of ALL_CELLS) expect(placeOfCell(cell.id)).toMatch(/^表[二三四].+列$/);
  });
});
