import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDoc } from '../../../src/lib/documents/doc.ts';
import { type DocParts, docOf, four, pair, rowOf, type Stretch } from './build-doc.ts';
import { oleOf } from './build-ole.ts';
import { assertGrid, refusal, shown } from './show-blocks.ts';

const fixture = new URL('../../fixtures/documents/doc-marks/', import.meta.url);

function read(stretches: readonly Stretch[], parts?: DocParts) {
  const { blocks } = readDoc(docOf(stretches, parts));
  assertGrid(blocks);
  return shown(blocks);
}

const HIDDEN = [0x3c, 0x08, 1];
const SHOWN = [0x3c, 0x08, 0];
const DELETED = [0x00, 0x08, 1];
const IN_TABLE = [0x16, 0x24, 1];
const ROW_END = [...IN_TABLE, 0x17, 0x24, 1];

/** Cells of one row, each with its mark, and the row's end with its definition. */
function row(cells: readonly string[], definition: readonly number[], mark: readonly number[] = []): Stretch[] {
  return [
    { text: cells.map((text) => `${text}\x07`).join(''), paragraph: IN_TABLE, character: mark },
    { text: '\x07', paragraph: [...ROW_END, ...definition], character: mark }
  ];
}

describe('text of a doc', () => {
  it('reads pieces in their order, narrow and wide', () => {
    const stretches = [{ text: '报告\r' }, { text: '2021 \x93x\x94 ', narrow: true }, { text: '年度' }];
    expect(read(stretches, { order: [1, 2, 0] })).toEqual(['2021 “x” 年度报告']);
  });

  it('leaves out hidden and deleted text, by runs, by pieces and by styles', () => {
    const styles = [{ character: [] }, { character: HIDDEN }, { base: 1, character: [] }];
    // A piece names a modifier by a short code, or a group of them by number.
    const hiddenPiece = (0x5c << 1) | (1 << 8);
    expect(
      read(
        [
          { text: '一' },
          { text: '9', character: HIDDEN },
          { text: '8', character: DELETED },
          { text: '7', prm: hiddenPiece },
          { text: '6', prm: 1 },
          { text: '二\r' },
          { text: '5', style: 2 },
          { text: '三', style: 2, character: SHOWN },
          { text: '4', style: 2, character: [0x3c, 0x08, 0x80] },
          { text: '四', style: 2, character: [0x3c, 0x08, 0x81] },
          { text: '\r', style: 2 },
          { text: '\r' }
        ],
        { styles, groups: [HIDDEN] }
      )
    ).toEqual(['一二', '三四']);
  });

  it('leaves out struck words, doubts struck figures and marks raised text, so that no figure is glued', () => {
    expect(
      read([
        { text: '12' },
        { text: '新收', character: [0x37, 0x08, 1] },
        { text: '3', character: [0x37, 0x08, 1] },
        { text: '4', character: [0x48, 0x2a, 1] },
        { text: '(', character: [0x09, 0x6a, 1, 0, 0x41, 0xf0, 0x55, 0x08, 1] },
        { text: '\r' }
      ])
    ).toEqual(['123\u0336^4\ufffc']);
    // Moved up by three points.
    expect(read([{ text: '5' }, { text: '1', character: [0x45, 0x48, 6, 0] }, { text: '\r' }])).toEqual(['5^1']);
  });

  it('leaves a sign for the number that a list shows before a figure or a blank, and none before words', () => {
    const list = (number: number): number[] => [0x0b, 0x46, ...pair(number)];
    const cells = (...all: (readonly [string, number])[]): Stretch[] =>
      all.map(([text, number]) => ({ text: `${text}\x07`, paragraph: [...IN_TABLE, ...list(number)] }));
    const [, end] = row([], []);
    expect(read([...cells(['5', 1], ['', 1], ['规章', 1], ['6', 0], ['7', 0xf801]), ...(end ? [end] : [])])).toEqual([
      [['‣5@0', '‣@1', '规章@2', '6@3', '7@4']]
    ]);
    const lines = ['5\r', '\r', '收到5件。\r'].map((text) => ({ text, paragraph: list(2) }));
    expect(read(lines)).toEqual(['‣5', '收到5件。']);
  });

  it('leaves out text of a point or less', () => {
    const size = (halfPoints: number): number[] => [0x43, 0x4a, halfPoints, 0];
    const stretches = [{ text: '6' }, { text: '77', character: size(2) }, { text: '8', character: size(21) }];
    expect(read([...stretches, { text: '\r' }])).toEqual(['68']);
  });

  it('doubts figures in the colour of their paper, and reads them on a dark one', () => {
    const white = [0x42, 0x2a, 8];
    const whiteByParts = [0x70, 0x68, 0xff, 0xff, 0xff, 0];
    const darkGround = [0x71, 0xca, 10, ...four(0xff000000), ...four(0x00643818), 0, 0];
    const shown = (character: readonly number[], paragraph: readonly number[] = []) =>
      read([
        { text: '77', character, paragraph },
        { text: '\r', paragraph }
      ]);
    const pale = ['7\u03237\u0323'];
    expect(shown(white)).toEqual(pale);
    expect(shown(whiteByParts)).toEqual(pale);
    expect(shown([...white, 0x0c, 0x2a, 2])).toEqual(['77']);
    expect(shown([...white, ...darkGround])).toEqual(['77']);
    expect(shown([...white, 0x66, 0x48, ...pair(9 << 5)])).toEqual(['77']);
    expect(shown(white, [0x2d, 0x44, ...pair(9 << 5)])).toEqual(['77']);
    expect(shown([0x70, 0x68, ...four(0xff000000)])).toEqual(['77']);
  });

  it('knows the colour of cells, however a row states it', () => {
    const white = [0x42, 0x2a, 8];
    const solid = (colour: number): number[] => [...four(0xff000000), ...four(colour), 0, 0];
    const dark = solid(0x00643818);
    const none = solid(0xff000000);
    const definition = rowOf([0, 1000, 2000]);
    const shaded = (...more: readonly number[]) => {
      const [table] = read(row(['77', '77'], [...definition, ...more], white));
      return Array.isArray(table) ? table[0] : table;
    };
    const pale = '7\u03237\u0323';
    const first = ['77@0', `${pale}@1`];
    expect(shaded()).toEqual([`${pale}@0`, `${pale}@1`]);
    expect(shaded(0x12, 0xd6, 10, ...dark)).toEqual(first);
    expect(shaded(0x12, 0xd6, 20, ...none, ...dark)).toEqual([`${pale}@0`, '77@1']);
    expect(shaded(0x09, 0xd6, 2, ...pair(9 << 5))).toEqual(first);
    expect(shaded(0x2d, 0xd6, 12, 0, 1, ...dark)).toEqual(first);
    expect(shaded(0x27, 0x76, 0, 1, ...pair(9 << 5))).toEqual(first);
    expect(shaded(0x60, 0xd6, 10, ...dark)).toEqual(['77@0', '77@1']);
    // Of a later word only the last counts.
    expect(shaded(0x60, 0xd6, 10, ...dark, 0x2d, 0xd6, 12, 0, 1, ...solid(0x00ffffff))).toEqual([`${pale}@0`, '77@1']);
  });

  it('follows styles, their bases and what is said against them', () => {
    const styles = [
      { character: [] },
      { character: [0x42, 0x2a, 8] },
      { base: 1, character: [] },
      { character: [0x37, 0x08, 1] },
      { character: [0x43, 0x4a, 2, 0] }
    ];
    const shownAs = (style: number, character: readonly number[] = []) =>
      read([{ text: '77', style, character }, { text: '\r' }], { styles })[0];
    expect(shownAs(0)).toBe('77');
    expect(shownAs(2)).toBe('7\u03237\u0323');
    expect(shownAs(2, [0x42, 0x2a, 1])).toBe('77');
    expect(shownAs(2, [0x42, 0x2a, 0])).toBe('77');
    // Of the paragraph's style and the characters' one, the second.
    expect(shownAs(0, [0x30, 0x4a, 2, 0])).toBe('7\u03237\u0323');
    expect(shownAs(3)).toBe('7\u03367\u0336');
    expect(shownAs(3, [0x37, 0x08, 0x81])).toBe('77');
    expect(shownAs(4)).toBe(undefined);
    expect(shownAs(4, [0x43, 0x4a, 21, 0])).toBe('77');
  });

  it('tells a picture in a cell without words, and a scan', async () => {
    const special = [0x55, 0x08, 1];
    const definition = rowOf([0, 1000, 2000, 3000]);
    const picture = (sign: string, before = '', character: readonly number[] = special) =>
      read([
        { text: `规章\x07${before}`, paragraph: IN_TABLE },
        { text: sign, paragraph: IN_TABLE, character },
        { text: '\x071\x07', paragraph: IN_TABLE },
        { text: '\x07', paragraph: [...ROW_END, ...definition] }
      ]);
    const shownAs = (text: string) => [[['规章@0', `${text}@1`, '1@2']]];
    expect(picture('\x01')).toEqual(shownAs('\ufffc'));
    expect(picture('\x01', '5')).toEqual(shownAs('5\n\ufffc'));
    expect(picture('\x08')).toEqual(shownAs('\ufffc'));
    expect(picture('\x08', '5')).toEqual(shownAs('5'));
    expect(picture('\x01', '', [...special, 0x06, 0x08, 1])).toEqual(shownAs(''));
    expect(picture('\x01', '', [...special, ...HIDDEN])).toEqual(shownAs(''));
    expect(picture('\x01', '', [])).toEqual(shownAs(''));
    expect(await refusal(() => read([{ text: '\x01', character: special }, { text: '\r' }]))).toBe('document.scan');
  });

  it('reads a text box behind the paragraph that it is anchored in, and names a figure afloat', () => {
    const special = [0x55, 0x08, 1];
    const anchor = (paragraph: readonly number[] = []): Stretch => ({ text: '\x08', character: special, paragraph });
    const stretches = (boxes: string): Stretch[] => [
      { text: 'a' },
      anchor(),
      { text: 'b\r' },
      { text: '甲\x075', paragraph: IN_TABLE },
      anchor(IN_TABLE),
      { text: '\x07', paragraph: IN_TABLE },
      { text: '\x07', paragraph: [...ROW_END, ...rowOf([0, 100, 200])] },
      { text: boxes }
    ];
    const content = (boxes: DocParts['boxes'], anchors: DocParts['anchors']) =>
      readDoc(docOf(stretches('66\r8\r\r'), { mainTextLength: 10, boxes, anchors }));
    const boxes = [
      [3, 70],
      [2, 71],
      [1, 0]
    ] as const;
    const { blocks, issues } = content(boxes, [
      [1, 70],
      [7, 71]
    ]);
    expect(shown(blocks)).toEqual(['ab', '66', [['甲@0', '5\n8@1']]]);
    expect(issues).toEqual([{ code: 'document.figure-afloat', values: { raw: '66' } }]);
    // Where it is not told which drawing holds a text, any may.
    expect(shown(content(boxes, [[1, 70]]).blocks)).toEqual(['ab', '66', [['甲@0', '5\n\ufffc@1']]]);
    expect(shown(content([[5, 70]], [[1, 70]]).blocks)).toEqual(['ab', '66', '8', [['甲@0', '5@1']]]);
  });

  it('gives the results of fields, also of fields in fields, and tabs and line ends', () => {
    expect(read([{ text: '共\x13 =1+\x13 A \x141\x15 \x142\x15件\t完\x0b下\x1e行\r\x13 PAGE \x15末\r' }])).toEqual([
      '共2件\t完',
      '下-行',
      '末'
    ]);
  });

  it('stops where the main text ends', () => {
    expect(read([{ text: '正文\r脚注\r' }], { mainTextLength: 3 })).toEqual(['正文']);
  });
});

describe('tables of a doc', () => {
  it('makes spans of edges and of merge flags', () => {
    const first = 0x60;
    const continued = 0x20;
    expect(
      read([
        ...row(['甲', '乙'], rowOf([0, 1000, 3000], [first, 0])),
        ...row(['', '1', '2'], rowOf([0, 1003, 2000, 3000], [continued, 0, 0])),
        ...row(['丙', '3'], rowOf([-9, 2000, 3000]))
      ])
    ).toEqual([
      [
        ['甲@0v2', '乙@1+2'],
        ['1@1', '2@2'],
        ['丙@0+2', '3@2']
      ]
    ]);
  });

  it.each([
    ['1 first', [1, 2, 2]],
    ['2 first', [2, 1, 1]]
  ])('joins cells merged sideways, with %s, and keeps what stands in them', (_, flags) => {
    expect(
      read([
        ...row(['甲', '', '5'], rowOf([0, 100, 200, 300], flags)),
        ...row(['1', '2', '3'], rowOf([0, 100, 200, 300]))
      ])
    ).toEqual([[['甲\n5@0+3'], ['1@0', '2@1', '3@2']]]);
  });

  it('applies changes to a row that follow its definition', () => {
    const definition = rowOf([0, 100, 200]);
    const insert = [0x21, 0x76, 1, 1, ...pair(50)];
    const remove = [0x22, 0x56, 0, 1];
    const width = [0x23, 0x76, 0, 1, ...pair(300)];
    const vertical = [0x2b, 0xd6, 2, 0, 3];
    const continued = [0x2b, 0xd6, 2, 0, 1];
    const merge = [0x24, 0x56, 0, 2];
    expect(
      read([
        ...row(['甲', '乙', '丙'], [...definition, ...insert, ...vertical]),
        ...row(['', '1', '2'], [...rowOf([0, 100, 150, 250]), ...continued]),
        ...row(['3', '4'], [...rowOf([0, 50, 150, 300]), ...remove]),
        ...row(['', '5', '6'], [...rowOf([0, 100, 150, 250]), ...merge])
      ])
    ).toEqual([
      [
        ['甲@0v2', '乙@1', '丙@2'],
        ['1@1', '2@2'],
        ['3@0', '4@1+2'],
        ['5@0+2', '6@2']
      ]
    ]);
    expect(read([...row(['甲', '乙'], [...definition, ...width]), ...row(['丙', '丁'], rowOf([0, 300, 400]))])).toEqual(
      [
        [
          ['甲@0', '乙@1'],
          ['丙@0', '丁@1']
        ]
      ]
    );
  });

  it('finds a definition too long for its page in the data stream', () => {
    const definition = rowOf([0, 100, 200]);
    const data = [9, 9, 9, 9, ...pair(definition.length), ...definition];
    expect(read(row(['甲', '乙'], [0x46, 0x66, ...four(4)]), { data })).toEqual([[['甲@0', '乙@1']]]);
  });

  it('gives a table in a cell as a block of its own', () => {
    const inner = [...IN_TABLE, 0x49, 0x66, ...four(2)];
    const innerCell = [...inner, 0x4b, 0x24, 1];
    const innerRow = [...inner, 0x4c, 0x24, 1, ...rowOf([0, 50, 100])];
    expect(
      read([
        ...row(['甲', '乙', '丙', '1'], rowOf([0, 100, 200, 300, 400])),
        { text: '内\r', paragraph: innerCell },
        { text: '8\r', paragraph: innerCell },
        { text: '\r', paragraph: innerRow },
        ...row(['外', '9'], rowOf([0, 100, 400]))
      ])
    ).toEqual([
      [
        ['甲@0', '乙@1', '丙@2', '1@3'],
        ['外@0', '9@1+3']
      ],
      [['内@0', '8@1']]
    ]);
  });

  it('drops a row that was deleted while changes were tracked, and keeps a blank one', () => {
    const edges = rowOf([0, 100, 200]);
    expect(read([...row(['甲', '1'], edges), ...row(['乙', '2'], edges, DELETED), ...row(['', ''], edges)])).toEqual([
      [
        ['甲@0', '1@1'],
        ['@0', '@1']
      ]
    ]);
  });

  it('counts cells where edges are missing', () => {
    expect(read([...row(['甲', '1'], []), ...row(['乙', '2'], rowOf([0, 100, 200]))])).toEqual([
      [
        ['甲@0', '1@1'],
        ['乙@0', '2@1']
      ]
    ]);
  });
});

describe('documents that are refused', () => {
  it.each([
    ['a password', { flags: 0x0100 }, 'document.encrypted'],
    ['Word 95', { version: 104 }, 'document.old-format'],
    ['more characters than bytes', { mainTextLength: 1e6 }, 'document.damaged doc-head'],
    ['fewer pieces than text', { mainTextLength: 4 }, 'document.damaged doc-pieces']
  ])('for %s', async (_, parts, code) => {
    expect(await refusal(() => read([{ text: '一\r' }], parts))).toBe(code);
  });

  it('for a row without an end, a table too deep, a missing stream', async () => {
    expect(await refusal(() => read([{ text: '一\x07', paragraph: IN_TABLE }, { text: '二\r' }]))).toBe(
      'document.damaged table-row-open'
    );
    const deep = [...IN_TABLE, 0x49, 0x66, ...four(1000)];
    expect(await refusal(() => read([{ text: '一\r', paragraph: deep }]))).toBe('document.damaged table-depth');
    expect(await refusal(() => readDoc(oleOf([{ name: 'Other', content: new Uint8Array() }])))).toBe(
      'document.damaged doc-stream-missing'
    );
  });

  it('for sectors in a circle', async () => {
    const bytes = docOf([{ text: '一\r' }]);
    const view = new DataView(bytes.buffer);
    // The stream begins at sector 2 and now ends where it began.
    let sector = 2;
    while (view.getUint32(512 + 4 * sector, true) < 1000) sector = view.getUint32(512 + 4 * sector, true);
    view.setUint32(512 + 4 * sector, 2, true);
    expect(await refusal(() => readDoc(bytes))).toBe('document.damaged ole-chain');
  });
});

describe('a document written by another program', () => {
  const bytes = new Uint8Array(readFileSync(new URL('report.doc', fixture)));

  it('gives just what it shows', () => {
    const { blocks } = readDoc(bytes);
    assertGrid(blocks);
    expect(shown(blocks)).toEqual(JSON.parse(readFileSync(new URL('expected.json', fixture), 'utf8')));
  });
});
