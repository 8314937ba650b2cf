import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readOdt } from '../../../src/lib/documents/odt.ts';
import { assertGrid, refusal, shown } from './show-blocks.ts';

const NAMESPACES = ['office', 'style', 'text', 'table', 'manifest']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"')
  .concat('xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"')
  .join(' ');

interface Parts {
  readonly automatic?: string;
  readonly common?: string;
  readonly manifest?: string;
}

function odt(body: string, { automatic = '', common = '', manifest = '' }: Parts = {}): Uint8Array {
  const parts = {
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml':
      `<office:document-content ${NAMESPACES}><office:automatic-styles>${automatic}</office:automatic-styles>` +
      `<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${NAMESPACES}><office:styles>${common}</office:styles></office:document-styles>`,
    'META-INF/manifest.xml': `<manifest:manifest ${NAMESPACES}>${manifest}</manifest:manifest>`
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

function read(body: string, parts?: Parts) {
  const { blocks } = readOdt(odt(body, parts));
  assertGrid(blocks);
  return shown(blocks);
}

const p = (content: string, style = 'P1') => `<text:p text:style-name="${style}">${content}</text:p>`;
const span = (content: string, style: string) => `<text:span text:style-name="${style}">${content}</text:span>`;
const style = (name: string, family: string, properties: string, parent = '') =>
  `<style:style style:name="${name}" style:family="${family}"${parent && ` style:parent-style-name="${parent}"`}>` +
  `<style:text-properties ${properties}/></style:style>`;
const cell = (content: string, attributes = '') =>
  `<table:table-cell ${attributes}>${content.startsWith('<') ? content : p(content)}</table:table-cell>`;
const covered = (attributes = '') => `<table:covered-table-cell ${attributes}/>`;
const row = (cells: string, attributes = '') => `<table:table-row ${attributes}>${cells}</table:table-row>`;
const table = (rows: string) => `<table:table><table:table-column/>${rows}</table:table>`;
const two = (first: string, second: string) => cell(first) + cell(second);

describe('text of an OpenDocument', () => {
  it('leaves a sign for the number that a list shows before a figure or a blank, and none before words', () => {
    const item = (content: string) => `<text:list><text:list-item>${content}</text:list-item></text:list>`;
    const head = `<text:list><text:list-header>${p('7')}</text:list-header></text:list>`;
    const cells = [item(p('5')), item(p('')), item(p('规章')), item(p('6') + p('8')), head].map((one) => cell(one));
    expect(read(table(row(cells.join(''))))).toEqual([[['‣5@0', '‣@1', '规章@2', '‣6\n8@3', '7@4']]]);
    expect(read(item(p('5')) + item(p('')) + p('6'))).toEqual(['‣5', '', '6']);
  });

  it('collapses white space and keeps what is written as blanks, tabs and line breaks', () => {
    const body =
      p(' 一、\n  总体 ') +
      p('规章<text:tab/>0<text:s text:c="3"/>1') +
      p('a<text:line-break/>b') +
      '<text:h>二、</text:h>' +
      p('');
    expect(read(body)).toEqual(['一、 总体', '规章\t0   1', 'a', 'b', '二、', '']);
  });

  it('leaves out hidden text by styles, with what they inherit, and doubts struck figures', () => {
    const automatic =
      style('T1', 'text', 'text:display="none"') +
      style('T2', 'text', 'style:text-line-through-style="solid"') +
      style('T3', 'text', 'text:display="true"') +
      style('P2', 'paragraph', '', 'Hid');
    const common = style('Hid', 'paragraph', 'text:display="none"');
    const body =
      p(span('77', 'T1') + '6') + p(span('12', 'T2') + '13') + p('7' + span('8', 'T3'), 'P2') + p('9', 'P2') + p('end');
    expect(read(body, { automatic, common })).toEqual(['6', '1\u03362\u033613', '8', 'end']);
  });

  it('leaves out text of a point and hidden paragraphs', () => {
    const automatic = style('T1', 'text', 'fo:font-size="1pt"') + style('T2', 'text', 'fo:font-size="6pt"', 'T1');
    const body =
      p('6' + span('77', 'T1') + span('8', 'T2')) +
      p('7<text:hidden-paragraph text:is-hidden="true"/>7') +
      p('<text:hidden-paragraph text:is-hidden="false"/>9');
    expect(read(body, { automatic })).toEqual(['68', '9']);
  });

  it('doubts figures in the colour of their paper, and reads them on a dark one', () => {
    const paper = (name: string, family: string, element: string) =>
      `<style:style style:name="${name}" style:family="${family}"><style:${element} fo:background-color="#000080"/></style:style>`;
    const automatic =
      style('W', 'text', 'fo:color="#ffffff"') +
      style('WD', 'text', 'fo:background-color="#000080"', 'W') +
      style('WA', 'text', 'style:use-window-font-color="true"', 'W') +
      paper('PD', 'paragraph', 'paragraph-properties') +
      paper('CD', 'table-cell', 'table-cell-properties');
    const pale = '7\u03237\u0323';
    const body =
      p(span('77', 'W') + span('总计', 'W')) + p(span('77', 'WD')) + p(span('77', 'WA')) + p(span('77', 'W'), 'PD');
    expect(read(body, { automatic })).toEqual([`${pale}总计`, '77', '77', '77']);
    const cells = cell(p(span('77', 'W')), 'table:style-name="CD"') + cell(p(span('77', 'W')));
    expect(read(table(row(cells)), { automatic })).toEqual([[['77@0', `${pale}@1`]]]);
  });

  it('knows the colour of rows and tables, defaults, and what is said against them', () => {
    const paper = (name: string, family: string, colour: string, parent = '') =>
      `<style:style style:name="${name}" style:family="${family}" style:parent-style-name="${parent}">` +
      `<style:${family}-properties fo:background-color="${colour}"/></style:style>`;
    const automatic =
      style('W', 'text', 'fo:color="#ffffff"') +
      paper('R', 'table-row', '#000080') +
      paper('T', 'table', '#000080') +
      paper('C', 'table-cell', '#ffffff') +
      paper('PD', 'paragraph', '#000080') +
      paper('PN', 'paragraph', 'transparent', 'PD');
    const common =
      '<style:default-style style:family="paragraph"><style:text-properties fo:color="#ffffff"/></style:default-style>' +
      style('B', 'paragraph', 'fo:color="#000000"') +
      // What a list says of its numbers is no part of the style before it.
      '<text:list-style><text:list-level-style-number><style:text-properties fo:color="#ffffff"/></text:list-level-style-number></text:list-style>';
    const pale = '7\u03237\u0323';
    const white = p(span('77', 'W'));
    const cells = cell(white) + cell(white, 'table:style-name="C"');
    const rows = row(cells, 'table:style-name="R"') + row(cells);
    expect(read(table(rows), { automatic })).toEqual([
      [
        ['77@0', `${pale}@1`],
        [`${pale}@0`, `${pale}@1`]
      ]
    ]);
    const dark = table(row(cells)).replace('<table:table>', '<table:table table:style-name="T">');
    expect(read(dark, { automatic })).toEqual([[['77@0', `${pale}@1`]]]);
    expect(read(p('77') + p('77', 'B'), { common })).toEqual([pale, '77']);
    expect(read(p(span('77', 'W'), 'PD') + p(span('77', 'W'), 'PN'), { automatic })).toEqual(['77', pale]);
  });

  it('tells a picture in a cell without words, and a scan', async () => {
    const frame = (anchor: string, content = '<draw:image/>') =>
      `<draw:frame text:anchor-type="${anchor}">${content}</draw:frame>`;
    const shownAs = (text: string) => [[['规章@0', `${text}@1`]]];
    const shown = (content: string) => read(table(row(two('规章', p(content)))));
    expect(shown(frame('as-char'))).toEqual(shownAs('\ufffc'));
    expect(shown(`5${frame('as-char')}`)).toEqual(shownAs('5\n\ufffc'));
    expect(shown(frame('as-char', '<draw:object/><draw:image/>'))).toEqual(shownAs('\ufffc'));
    expect(shown(frame('paragraph'))).toEqual(shownAs('\ufffc'));
    expect(shown(`5${frame('char')}`)).toEqual(shownAs('5'));
    expect(shown(frame('char', `<draw:text-box>${p(`7${frame('as-char')}`)}</draw:text-box>`))).toEqual(shownAs('7'));
    expect(await refusal(() => read(p(frame('as-char')) + p('')))).toBe('document.scan');
  });

  it('keeps the place of a table inside a cell', () => {
    const inner = table(row(two('内', '9')));
    expect(read(table(row(two('1', '2')) + row(two(inner + p('4'), '5'))))).toEqual([
      [
        ['1@0', '2@1'],
        ['4\n\ufffc@0', '5@1']
      ],
      [['内@0', '9@1']]
    ]);
  });

  it('leaves out deletions, comments, notes, hidden sections and hidden text', () => {
    const body =
      `<text:tracked-changes><text:changed-region><text:deletion>${p('77')}</text:deletion></text:changed-region></text:tracked-changes>` +
      p('<text:change/>6<office:annotation>' + p('8') + '</office:annotation>1<text:note>' + p('3') + '</text:note>') +
      `<text:section text:display="none">${p('5')}</text:section>` +
      p('a<text:hidden-text text:is-hidden="true">4</text:hidden-text>b');
    expect(read(body)).toEqual(['61', 'ab']);
  });

  it('keeps a raised note apart from a number', () => {
    const automatic =
      style('T1', 'text', 'style:text-position="super 58%"') + style('T2', 'text', 'style:text-position="0% 100%"');
    expect(read(p('12' + span('1', 'T1')) + p('1' + span('2', 'T2')), { automatic })).toEqual(['12^1', '12']);
  });

  it('reads text boxes and shapes after the paragraph that holds them', () => {
    const box = `<draw:frame><draw:text-box>${p('框')}</draw:text-box></draw:frame>`;
    const shape = `<draw:custom-shape>${p('形')}</draw:custom-shape>`;
    expect(read(p(`前${box}${shape}后`) + p('下'))).toEqual(['前后', '框', '形', '下']);
  });

  it('names a figure alone in a box outside the tables, which may lie over one of their cells', () => {
    const box = (text: string) => `<draw:frame><draw:text-box>${p(text)}</draw:text-box></draw:frame>`;
    const issues = (body: string) => readOdt(odt(body)).issues;
    expect(issues(p(box('66')) + box(' 7件') + p(box('66') + box('说明') + box('2023年')))).toEqual([
      { code: 'document.figure-afloat', values: { raw: '66, 7件' } }
    ]);
    const [table2] = [table(row(two('甲', p(`5${box('8')}`))))];
    expect(issues(table2)).toEqual([]);
    expect(read(table2)).toEqual([[['甲@0', '5\n8@1']]]);
  });

  it('doubts what a placeholder asks for, tells a control, and leaves fields out that show nothing', () => {
    const cells = (content: string) => read(table(row(two('甲', p(content)))));
    expect(cells('<text:placeholder>0</text:placeholder>')).toEqual([[['甲@0', '0\u0323@1']]]);
    expect(cells('<draw:control/>')).toEqual([[['甲@0', '\ufffc@1']]]);
    expect(cells('<text:variable-set text:display="none">7</text:variable-set>6')).toEqual([[['甲@0', '6@1']]]);
    expect(cells('<text:variable-get>7</text:variable-get>')).toEqual([[['甲@0', '7@1']]]);
  });
});

describe('tables of an OpenDocument', () => {
  it('have spans, with covered cells written out or left out', () => {
    const spanned = 'table:number-columns-spanned="2" table:number-rows-spanned="2"';
    const tall = 'table:number-rows-spanned="2"';
    const written =
      row(cell('甲', spanned) + covered() + cell('1')) + row(covered('table:number-columns-repeated="2"') + cell('2'));
    const expected = [[['甲@0+2v2', '1@2'], ['2@2']]];
    expect(read(table(written))).toEqual(expected);
    expect(read(table(row(cell('甲', spanned) + cell('1')) + row(cell('2'))))).toEqual(expected);
    expect(read(table(row(cell('甲', tall) + cell('1')) + row(covered() + cell('2')) + row(two('乙', '3'))))).toEqual([
      [['甲@0v2', '1@1'], ['2@1'], ['乙@0', '3@1']]
    ]);
  });

  it('repeat cells and rows as often as they say', () => {
    const rows = row(cell('甲') + cell('0', 'table:number-columns-repeated="3"'), 'table:number-rows-repeated="2"');
    expect(read(table(`<table:table-header-rows>${rows}</table:table-header-rows>`))).toEqual([
      [
        ['甲@0', '0@1', '0@2', '0@3'],
        ['甲@0', '0@1', '0@2', '0@3']
      ]
    ]);
  });

  it('keep a covered cell that nothing covers as a blank one', () => {
    expect(read(table(row(cell('甲') + covered() + cell('1')) + row(two('乙', '0') + cell('2'))))).toEqual([
      [
        ['甲@0', '@1', '1@2'],
        ['乙@0', '0@1', '2@2']
      ]
    ]);
  });

  it('leave out hidden rows, and keep several paragraphs of a cell apart', () => {
    const rows =
      row(two('甲', '1')) +
      row(two('乙', '2'), 'table:visibility="collapse"') +
      row(cell(p('丙') + p('丁')) + cell('3'));
    expect(read(table(rows))).toEqual([
      [
        ['甲@0', '1@1'],
        ['丙\n丁@0', '3@1']
      ]
    ]);
  });

  it('inside a cell come as blocks of their own', () => {
    const inner = table(row(two('乙', '2')));
    const outer = row(two('甲', '1')) + row(two('丙', '3')) + row(cell(p('丁') + inner) + cell('4'));
    expect(read(table(outer))).toEqual([
      [
        ['甲@0', '1@1'],
        ['丙@0', '3@1'],
        ['丁@0', '4@1']
      ],
      [['乙@0', '2@1']]
    ]);
  });

  it('refuse endless repeats', async () => {
    const many = 'table:number-columns-repeated="99999999"';
    expect(await refusal(() => read(table(row(cell('0', many)))))).toBe('document.limit columns');
    const rows = 'table:number-rows-repeated="99999999"';
    expect(await refusal(() => read(table(row(cell('0'), rows))))).toBe('document.limit cells');
    const wide = row(cell('0', 'table:number-columns-repeated="900"'), 'table:number-rows-repeated="900"');
    expect(await refusal(() => read(table(wide)))).toBe('document.limit cells');
  });
});

describe('an OpenDocument that cannot be read', () => {
  it('is encrypted, lacks its text or is no XML', async () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
    expect(await refusal(() => read(p('一'), { manifest }))).toBe('document.encrypted');
    expect(await refusal(() => readOdt(zipSync({ mimetype: strToU8('x') })))).toBe('document.damaged odt-content');
    expect(await refusal(() => read('<text:p>'))).toBe('document.damaged xml');
  });
});

it('in a single file is read as a package is, without what a package keeps in other parts', () => {
  const file =
    `<?xml version="1.0"?><office:document ${NAMESPACES}><office:meta>9</office:meta>` +
    `<office:styles>${style('h', 'text', 'text:display="none"')}</office:styles>` +
    `<office:master-styles><style:master-page>${p('9')}</style:master-page></office:master-styles>` +
    `<office:body><office:text>${p(`1${span('9', 'h')}`)}` +
    `${p('2<draw:frame><draw:image><office:binary-data>9</office:binary-data></draw:image></draw:frame>')}` +
    '</office:text></office:body></office:document>';
  expect(shown(readOdt(strToU8(file)).blocks)).toEqual(['1', '2']);
});
