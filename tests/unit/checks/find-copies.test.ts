import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as find from '../../../src/lib/checks/copies/find-copies.ts';
import { placedWordingOf, sharedWith, shinglesOf, wordingOf } from '../../../src/lib/checks/copies/shingles.ts';
import { copyText, TextsOfYear, type CopyText } from '../../../src/lib/checks/copies/texts-of-year.ts';

/** A text of so many characters that has nothing in common with one of another key. */
function words(key: number, length = 300): string {
  let state = key * 7919 + 1;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 12) % 5000));
  }).join('');
}

function textOf(unit: string, year: number, text: string, name = unit): CopyText {
  return copyText({ unit, name, year, section: 'problems' }, text);
}

/** Each year with the one before, as the rules go through them. */
function inYears(
  texts: readonly CopyText[],
  copiesOf: (year: TextsOfYear, before: TextsOfYear | null) => find.Copy[]
): find.Copy[] {
  const years = [...new Set(texts.map(({ year }) => year))].sort();
  const of = (year: number): TextsOfYear => new TextsOfYear(texts.filter((text) => text.year === year));
  return years.flatMap((year) => copiesOf(of(year), years.includes(year - 1) ? of(year - 1) : null));
}
const copiesOfOthers = (texts: readonly CopyText[]): find.Copy[] =>
  inYears(texts, (year, before) => find.copiesOfOthers(year.texts, before ? [year, before] : [year]));
const copiesOfLastYear = (texts: readonly CopyText[]): find.Copy[] =>
  inYears(texts, (year, before) => (before ? find.copiesOfLastYear(year.texts, before) : []));

describe('wording', () => {
  it('is what is left without figures, years, signs and the unit’s own names', () => {
    const one = wordingOf('2021年，云川街道办事处（原云川镇）公开 12 条；我街道……', ['云川街道', '云川镇']);
    const other = wordingOf('2022年,石桥镇人民政府(原石桥乡)公开9条。本镇', ['石桥镇', '石桥乡']);
    expect(one).toBe('年原公开条');
    expect(other).toBe(one);
  });

  it('is the same when the places of its characters are asked for', () => {
    const parts = fc.constantFrom('东湖镇', '本镇', '公开', '１２', '12.5%', '，', '　', '😀', '𠮷', '½', '〇', '年\n');
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string({ unit: 'grapheme' }))), (texts) => {
        const { wording, places } = placedWordingOf(texts.join(''), ['东湖镇']);
        expect(wordingOf(texts.join(''), ['东湖镇'])).toBe(wording);
        expect(places).toHaveLength(wording.length);
      })
    );
  });

  it('is compared by distinct pieces of five characters', () => {
    expect(shinglesOf('一二三四')).toHaveLength(0);
    expect(shinglesOf('一二三四五六')).toHaveLength(2);
    expect(shinglesOf('一一一一一一一一')).toHaveLength(1);
    expect(sharedWith(shinglesOf('一二三四五六'))(shinglesOf('零一二三四五'))).toBe(1);
  });
});

describe('copies', () => {
  it('are told from texts that share less than most of their wording', () => {
    const original = textOf('A', 2022, words(1) + words(2));
    const half = textOf('B', 2022, words(1) + words(3));
    const most = textOf('C', 2022, words(1) + words(2).slice(0, 200) + words(4, 60));
    const found = copiesOfOthers([original, half, most]);
    expect(found.map(({ text, source }) => `${text.unit}←${source.unit}`)).toEqual(['A←C', 'C←A']);
    expect(found[1]?.similarity).toBeGreaterThan(0.85);
  });

  it('of a year before are the later one’s alone; of two years before, nobody’s', () => {
    const texts = [textOf('A', 2020, words(1)), textOf('B', 2021, words(1)), textOf('C', 2023, words(1))];
    expect(copiesOfOthers(texts).map(({ text, source }) => `${text.unit}←${source.unit}`)).toEqual(['B←A']);
  });

  it('are found among many that share a template, each with how many others hold it', () => {
    const texts = Array.from({ length: 200 }, (_, index) => textOf(`U${index}`, 2022, words(1) + words(index + 2, 20)));
    const found = copiesOfOthers(texts);
    expect(found).toHaveLength(200);
    expect(Math.min(...found.map(({ others }) => others))).toBeGreaterThan(50);
  });

  it('are not made of one unit’s names, nor of two reports that it sent', () => {
    const texts = [
      textOf('1', 2021, words(1), '云川镇'),
      textOf('2', 2022, words(1), '云川镇人民政府'),
      textOf('3', 2022, words(1), '东湖区云川镇')
    ];
    expect(copiesOfOthers(texts)).toEqual([]);
  });

  it('of the unit’s own last year name that year', () => {
    const texts = [textOf('A', 2021, words(1)), textOf('A', 2022, words(1)), textOf('A', 2023, words(2))];
    expect(copiesOfLastYear(texts)).toMatchObject([{ text: { year: 2022 }, source: { year: 2021 }, similarity: 1 }]);
    expect(copiesOfOthers(texts)).toEqual([]);
  });

  it('among a city’s reports are found in time', () => {
    const texts = Array.from({ length: 60 }, (_, unit) =>
      Array.from({ length: 7 }, (_year, index) => textOf(`U${unit}`, 2019 + index, words(unit * 7 + index)))
    ).flat();
    const begin = performance.now();
    expect(copiesOfOthers([...texts, textOf('X', 2025, words(6))])).toHaveLength(2);
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});
