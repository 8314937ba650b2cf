import { strToU8, zlibSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { readPdf } from '../../../src/lib/documents/pdf.ts';
import { area, fill, grid, line, pdf, type PdfParts, text, useCharacterMaps } from './build-pdf.ts';
import { assertGrid, refusal, shown } from './show-blocks.ts';

useCharacterMaps();

async function read(pages: readonly string[], parts?: PdfParts) {
  const { blocks } = await readPdf(pdf(pages, parts));
  assertGrid(blocks);
  return shown(blocks);
}

const widths = [100, 60, 60];
const small = (texts: readonly (readonly (string | null)[])[]) =>
  grid(50, 700, widths, texts.length) + fill(50, 700, widths, texts);

describe('tables of a PDF', () => {
  it('come from ruling lines, with blank cells kept and text around them as paragraphs', async () => {
    const page =
      text('二、情况', 50, 760) +
      small([
        ['规章', '1', '20'],
        ['文件', null, '3']
      ]) +
      text('三、其他', 50, 600);
    expect(await read([page])).toEqual([
      '二、情况',
      [
        ['规章@0', '1@1', '20@2'],
        ['文件@0', '@1', '3@2']
      ],
      '三、其他'
    ]);
  });

  it('have places that count from one', async () => {
    const { blocks } = await readPdf(
      pdf([
        '',
        text('一', 50, 760) +
          small([
            ['规章', '1', '20'],
            ['文件', null, '3']
          ])
      ])
    );
    expect(blocks[0]?.place).toEqual({ page: 2, paragraph: 1 });
    expect(blocks[1]?.kind === 'table' && blocks[1].cells[4]?.place).toEqual({ page: 2, table: 1, row: 2, column: 2 });
  });

  it('have spans where lines are missing', async () => {
    const lines =
      [700, 640].map((y) => line(50, y, 270, y)).join('') + line(150, 680, 270, 680) + line(150, 660, 270, 660);
    const sides = [50, 150, 270].map((x) => line(x, 700, x, 640)).join('') + line(210, 680, 210, 640);
    const texts =
      text('甲', 60, 670) + text('乙丙', 160, 686) + text('1', 160, 666) + text('2', 220, 666) + text('3', 160, 646);
    expect(await read([lines + sides + texts])).toEqual([
      [
        ['甲@0v3', '乙丙@1+2'],
        ['1@1', '2@2'],
        ['3@1', '@2']
      ]
    ]);
  });

  it('go on to where lines end beyond the last that crosses them, when text stands there', async () => {
    const lines = [700, 680].map((y) => line(50, y, 270, y)).join('') + line(150, 700, 150, 660);
    const rows = text('规章', 60, 686) + text('1', 160, 686);
    expect(await read([lines + rows + text('文件', 60, 666) + text('2', 160, 666)])).toEqual([
      [
        ['规章@0', '1@1'],
        ['文件@0', '2@1']
      ]
    ]);
    expect(await read([lines + rows])).toEqual([[['规章@0', '1@1']]]);
  });

  it('have a side where the line above or below ends', async () => {
    const lines = [700, 660].map((y) => line(50, y, 270, y)).join('') + line(150, 680, 270, 680);
    const sides = [50, 210, 270].map((x) => line(x, 700, x, 660)).join('');
    const texts = text('甲', 60, 676) + text('乙', 160, 686) + text('丙', 160, 666) + text('1', 220, 686);
    // A corner tells where the column begins; its side is drawn nowhere.
    expect(await read([lines + sides + line(150, 663, 150, 657) + texts])).toEqual([
      [
        ['甲@0v2', '乙@1', '1@2'],
        ['丙@1', '@2']
      ]
    ]);
  });

  it('hold what is drawn in a cell as no text: a small picture, an outline; but not a stroke or a ground', async () => {
    const at = (column: number, row: number): [number, number] => [[50, 150, 210][column] ?? 0, 700 - 20 * (row + 1)];
    const [px, py] = at(1, 0);
    const picture = `q 12 0 0 12 ${px + 20} ${py + 4} cm BI /W 2 /H 2 /CS /G /BPC 8 ID \x00\x40\x20\x7f EI Q\n`;
    const [ox, oy] = at(2, 0);
    const outline = `${ox + 20} ${oy + 5} m ${ox + 28} ${oy + 5} ${ox + 28} ${oy + 15} ${ox + 20} ${oy + 15} c h f\n`;
    const [sx, sy] = at(1, 1);
    const stroke = line(sx, sy, sx + 60, sy + 20);
    const [gx, gy] = at(2, 1);
    const round = `${gx + 60} ${gy} l ${gx + 60} ${gy + 20} ${gx} ${gy + 20} ${gx} ${gy + 20} c h f`;
    const ground = `q 0.9 g ${gx} ${gy} m ${round} Q\n`;
    const rows = [
      ['规章', null, null],
      ['文件', null, null]
    ];
    expect(await read([ground + small(rows) + picture + outline + stroke])).toEqual([
      [
        ['规章@0', '\ufffc@1', '\ufffc@2'],
        ['文件@0', '@1', '@2']
      ]
    ]);
  });

  it('keep a figure in its cell where the columns of a row stand a little beside those of the rows above', async () => {
    const levels = [700, 680, 660, 640].map((y) => line(50, y, 250, y)).join('');
    const sides = [50, 250].map((x) => line(x, 700, x, 640)).join('') + line(150, 700, 150, 660);
    const rows = text('规章', 60, 686) + text('1', 160, 686) + text('文件', 60, 666) + text('2', 160, 666);
    // The figure is left of the side above and right of its own.
    const last = line(146.4, 660, 146.4, 640) + text('3', 60, 646) + text('4', 146.5, 646);
    expect(await read([levels + sides + rows + last])).toEqual([
      [
        ['规章@0', '1@1'],
        ['文件@0', '2@1'],
        ['3@0', '4@1']
      ]
    ]);
  });

  it('may be drawn as thin areas, as rectangles, doubled or dotted', async () => {
    const texts = fill(
      50,
      700,
      [100, 60],
      [
        ['甲', '1'],
        ['乙', '2']
      ]
    );
    const expected = [
      [
        ['甲@0', '1@1'],
        ['乙@0', '2@1']
      ]
    ];
    const levels = [700, 680, 660];
    const sides = [50, 150, 210];
    const thin = levels.map((y) => area(50, y, 160, 0.5)).join('') + sides.map((x) => area(x, 660, 0.5, 40)).join('');
    expect(await read([thin + texts])).toEqual(expected);
    const boxes = ['50 680 100 20', '150 680 60 20', '50 660 100 20', '150 660 60 20'].map((box) => `${box} re S\n`);
    expect(await read([boxes.join('') + texts])).toEqual(expected);
    const apart = ['50 681 98 18', '150 681 60 18', '50 660 98 19', '150 660 60 19'].map((box) => `${box} re S\n`);
    expect(await read([apart.join('') + texts])).toEqual(expected);
    const dots = (from: number, to: number, dot: (at: number) => string) =>
      Array.from({ length: (to - from) / 2 }, (_, index) => dot(from + index * 2)).join('');
    const dotted =
      levels.map((y) => dots(50, 210, (x) => area(x, y, 1, 1))).join('') +
      sides.map((x) => dots(660, 700, (y) => area(x, y, 1, 1))).join('');
    expect(await read([dotted + texts])).toEqual(expected);
  });

  it('are not made of white lines on paper, but of white lines between shaded cells', async () => {
    const texts = fill(
      50,
      700,
      [100, 60],
      [
        ['甲', '1'],
        ['乙', '2']
      ]
    );
    const white = `1 1 1 RG ${grid(50, 700, [100, 60], 2)}`;
    expect(await read([white + texts])).toEqual(['甲  1', '乙  2']);
    const table = [
      [
        ['甲@0', '1@1'],
        ['乙@0', '2@1']
      ]
    ];
    expect(await read([area(40, 650, 200, 60, '.8 .9 1') + white + texts])).toEqual(table);
    // The outer lines are half on the shade's edge, half on paper.
    expect(await read([area(50.5, 660.5, 159, 39, '.8 .9 1') + white + texts])).toEqual(table);
  });

  it('have cells where the lines between their words would meet, when only the words are framed', async () => {
    const wide = [100, 40, 40, 40];
    const frames = grid(50, 700, wide, 1) + grid(50, 680, [100], 4);
    const texts = [
      ['内容', '制发', '废止', '有效'],
      ['规章', '1', '2', '3'],
      ['文件', '4', null, null],
      ['通告', '5', '6', '7'],
      ['通报', '8', '9', '10']
    ];
    expect(await read([frames + fill(50, 700, wide, texts)])).toEqual([
      [
        ['内容@0', '制发@1', '废止@2', '有效@3'],
        ['规章@0', '1@1', '2@2', '3@3'],
        ['文件@0', '4@1', '@2', '@3'],
        ['通告@0', '5@1', '6@2', '7@3'],
        ['通报@0', '8@1', '9@2', '10@3']
      ]
    ]);
  });

  it('are told as those without lines when only the figures are framed', async () => {
    const wide = [100, 40, 40, 40];
    const frames = grid(150, 680, [40, 40, 40], 3);
    const texts = [
      ['内容', '制发', '废止', '有效'],
      ['规章', '1', '2', '3'],
      ['文件', '4', null, null],
      ['通告', '5', '6', '7']
    ];
    expect(await read([frames + fill(50, 700, wide, texts)])).toEqual([
      [
        ['内容@0+3', '制发@3', '废止@4', '有效@5'],
        ['@0', '@1', '规章@2', '1@3', '2@4', '3@5'],
        ['@0', '@1', '文件@2', '4@3', '@4', '@5'],
        ['@0', '@1', '通告@2', '5@3', '6@4', '7@5']
      ]
    ]);
  });

  it('are what their texts are clipped to when no lines are drawn, as long as the clips fit together', async () => {
    const clipped = (content: string, x: number, y: number, width: number) =>
      `q ${x} ${y} ${width} 19.5 re W* n ${text(content, x + 2, y + 6)} Q\n`;
    const rows = (width: number) =>
      clipped('内容', 50, 680, 99.5) +
      clipped('制发', 150, 680, width) +
      clipped('废止', 200, 680, 49.5) +
      clipped('规章', 50, 660, 99.5) +
      clipped(' ', 150, 660, 49.5) +
      clipped('12', 200, 660, 49.5);
    expect(await read([rows(49.5)])).toEqual([
      [
        ['内容@0', '制发@1', '废止@2'],
        ['规章@0', '@1', '12@2']
      ]
    ]);
    // One clip reaches into the next: cells are told by words and figures alone, with room for three columns of labels.
    expect(await read([rows(70)])).toEqual([
      [
        ['内容@0+3', '制发@3', '废止@4'],
        ['@0', '@1', '规章@2', '@3', '12@4']
      ]
    ]);
  });

  it('may hold words turned by a quarter, in one run, alone or beside others', async () => {
    const upwards = (content: string, x: number) =>
      text(content, 0, 0).replace(/10 Tf 0 0 Td/, `10 Tf 0 1 -1 0 ${x} 642 Tm`);
    const page =
      text('其余各项都按规定办理。', 50, 760) +
      grid(50, 700, [30, 60], 1, 60) +
      upwards('办理结果', 70) +
      text('12', 90, 660) +
      upwards('件', 130);
    expect((await read([page]))[1]).toEqual([['办理结果@0', '12\n件@1']]);
  });

  it('inside a cell come as blocks of their own', async () => {
    const outer = grid(50, 700, [200, 200], 1, 200) + text('外', 60, 690 - 10);
    const inner =
      grid(270, 640, [40, 40], 2) +
      fill(
        270,
        640,
        [40, 40],
        [
          ['甲', '1'],
          ['乙', '2']
        ]
      );
    expect(await read([outer + inner])).toEqual([
      [['外@0', '@1']],
      [
        ['甲@0', '1@1'],
        ['乙@0', '2@1']
      ]
    ]);
  });

  it('are read on a turned page', async () => {
    const turned = `q 0 1 -1 0 595 0 cm 1 0 0 1 0 -200 cm ${small([
      ['规章', '1', '20'],
      ['文件', null, '3']
    ])} Q`;
    expect(await read([turned], { pageEntries: '/Rotate 90' })).toEqual([
      [
        ['规章@0', '1@1', '20@2'],
        ['文件@0', '@1', '3@2']
      ]
    ]);
  });
});

describe('tables without ruling lines', () => {
  const row = (y: number, label: string | null, ...figures: (string | null)[]) =>
    (label === null ? '' : text(label, 50, y)) +
    figures.map((figure, index) => (figure === null ? '' : text(figure, 220 + index * 80, y))).join('');

  it('have the columns of their head and a row a label, blanks kept', async () => {
    const page =
      text('二、情况', 50, 760, { size: 14 }) +
      row(700, '内容', '制发', '废止', '有效') +
      row(680, '规章', null, '20', null) +
      row(660, '行政规范性文件', '1', null, '3') +
      row(640, '通告') +
      text('三、其他', 50, 600, { size: 14 });
    expect(await read([page])).toEqual([
      '二、情况',
      [
        ['内容@0+3', '制发@3', '废止@4', '有效@5'],
        ['@0', '@1', '规章@2', '@3', '20@4', '@5'],
        ['@0', '@1', '行政规范性文件@2', '1@3', '@4', '3@5'],
        ['@0', '@1', '通告@2', '@3', '@4', '@5']
      ],
      '三、其他'
    ]);
  });

  it('are there without any figure when their labels stand in line with those of another', async () => {
    const blank = row(600, '内容', '收费') + row(580, '行政收费');
    const table = row(700, '内容', '制发', '废止') + row(680, '规章', '1', '2') + row(660, '行政规范性文件', '3', '4');
    expect((await read([table + blank])).at(-1)).toEqual([
      ['内容@0+3', '收费@3'],
      ['@0', '@1', '行政收费@2', '@3']
    ]);
    expect(await read([blank])).toEqual(['内容  收费', '行政收费']);
  });

  it('have two labels, not one of two lines, where another label shows that there was room', async () => {
    const two = row(600, '内容', '处理') + row(585, '行政处罚') + row(570, '行政强制', '7');
    const table = row(700, '内容', '制发', '废止') + row(680, '规章', '1', '2') + row(660, '行政规范性文件', '3', '4');
    expect((await read([table + two])).at(-1)).toEqual([
      ['内容@0+3', '处理@3'],
      ['@0', '@1', '行政处罚@2', '@3'],
      ['@0', '@1', '行政强制@2', '7@3']
    ]);
  });

  it('have rows of their own in a frame with lines between the columns only, but not where a number is broken', async () => {
    const frame = grid(40, 720, [170, 80], 1, 90);
    const head = row(706, '内容', '制发');
    const rows = row(686, '规章', '1') + row(666, '文件', '20') + row(646, '通告', '3');
    expect(await read([frame + head + rows])).toEqual([
      [
        ['内容@0+3', '制发@3'],
        ['@0', '@1', '规章@2', '1@3'],
        ['@0', '@1', '文件@2', '20@3'],
        ['@0', '@1', '通告@2', '3@3']
      ]
    ]);
    expect(await read([frame + row(686, '规章', '12') + row(674, null, '34') + row(662, null, '5')])).toEqual([
      [['规章@0', '1\uFFFD\n3\uFFFD\n\uFFFD@1']]
    ]);
  });

  it('have a number unknown that is broken in two, painted one line right after the other', async () => {
    const head = row(700, '内容', '制发', '废止', '有效');
    const broken = text('规章', 50, 680) + text('35', 220, 680) + text('85', 220, 666);
    const rest = text('2', 300, 680) + text('3', 380, 680) + row(640, '文件', '4', '5', '6');
    expect(await read([head + broken + rest])).toEqual([
      [
        ['内容@0+3', '制发@3', '废止@4', '有效@5'],
        ['@0', '@1', '规章@2', '358\uFFFD@3', '2@4', '3@5'],
        ['@0', '@1', '文件@2', '4@3', '5@4', '6@5']
      ]
    ]);
    // Painted row by row the same figures are those of two rows, and column by column it cannot be told.
    const rows = row(680, '规章', '35', '2', '3') + row(666, '文件', '85', '5', '6');
    const [byRow] = await read([head + rows]);
    expect(byRow?.slice(1)).toEqual([
      ['@0', '@1', '规章@2', '35@3', '2@4', '3@5'],
      ['@0', '@1', '文件@2', '85@3', '5@4', '6@5']
    ]);
    const columns = ['规文', '38', '25'].map((pair, at) =>
      [...pair].map((sign, down) => text(sign, at === 0 ? 50 : 140 + at * 80, 680 - 14 * down)).join('')
    );
    const byColumn = await read([row(700, '内容', '制发', '废止') + columns.join('')]);
    expect(byColumn).toEqual(['内容  制发  废止', '规  \uFFFD  \uFFFD', '文  \uFFFD  \uFFFD']);
  });

  it('have the last figures of a page unknown, where the next one begins with figures beside no label', async () => {
    const first = row(80, '内容', '制发', '废止') + row(60, '规章', '243', '1');
    const cut = await read([first, row(800, null, '7', null) + row(780, '文件', '3', '2')]);
    expect(cut.flat(2)).toEqual(expect.arrayContaining(['规章@2', '243\uFFFD@3', '1\uFFFD@4']));
    const whole = await read([first, row(800, '文件', '3', '2')]);
    expect(whole.flat(2)).toEqual(expect.arrayContaining(['规章@2', '243@3', '1@4']));
  });

  it('have columns whose words touch, told by what was painted between them', async () => {
    const words = text('科研机', 220, 712) + text('构', 220, 700) + text('社会公', 253, 712) + text('益组织', 253, 700);
    const rows = [680, 660, 640].map((y) => text('规章', 50, y) + text('1', 230, y) + text('2', 262, y)).join('');
    const [table] = await read([text('内容', 50, 700) + words + rows]);
    expect(table?.slice(-4)).toEqual([
      ['内容@0+3', '科研机构@3', '社会公益组织@4'],
      ...Array.from({ length: 3 }, () => ['@0', '@1', '规章@2', '1@3', '2@4'])
    ]);
  });

  it('go on over a page break that cuts the words of the head', async () => {
    const head = text('内容', 50, 80) + text('制', 220, 80) + text('废止', 300, 80) + text('发', 220, 66);
    const rows = row(800, '规章', '1', '2') + row(780, '文件', '3', '4');
    expect(await read([head, rows])).toEqual([
      [
        ['制@3', '废止@4'],
        ['内容@0+3', '发@3'],
        ['@0', '@1', '规章@2', '1@3', '2@4'],
        ['@0', '@1', '文件@2', '3@3', '4@4']
      ]
    ]);
  });

  it('join the lines of a label, and give the figures beside them to its row', async () => {
    const page =
      row(700, '内容', '制发', '废止') +
      text('其他法律行政法规禁', 50, 682) +
      row(676, null, '1', '2') +
      text('止公开', 50, 670) +
      row(650, '规章', null, '3');
    expect(await read([page])).toEqual([
      [
        ['内容@0+3', '制发@3', '废止@4'],
        ['@0', '@1', '其他法律行政法规禁止公开@2', '1@3', '2@4'],
        ['@0', '@1', '规章@2', '@3', '3@4']
      ]
    ]);
  });

  it('are lines of text when a figure stands between two columns and nothing tells whose it is', async () => {
    const between = row(700, '内容', '制发', '废止') + row(680, '规章', null) + text('7', 265, 680);
    expect(await read([between])).toEqual(['内容  制发  废止', '规章  7']);
    // Set to the right throughout: the last figure stands right of the last words.
    const right = between + row(660, '文件') + text('12', 259, 660) + text('3', 345, 660);
    expect(await read([right])).toEqual([
      [
        ['内容@0+3', '制发@3', '废止@4'],
        ['@0', '@1', '规章@2', '7@3', '@4'],
        ['@0', '@1', '文件@2', '12@3', '3@4']
      ]
    ]);
  });

  it('are lines of text when a figure stands below two columns', async () => {
    const head = row(700, '内容', '制发', '废止') + row(680, '规章', '1', '2');
    expect(await read([head + row(660, '文件', '12345678901234567890')])).not.toContainEqual(expect.any(Array));
  });

  it('go on over a page break, with and without the head repeated, and with the head alone on the first page', async () => {
    const head = (y: number) => row(y, '内容', '制发', '废止');
    const whole = [
      [
        ['内容@0+3', '制发@3', '废止@4'],
        ['@0', '@1', '规章@2', '1@3', '@4'],
        ['@0', '@1', '文件@2', '@3', '2@4']
      ]
    ];
    const first = head(80) + row(60, '规章', '1', null);
    expect(await read([first, row(800, '文件', null, '2')])).toEqual(whole);
    expect(await read([first, head(800) + row(780, '文件', null, '2')])).toEqual(whole);
    expect(await read([head(60), row(800, '规章', '1', null) + row(780, '文件', null, '2')])).toEqual(whole);
  });

  it('have their columns where the figures stand, when words of the head run together or stand in several lines', async () => {
    const head = text('内容', 50, 700) + text('制发废止', 220, 700) + text('有', 300, 712) + text('效', 300, 700);
    const rows = [680, 660, 640].map(
      (y, at) => text('规文通'.charAt(at) + '告', 50, y) + text('1', 222, y) + text('2', 250, y) + text('3', 302, y)
    );
    expect(await read([head + rows.join('')])).toEqual([
      [
        ['有@5'],
        ['内容@0+3', '制发废止@3+2', '效@5'],
        ...['规告', '文告', '通告'].map((label) => ['@0', '@1', `${label}@2`, '1@3', '2@4', '3@5'])
      ]
    ]);
  });

  it('have cells unknown in the rows that figures between two labels may be of, and read in the others', async () => {
    const rows = [680, 660, 640, 620].map((y) => row(y, '规章', '1', '2')).join('');
    const between = text('1.文件', 50, 590) + text('2.公告', 50, 580.5) + row(585, null, '5', '6');
    const [table] = await read([row(700, '内容', '制发', '废止') + rows + between]);
    expect(table).toEqual([
      ['内容@0+3', '制发@3', '废止@4'],
      ...Array.from({ length: 4 }, () => ['@0', '@1', '规章@2', '1@3', '2@4']),
      ['@0', '@1', '1.文件@2', '\ufffd@3', '\ufffd@4'],
      ['@0', '@1', '2.公告@2', '\ufffd@3', '\ufffd@4']
    ]);
  });

  it('keep two rows apart between which a page ends, though the second one has blanks', async () => {
    const first = row(80, '内容', '制发', '废止') + row(60, '上年结转数量', '-', '4');
    const [table] = await read([first, row(800, '（一）予以公开', '18', null)]);
    expect(Array.isArray(table) && table.slice(1)).toEqual([
      ['@0', '@1', '上年结转数量@2', '-@3', '4@4'],
      ['@0', '@1', '（一）予以公开@2', '18@3', '@4']
    ]);
  });

  it('have a head below a wide note, and none made of what runs over all pages', async () => {
    const note = '本列数据的勾稽关系为第一项加第二项之和';
    const head = text(note, 50, 700, { size: 8 }) + row(700, null, '制发');
    expect(await read([head + row(680, '规章', '1')])).toEqual([
      [
        [`${note}@0+3`, '制发@3'],
        ['@0', '@1', '规章@2', '1@3']
      ]
    ]);
    const running = text('某某街道年度报告', 230, 820);
    const first = running + row(80, '内容', '制发', '废止') + row(60, '规章', '1', null);
    expect(await read([first, running + row(780, '文件', null, '2')])).toEqual([
      [
        ['内容@0+3', '制发@3', '废止@4'],
        ['@0', '@1', '规章@2', '1@3', '@4'],
        ['@0', '@1', '文件@2', '@3', '2@4']
      ]
    ]);
  });

  it('put together a label that the page break cuts', async () => {
    const first = row(80, '内容', '制发', '废止') + row(60, '其他法律行政法规禁', null, null);
    const pages = [first + row(70, '规章', '1', '1'), row(800, '止公开', '3', null)];
    const [table] = await read(pages);
    expect(Array.isArray(table) && table.at(-1)).toEqual(['@0', '@1', '其他法律行政法规禁止公开@2', '3@3', '@4']);
  });
});

describe('a number of a PDF', () => {
  const cell = async (content: string, parts?: PdfParts) => {
    const [table] = await read([grid(50, 700, [100, 60], 1) + content], parts);
    return Array.isArray(table) ? table[0]?.[0] : table;
  };

  it('is not made longer by what cannot be seen', async () => {
    const shownText = text('6', 70, 686);
    const hiding = {
      'text mode 3': text('77', 58, 686, { before: '3 Tr' }),
      'white on paper': text('77', 58, 686, { before: '1 1 1 rg' }),
      'nearly white': text('77', 58, 686, { before: '.98 .99 1 rg' }),
      'under a white area': text('77', 58, 686) + area(55, 682, 13, 14, '1 1 1'),
      transparent: text('77', 58, 686, { before: '/Clear gs' }),
      'clipped away': text('77', 58, 686, { before: '300 300 10 10 re W n' }),
      'in a hidden layer': `/OC /Off BDC ${text('77', 58, 686)} EMC`,
      'in a soft mask': '/Masked gs',
      'too small to read': text('77', 58, 686, { size: 0.5 })
    };
    const parts = {
      resources:
        '/ExtGState << /Clear << /ca 0 >> /Masked << /SMask << /S /Luminosity /G 22 0 R >> >> >> /Properties << /Off 20 0 R >>',
      catalogue: '/OCProperties << /OCGs [20 0 R] /D << /OFF [20 0 R] >> >>',
      objects: [
        '<< /Type /OCG /Name (Off) >>',
        'null',
        `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >> /Resources << /Font << /Song 10 0 R >> >> /Length ${text('77', 58, 686).length} >>\nstream\n${text('77', 58, 686)}\nendstream`
      ]
    };
    for (const [way, content] of Object.entries(hiding)) {
      expect(await cell(content.replace(/\bgs$/, 'gs ') + shownText, parts), way).toBe('6@0');
    }
    expect(await cell(text('77', 58, 686) + shownText)).toBe('776@0');
  });

  it('is not doubled by being drawn twice for boldness or with a shadow', async () => {
    expect(await cell(text('21', 60, 686) + text('21', 60.4, 686))).toBe('21@0');
    expect(await cell(text('21', 60, 686) + text('21', 60.9, 685.2, { before: '.8 .8 .8 rg' }))).toBe('21@0');
    expect(await cell(text('11', 60, 686))).toBe('11@0');
  });

  it('leaves out struck digits, but not underlined ones', async () => {
    expect(await cell(text('77', 58, 686) + line(57, 689.5, 68.5, 689.5) + text('6', 72, 686))).toBe('6@0');
    expect(await cell(text('77', 58, 686) + line(57, 685, 68.5, 685))).toBe('77@0');
  });

  it('is not joined with a raised note, nor with the line below it', async () => {
    expect(await cell(text('12', 60, 686) + text('1', 70.5, 689, { size: 6 }))).toBe('12^1@0');
    expect(await cell(text('12', 60, 690, { size: 8 }) + text('34', 60, 682, { size: 8 }))).toBe('1\uFFFD\n3\uFFFD@0');
  });

  it('is unknown when it is drawn over a side of its cell', async () => {
    const page = grid(50, 700, [30, 30], 1) + text('12345', 62, 686);
    expect(await read([page])).toEqual([[['����@0', '�@1']]]);
    const spaced = grid(50, 700, [30, 30], 1) + text('12345', 62, 686, { before: '2 Tc' });
    expect(await read([spaced])).toEqual([[['\uFFFD\uFFFD\uFFFD@0', '\uFFFD\uFFFD@1']]]);
  });

  it('that hangs out of its table is read when most of it stands in its cell', async () => {
    const lines = grid(50, 700, [30, 30], 1);
    expect(await read([lines + text('12345', 94, 686)])).toEqual([[['@0', '12345@1']]]);
    expect(await read([lines + text('12345', 100, 686)])).toEqual([[['@0', '\uFFFD\uFFFD@1']]]);
  });

  it('is not made smaller by the edge that cuts it', async () => {
    const sentence = text('各项都按规定办理，没有需要另外说明的地方。', 50, 760);
    const within = async (content: string, rows = 1) =>
      (await read([`${sentence}${grid(50, 700, [100, 60], rows)} q 50 660 40 40 re W n ${content} Q`]))[1];
    expect(await within(text('12345', 80, 686))).toEqual([['1\uFFFD@0', '@1']]);
    // Browsers leave out what is cut off, so the file only holds what reaches the edge.
    expect(await within(text('12', 80, 686))).toEqual([['1\uFFFD@0', '@1']]);
    expect(await within(text('12', 76, 686))).toEqual([['12@0', '@1']]);
    // Another number that ends at the same place does not show that both are set to the right: they reach beyond.
    expect(await within(text('123', 75.4, 686) + text('45', 80.4, 666), 2)).toEqual([
      ['12\uFFFD@0', '@1'],
      ['4\uFFFD@0', '@1']
    ]);
    expect(await within(text('12', 80, 686) + text('3', 85, 666), 2)).toEqual([
      ['12@0', '@1'],
      ['3@0', '@1']
    ]);
  });

  it('is unknown when the document does not tell what its codes mean', async () => {
    const page =
      small([
        ['规章', '1', null],
        ['本年制发件数量', '文', '号']
      ]) + 'BT /Dumb 10 Tf 215 686 Td <0031> Tj ET';
    expect(await read([page])).toEqual([
      [
        ['规章@0', '1@1', '�@2'],
        ['本年制发件数量@0', '文@1', '号@2']
      ]
    ]);
  });

  it('is unknown when a form or a note stores it without its look, and read as it looks', async () => {
    const page = small([
      ['规章', null, '20'],
      ['文件', '1', '3']
    ]).concat(text('其余各项都按规定办理，没有需要另外说明的地方。', 50, 560));
    const withNote = (note: string) =>
      read([page], {
        pageEntries: '/Annots [20 0 R]',
        catalogue: '/AcroForm << /Fields [20 0 R] >>',
        objects: [
          `<< /Type /Annot ${note} /Rect [150 680 210 700] /DA (/Helv 10 Tf 0 g) >>`,
          `<< /Type /XObject /Subtype /Form /BBox [0 0 60 20] /Resources << /Font << /Song 10 0 R >> >> /Length 38 >>\nstream\nBT /Song 10 Tf 5 6 Td <00370037> Tj ET \nendstream`
        ]
      });
    const field = '/Subtype /Widget /FT /Tx /T (a) /F 4';
    const first = async (note: string) => (await withNote(note))[0]?.[0];
    expect(await first(`${field} /V (77)`)).toEqual(['规章@0', '\uFFFD@1', '20@2']);
    expect(await first('/Subtype /FreeText /F 4 /Contents (77)')).toEqual(['规章@0', '\uFFFD@1', '20@2']);
    expect(await first(`${field} /V (77) /AP << /N 21 0 R >>`)).toEqual(['规章@0', '77@1', '20@2']);
    expect(await first(field)).toEqual(['规章@0', '@1', '20@2']);
  });

  it('is unknown when it is seen as in a mirror', async () => {
    const page = small([
      ['规章', null, '20'],
      ['文件', '1', '3']
    ]).concat(text('其余各项都按规定办理，没有需要另外说明的地方。', 50, 560));
    for (const mirror of [`-1 0 0 1 340 0 cm ${text('21', 160, 686)}`, `1 0 0 -1 0 1380 cm ${text('69', 160, 686)}`]) {
      const [table] = await read([`${page} q ${mirror} Q`]);
      expect(table?.[0]).toEqual(['规章@0', '\uFFFD\uFFFD@1', '20@2']);
    }
  });

  it('is kept apart from a watermark across it', async () => {
    expect(await cell(text('6', 70, 686) + 'BT /Song 30 Tf .7 .7 -.7 .7 60 670 Tm <003000300030> Tj ET')).toBe('6@0');
  });

  it('is unknown when it is set askew on an upright page', async () => {
    const askew = text('1', 0, 0).replace(/10 Tf 0 0 Td/, '10 Tf .9976 .0698 -.0698 .9976 70 686 Tm');
    const page = text('各项都按规定办理，没有需要另外说明的地方。', 50, 760);
    expect((await read([page + grid(50, 700, [100, 50], 1) + askew]))[1]).toEqual([['\uFFFD@0', '@1']]);
  });

  it('keeps white digits on a dark ground', async () => {
    expect(await cell(area(50, 680, 100, 20, '0 0 .5') + text('6', 70, 686, { before: '1 1 1 rg' }))).toBe('6@0');
  });
});

describe('a page in small print', () => {
  const rows = Array.from({ length: 36 }, (_, row) => [
    `第${'甲乙丙丁'[row % 4] ?? ''}类规范性文件`,
    String(row),
    null
  ]);
  const expected = rows.map(([label, figure]) => [`${label ?? ''}@0`, `${figure ?? ''}@1`, '@2']);

  it('keeps rows that are lower than the lines of a frame stand apart elsewhere', async () => {
    const page = `.2 0 0 .2 20 600 cm ${grid(50, 800, widths, rows.length)}${fill(50, 800, widths, rows)}`;
    expect((await read([page]))[0]).toEqual(expected);
  });

  it('has dashed frames whose gaps grow no wider with it', async () => {
    const sides = widths.reduce<number[]>((xs, width) => [...xs, (xs.at(-1) ?? 0) + width], [50]);
    const [left = 0, right = 0, bottom] = [sides[0], sides.at(-1), 800 - rows.length * 20];
    const dashes = (from: number, to: number, dash: (at: number) => string) =>
      Array.from({ length: (to - from) / 10 }, (_, index) => dash(from + index * 10)).join('');
    const frame =
      [...rows, null].map((_, row) => dashes(left, right, (x) => area(x, 800 - row * 20, 4, 1))).join('') +
      sides.map((x) => dashes(bottom, 800, (y) => area(x, y, 1, 4))).join('');
    const page = `.3 0 0 .3 20 500 cm ${frame}${fill(50, 800, widths, rows)}`;
    expect((await read([page]))[0]).toEqual(expected);
  });
});

describe('page breaks', () => {
  const low = (texts: readonly (readonly (string | null)[])[], rows = texts.length) =>
    grid(50, 60 + rows * 20, widths, rows) + fill(50, 60 + rows * 20, widths, texts);
  const high = (texts: readonly (readonly (string | null)[])[]) =>
    grid(50, 800, widths, texts.length) + fill(50, 800, widths, texts);
  const header = ['项目', '件数', '总计'];

  it('join a table, with a repeated header once', async () => {
    const page = [low([header, ['甲', '1', '1']]), high([header, ['乙', '2', '2']])];
    expect(await read(page)).toEqual([
      [
        ['项目@0', '件数@1', '总计@2'],
        ['甲@0', '1@1', '1@2'],
        ['乙@0', '2@1', '2@2']
      ]
    ]);
    expect(await read([low([header, ['甲', '1', '1']]), high([['乙', '2', '2']])])).toHaveLength(1);
  });

  it('do not swallow a first row that only looks like the one before', async () => {
    expect(await read([low([['甲', '1', '1']]), high([['甲', '1', '1']])])).toEqual([
      [
        ['甲@0', '1@1', '1@2'],
        ['甲@0', '1@1', '1@2']
      ]
    ]);
  });

  it('leave two tables apart when their columns differ or text stands between', async () => {
    const other = grid(50, 800, [80, 80, 60], 1) + fill(50, 800, [80, 80, 60], [['乙', '2', '2']]);
    expect(await read([low([['甲', '1', '1']]), other])).toHaveLength(2);
    expect(await read([low([['甲', '1', '1']]) + text('四、复议', 50, 40), high([['乙', '2', '2']])])).toHaveLength(3);
  });

  it('see through running heads and page numbers', async () => {
    const running = (number: number) => text('东湖区年度报告', 50, 820) + text(`— ${number} —`, 280, 30);
    const pages = [low([['甲', '1', '1']]) + running(1), high([['乙', '2', '2']]) + running(2)];
    expect(await read(pages)).toEqual([
      [
        ['甲@0', '1@1', '1@2'],
        ['乙@0', '2@1', '2@2']
      ]
    ]);
  });

  it('do not take a figure at the foot of a page for its number', async () => {
    expect(await read([text('制发', 50, 60) + text('7', 50, 40), text('7', 50, 40)])).toEqual(['制发', '7', '7']);
  });

  it('put together a row that they cut', async () => {
    const cut = [low([['其他法律行政法规禁', '3', '3']]), high([['止公开', null, null]])];
    expect(await read(cut)).toEqual([[['其他法律行政法规禁止公开@0', '3@1', '3@2']]]);
    const openBelow = line(50, 80, 270, 80) + [50, 150, 210, 270].map((x) => line(x, 80, x, 50)).join('');
    const openAbove = line(50, 780, 270, 780) + [50, 150, 210, 270].map((x) => line(x, 780, x, 800)).join('');
    const pages = [openBelow + text('其他', 55, 66) + text('3', 155, 66), openAbove + text('处理', 55, 786)];
    expect(await read(pages)).toEqual([[['其他\n处理@0', '3@1', '@2']]]);
  });

  it('put together a row whose last line stands below all lines of the page', async () => {
    const sides = [50, 150, 210, 270].map((x) => line(x, 80, x, 50)).join('');
    const openBelow = line(50, 80, 270, 80) + line(150, 50, 210, 50) + sides;
    const openAbove = line(50, 780, 270, 780) + [50, 150, 210, 270].map((x) => line(x, 780, x, 800)).join('');
    const cut =
      text('自', 55, 56) + text('法人', 155, 56) + text('总', 215, 56) + text('然', 55, 36) + text('计', 215, 36);
    const [table, ...others] = await read([openBelow + cut, openAbove + text('人', 55, 786)]);
    expect(others).toEqual([]);
    expect([table].flat(2)).toContain('自\n然\n人@0v2');
  });

  it('never shorten a number that they cut', async () => {
    const narrow = [100, 28, 28];
    const first = grid(50, 80, narrow, 1) + fill(50, 80, narrow, [['甲', '943', '1']]);
    const second = grid(50, 800, narrow, 1) + fill(50, 800, narrow, [[null, '5', null]]);
    expect(await read([first, second])).toEqual([[['甲@0', '943\n5@1', '1@2']]]);
  });

  it('join a paragraph that runs on', async () => {
    const full = '本单位认真贯彻落实各项要求，扎实推进政府信息公开工作，全年主动公开政府信息一百二十五条，';
    const pages = [
      text(full, 50, 60) + text(full, 50, 40),
      text('收到申请3件。', 50, 800) + text('　　二、情况', 70, 780)
    ];
    expect(await read(pages)).toEqual([`${full}${full}收到申请3件。`, '二、情况']);
  });
});

describe('characters of a PDF', () => {
  it('are read from non-embedded fonts in GBK', async () => {
    expect(await read(['BT /Gbk 12 Tf 50 700 Td <B9E6D5C2203132> Tj ET'])).toEqual(['规章 12']);
  });

  it('are refused when a character map is missing', async () => {
    const { configurePdf } = await import('../../../src/lib/documents/pdf.ts');
    configurePdf({
      loadCharacterMap: () => Promise.reject(new Error('HTTP 404')),
      watchUnheld: () => () => undefined
    });
    expect(await refusal(() => readPdf(pdf([text('规章', 50, 700)])))).toBe('document.character-map');
    useCharacterMaps();
  });

  it('are refused when most of them are unknown', async () => {
    const page = `BT /Dumb 12 Tf 50 700 Td <${'01A40031'.repeat(30)}> Tj ET${text('规章', 50, 600)}`;
    expect(await refusal(() => readPdf(pdf([page])))).toBe('document.unreadable-text');
  });
});

describe('a page', () => {
  it('is read inside its crop box only', async () => {
    const content = text('规章', 50, 700) + text('外', 50, 760) + text('远', 900, 700);
    expect(await read([content], { pageEntries: '/CropBox [0 0 595 740]' })).toEqual(['规章']);
  });

  it('is turned until its text stands upright, and never read backwards', async () => {
    const table = small([
      ['规章', '12', '20'],
      ['文件', null, '3']
    ]);
    const upright = await read([table]);
    for (const turn of [90, 180, 270]) {
      expect(await read([table], { pageEntries: `/Rotate ${turn}` }), `${turn}`).toEqual(upright);
    }
    const upsideDown = `q -1 0 0 -1 130 1380 cm ${text('21', 60, 760)} Q`;
    const lines = await read([table + upsideDown + text('其余各项都按规定办理，没有需要另外说明的地方。', 50, 560)]);
    expect(lines[1]).toBe('��');
  });

  it('is set upright when it was printed askew', async () => {
    const table = small([
      ['规章', '12', '20'],
      ['文件', null, '3']
    ]);
    const upright = await read([table]);
    for (const degrees of [0.3, -2, 5, 177]) {
      const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
      const [e, f] = [297 - 297 * cos + 421 * sin, 421 - 297 * sin - 421 * cos];
      const askew = `${[cos, sin, -sin, cos, e, f].map((each) => each.toFixed(6)).join(' ')} cm ${table}`;
      expect(await read([askew]), `${degrees}`).toEqual(upright);
    }
  });

  it('tells the console nothing while it is read', async () => {
    const told = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'info')];
    // A font that is broken, a stream that is no picture, an operator that does not exist.
    const odd = `BT /Gbk 12 Tf 50 700 Td <B9E6D5C2> Tj ET BT /None 12 Tf 50 650 Td (x) Tj ET 1 2 nonsense ${text('规章', 50, 600)}`;
    await readPdf(pdf([odd]));
    expect(told.flatMap((spy) => spy.mock.calls)).toEqual([]);
    told.forEach((spy) => spy.mockRestore());
  });
});

describe('a PDF that cannot be read', () => {
  it('is a scan without text, or with text only under it', async () => {
    expect(await refusal(() => readPdf(pdf([''])))).toBe('document.scan');
    expect(await refusal(() => readPdf(pdf([text('规章', 50, 700, { before: '3 Tr' })])))).toBe('document.scan');
  });

  it('is damaged, too long or endless', async () => {
    expect(await refusal(() => readPdf(new TextEncoder().encode('%PDF-1.7 nothing')))).toBe('document.damaged pdf');
    expect(await refusal(() => readPdf(pdf(Array<string>(201).fill(''))))).toBe('document.limit pages');
    const flood = `BT /Song 5 Tf 0 500 Td [${'<0030> '.repeat(50_001)}] TJ ET`;
    expect(await refusal(() => readPdf(pdf([`.0001 0 0 1 50 0 cm ${flood}`])))).toBe('document.limit characters');
  });

  it('is refused when a page holds more lines or areas than any real one, in little time', async () => {
    const start = performance.now();
    const many = Array.from({ length: 2_100 }, (_, at) => [(at % 190) * 3, Math.floor(at / 190) * 12] as const);
    const lines = many.map(([y, x]) => line(x, y, x + 6, y)).join('');
    const sides = many.map(([x, y]) => line(x, y, x, y + 6)).join('');
    expect(await refusal(() => readPdf(pdf([lines + sides])))).toBe('document.limit rulings');
    const areas = Array.from({ length: 5_001 }, () => area(0, 0, 500, 500, '1 1 1')).join('');
    expect(await refusal(() => readPdf(pdf([areas])))).toBe('document.limit areas');
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('is damaged when a packed stream does not agree with its checksum', async () => {
    const packed = zlibSync(strToU8('BT ET')).slice();
    const object = () =>
      `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${String.fromCharCode(...packed)}\nendstream`;
    const page = text('规章', 50, 700);
    expect(await refusal(() => readPdf(pdf([page], { objects: [object()] })))).toBe(undefined);
    packed[packed.length - 1] = (packed.at(-1) ?? 0) ^ 1;
    expect(await refusal(() => readPdf(pdf([page], { objects: [object()] })))).toBe('document.damaged pdf-checksum');
  });

  it('is refused before a stream inflates beyond all measure', async () => {
    const packed = zlibSync(new Uint8Array(41_000_000));
    const pieces = Array.from(packed, (byte) => String.fromCharCode(byte)).join('');
    const bomb = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${pieces}\nendstream`;
    expect(await refusal(() => readPdf(pdf([''], { objects: [bomb] })))).toBe('document.limit entryBytes');
  });

  it('says which pages are pictures', async () => {
    const parts = {
      resources: '/XObject << /Picture 20 0 R >>',
      objects: [
        '<< /Type /XObject /Subtype /Image /Width 900 /Height 1200 /ColorSpace /DeviceGray /BitsPerComponent 1 /Length 0 >>\nstream\n\nendstream'
      ]
    };
    const { issues } = await readPdf(pdf([text('规章', 50, 700), 'q 595 0 0 842 0 0 cm /Picture Do Q'], parts));
    expect(issues).toEqual([{ code: 'page.scan', place: { page: 2 } }]);
    expect(await refusal(() => readPdf(pdf(['q 595 0 0 842 0 0 cm /Picture Do Q'], parts)))).toBe('document.scan');
  });

  it('says which pages are scans with text that a machine has recognised, and takes no figure from them', async () => {
    const picture = 'q 595 0 0 842 0 0 cm /Picture Do Q';
    const image = (entries: string) =>
      `<< /Type /XObject /Subtype /Image /Width 900 /Height 1200 ${entries} /BitsPerComponent 1 /Length 0 >>\nstream\n\nendstream`;
    const parts = { resources: '/XObject << /Picture 20 0 R >>', objects: [image('/ColorSpace /DeviceGray')] };
    const recognised = text('规章 12 件，行政规范性文件 3 件', 50, 700, { before: '3 Tr' });
    // Under the picture, or unseen above it; a page number that can be seen does not make it a text.
    for (const page of [
      text('规章', 50, 700) + picture,
      picture + recognised,
      picture + recognised + text('1', 290, 30)
    ]) {
      expect(await refusal(() => readPdf(pdf([page], parts)))).toBe('document.scan-with-text');
    }
    const mask = { ...parts, objects: [image('/ImageMask true')] };
    expect(await refusal(() => readPdf(pdf([picture + recognised], mask)))).toBe('document.scan-with-text');
    const { blocks, issues } = await readPdf(
      pdf([text('规章', 50, 700), picture + recognised + text('2', 290, 30)], parts)
    );
    expect(shown(blocks)).toEqual(['规章', '2']);
    expect(issues).toEqual([{ code: 'page.scan-with-text', place: { page: 2 } }]);
  });

  it('says where a table has columns that cannot be told', async () => {
    const head = text('内容', 50, 700) + text('制发', 220, 700) + text('废止', 300, 700);
    const rows = [680, 660].map((y) => text('规章', 50, y) + text('1', 205, y) + text('12345678901234567890', 230, y));
    const { issues } = await readPdf(pdf([head + rows.join('')]));
    expect(issues).toEqual([{ code: 'table.columns-unsure', place: { page: 1 } }]);
  });
});
