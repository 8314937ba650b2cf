import { describe, expect, test } from 'vitest';
import { createResolver } from '../../../src/lib/database/resolve-units.ts';
import { matchUnit } from '../../../src/lib/imports/match-unit.ts';
import { UNITS } from './samples.ts';

const resolve = createResolver(UNITS);
const codes = (match: ReturnType<typeof matchUnit>): string[] =>
  match.state === 'ask' ? match.candidates.map(({ code }) => code) : [match.unit.code];

describe('certain', () => {
  test.each([
    ['云川街道', 'A1'],
    ['云川乡', 'A1'],
    ['云川街道办事处', 'A1'],
    ['东湖区石桥镇人民政府', 'A2']
  ])('%s', (printed, code) => {
    const match = matchUnit(printed, 'x.docx', resolve);
    expect(match.state).toBe('certain');
    expect(codes(match)).toEqual([code]);
  });
});

describe('asked, never chosen', () => {
  test('a near name, also when there is but one', () => {
    const match = matchUnit('云穿街道', 'x.docx', resolve);
    expect(match.state).toBe('ask');
    expect(codes(match)).toEqual(['A1']);
  });

  test('all near names', () => {
    expect(codes(matchUnit('石坂镇', 'x.docx', resolve)).sort()).toEqual(['A2', 'B1']);
  });

  test('a name that nothing is like', () => {
    expect(matchUnit('北城街道', 'x.docx', resolve)).toEqual({ state: 'ask', candidates: [] });
  });

  test.each(['2025/石桥镇/年报.docx', '石桥镇2025年.docx', '石桥镇_2025.docx'])(
    'no name, but the path has one: %s',
    (path) => {
      const match = matchUnit(null, path, resolve);
      expect(match.state).toBe('ask');
      expect(codes(match)).toEqual(['A2']);
    }
  );

  test('the path does not overrule the printed name', () => {
    expect(codes(matchUnit('云川街道', '石桥镇/2025.docx', resolve))).toEqual(['A1']);
  });

  test('near name and folder stand side by side, each once', () => {
    expect(codes(matchUnit('云穿街道', '石桥镇/云川街道.docx', resolve))).toEqual(['A1', 'A2']);
  });
});
