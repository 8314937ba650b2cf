import { describe, expect, it } from 'vitest';
import { readXls } from '../../../src/lib/documents/xls.ts';
import { assertGrid, refusal, shown } from './show-blocks.ts';

interface Parts {
  readonly styles?: string;
  /** Attributes of the table, and what stands behind it. */
  readonly table?: string;
  readonly options?: string;
  readonly more?: string;
}

function workbook(rows: string, { styles = '', table = '', options = '', more = '' }: Parts = {}): Uint8Array {
  const sheet = `<Worksheet ss:Name="一"><Table ${table}>${rows}</Table>${options}</Worksheet>`;
  return new TextEncoder().encode(
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>' +
      '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" ' +
      'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">' +
      `<Styles>${styles}</Styles>${sheet}${more}</Workbook>`
  );
}

function read(rows: string, parts?: Parts) {
  const { blocks, issues } = readXls(workbook(rows, parts));
  assertGrid(blocks);
  return { shown: shown(blocks), issues };
}

const text = (value: string, attributes = '') => `<Cell ${attributes}><Data ss:Type="String">${value}</Data></Cell>`;
const number = (value: string, attributes = '') => `<Cell ${attributes}><Data ss:Type="Number">${value}</Data></Cell>`;
const row = (cells: string, attributes = '') => `<Row ${attributes}>${cells}</Row>`;
const head = row(text('项目') + text('件数') + text('总计'));
const style = (name: string, inside: string) => `<Style ss:ID="${name}">${inside}</Style>`;

describe('a workbook in Excel’s single XML file', () => {
  it('gives texts, numbers, merged cells and results of formulas at their places', () => {
    const rows =
      head +
      row(text('甲', 'ss:MergeDown="1"') + number('5') + number('7', 'ss:Formula="=RC[-1]+2"')) +
      row(number('1', 'ss:Index="2" ss:MergeAcross="1"')) +
      row(text('乙') + '<Cell/>' + '<Cell ss:Formula="=RC[-1]"/>') +
      row(text('丙', 'ss:MergeDown="1"') + number('2') + number('3')) +
      row(number('4') + number('6'));
    expect(read(rows)).toEqual({
      shown: [
        [
          ['项目@0', '件数@1', '总计@2'],
          ['甲@0v2', '5@1', '7@2'],
          ['1@1+2'],
          ['乙@0', '@1', '=RC[-1]@2'],
          ['丙@0v2', '2@1', '3@2'],
          ['4@1', '6@2']
        ]
      ],
      issues: []
    });
  });

  it('leaves out hidden rows and columns and names them, and reads no hidden sheet', () => {
    const rows =
      '<Column/><Column ss:Index="2" ss:Hidden="1"/>' +
      head +
      row(text('甲') + number('8') + number('5')) +
      row(text('乙') + number('8') + number('6'), 'ss:Hidden="1"') +
      row(text('丙') + number('8') + number('7'), 'ss:Height="0.75"') +
      row(text('丁') + number('8') + number('9'));
    const hidden =
      `<Worksheet ss:Name="二"><Table>${head}</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">` +
      '<Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>';
    const { blocks, issues, hidden: unread } = readXls(workbook(rows, { more: hidden }));
    expect(shown(blocks)).toEqual([
      [
        ['项目@0', '总计@1'],
        ['甲@0', '5@1'],
        ['丁@0', '9@1']
      ]
    ]);
    expect(issues?.map(({ code }) => code)).toEqual(['sheet.hidden-rows', 'sheet.hidden-columns']);
    expect(unread).toHaveLength(1);
  });

  it('tells what formats show, hide or make doubtful', () => {
    const styles =
      style('Default', '<Font ss:Size="11"/>') +
      style('none', '<NumberFormat ss:Format=";;;"/>') +
      style('white', '<Font ss:Color="#FFFFFF"/>') +
      style('dark', '<Font ss:Color="#FFFFFF"/><Interior ss:Color="#000080" ss:Pattern="Solid"/>') +
      style('struck', '<Font ss:StrikeThrough="1"/>') +
      style('raised', '<Font ss:VerticalAlign="Superscript"/>') +
      style('fixed', '<NumberFormat ss:Format="Fixed"/>');
    const cells = ['none', 'white', 'dark', 'struck', 'raised', 'fixed'].map((name) =>
      number('7', `ss:StyleID="${name}"`)
    );
    const { blocks } = readXls(workbook(row(text('甲') + cells.join('')), { styles }));
    expect(shown(blocks)).toEqual([[['甲@0', '@1', '7\u0323@2', '7@3', '7\u0336@4', '^7@5', '7.00@6']]]);
    expect(blocks[0]?.kind === 'table' && blocks[0].cells[1]?.unshown).toBe('7');
  });

  it('takes styles of rows and columns, and knows hidden zeros', () => {
    const styles = style('white', '<Font ss:Color="#FFFFFF"/>');
    const rows = '<Column ss:Index="2" ss:StyleID="white"/>' + row(text('甲') + number('7') + number('8'));
    expect(read(rows, { styles }).shown).toEqual([[['甲@0', '7\u0323@1', '8@2']]]);
    expect(read(row(text('甲') + number('7') + number('8'), 'ss:StyleID="white"'), { styles }).shown).toEqual([
      [['甲@0', '7\u0323@1', '8\u0323@2']]
    ]);
    const options =
      '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><DoNotDisplayZeros/></WorksheetOptions>';
    expect(read(row(text('甲') + number('0') + number('8')), { options }).shown).toEqual([[['甲@0', '@1', '8@2']]]);
  });

  it('reads marked-up text without comments and readings', () => {
    const marked =
      '<Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>5</B><S>7</S><Sup>1</Sup>' +
      '<Font html:Color="#FFFFFF">9</Font></ss:Data><Comment><ss:Data>注</ss:Data></Comment>' +
      '<PhoneticText>3</PhoneticText></Cell>';
    expect(read(row(text('甲') + marked + number('8'))).shown).toEqual([[['甲@0', '57\u0336^19\u0323@1', '8@2']]]);
  });

  it.each([
    [
      'formats under conditions',
      head,
      { options: '<ConditionalFormatting xmlns="urn:schemas-microsoft-com:office:excel"/>' },
      'document.other-format Excel XML'
    ],
    ['a cell that goes back', row(text('甲', 'ss:Index="3"') + text('乙', 'ss:Index="2"')), {}, 'document.damaged'],
    ['a row that goes back', row('', 'ss:Index="3"') + row('', 'ss:Index="3"'), {}, 'document.damaged'],
    ['a row beyond all', row('', 'ss:Index="2000000"'), {}, 'document.damaged'],
    [
      'too many repeated rows',
      '',
      { more: `<Worksheet><Table>${row('', 'ss:Span="1048570"')}</Table></Worksheet>`.repeat(2) },
      'document.limit'
    ]
  ])('refuses %s', async (_, rows, parts, code) => {
    expect(await refusal(() => readXls(workbook(rows, parts)))).toContain(code);
  });
});
