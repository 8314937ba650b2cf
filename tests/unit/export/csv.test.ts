import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../../src/lib/export/csv.ts';
import { tableCsv } from '../../../src/lib/export/table-csv.ts';

describe('CSV', () => {
  it('opens in a spreadsheet as it is: byte order mark, CRLF, quotes where they are due', () => {
    expect(
      csvText(
        ['单位', '件'],
        [
          ['城东, 街道', 3],
          ['引"号', null]
        ]
      )
    ).toBe('\uFEFF单位,件\r\n"城东, 街道",3\r\n"引""号",\r\n');
    expect(csvText(['单位'], [])).toBe('\uFEFF单位\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1', '＋1', '－1', '＠x', '\t=1', '\r=1', '\n=1', '=1\n+2'])(
    'takes %j for text',
    (text) => {
      const [, row] = Papa.parse<string[]>(csvText(['a'], [[text]]).slice(1)).data;
      expect(row).toEqual([`'${text}`]);
    }
  );

  it('has no binary noise of sums in its numbers', () => {
    const csv = tableCsv([{ label: '万元', value: (value: number) => value }], [161.89000000000001, 0.1 + 0.2, 7]);
    expect(csv).toBe('\uFEFF万元\r\n161.89\r\n0.3\r\n7\r\n');
  });

  it('guards the header too', () => {
    expect(csvText(['=a'], [])).toBe('\uFEFF"\'=a"\r\n');
  });

  it('leaves negative numbers numbers', () => {
    expect(csvText(['a', 'b'], [[-5, -0.25]])).toBe('\uFEFFa,b\r\n-5,-0.25\r\n');
  });

  it('keeps zero, blank and empty text apart from figures', () => {
    expect(csvText(['a', 'b', 'c'], [[0, null, '空白']])).toBe('\uFEFFa,b,c\r\n0,,空白\r\n');
  });

  it('gives back any table as it was, but for the guard', () => {
    const row = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const { data } = Papa.parse<string[]>(csvText(['a', 'b'], rows).slice(1), { newline: '\r\n', delimiter: ',' });
        const guarded = rows.map((each) => each.map((text) => text.replace(/^(?=[=+\-@＝＋－＠\t\r\n])/, "'")));
        expect(data.slice(1, -1)).toEqual(guarded);
      })
    );
  });
});
