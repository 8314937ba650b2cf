import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/lib/documents/docx.ts';
import { cell, docx, mainPart, packageOf, paragraph, row, run, table, type Parts } from './build-docx.ts';
import { assertGrid, refusal, shown } from './show-blocks.ts';

function read(body: string, parts?: Parts) {
  const { blocks } = readDocx(docx(body, parts));
  assertGrid(blocks);
  return shown(blocks);
}
const hidden = '<w:vanish/>';

describe('text of a docx', () => {
  it('joins runs, keeps tabs, breaks lines and keeps empty paragraphs', () => {
    const inner = '<w:r><w:t>年</w:t><w:tab/><w:t>3</w:t><w:br/><w:t>4</w:t><w:noBreakHyphen/><w:t>5</w:t></w:r>';
    const tabStops = '<w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs>';
    expect(read(paragraph(run('20') + run('21') + inner, tabStops) + paragraph('') + paragraph(run('二')))).toEqual([
      '2021年\t3',
      '4-5',
      '',
      '二'
    ]);
  });

  it('trims text that does not say its space is kept', () => {
    expect(read(paragraph('<w:r><w:t> a\n b </w:t><w:t xml:space="preserve"> c</w:t></w:r>'))).toEqual(['a  b c']);
  });

  it('leaves out hidden text, direct or by a style, with what the style is based on', () => {
    const styles =
      `<w:style w:type="character" w:styleId="h"><w:rPr>${hidden}</w:rPr></w:style>` +
      '<w:style w:type="character" w:styleId="h2"><w:basedOn w:val="h"/></w:style>' +
      `<w:style w:type="paragraph" w:styleId="ph"><w:rPr>${hidden}</w:rPr></w:style>`;
    const body =
      paragraph(run('7', hidden) + run('6')) +
      paragraph(run('1', '<w:vanish w:val="0"/>') + run('2', '<w:rStyle w:val="h2"/>')) +
      paragraph(run('3') + run('4', '<w:vanish w:val="false"/>'), '<w:pStyle w:val="ph"/>') +
      paragraph(run('5', '<w:rStyle w:val="h2"/><w:vanish w:val="0"/>'));
    expect(read(body, { styles })).toEqual(['6', '1', '45']);
  });

  it('takes hiding in both styles for shown, as toggles are', () => {
    const styles =
      `<w:style w:type="character" w:styleId="h"><w:rPr>${hidden}</w:rPr></w:style>` +
      `<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:rPr>${hidden}</w:rPr></w:style>`;
    const body = paragraph(run('1', '<w:rStyle w:val="h"/>') + run('2'), '<w:rPr><w:vanish w:val="0"/></w:rPr>');
    expect(read(body, { styles })).toEqual(['1']);
  });

  it('doubts figures under a black marker, in the colour of their marker, and without any colour', () => {
    const marked = (marker: string, ink = '') => read(paragraph(run('7', `<w:highlight w:val="${marker}"/>${ink}`)));
    const black = '<w:color w:val="000000"/>';
    expect([marked('black'), marked('black', black), marked('yellow', '<w:color w:val="FFFF00"/>')]).toEqual(
      Array.from({ length: 3 }, () => ['7\u0323'])
    );
    expect([marked('yellow'), marked('yellow', black), marked('black', '<w:color w:val="FFFFFF"/>')]).toEqual(
      Array.from({ length: 3 }, () => ['7'])
    );
    const filled = (inside: string) => read(paragraph(run('7', `<x:textFill xmlns:x="y">${inside}</x:textFill>`)));
    expect([filled('<x:noFill/>'), filled('<x:solidFill/>')]).toEqual([['7\u0323'], ['7']]);
  });

  it('begins with what the document says of all its text', () => {
    const styles =
      '<w:docDefaults><w:rPrDefault><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:rPrDefault></w:docDefaults>' +
      '<w:style w:type="paragraph" w:styleId="b"><w:rPr><w:color w:val="000000"/></w:rPr></w:style>';
    const body = paragraph(run('7')) + paragraph(run('7'), '<w:pStyle w:val="b"/>');
    expect(read(body, { styles })).toEqual(['7\u0323', '7']);
    const black = '<w:color w:val="000000"/>';
    const solid = (colour: string) =>
      read(paragraph(run('7', black), `<w:shd w:val="solid" w:color="${colour}" w:fill="FFFFFF"/>`));
    expect([solid('auto'), solid('FFFF00')]).toEqual([['7\u0323'], ['7']]);
  });

  it('survives styles based on each other', () => {
    const styles =
      '<w:style w:type="character" w:styleId="a"><w:basedOn w:val="b"/></w:style>' +
      '<w:style w:type="character" w:styleId="b"><w:basedOn w:val="a"/></w:style>';
    expect(read(paragraph(run('1', '<w:rStyle w:val="a"/>')), { styles })).toEqual(['1']);
  });

  it('leaves out deletions and moves, and goes on in the same line after a deleted paragraph end', () => {
    const deleted = '<w:del w:id="1"><w:r><w:delText>7</w:delText></w:r></w:del>';
    const moved = `<w:moveFrom w:id="2">${run('8')}</w:moveFrom><w:moveTo w:id="3">${run('9')}</w:moveTo>`;
    const inserted = `<w:ins w:id="4">${run('6')}</w:ins>`;
    const gone = '<w:rPr><w:del w:id="5"/></w:rPr>';
    expect(read(paragraph(deleted + inserted + moved))).toEqual(['69']);
    expect(read(paragraph(deleted, gone) + paragraph(run('1'), gone) + paragraph(run('2')))).toEqual(['12']);
    expect(read(table([row([cell(paragraph(deleted, gone) + paragraph(run('6'))), cell('0')])]))).toEqual([
      [['6@0', '0@1']]
    ]);
  });

  it('ignores former formatting', () => {
    const former = `<w:rPrChange w:id="1"><w:rPr>${hidden}</w:rPr></w:rPrChange>`;
    const paragraphFormer = `<w:pPrChange w:id="2"><w:pPr><w:rPr>${hidden}</w:rPr></w:pPr></w:pPrChange>`;
    expect(read(paragraph(run('1', former), paragraphFormer) + paragraph(run('2')))).toEqual(['1', '2']);
  });

  it('leaves out struck words, doubts struck figures and sets raised text off', () => {
    expect(read(paragraph(run('新收', '<w:dstrike/>') + run('13')))).toEqual(['13']);
    expect(read(paragraph(run('12', '<w:strike/>') + run('13')))).toEqual(['1\u03362\u033613']);
    expect(read(paragraph(run('收到申请') + run('12', '<w:strike/>') + run('13件。')))).toEqual(['收到申请13件。']);
    expect(read(paragraph(run('12', '<w:strike w:val="0"/>') + run('13')))).toEqual(['1213']);
    expect(
      read(paragraph(run('5') + run('1', '<w:position w:val="6"/>') + run('2', '<w:position w:val="-2"/>')))
    ).toEqual(['5^12']);
    expect(read(paragraph(run('12') + run('1', '<w:vertAlign w:val="superscript"/>')))).toEqual(['12^1']);
  });

  it('leaves out text of a point or less, direct or by a style, and reads the smallest that can be read', () => {
    const styles = '<w:style w:type="character" w:styleId="t"><w:rPr><w:sz w:val="2"/></w:rPr></w:style>';
    const size = (halfPoints: number): string => `<w:sz w:val="${halfPoints}"/>`;
    const body =
      paragraph(run('6') + run('77', size(2)) + run('7', size(0)) + run('8', '<w:rStyle w:val="t"/>')) +
      paragraph(run('9', `<w:rStyle w:val="t"/>${size(21)}`) + run('1', size(8)));
    expect(read(body, { styles })).toEqual(['6', '91']);
  });

  it('doubts figures in the colour of their paper, and reads them on a dark one', () => {
    const white = '<w:color w:val="FFFFFF"/>';
    const dark = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>';
    const styles = `<w:style w:type="character" w:styleId="w"><w:rPr>${white}</w:rPr></w:style>`;
    const pale = '7\u03237\u0323';
    const figure = run('77', white);
    expect(read(paragraph(run('6') + figure), { styles })).toEqual([`6${pale}`]);
    expect(read(paragraph(run('77', '<w:rStyle w:val="w"/>')), { styles })).toEqual([pale]);
    expect(read(paragraph(run('77', '<w:rStyle w:val="w"/><w:color w:val="auto"/>')), { styles })).toEqual(['77']);
    expect(read(paragraph(run('总计', white)))).toEqual(['总计']);
    expect(read(paragraph(run('77', white + dark)))).toEqual(['77']);
    expect(read(paragraph(run('77', `${white}<w:highlight w:val="blue"/>`)))).toEqual(['77']);
    expect(read(paragraph(run('77', `${white}<w:highlight w:val="white"/>`)))).toEqual([pale]);
    expect(read(paragraph(figure, dark))).toEqual(['77']);
    const cells = [cell(paragraph(figure), dark), cell(paragraph(figure)), cell(paragraph(run('8')), dark)];
    expect(read(table([row(cells)]))).toEqual([[['77@0', `${pale}@1`, '8@2']]]);
    expect(read(paragraph(run('9', '<w:color w:val="1F3864"/>'), dark))).toEqual(['9\u0323']);
  });

  it('doubts figures that a content control only shows until it is filled in', () => {
    const control = (properties: string, text: string): string =>
      paragraph(
        `<w:sdt><w:sdtPr><w:id w:val="1"/>${properties}</w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt>`
      );
    expect(read(control('<w:showingPlcHdr/>', '0'))).toEqual(['0\u0323']);
    expect(read(control('<w:showingPlcHdr/>', '单击此处输入文字'))).toEqual(['单击此处输入文字']);
    expect(read(control('', '0') + control('<w:showingPlcHdr w:val="0"/>', '1'))).toEqual(['0', '1']);
  });

  it('leaves out the notes of ruby and the signs of footnotes', () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('3')}</w:rt><w:rubyBase>${run('12')}</w:rubyBase></w:ruby></w:r>`;
    expect(
      read(paragraph(`${ruby}<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="1"/></w:r>`))
    ).toEqual(['12']);
  });

  it('keeps the result of a field and not its instruction, also with fields inside', () => {
    const mark = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const instruction = '<w:r><w:instrText>=SUM(LEFT)</w:instrText></w:r>';
    const inner = mark('begin') + instruction + mark('separate') + run('99') + mark('end');
    const field = mark('begin') + instruction + inner + mark('separate') + run('5') + mark('end');
    expect(read(paragraph(run('a') + field + run('b')))).toEqual(['a5b']);
    expect(read(paragraph(`<w:fldSimple w:instr="PAGE">${run('1')}</w:fldSimple>${mark('end')}`))).toEqual(['1']);
  });

  it('reads one alternative of several', () => {
    const one = `<mc:Choice Requires="wps">${run('1')}</mc:Choice><mc:Choice Requires="v">${run('2')}</mc:Choice>`;
    const last = `<mc:Fallback>${run('3')}</mc:Fallback>`;
    const foreign = `<mc:Choice xmlns:q="http://example.org/q" Requires="v q">${run('4')}</mc:Choice>`;
    expect(read(paragraph(`<mc:AlternateContent>${foreign}${last}</mc:AlternateContent>`))).toEqual(['3']);
    expect(read(paragraph(`<mc:AlternateContent>${foreign}${one}${last}</mc:AlternateContent>`))).toEqual(['1']);
    expect(read(paragraph(`<mc:AlternateContent>${foreign}</mc:AlternateContent>${run('5')}`))).toEqual(['5']);
    expect(read(paragraph(`<mc:AlternateContent>${one}${last}</mc:AlternateContent>`))).toEqual(['1']);
    expect(read(paragraph(`<mc:AlternateContent>${last}</mc:AlternateContent>`))).toEqual(['3']);
  });

  it('leaves a sign for the number that a list shows before a figure or a blank, and none before words', () => {
    const level = (format: string, text: string, at = 0) =>
      `<w:lvl w:ilvl="${at}"><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering =
      `<w:abstractNum w:abstractNumId="3">${level('decimal', '%1.')}${level('none', '%1%2', 1)}${level('bullet', '•', 2)}` +
      `${level('decimal', '', 3)}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>`;
    const styles =
      '<w:style w:type="paragraph" w:styleId="l"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>';
    const listed = (text: string, id = 7, at = 0, style = '') =>
      paragraph(text && run(text), `${style}<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
    const cells = (...all: string[]) => read(table([row(all.map((one) => cell(one)))]), { numbering, styles });
    expect(cells(listed('规章'), listed('5'), listed(''), listed('6', 7, 2))).toEqual([
      [['规章@0', '‣5@1', '‣@2', '‣6@3']]
    ]);
    expect(cells(listed('5', 7, 1), listed('', 7, 3), listed('6', 0), listed('7', 8))).toEqual([
      [['5@0', '@1', '6@2', '7@3']]
    ]);
    const styled = '<w:pStyle w:val="l"/>';
    expect(cells(paragraph(run('5'), styled), listed('6', 0, 0, styled))).toEqual([[['‣5@0', '6@1']]]);
    expect(read(listed('') + listed('5件') + listed('收到5件。'), { numbering })).toEqual(['', '‣5件', '收到5件。']);
  });

  it('names a figure alone in a text box outside the tables, which may lie over one of their cells', () => {
    const box = (text: string) =>
      `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph(run(text))}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const issues = (body: string) => readDocx(docx(body)).issues;
    expect(issues(paragraph(run('前') + box('66') + box('七件') + box('2023年') + box('说明')))).toEqual([
      { code: 'document.figure-afloat', values: { raw: '66, 七件' } }
    ]);
    expect(issues(table([row([cell(paragraph(run('5') + box('8')))])]))).toEqual([]);
  });

  it('gives a text box after its paragraph, once', () => {
    const box = `<w:txbxContent>${paragraph(run('框'))}${table([row([cell('1'), cell('2')])])}</w:txbxContent>`;
    const both =
      `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(read(paragraph(`${run('前')}<w:r>${both}</w:r>${run('后')}`))).toEqual(['前后', '框', [['1@0', '2@1']]]);
    expect(read(paragraph(`<w:r><w:rPr>${hidden}</w:rPr>${both}</w:r>${run('后')}`))).toEqual(['后']);
  });

  it('reads through content controls and links, without their properties', () => {
    const control =
      `<w:sdt><w:sdtPr><w:placeholder/><w:rPr>${hidden}</w:rPr></w:sdtPr>` +
      `<w:sdtContent>${paragraph(`<w:hyperlink>${run('1')}</w:hyperlink>`)}</w:sdtContent></w:sdt>`;
    expect(read(control)).toEqual(['1']);
  });

  it('leaves a sign for what is shown and no text', () => {
    expect(read(paragraph(`<w:bdo w:val="rtl">${run('12')}</w:bdo><w:bdo w:val="ltr">${run('3')}</w:bdo>`))).toEqual([
      '\ufffc123'
    ]);
    const field =
      '<w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/></w:ddList></w:ffData></w:fldChar>';
    expect(read(paragraph(`<w:r>${field}</w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`))).toEqual(['\ufffc']);
    expect(read(paragraph(`<m:oMath><m:r><m:t>12</m:t></m:r></m:oMath>${run('3')}`))).toEqual(['\ufffc3']);
  });
});

describe('tables of a docx', () => {
  it('places cells by spans, columns left out before and vertical merges', () => {
    const body = table([
      row([cell('甲', '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'), cell('乙'), cell('丙')]),
      row([cell('看不见', '<w:gridSpan w:val="2"/><w:vMerge/>'), cell('1'), cell('2')]),
      row([cell('3'), cell('4')], '<w:gridBefore w:val="1"/>')
    ]);
    expect(read(body)).toEqual([
      [
        ['甲@0+2v2', '乙@2', '丙@3'],
        ['1@2', '2@3'],
        ['3@1', '4@2']
      ]
    ]);
  });

  it('keeps the text of a cell that continues nothing', () => {
    const body = table([row([cell('1'), cell('2')]), row([cell('3', '<w:vMerge/>'), cell('4')])]);
    expect(read(body)).toEqual([
      [
        ['1@0', '2@1'],
        ['3@0', '4@1']
      ]
    ]);
  });

  it('joins horizontal merges', () => {
    const body = table([
      row([cell('1', '<w:hMerge w:val="restart"/>'), cell('x', '<w:hMerge/>'), cell('2')]),
      row([cell('3'), cell('4'), cell('5')])
    ]);
    expect(read(body)).toEqual([
      [
        ['1@0+2', '2@2'],
        ['3@0', '4@1', '5@2']
      ]
    ]);
  });

  it('drops deleted and hidden rows and deleted cells', () => {
    const deleted = paragraph('<w:del w:id="1"><w:r><w:delText>7</w:delText></w:r></w:del>');
    const body = table([
      row([cell('1'), cell('2')]),
      row([cell(deleted), cell(deleted)], '<w:del w:id="1"/>'),
      row([cell(paragraph(run('8', hidden)))], '<w:hidden/>'),
      row([cell('3'), cell('9', '<w:cellDel w:id="2"/>'), cell('4')])
    ]);
    expect(read(body)).toEqual([
      [
        ['1@0', '2@1'],
        ['3@0', '4@1']
      ]
    ]);
  });

  it('forgets columns that no cell uses and slivers between hand-drawn rows', () => {
    const span = (count: number): string => `<w:gridSpan w:val="${count}"/>`;
    const body = table(
      [row([cell('1', span(2)), cell('2', span(3))]), row([cell('3', span(3)), cell('4', span(2))])],
      [500, 500, 20, 480, 500]
    );
    expect(read(body)).toEqual([
      [
        ['1@0', '2@1'],
        ['3@0', '4@1']
      ]
    ]);
    const wide = table(
      [row([cell('1', span(2)), cell('2', span(3))]), row([cell('3', span(3)), cell('4', span(2))])],
      [500, 500, 200, 480, 500]
    );
    expect(read(wide)).toEqual([
      [
        ['1@0', '2@1+2'],
        ['3@0+2', '4@2']
      ]
    ]);
  });

  it('gives a table inside a table of data after it, numbered on, and keeps its place', () => {
    const inner = table([row([cell('内'), cell('9')])]);
    const body = table([row([cell('1'), cell('2'), cell('3')]), row([cell(inner + paragraph(run('4'))), cell('5')])]);
    const { blocks } = readDocx(docx(body));
    expect(shown(blocks)).toEqual([
      [
        ['1@0', '2@1', '3@2'],
        ['4\n\ufffc@0', '5@1']
      ],
      [['内@0', '9@1']]
    ]);
    expect(blocks.map(({ place }) => place)).toEqual([{ table: 1 }, { table: 2 }]);
  });

  it('takes a layout table apart', () => {
    const inner = table([row([cell('1'), cell('2')]), row([cell('3'), cell('4')])]);
    expect(read(table([row([cell(paragraph(run('题')) + inner + paragraph(run('尾')))])]))).toEqual([
      '题',
      [
        ['1@0', '2@1'],
        ['3@0', '4@1']
      ],
      '尾'
    ]);
  });

  it('refuses a table wider than any', async () => {
    const wide = cell('1', '<w:gridSpan w:val="900"/>');
    expect(await refusal(() => readDocx(docx(table([row([wide, wide])]))))).toBe('document.limit columns');
  });
});

describe('pictures in a docx', () => {
  const inline = '<w:r><w:drawing><wps:inline><v:blip/></wps:inline></w:drawing></w:r>';
  const floating = '<w:r><w:drawing><wps:anchor><v:blip/></wps:anchor></w:drawing></w:r>';
  const cells = (content: string): unknown =>
    read(table([row([cell('规章'), cell(paragraph(content)), cell('1')]), row([cell('2'), cell('3'), cell('4')])]));
  const shownAs = (text: string) => [
    ['规章@0', `${text}@1`, '1@2'],
    ['2@0', '3@1', '4@2']
  ];

  it('are told in a cell without words', () => {
    expect(cells(inline)).toEqual([shownAs('\ufffc')]);
    expect(cells(run('5') + inline)).toEqual([shownAs('5\n\ufffc')]);
    expect(cells('<w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>')).toEqual([shownAs('\ufffc')]);
    expect(cells(run('总计') + inline)).toEqual([shownAs('总计')]);
  });

  it('count where they float only when nothing else is there', () => {
    expect(cells(floating)).toEqual([shownAs('\ufffc')]);
    expect(cells(run('5') + floating)).toEqual([shownAs('5')]);
    expect(cells('<w:r><w:pict><v:shape style="position:absolute"><v:imagedata/></v:shape></w:pict></w:r>')).toEqual([
      shownAs('\ufffc')
    ]);
  });

  it('are nothing when hidden, or only lines', () => {
    expect(cells(inline.replace('<w:r>', `<w:r><w:rPr>${hidden}</w:rPr>`))).toEqual([shownAs('')]);
    expect(cells('<w:r><w:pict><v:line/></w:pict></w:r>')).toEqual([shownAs('')]);
  });

  it('in a frame around them make a scan', async () => {
    const pages = table([row([cell(paragraph(inline)), cell(paragraph(inline))])]);
    expect(await refusal(() => readDocx(docx(table([row([cell(paragraph(inline))])]))))).toBe('document.scan');
    expect(await refusal(() => readDocx(docx(pages + paragraph(''))))).toBe('document.scan');
  });
});

describe('packages', () => {
  it('says when a document is nothing but pictures', async () => {
    const picture = paragraph('<w:r><w:drawing/></w:r>');
    expect(await refusal(() => readDocx(docx(picture + paragraph(run(' ')))))).toBe('document.scan');
    expect(read(picture + paragraph(run('一')))).toEqual(['', '一']);
  });

  it('finds the main part by its relation, whatever it is called', () => {
    expect(read(paragraph(run('1')), { main: 'word/document2.xml' })).toEqual(['1']);
  });

  it('reads strict documents and any prefix', () => {
    expect(read(paragraph(run('1')), { namespace: 'http://purl.oclc.org/ooxml/wordprocessingml/main' })).toEqual(['1']);
    const main = mainPart(paragraph(run('1') + run('2', hidden)))
      .replaceAll(/(<\/?| )w:/g, '$1x:')
      .replace('xmlns:w=', 'xmlns:x=');
    expect(main).toContain('<x:body>');
    expect(shown(readDocx(packageOf(main)).blocks)).toEqual(['1']);
  });

  it('refuses a package without a main part and elements of a foreign namespace give nothing', async () => {
    const { zipSync } = await import('fflate');
    expect(await refusal(() => readDocx(zipSync({ 'word/x': new Uint8Array() })))).toBe(
      'document.damaged docx-main-part'
    );
    expect(read(paragraph(run('1')), { namespace: 'urn:foreign' })).toEqual([]);
  });
});

describe('documents in a single XML file', () => {
  const root =
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" ' +
    'xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint">';
  const styles = '<w:styles><w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>';
  const ofWord2003 = (body: string) => {
    const file = `<?xml version="1.0"?>${root}${styles}<w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`;
    const { blocks } = readDocx(new TextEncoder().encode(file));
    assertGrid(blocks);
    return shown(blocks);
  };
  const annotation = (type: string, content = '') =>
    `<aml:annotation w:type="Word.${type}"><aml:content>${content}</aml:content></aml:annotation>`;

  it('of Word 2003 are read as packages are', () => {
    const above = cell('三', '<w:vmerge w:val="restart"/>');
    const rows = [row([above, cell('1')]), row([cell('', '<w:vmerge/>'), cell('2')])];
    expect(ofWord2003(paragraph(run('一') + run('9', '<w:rStyle w:val="h"/>')) + table(rows))).toEqual([
      '一',
      [['三@0v2', '1@1'], ['2@1']]
    ]);
  });

  it('keep blanks, and leave out what was deleted, former formatting, comments, notes and headers', () => {
    const body =
      paragraph('<w:r><w:t>1</w:t></w:r><w:r><w:t> </w:t></w:r><w:r><w:t>2</w:t></w:r>') +
      paragraph(annotation('Deletion', run('9')) + annotation('Insertion', run('3'))) +
      paragraph(run('4', annotation('Formatting', `<w:rPr>${hidden}</w:rPr>`))) +
      paragraph(run('5') + `<w:r>${annotation('Comment', paragraph(run('9')))}</w:r>`) +
      paragraph(run('6') + `<w:r><w:footnote>${paragraph(run('9'))}</w:footnote></w:r>`) +
      `<w:sectPr><w:hdr>${paragraph(run('9'))}</w:hdr></w:sectPr>`;
    expect(ofWord2003(body)).toEqual(['1 2', '3', '4', '5', '6']);
  });

  it('leave out rows and cells that were deleted', () => {
    const gone = annotation('Deletion', run('9'));
    const rows = [
      row([cell('1'), cell('2')]),
      row([cell(paragraph(gone)), cell(paragraph(gone))], annotation('Deletion')),
      row([cell('3'), cell('9', annotation('Deletion')), cell('4')])
    ];
    expect(ofWord2003(table(rows))).toEqual([
      [
        ['1@0', '2@1'],
        ['3@0', '4@1']
      ]
    ]);
  });

  it('written out from a package are read from its main part', () => {
    const part = (name: string, xml: string) =>
      `<pkg:part pkg:name="${name}"><pkg:xmlData>${xml}</pkg:xmlData></pkg:part>`;
    const main = mainPart(paragraph(run('1') + run('9', hidden))).replace(/^<\?.*?\?>/, '');
    const file =
      '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">' +
      `${part('/word/document.xml', main)}${part('/word/header1.xml', main.replace('>1<', '>2<'))}</pkg:package>`;
    expect(shown(readDocx(new TextEncoder().encode(file)).blocks)).toEqual(['1']);
  });
});
