import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberText } from '../../../src/lib/documents/sheet/number-text.ts';
import { readXlsx } from '../../../src/lib/documents/xlsx.ts';
import { Refusal } from '../../../src/lib/report/issue.ts';
import { merges, pack, row, type SheetParts, workbookParts, type WorkbookParts, xlsx } from './build-xlsx.ts';
import { assertGrid, refusal, shown } from './show-blocks.ts';

function read(sheet: SheetParts | readonly SheetParts[], parts?: WorkbookParts) {
  const content = readXlsx(xlsx('rows' in sheet ? [sheet] : sheet, parts));
  assertGrid(content.blocks);
  return shown(content.blocks);
}

/** A sheet of one table whose only row holds a label and this cell. */
function cellText(cell: string | number, parts?: WorkbookParts): string | undefined {
  const [table] = read({ rows: row(1, ['甲', cell]) }, parts);
  return Array.isArray(table) ? table[0]?.[1]?.replace('@1', '') : undefined;
}

describe('texts and numbers of cells', () => {
  it('joins the runs of shared strings and leaves phonetic guides out', () => {
    const sharedStrings =
      '<si><r><t>规</t></r><r><t xml:space="preserve">章 </t></r><rPh sb="0" eb="1"><t>gui</t></rPh></si><si><t/></si>';
    expect(cellText('<c t="s"><v>0</v></c>', { sharedStrings })).toBe('规章 ');
    expect(cellText('<c t="s"><v>1</v></c>', { sharedStrings })).toBe(undefined);
  });

  it('refuses a shared string that is not there', async () => {
    expect(await refusal(() => cellText('<c t="s"><v>7</v></c>'))).toBe('document.damaged xlsx-string');
  });

  it('reads characters that XML cannot hold, and line ends', () => {
    expect(cellText('一_x000D_\n二')).toBe('一\n二');
  });

  it('takes the stored result of a formula, 0 too, and never a blank for a formula without one', () => {
    expect(cellText('<c><f>SUM(B2:B9)</f><v>0</v></c>')).toBe('0');
    expect(cellText('<c><f>SUM(B2:B9)</f><v>7</v></c>')).toBe('7');
    expect(cellText('<c t="str"><f>A1</f><v>无</v></c>')).toBe('无');
    expect(cellText('<c><f>SUM(B2:B9)</f></c>')).toBe('=SUM(B2:B9)');
    expect(cellText('<c><f>SUM(B2:B9)</f><v></v></c>')).toBe('=SUM(B2:B9)');
    expect(cellText('<c><f t="shared" si="0"/></c>')).toBe('=');
  });

  it('shows errors and truth values as text', () => {
    expect(cellText('<c t="e"><f>1/0</f><v>#DIV/0!</v></c>')).toBe('#DIV/0!');
    expect(cellText('<c t="b"><v>1</v></c>')).toBe('TRUE');
  });

  it('formats numbers by the style of the cell', () => {
    const formats = ['000000', '#,##0', '0.00', 'yyyy/m/d', '@'];
    const shownAs = (style: number, value: number) => cellText(`<c s="${style}"><v>${value}</v></c>`, { formats });
    expect(shownAs(1, 0)).toBe('000000');
    expect(shownAs(2, 1234)).toBe('1,234');
    expect(shownAs(3, 12.5)).toBe('12.50');
    expect(shownAs(4, 44562)).toBe('2022/1/1');
    expect(shownAs(5, 3)).toBe('3');
  });

  it('counts dates from 1904 where the workbook does', () => {
    const formats = ['yyyy/m/d'];
    expect(cellText('<c s="1"><v>43100</v></c>', { formats, properties: 'date1904="1"' })).toBe('2022/1/1');
  });
});

describe('numberText', () => {
  it.each([
    [0, 'General', '0'],
    [0.1 + 0.2, 'General', '0.3'],
    [1234567890123, 'General', '1234567890123'],
    [0, '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '0'],
    [5, ';;;', ''],
    [0, ';;;', ''],
    [0, '#', ''],
    [0, '0;-0;;@', ''],
    [-3, '0;;', ''],
    [-3, '0;[Red]0', '-3'],
    [-3, '0.00_);[Red]\\(0.00\\)', '(3.00)'],
    [1234, '0,', '1234'],
    [12.345, '0.00', '12.35'],
    [3, '0"件"', '3件'],
    [0.5, '0%', '50%'],
    [3, '[[[', '3'],
    [44562, 'yyyy', '2022-01-01'],
    [44562, 'm"月"d"日"', '1月1日']
  ])('%s as %s is %s', (value, format, text) => {
    expect(numberText(value, format)).toBe(text);
  });

  it('never gives bare digits that are another number', () => {
    const formats = fc.constantFrom(
      'General',
      '0',
      '#,##0',
      '0.00',
      '0,',
      '0;0',
      '#',
      '000',
      '0.0',
      'yyyy',
      'd',
      ';;;'
    );
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), formats, (value, format) => {
        const text = numberText(value, format).replaceAll(',', '');
        if (!/^-?\d+(\.\d+)?$/.test(text)) return;
        const decimals = text.split('.')[1]?.length ?? 0;
        expect(Math.abs(Number(text) - value)).toBeLessThanOrEqual(0.51 * 10 ** -decimals + 1e-9);
      })
    );
  });
});

describe('tables and lines of a sheet', () => {
  it('takes lines above, between and below tables as paragraphs and merged cells as spans', () => {
    const rows =
      row(1, ['测试镇2023年度报告']) +
      row(2, ['二、主动公开政府信息情况']) +
      row(3, ['信息内容', '制发', null, '废止']) +
      row(4, ['第二十条', null, null, null]) +
      row(5, ['规章', 1, null, 2]) +
      row(6, ['三、收到和处理情况']) +
      row(7, ['甲', '乙', '丙', '丁']) +
      row(8, [null, 3, 4, 5]) +
      row(9, ['五、存在问题']);
    expect(read({ rows, after: merges('A1:D1', 'B3:C3', 'A4:D4', 'B5:C5', 'A6:D6', 'A7:A8') })).toEqual([
      '测试镇2023年度报告',
      '二、主动公开政府信息情况',
      [['信息内容@0', '制发@1', '废止@2'], ['第二十条@0+3'], ['规章@0', '1@1', '2@2']],
      '三、收到和处理情况',
      [
        ['甲@0v2', '乙@1', '丙@2', '丁@3'],
        ['3@1', '4@2', '5@3']
      ],
      '五、存在问题'
    ]);
  });

  it('splits tables at blank rows and fills cells that are not there', () => {
    expect(
      read({ rows: row(2, [null, '甲', 1]) + row(3, [null, '乙']) + row(4, [null, '丙', 2]) + row(7, ['丁', 3]) })
    ).toEqual([
      [
        ['甲@0', '1@1'],
        ['乙@0', '@1'],
        ['丙@0', '2@1']
      ],
      [['丁@0', '3@1']]
    ]);
  });

  it('keeps a row of bordered blank cells in its table', () => {
    const blank = '<c s="1"/>';
    expect(read({ rows: row(1, ['甲', 1, 2]) + row(2, ['乙', blank, blank]) })).toEqual([
      [
        ['甲@0', '1@1', '2@2'],
        ['乙@0', '@1', '@2']
      ]
    ]);
  });

  it('leaves hidden rows and columns out and says where the rest stands', () => {
    const rows =
      row(1, ['甲', 9, 1]) + row(2, ['乙', 9, 2], 'hidden="1"') + row(3, ['丙', 9, 3]) + row(4, ['丁', 9, 4], 'ht="0"');
    const { blocks } = readXlsx(
      xlsx([{ name: '表', rows, before: '<cols><col min="2" max="2" hidden="true"/></cols>' }])
    );
    expect(shown(blocks)).toEqual([
      [
        ['甲@0', '1@1'],
        ['丙@0', '3@1']
      ]
    ]);
    const [table] = blocks;
    expect(table?.kind === 'table' && table.cells.at(-1)?.place).toEqual({ sheet: '表', table: 1, row: 3, column: 3 });
  });

  it('names hidden rows and columns with figures in and beside what is seen', () => {
    const hidden = (rows: string, columns = '') => {
      const { issues } = readXlsx(xlsx([{ name: '表', rows, before: `<cols>${columns}</cols>` }]));
      return (issues ?? []).map(({ code, place, values }) => {
        expect(place).toEqual({ sheet: '表' });
        return [code, values?.rows ?? values?.columns];
      });
    };
    const rows =
      row(1, ['甲', 9, 1, 4]) +
      row(2, ['乙', 9, 2, 5], 'hidden="1"') +
      row(3, ['丙', 9, 3, 6]) +
      row(4, ['丁', 9, 4, 7], 'ht="0.75"') +
      row(5, ['戊', 9, 4, 7], 'outlineLevel="1" hidden="true"');
    expect(hidden(rows)).toEqual([['sheet.hidden-rows', '2, 4–5']]);
    // Figures of hidden columns in hidden rows are with their rows.
    expect(hidden(rows, '<col min="2" max="2" hidden="1"/><col min="4" max="9" width="0.1"/>')).toEqual([
      ['sheet.hidden-rows', '2, 4–5'],
      ['sheet.hidden-columns', 'B, D']
    ]);
    // Words alone, and lists apart from what is seen, are no figures of the table.
    expect(hidden(row(1, ['甲', '某', 1]), '<col min="2" max="2" hidden="1"/>')).toEqual([]);
    expect(hidden(row(1, ['甲', 1, null, 7]), '<col min="4" max="4" hidden="1"/>')).toEqual([]);
    expect(hidden(row(1, ['甲', 1], 'hidden="1"'))).toEqual([['sheet.hidden-rows', '1']]);
  });

  it('passes over merged cells that are seen although they begin in a hidden row or column', () => {
    const before = '<cols><col min="1" max="1" hidden="1"/></cols>';
    const rows = row(1, ['1.规章', null, 1], 'hidden="1"') + row(2, [null, null, 2]);
    const { blocks, issues } = readXlsx(xlsx([{ rows, before, after: merges('A1:B2', 'C1:C2') }]));
    expect(shown(blocks)).toEqual([[['1.规章@0', '1@1']]]);
    expect(issues).toEqual([]);
  });

  it('shows merged cells of which the first column is hidden, and rows hidden by default', () => {
    const before = '<sheetFormatPr zeroHeight="1"/><cols><col min="1" max="1" hidden="1"/></cols>';
    expect(read({ rows: row(1, ['甲', null, 1]) + row(2, ['乙', '丙', 2]), before, after: merges('A1:B1') })).toEqual([
      [
        ['甲@0', '1@1'],
        ['丙@0', '2@1']
      ]
    ]);
  });

  it('keeps what hidden sheets hold apart', () => {
    const sheets = [
      { rows: row(1, ['甲', 1]) },
      { rows: row(1, ['乙', 2]), state: 'hidden' },
      { rows: row(1, ['丙', 3]), state: 'veryHidden' }
    ];
    const { blocks, hidden } = readXlsx(xlsx(sheets));
    expect(shown(blocks)).toEqual([[['甲@0', '1@1']]]);
    expect(shown(hidden ?? [])).toEqual([[['乙@0', '2@1']], [['丙@0', '3@1']]]);
  });
});

describe('broken and hostile workbooks', () => {
  it.each([
    ['a reference out of range', row(1, ['甲']).replace('A1', 'ZZZ1')],
    ['a row out of range', '<row r="99999999"/>'],
    ['no reference', '<row r="1"><c r="7"><v>1</v></c></row>']
  ])('refuses %s', async (_, rows) => {
    expect(await refusal(() => read({ rows }))).toBe('document.damaged xlsx-reference');
  });

  it('counts rows and cells that do not say where they stand', () => {
    expect(
      read({ rows: '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>' })
    ).toEqual([
      [
        ['1@0', '2@1'],
        ['3@0', '4@1']
      ]
    ]);
  });

  it('refuses more cells than a report can have, and a table that would have them', async () => {
    // Cells of different values, so that the file does not shrink like a bomb.
    const cells = (count: number, seed: number) =>
      Array.from({ length: count }, (_, at) => `<c><v>${((at + seed) * 7919) % 99991}</v></c>`).join('');
    const many = Array.from({ length: 201 }, (_, at) => `<row>${cells(1000, at)}</row>`);
    expect(await refusal(() => read({ rows: many.join('') }))).toBe('document.limit cells');
    const long = Array.from({ length: 600 }, (_, at) => `<row>${cells(2, at)}</row>`);
    expect(await refusal(() => read({ rows: `${long.join('')}<row>${cells(900, 1)}</row>` }))).toBe(
      'document.limit cells'
    );
  });

  it('ends on merged cells that overlap or span the whole sheet', () => {
    const rows = row(1, ['甲', 1]) + row(2, ['乙', 2]);
    const all = Array.from({ length: 500 }, () => 'A1:XFD1048576');
    expect(read({ rows, after: merges(...all) })).toEqual([[['甲@0v2'], []]]);
  });

  it('refuses or reads mutated parts, and nothing else', () => {
    const parts = workbookParts(
      [
        {
          rows: row(1, ['甲', 1, '<c t="s"><v>0</v></c>']) + row(2, ['乙', 2, '<c s="1"><f>B1</f><v>3</v></c>']),
          after: merges('A1:A2')
        }
      ],
      { sharedStrings: '<si><t>丙</t></si>', formats: ['#,##0'] }
    );
    const names = Object.keys(parts);
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(),
        fc.nat(6),
        fc.string({ unit: 'binary-ascii', maxLength: 6 }),
        (which, at, cut, put) => {
          const name = names[which % names.length] ?? '';
          const text = parts[name] ?? '';
          const place = at % text.length;
          const changed = text.slice(0, place) + put + text.slice(place + cut);
          try {
            assertGrid(readXlsx(pack({ ...parts, [name]: changed })).blocks);
          } catch (error) {
            expect(error).toBeInstanceOf(Refusal);
          }
        }
      ),
      { numRuns: 400 }
    );
  });
});

/** A workbook of these cells in a table, its styles given: fonts and fills, and for each style its font and fill. */
function styledCells(
  cells: readonly (string | number)[],
  { fonts = '', fills = '', styles = '', sharedStrings = '' }: Record<string, string>
): string[] {
  const entries = workbookParts([{ rows: row(1, ['甲', ...cells]) }], { sharedStrings });
  entries['xl/styles.xml'] = (entries['xl/styles.xml'] ?? '')
    .replace('<borders', `<fonts><font><sz val="11"/></font>${fonts}</fonts><fills><fill/>${fills}</fills><borders`)
    .replace('<cellXfs><xf numFmtId="0"/>', `<cellXfs><xf numFmtId="0"/>${styles}`);
  const [table] = shown(readXlsx(pack(entries)).blocks);
  return Array.isArray(table) ? (table[0] ?? []).slice(1).map((cell) => cell.replace(/@\d+$/, '')) : [];
}

describe('what a workbook does not show as it is stored', () => {
  const pale = '7\u03237\u0323';
  const styled = (style: number, value = 77): string => `<c s="${style}"><v>${value}</v></c>`;

  it('is doubted when struck or white, set off when raised, left out when of a point', () => {
    const fonts =
      '<font><strike/></font><font><color rgb="FFFFFFFF"/></font><font><color theme="0"/></font>' +
      '<font><vertAlign val="superscript"/></font><font><sz val="1"/></font><font><color theme="0" tint="-0.5"/></font>' +
      '<font><strike val="0"/><color theme="1"/></font>';
    const styles = [1, 2, 3, 4, 5, 6, 7].map((font) => `<xf fontId="${font}"/>`).join('');
    const cells = [1, 2, 3, 4, 5, 6, 7].map((style) => styled(style));
    expect(styledCells([...cells, 'x'], { fonts, styles })).toEqual([
      '7\u03367\u0336',
      pale,
      pale,
      '^77',
      '',
      '77',
      '77',
      'x'
    ]);
  });

  it('is read on a dark fill, and as words in any colour', () => {
    const fonts = '<font><color rgb="FFFFFFFF"/></font>';
    const fills =
      '<fill><patternFill patternType="solid"><fgColor rgb="FF1F3864"/></patternFill></fill>' +
      '<fill><patternFill patternType="solid"><fgColor theme="0"/></patternFill></fill>';
    const styles = '<xf fontId="1" fillId="1"/><xf fontId="1" fillId="2"/><xf fontId="1"/>';
    const total = '<c s="3" t="inlineStr"><is><t>总计</t></is></c>';
    expect(styledCells([styled(1), styled(2), total], { fonts, fills, styles })).toEqual(['77', pale, '总计']);
  });

  it('is told by the runs of a text', () => {
    const run = (properties: string, text: string): string => `<r><rPr>${properties}</rPr><t>${text}</t></r>`;
    const rich = `<r><t>5</t></r>${run('<vertAlign val="superscript"/>', '1')}`;
    const sharedStrings =
      `<si>${rich}</si><si>${run('<strike/>', '12')}${run('<sz val="11"/>', '13')}</si>` +
      `<si><r><t>本年新收</t></r>${run('<strike/>', '12')}</si><si>${run('<sz val="1"/>', '7')}<r><t>6</t></r></si>`;
    const cells = [0, 1, 2, 3].map((index) => `<c t="s"><v>${index}</v></c>`);
    const inline = `<c t="inlineStr"><is>${rich}<rPh><t>x</t></rPh></is></c>`;
    expect(styledCells([...cells, inline], { sharedStrings })).toEqual([
      '5^1',
      '1\u03362\u033613',
      '本年新收',
      '6',
      '5^1'
    ]);
  });

  it('is kept apart where a format, the sheet or a size of a point shows nothing of it', () => {
    const unshown = (cells: readonly string[], { formats = [';;;'], before = '', after = '' } = {}) => {
      const [table] = readXlsx(xlsx([{ rows: row(1, ['甲', ...cells, 'x']), before, after }], { formats })).blocks;
      return table?.kind === 'table' ? table.cells.slice(1, -1).map(({ text, unshown: stored }) => [text, stored]) : [];
    };
    const text = (style: number) => `<c s="${style}" t="inlineStr"><is><t>77</t></is></c>`;
    expect(unshown([text(1), styled(1), styled(1, 0)])).toEqual([
      ['', '77'],
      ['', '77'],
      ['', '0']
    ]);
    const formats = ['0;-0;;@', '0;0;0;&quot;&quot;', '[White]0', '[Red]0'];
    const cells = [styled(1, 0), styled(1), text(1), text(2), styled(3), styled(4)];
    expect(unshown(cells, { formats })).toEqual([
      ['', '0'],
      ['77', undefined],
      ['77', undefined],
      ['', '77'],
      [pale, undefined],
      ['77', undefined]
    ]);
    const before = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>';
    expect(unshown([styled(0, 0), styled(0, 10), '<c t="inlineStr"><is><t>0</t></is></c>'], { before })).toEqual([
      ['', '0'],
      ['10', undefined],
      ['0', undefined]
    ]);
    // Of merged cells the first one's text is shown alone.
    expect(unshown(['<c/>', styled(0), styled(0, 5)], { after: merges('B1:C1') })).toEqual([
      ['', '77'],
      ['5', undefined]
    ]);
  });
});

describe('conditional formats of a workbook', () => {
  const WHITE = '<font><color rgb="FFFFFFFF"/></font>';
  const dark = '<fill><patternFill patternType="solid"><bgColor rgb="FF1F3864"/></patternFill></fill>';
  const is = (operator: string, ...formulas: readonly string[]) =>
    `type="cellIs" operator="${operator}">${formulas.map((text) => `<formula>${text}</formula>`).join('')}`;
  /** What cells with 0, 5 and -2.5 show under a rule, and what they hold where they show nothing. */
  const under = (rule: string, dxf = WHITE, sqref = '$B$1:$D$1 Z9') => {
    const after = `<conditionalFormatting sqref="${sqref}"><cfRule dxfId="0" ${rule}</cfRule></conditionalFormatting>`;
    const entries = workbookParts([{ rows: row(1, ['甲', 0, 5, -2.5]), after }]);
    const styles = entries['xl/styles.xml'] ?? '';
    entries['xl/styles.xml'] = styles.replace('</styleSheet>', `<dxfs><dxf>${dxf}</dxf></dxfs></styleSheet>`);
    const [table] = readXlsx(pack(entries)).blocks;
    return table?.kind === 'table' ? table.cells.slice(1).map(({ text, unshown }) => unshown ?? `shown ${text}`) : [];
  };

  it('hide numbers by colour, format or signs, and nothing is read of them', () => {
    const zeroHidden = ['0', 'shown 5', 'shown -2.5'];
    const all = ['shown 0', 'shown 5', 'shown -2.5'];
    expect(under(is('equal', '0'))).toEqual(zeroHidden);
    expect(under(is('equal', '0'), '<numFmt numFmtId="170" formatCode=";;;"/>')).toEqual(zeroHidden);
    expect(under(is('equal', '0'), WHITE, 'B:B')).toEqual(zeroHidden);
    expect(under(is('equal', '0'), WHITE, 'C1')).toEqual(all);
    expect(under(is('equal', '0'), WHITE + dark)).toEqual(all);
    expect(under('type="iconSet"><iconSet showValue="0"/>', '')).toEqual(['0', '5', '-2.5']);
    expect(under('type="iconSet"><iconSet/>', '')).toEqual(all);
  });

  it('are doubted where it cannot be told whether they hold', () => {
    const doubted = ['0', '5', '-2.5'].map((text) => `shown ${text.replace(/./g, '$&\u0323')}`);
    expect(under('type="expression"><formula>SUM(A1:B9)&gt;1</formula>')).toEqual(doubted);
    expect(under(is('equal', '$A$1'))).toEqual(doubted);
    expect(under('type="duplicateValues">')).toEqual(doubted);
  });

  it.each([
    [is('greaterThan', '1'), [5]],
    [is('greaterThanOrEqual', '5'), [5]],
    [is('lessThan', '0'), [-2.5]],
    [is('lessThanOrEqual', '0'), [0, -2.5]],
    [is('notEqual', '5'), [0, -2.5]],
    [is('between', '-3', '1.5'), [0, -2.5]],
    [is('notBetween', '1.5', '-3'), [5]],
    ['type="expression"><formula>B1 = 0</formula>', [0]],
    ['type="expression"><formula>ISERROR(B1)</formula>', []],
    ['type="containsBlanks"><formula>LEN(B1)=0</formula>', []]
  ])('hold as they say: %s', (rule, unseen) => {
    expect(
      under(rule)
        .filter((text) => !text.startsWith('shown'))
        .map(Number)
    ).toEqual(unseen);
  });
});

describe('pictures in a workbook', () => {
  const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
  const corner = (name: string, column: number, at: number): string =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>${at}</xdr:row><xdr:rowOff>9</xdr:rowOff></xdr:${name}>`;
  const anchor = (from: [number, number], to: [number, number], content = '<xdr:pic/>'): string =>
    `<xdr:twoCellAnchor>${corner('from', ...from)}${corner('to', ...to)}${content}</xdr:twoCellAnchor>`;
  const withDrawing = (rows: string, drawing: string, after = '') => {
    const entries = workbookParts([{ rows, after }]);
    entries['xl/worksheets/_rels/sheet1.xml.rels'] =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" ' +
      'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>';
    entries['xl/drawings/drawing1.xml'] = `<xdr:wsDr xmlns:xdr="${DRAWING}">${drawing}</xdr:wsDr>`;
    const { blocks } = readXlsx(pack(entries));
    assertGrid(blocks);
    return shown(blocks);
  };
  const rows = row(1, ['甲', 1, null, 3]) + row(2, ['乙', 4, 5, 6]) + row(3, ['丙', 7, null, null]);

  it('are told in the blank cells under them, those beside a table are not', () => {
    const drawing = anchor([2, 0], [2, 0]) + anchor([2, 1], [2, 1]) + anchor([9, 0], [9, 0]) + anchor([2, 7], [2, 7]);
    expect(withDrawing(rows, drawing)).toEqual([
      [
        ['甲@0', '1@1', '\ufffc@2', '3@3'],
        ['乙@0', '4@1', '5@2', '6@3'],
        ['丙@0', '7@1', '@2', '@3']
      ]
    ]);
  });

  it('stand in merged cells as a whole, and end rows', () => {
    const merged = merges('C3:D3');
    expect(withDrawing(rows, anchor([3, 2], [3, 2]), merged)[0]?.[2]).toEqual(['丙@0', '7@1', '\ufffc@2+2']);
    const one = `<xdr:oneCellAnchor>${corner('from', 2, 2)}<xdr:pic/></xdr:oneCellAnchor>`;
    expect(withDrawing(rows, one)[0]?.[2]).toEqual(['丙@0', '7@1', '\ufffc@2', '@3']);
  });

  it('are none when they are lines, and seals over the table stay aside', () => {
    const plain = withDrawing(rows, '');
    expect(withDrawing(rows, anchor([2, 0], [2, 0], '<xdr:sp/>'))).toEqual(plain);
    expect(withDrawing(rows, anchor([0, 0], [3, 2]))).toEqual(plain);
    const box = (text: string) =>
      `<xdr:sp><xdr:txBody xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;
    expect(withDrawing(rows, anchor([2, 0], [2, 0], box('见附件')))).toEqual(plain);
    expect(withDrawing(rows, anchor([2, 0], [2, 0], box('8件')))).toEqual(withDrawing(rows, anchor([2, 0], [2, 0])));
  });

  it('and nothing else make a scan', async () => {
    expect(await refusal(() => withDrawing('', anchor([0, 0], [9, 30])))).toBe('document.scan');
  });
});
