import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { returnedCsv } from '../../../src/lib/review/notice-csv.ts';
import { returnedUnits } from '../../../src/lib/review/returned.ts';
import { columnSumFlag, rowSumFlag, textFlag } from './flags.ts';

test('what was sent back is mended once the report shows it no more', () => {
  const sent = [rowSumFlag(), columnSumFlag(), rowSumFlag({ unit: 'U2' }), textFlag({ unit: 'U3' })];
  // The same rule about other cells is another finding.
  const now = [columnSumFlag(), textFlag(), rowSumFlag({ unit: 'U2', cells: ['t3.granted.total'] })];
  const returned = returnedUnits(sent, now, ['U2', 'U1', 'U4'], ['U1', 'U2']);
  expect(returned).toEqual([
    { unit: 'U2', sent: 1, mended: 1 },
    { unit: 'U1', sent: 2, mended: 1 }
  ]);
  // Nothing is mended in a report that is gone.
  expect(returnedUnits(sent, [], ['U1'], [])).toEqual([{ unit: 'U1', sent: 2, mended: 0 }]);
  const units = [{ code: 'U1', name: '青石街道', district: '东区' }];
  const csv = Papa.parse<string[]>(returnedCsv(returned, 2025, units).slice(1).trimEnd()).data;
  expect(csv.slice(1)).toEqual([
    ['U2', '', '', '2025', '1', '1', '0'],
    ['U1', '青石街道', '东区', '2025', '2', '1', '1']
  ]);
});
