import { expect, it } from 'vitest';
import { displayWidth, textTable } from '../../../src/cli/text-table.ts';

it('Chinese characters and full-width signs take two columns', () => {
  expect(['本年新收', '（七）总计', 'new', '“A”'].map(displayWidth)).toEqual([8, 10, 3, 5]);
});

it('columns stand one below the other, figures to the right', () => {
  expect(
    textTable(
      [
        ['本年', 'b'],
        ['1', '1,234']
      ],
      '  '
    )
  ).toBe('  本年      b\n     1  1,234\n');
});
