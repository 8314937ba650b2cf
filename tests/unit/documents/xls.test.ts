import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readXls } from '../../../src/lib/documents/xls.ts';
import { oleOf } from './build-ole.ts';
import { assertGrid, refusal, shown } from './show-blocks.ts';

const fixture = new URL('../../fixtures/documents/xls-workbook/', import.meta.url);

/** A workbook as another library writes it. */
function xls(
  rows: readonly (readonly (string | number | boolean | Partial<CellObject>)[])[],
  more: WorkSheet = {}
): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, { ...utils.aoa_to_sheet(rows.map((cells) => [...cells])), ...more }, '表');
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }));
}

function read(bytes: Uint8Array) {
  const { blocks } = readXls(bytes);
  assertGrid(blocks);
  return shown(blocks);
}

type Biff = readonly [type: number, data: readonly number[]];

/** Records as bytes: their type, then what they hold. */
function records(...list: readonly Biff[]): Uint8Array {
  return Uint8Array.from(list.flatMap(([type, data]) => [...pair(type), ...pair(data.length), ...data]));
}
const pair = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff];
const four = (value: number): number[] => [...pair(value), ...pair(value >>> 16)];
const wide = (text: string): number[] => [...text].flatMap((sign) => pair(sign.charCodeAt(0)));

const BEGIN = 0x0809;
const END = 0x000a;
const begin = (kind: number, version = 0x0600): Biff => [
  BEGIN,
  [...pair(version), ...pair(kind), ...four(0), ...four(0), ...four(0)]
];
const end: Biff = [END, []];

/** A workbook of one sheet made of records; `globals` come before the sheet's. */
function byHand(globals: readonly Biff[], sheet: readonly Biff[]): Uint8Array {
  const name = [1, 0, 0x41];
  const bound = (offset: number): Biff => [0x85, [...four(offset), 0, 0, ...name]];
  const offset = records(begin(5), bound(0), ...globals, end).length;
  const stream = records(begin(5), bound(offset), ...globals, end, begin(0x10), ...sheet, end);
  return oleOf([{ name: 'Workbook', content: stream }]);
}

const number = (row: number, column: number, value: number): Biff => {
  const float = [...new Uint8Array(new Float64Array([value]).buffer)];
  return [0x0203, [...pair(row), ...pair(column), 0, 0, ...float]];
};
const label = (row: number, text: string): Biff => [
  0x0204,
  [...pair(row), 0, 0, 0, 0, ...pair(text.length), 1, ...wide(text)]
];

describe('cells of an xls', () => {
  it('reads what another library writes: texts, numbers of all kinds, merged cells', () => {
    const rows = [
      ['甲', 'b', 0],
      ['乙', 1.5, -3],
      ['丙', 123456789012, 0.01],
      ['丁', true, { t: 'n', v: 7, z: '000' } as const]
    ];
    const merges = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }];
    expect(read(xls(rows, { '!merges': merges }))).toEqual([
      [
        ['甲@0v2', 'b@1', '0@2'],
        ['1.5@1', '-3@2'],
        ['丙@0', '123456789012@1', '0.01@2'],
        ['丁@0', 'TRUE@1', '007@2']
      ]
    ]);
  });

  it('gives back any figures and texts', () => {
    const cell = fc.oneof(
      fc.integer(),
      fc.integer({ min: -99999, max: 99999 }).map((value) => value / 100),
      fc.string({ unit: fc.constantFrom('0', '9', 'a', '件', '无', '，'), minLength: 1, maxLength: 12 })
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }), (rows) => {
        const [table] = read(xls(rows.map((cells) => ['甲', ...cells])));
        expect(table).toEqual(rows.map((cells) => ['甲@0', ...cells.map((value, index) => `${value}@${index + 1}`)]));
      }),
      { numRuns: 100 }
    );
  });

  it('reads texts that go on in the next record, narrower or wider than before', () => {
    const start = [...four(1), ...four(2), ...pair(4), 1, ...wide('政府')];
    const table = byHand(
      [
        [0xfc, start],
        [0x3c, [0, 0x41, 0x42, ...pair(1), 0, 0x43]]
      ],
      [
        [0xfd, [0, 0, 0, 0, 0, 0, ...four(0)]],
        [0xfd, [0, 0, 1, 0, 0, 0, ...four(1)]]
      ]
    );
    expect(read(table)).toEqual([['政府AB@0', 'C@1']].map((row) => [row]));
  });

  it('leaves out the formatting and the phonetic guide of a text', () => {
    const text = [...pair(1), 0x0d, ...pair(1), ...four(2), ...wide('章'), 9, 9, 9, 9, 8, 8, ...pair(1), 0, 0x35];
    const sheet = byHand(
      [[0xfc, [...four(2), ...four(2), ...text]]],
      [
        [0xfd, [0, 0, 0, 0, 0, 0, ...four(0)]],
        [0xfd, [0, 0, 1, 0, 0, 0, ...four(1)]]
      ]
    );
    expect(read(sheet)).toEqual([[['章@0', '5@1']]]);
  });

  it('takes stored results of formulas, and never a figure where none was computed', () => {
    const formula = (column: number, value: readonly number[]): Biff => [
      0x06,
      [0, 0, column, 0, 0, 0, ...value, 0, 0, 0, 0, 0, 0, 0, 0]
    ];
    expect(
      read(
        byHand(
          [],
          [
            formula(0, [0, 0, 0, 0, 0, 0, 0, 0]),
            formula(1, [0, 0, 0, 0, 0, 0, 0xff, 0xff]),
            [0x0207, [...pair(2), 1, ...wide('两件')]],
            formula(2, [1, 0, 1, 0, 0, 0, 0xff, 0xff]),
            formula(3, [2, 0, 7, 0, 0, 0, 0xff, 0xff]),
            formula(4, [3, 0, 0, 0, 0, 0, 0xff, 0xff]),
            formula(5, [0xff, 0x0f, 0, 0, 0, 0, 0, 0])
          ]
        )
      )
    ).toEqual([[['0@0', '两件@1', 'TRUE@2', '#@3', '@4', '=@5']]]);
  });

  it('names hidden rows and columns, also of next to no height or width', () => {
    const height = (at: number, twips: number, flags = 0): Biff => [
      0x0208,
      [...pair(at), 0, 0, 0, 0, ...pair(twips), 0, 0, 0, 0, flags, 0, 0, 0]
    ];
    const width = (at: number, size: number): Biff => [0x7d, [...pair(at), ...pair(at), ...pair(size), 0, 0, 0, 0]];
    const cells = [0, 1, 2, 3].flatMap((at) => [label(at, '甲'), number(at, 1, 9), number(at, 2, at)]);
    const sheet = byHand(
      [],
      [height(0, 0), height(1, 15), height(2, 0x8000), height(3, 300, 0x20), width(1, 20), ...cells]
    );
    expect(readXls(sheet).issues).toEqual([
      { code: 'sheet.hidden-rows', place: { sheet: 'A' }, values: { sheet: 'A', rows: '2, 4' } },
      { code: 'sheet.hidden-columns', place: { sheet: 'A' }, values: { sheet: 'A', columns: 'B' } }
    ]);
    expect(read(sheet)).toEqual([
      [
        ['甲@0', '0@1'],
        ['甲@0', '2@1']
      ]
    ]);
  });

  it('keeps zeros apart that the sheet shows as nothing', () => {
    const window = (flags: number): Biff => [0x023e, [...pair(flags), 0, 0, 0, 0, 0, 0, 0, 0]];
    const cells = [label(0, '甲'), number(0, 1, 0), number(0, 2, 10)];
    const zero = (flags: number) => {
      const [table] = readXls(byHand([], [...cells, window(flags)])).blocks;
      const cell = table?.kind === 'table' ? table.cells[1] : undefined;
      return [cell?.text, cell?.unshown];
    };
    expect(zero(0x06)).toEqual(['', '0']);
    expect(zero(0x16)).toEqual(['0', undefined]);
  });

  it('leaves hidden rows and columns out, and what embedded charts hold', () => {
    const sheet = byHand(
      [],
      [
        [0x7d, [...pair(1), ...pair(1), 0, 0, 0, 0, ...pair(1)]],
        [0x0208, [...pair(1), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x20, 0, 0, 0]],
        label(0, '甲'),
        number(0, 1, 99),
        number(0, 2, 1),
        label(1, '乙'),
        number(1, 2, 2),
        begin(0x20),
        number(5, 5, 5),
        end,
        label(2, '丙'),
        number(2, 2, 3)
      ]
    );
    expect(read(sheet)).toEqual([
      [
        ['甲@0', '1@1'],
        ['丙@0', '3@1']
      ]
    ]);
  });
});

describe('workbooks that are refused', () => {
  it.each([
    ['a password', [[0x2f, [0, 0]]], 'document.encrypted'],
    ['texts that are not there', [[0xfc, [...four(9), ...four(9), 1, 0, 0, 0x41]]], 'document.damaged xls-string'],
    ['a record cut off', [[0x22, []]], 'document.damaged cut-off']
  ] as const)('for %s', async (_, globals, code) => {
    expect(await refusal(() => readXls(byHand(globals, [number(0, 0, 1)])))).toBe(code);
  });

  it('for an older Excel, a sheet that is not there, a sheet without end, merges turned round', async () => {
    const of = (content: Uint8Array) => refusal(() => readXls(oleOf([{ name: 'Workbook', content }])));
    expect(await of(records(begin(5, 0x0500), end))).toBe('document.old-format');
    const bound: Biff = [0x85, [...four(4), 0, 0, 1, 0, 0x41]];
    expect(await of(records(begin(5), bound, end))).toBe('document.damaged xls-substream');
    expect(await of(records(begin(5), [0x22, [0, 0]]))).toBe('document.damaged xls-cut-off');
    const merge: Biff = [0xe5, [...pair(1), ...pair(3), ...pair(1), 0, 0, 0, 0]];
    expect(await refusal(() => readXls(byHand([], [merge])))).toBe('document.damaged xls-merge');
  });

  it('for sheets that share their records without end', async () => {
    const sheets = Array.from({ length: 2_000 }, (): Biff => [0x85, [...four(0), 0, 0, 1, 0, 0x41]]);
    const bytes = oleOf([{ name: 'Workbook', content: records(begin(5), ...sheets, end) }]);
    expect(await refusal(() => readXls(bytes))).toBe('document.damaged xls-cut-off');
  });
});

describe('a workbook written by another program', () => {
  const bytes = new Uint8Array(readFileSync(new URL('report.xls', fixture)));

  it('gives just what it shows, and what its hidden sheet holds apart', () => {
    expect(read(bytes)).toEqual(JSON.parse(readFileSync(new URL('expected.json', fixture), 'utf8')));
    expect(shown(readXls(bytes).hidden ?? [])).toEqual([
      [
        ['秘密@0', '1@1'],
        ['数@0', '2@1']
      ]
    ]);
  });
});

describe('what a workbook does not show as it is stored', () => {
  const pale = '7\u03237\u0323';
  /** Twips, flags, colour, weight, above or below the line, then a name. */
  const font = ({ size = 220, struck = false, colour = 0x7fff, raised = 0 } = {}): Biff => [
    0x31,
    [...pair(size), ...pair(struck ? 8 : 0), ...pair(colour), ...pair(400), ...pair(raised), 0, 0, 0, 0, 1, 0, 0x41]
  ];
  /** A cell's format: its font, and the colour that fills it. */
  const format = (fontNumber: number, fill?: number): Biff => [
    0xe0,
    [
      ...pair(fontNumber),
      ...new Array<number>(12).fill(0),
      ...four(fill === undefined ? 0 : 1 << 26),
      ...pair(fill ?? 0)
    ]
  ];
  const styled = (column: number, style: number, value = 77): Biff => {
    const [type, data] = number(0, column, value);
    return [type, [...data.slice(0, 4), ...pair(style), ...data.slice(6)]];
  };
  const row = (globals: readonly Biff[], sheet: readonly Biff[]) => {
    const [table] = read(byHand(globals, [label(0, '甲'), ...sheet]));
    return Array.isArray(table) ? table[0]?.slice(1) : table;
  };

  it('is doubted when struck or white, set off when raised, left out when of a point', () => {
    // No font has number 4: the fifth is number 5.
    const fonts = [font(), font({ struck: true }), font({ colour: 9 }), font({ raised: 1 }), font({ size: 20 })];
    const globals = [...fonts, format(0), format(1), format(2), format(3), format(5), format(2, 56)];
    const cells = [1, 2, 3, 4, 5].map((style) => styled(style, style));
    expect(row(globals, [...cells, number(0, 6, 1)])).toEqual([
      '7\u03367\u0336@1',
      `${pale}@2`,
      '^77@3',
      '@4',
      '77@5',
      '1@6'
    ]);
  });

  it('is what a condition makes unseen, or may', () => {
    const ranges: Biff = [
      0x01b0,
      [...pair(1), ...pair(0), ...new Array<number>(8).fill(0), ...pair(1), 0, 0, 0, 0, ...pair(1), ...pair(2)]
    ];
    const white = [...new Array<number>(80).fill(0), ...four(9), ...new Array<number>(34).fill(0)];
    const rule = (
      kind: number,
      operator: number,
      formula: readonly number[],
      look = white,
      flags = 0x0400_0000
    ): Biff => [0x01b1, [kind, operator, ...pair(formula.length), 0, 0, ...four(flags), 0, 0, ...look, ...formula]];
    const zero = [0x1e, 0, 0];
    const shownAs = (condition: Biff) => {
      const cells = [label(0, '甲'), number(0, 1, 0), number(0, 2, 7), ranges, condition];
      const [table] = readXls(byHand([], cells)).blocks;
      return table?.kind === 'table'
        ? table.cells.slice(1).map(({ text, unshown: stored }) => stored ?? `shown ${text}`)
        : [];
    };
    expect(shownAs(rule(1, 3, zero))).toEqual(['0', 'shown 7']);
    expect(shownAs(rule(1, 5, [0x1f, ...new Uint8Array(new Float64Array([1.5]).buffer)]))).toEqual(['shown 0', '7']);
    expect(shownAs(rule(2, 0, [0x24, 0, 0, 0, 0]))).toEqual(['shown 0\u0323', 'shown 7\u0323']);
    const ownFormat = [...pair(8), ...pair(3), 0, 0x3b, 0x3b, 0x3b];
    expect(shownAs(rule(1, 3, zero, [...ownFormat], 0x0200_0000))).toEqual(['shown 0', 'shown 7']);
    const [type, data] = rule(1, 3, zero, [...ownFormat], 0x0200_0000);
    expect(shownAs([type, data.map((byte, at) => (at === 10 ? 1 : byte))])).toEqual(['0', 'shown 7']);
    // White on a dark ground.
    const ground = [0, 0, ...pair(56 << 7)];
    expect(shownAs(rule(1, 3, zero, [...white, ...ground], 0x2400_0000))).toEqual(['shown 0', 'shown 7']);
  });

  it('follows the palette of the workbook', () => {
    const colours = Array.from({ length: 56 }, (_, index) => four(index === 1 ? 0x000080 : 0xffffff)).flat();
    const palette: Biff = [0x92, [...pair(56), ...colours]];
    const globals = [font(), font({ colour: 9 }), font({ colour: 10 }), palette, format(0), format(1), format(2)];
    expect(row(globals, [styled(1, 1), styled(2, 2)])).toEqual(['77@1', `${pale}@2`]);
  });

  it('is told by the runs of a text', () => {
    const rich = (text: string, runs: readonly [number, number][]): number[] => [
      ...pair(text.length),
      9,
      ...pair(runs.length),
      ...wide(text),
      ...runs.flatMap(([start, fontNumber]) => [...pair(start), ...pair(fontNumber)])
    ];
    const texts = [
      rich('51', [[1, 1]]),
      rich('1213', [
        [0, 2],
        [2, 0]
      ]),
      rich('6', [])
    ];
    const strings: Biff = [0xfc, [...four(3), ...four(3), ...texts.flat()]];
    const globals = [font(), font({ raised: 1 }), font({ struck: true }), format(0), strings];
    const cell = (column: number, index: number): Biff => [0xfd, [0, 0, ...pair(column), 0, 0, ...four(index)]];
    expect(row(globals, [cell(1, 0), cell(2, 1), cell(3, 2)])).toEqual(['5^1@1', '1\u03362\u033613@2', '6@3']);
  });

  it('is a picture in a blank cell', async () => {
    const anchor = (column: number): Biff => [
      0xec,
      [
        0,
        0,
        0x0a,
        0xf0,
        0,
        0,
        0,
        0,
        0,
        0,
        0x10,
        0xf0,
        18,
        0,
        0,
        0,
        2,
        0,
        ...pair(column),
        0,
        0,
        0,
        0,
        0,
        0,
        ...pair(column),
        9,
        0,
        0,
        0,
        0,
        0
      ]
    ];
    const object = (kind: number): Biff => [0x5d, [0x15, 0, 0x12, 0, ...pair(kind), ...new Array<number>(20).fill(0)]];
    const cells = [number(0, 1, 1), number(0, 3, 3)];
    for (const kind of [5, 6, 8])
      expect(row([], [...cells, anchor(2), object(kind)])).toEqual(['1@1', '\ufffc@2', '3@3']);
    expect(row([], [...cells, anchor(1), object(8), anchor(2), object(0x19)])).toEqual(['1@1', '@2', '3@3']);
    expect(await refusal(() => read(byHand([], [anchor(0), object(8)])))).toBe('document.scan');
  });
});
