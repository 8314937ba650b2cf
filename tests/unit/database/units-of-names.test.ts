import { expect, test } from 'vitest';
import { createResolver, unitsOfNames } from '../../../src/lib/database/resolve-units.ts';

const units = (...names: string[]): string[] => unitsOfNames(names).map((unit) => unit.name);

test('ways to write one name are one unit', () => {
  const names = ['渡澜街道', '渡澜街道办事处', '东湖区渡澜街道', '澜州市东湖区渡澜街道办事处', '渡澜街'];
  expect(units(...names)).toEqual(['渡澜街道']);
  const resolve = createResolver(unitsOfNames(names));
  for (const name of names) expect(resolve(name)).toMatchObject({ unit: { code: '渡澜街道' } });
});

test('a name printed in one way only stays as printed', () => {
  expect(units('淮安市人民政府', '湖南镇', '北京街道')).toEqual(['淮安市人民政府', '湖南镇', '北京街道']);
});

test('one name in two districts stays apart', () => {
  const names = ['东湖区城关镇', '西岭区城关镇', '城关镇'];
  expect(units(...names)).toEqual(names);
});

test('what stands in front must be a place', () => {
  expect(units('河口镇', '大河口镇')).toEqual(['河口镇', '大河口镇']);
});
