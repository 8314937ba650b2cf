import { describe, expect, it } from 'vitest';
import { createResolver, unitsOfNames } from '../../../src/lib/database/resolve-units.ts';
import type { Unit } from '../../../src/lib/report/unit.ts';

const unit = (code: string, name: string, district: string, formerNames: string[] = []): Unit => {
  return { code, name, district, kind: '街道', order: Number(code), formerNames };
};

const resolve = createResolver([
  unit('1', '云川街道', '东湖区', ['云川镇']),
  unit('2', '石桥镇', '东湖区'),
  unit('3', '石桥镇', '西岭区'),
  unit('4', '北京街道', '西岭区'),
  unit('5', '湖南镇', '西岭区'),
  unit('6', '发展和改革局', '西岭区'),
  unit('7', '青石板街道', '南屏县', ['青石街道', '白沙乡']),
  unit('8', '白沙镇', '昆河市')
]);

/** `variant 1`, `candidates 2,3` or `unknown`. */
function resolved(name: string): string {
  const resolution = resolve(name);
  if (resolution.match === 'unknown') return 'unknown';
  if (resolution.match !== 'candidates') return `${resolution.match} ${resolution.unit.code}`;
  return `candidates ${resolution.candidates.map((each) => each.code).join(',')}`;
}

describe('createResolver', () => {
  it.each([
    ['云川街道', 'exact 1'],
    [' 云川 街道\u3000', 'exact 1'],
    ['云川镇', 'former 1'],
    ['云川街', 'variant 1'],
    ['云川街道办事处', 'variant 1'],
    ['云川街办事处', 'variant 1'],
    ['云川镇人民政府', 'variant 1'],
    ['北京街道', 'exact 4'],
    ['湖南镇', 'exact 5'],
    ['湖南镇人民政府', 'variant 5'],
    ['白沙镇', 'exact 8'],
    ['白沙乡', 'former 7']
  ])('%s is %s', (name, expected) => expect(resolved(name)).toBe(expected));

  it.each([
    ['东湖区石桥镇', 'variant 2'],
    ['澜州市西岭区石桥镇人民政府', 'variant 3'],
    ['东湖石桥镇', 'variant 2'],
    ['澜州市云川街道办事处', 'variant 1'],
    ['澜州市西岭区发展和改革局', 'variant 6'],
    ['昆河市白沙镇', 'variant 8']
  ])('%s, with the place before it, is %s', (name, expected) => expect(resolved(name)).toBe(expected));

  it.each([
    // Two districts have one; neither is chosen.
    ['石桥镇', 'candidates 2,3'],
    ['澜州市石桥镇人民政府', 'candidates 2,3'],
    // Another district's unit of the same name may be meant.
    ['西岭区云川街道', 'candidates 1'],
    ['外县云川街道', 'candidates 1'],
    ['澜州市白沙镇', 'candidates 8'],
    // One character off, or another kind of unit.
    ['云州街道', 'candidates 1'],
    ['青石板镇', 'candidates 7'],
    ['北京镇', 'candidates 4']
  ])('%s is left to a person: %s', (name, expected) => expect(resolved(name)).toBe(expected));

  it.each(['梅林街道', '街道', '', '云川街道和石桥镇', '东湖区'])('%s is unknown', (name) => {
    expect(resolved(name)).toBe('unknown');
  });
});

describe('unitsOfNames', () => {
  it('makes one unit a name, its kind told by its end', () => {
    expect(
      unitsOfNames(['云川街道办事处', '石桥镇人民政府', '云川街道办事处', '柳乡', '财政局']).map(
        ({ code, kind, order }) => [code, kind, order]
      )
    ).toEqual([
      ['云川街道办事处', '街道', 1],
      ['石桥镇人民政府', '镇', 2],
      ['柳乡', '乡', 3],
      ['财政局', '其他', 4]
    ]);
  });
});
