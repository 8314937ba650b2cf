import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPassages, type NamedText } from '../../../src/lib/checks/copies/common-passages.ts';
import {
  piecesOf,
  placedWordingOf,
  sharedWith,
  shinglesOf,
  wordingOf
} from '../../../src/lib/checks/copies/shingles.ts';

const of = (text: string, ...names: string[]): NamedText => ({ text, names });

/** 【common】 and the rest as they are. */
function marked(one: NamedText, other: NamedText): string {
  return commonPassages(one, other)
    .map(({ text, isCommon }) => (isCommon ? `【${text}】` : text))
    .join('');
}

describe('passages that two texts share', () => {
  it('leave out figures, years and the unit’s own name, and take in the signs between two words', () => {
    const one = of('2022年，云川街道依申请公开工作平稳有序，全年收到12件；明年再接再厉。', '云川街道');
    const other = of('2021年,石桥镇依申请公开工作平稳有序，全年收到9件。今后继续努力。', '石桥镇');
    expect(marked(one, other)).toBe('2022【年】，云川街道【依申请公开工作平稳有序，全年收到】12【件】；明年再接再厉。');
    expect(marked(other, one)).toBe('2021【年】,石桥镇【依申请公开工作平稳有序，全年收到】9【件】。今后继续努力。');
  });

  it('are the whole of a text that stands in the other, wherever it stands there', () => {
    expect(marked(of('公开渠道还不够多'), of('一是公开渠道还不够多，二是人手不足'))).toBe('【公开渠道还不够多】');
  });

  it('are none in texts with less than a piece in common, and in empty ones', () => {
    expect(marked(of('公开渠道单一'), of('公开渠道很多'))).toBe('公开渠道单一');
    expect(commonPassages(of(''), of('公开渠道单一'))).toEqual([]);
    expect(marked(of('公开渠道单一'), of(''))).toBe('公开渠道单一');
  });
});

const words = fc
  .array(fc.constantFrom('公', '开', '年', '度', '2', '，', ' ', '\n', '云川', '云川镇', '𠮷', '我镇', '件'), {
    maxLength: 60
  })
  .map((parts) => parts.join(''));

it('joined are the text again, in turn, with every shared piece in them', () => {
  fc.assert(
    fc.property(words, words, (first, second) => {
      const [one, other] = [of(first, '云川镇'), of(second, '石桥镇')];
      const passages = commonPassages(one, other);
      expect(passages.map(({ text }) => text).join('')).toBe(first);
      passages.forEach(({ text, isCommon }, index) => {
        expect(text).not.toBe('');
        expect(isCommon).not.toBe(passages[index - 1]?.isCommon);
      });
      const shared = sharedWith(shinglesIn(one))(shinglesIn(other));
      expect(passages.some(({ isCommon }) => isCommon)).toBe(shared > 0);
    })
  );
});

it('a wording with its places is the wording that the rule compares', () => {
  fc.assert(
    fc.property(words, (text) => {
      const { wording, places } = placedWordingOf(text, ['云川镇']);
      expect(wording).toBe(wordingOf(text, ['云川镇']));
      expect(places.map((place) => text[place]).join('')).toBe(wording);
      expect(new Set(piecesOf(wording)).size).toBe(shinglesOf(wording).length);
    })
  );
});

function shinglesIn({ text, names }: NamedText): Uint32Array {
  return shinglesOf(wordingOf(text, names));
}
