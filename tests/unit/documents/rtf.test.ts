import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRtf } from '../../../src/lib/documents/rtf.ts';
import { assertGrid, refusal, shown } from './show-blocks.ts';

const fixture = new URL('../../fixtures/documents/rtf-marks/', import.meta.url);
const FONTS = String.raw`{\fonttbl{\f0\fcharset0 Times;}{\f1\fnil\fcharset134{\*\falt SimSun}\'cb\'ce;}{\f2\fcharset2 Symbol;}{\f3\fcharset136 MingLiU;}}`;

/** Reads a document with this body; `head` are the words after `\rtf1`. Each character of it is one byte. */
function read(body: string, head = String.raw`\ansi\ansicpg936\deff0${FONTS}`) {
  const { blocks } = readRtf(Uint8Array.from(`{\\rtf1${head}${body}}`, (sign) => sign.charCodeAt(0)));
  assertGrid(blocks);
  return shown(blocks);
}

function row(edges: readonly (number | string)[], cells: readonly string[]): string {
  const definition = edges.map((edge) => (typeof edge === 'number' ? `\\cellx${edge}` : edge)).join('');
  return `\\trowd${definition}${cells.map((text) => `\\pard\\intbl ${text}\\cell`).join('')}\\row\\pard `;
}

describe('what an rtf says beside its text', () => {
  it('gives text with a rendering for readers without Unicode once', () => {
    expect(read(String.raw`{\upr{12}{\*\ud{\u49?\u50?}}}3`)).toEqual(['123']);
  });

  it('leaves a sign for the number that a list shows before a figure or a blank, and none before words', () => {
    const text = String.raw`{\listtext\pard\plain 1.\tab}`;
    expect(
      read(
        row([1, 2, 3, 4, 5], [`${text}5`, text, `${text}\\'b9\\'e6\\'d5\\'c2`, String.raw`\ls2 6`, String.raw`\ls0 7`])
      )
    ).toEqual([[['‣5@0', '‣@1', '规章@2', '‣6@3', '7@4']]]);
    expect(read(`${text}5\\par ${text}\\par 6`)).toEqual(['‣5', '6']);
  });
});

describe('characters of an rtf', () => {
  it.each([
    ['the code page of the font', String.raw`{\f1 \'c4\'ea\'b6\'c8}`, '年度'],
    ['the code page of the document where the font has none', String.raw`\f0 \'c4\'ea`, '年'],
    ['the Western one where the bytes are no pairs', String.raw`\f0 a\'93 \'94`, 'a“ ”'],
    ['a second byte below 128, as itself or in hex', String.raw`\f1 \'81@\'81\'40`, '丂丂'],
    ['four bytes', String.raw`\f1 \'81\'30\'84\'36`, '¥'],
    ['bytes of one character apart by formatting', String.raw`{\f1\'c4{\b\'ea}}`, '年'],
    ['bytes of one character in two groups', String.raw`\f1{\'c4}{\'ea}`, '年'],
    ['raw bytes', '\\f1 \xc4\xea', '年'],
    ['another code page', String.raw`\f3 \'a4\'a4`, '中'],
    ['Unicode and its substitute', String.raw`\u24180?\u24230\'3f\uc0\u25253\uc2\u21578??!`, '年度报告!'],
    ['negative and paired Unicode', String.raw`\u-10179?\u-8704?\u-24320?`, '😀ꄀ'],
    ['a substitute that is a group or missing', String.raw`\u24180{}x\u24230\b y`, '年x度y'],
    ['words and signs for characters', String.raw`\ldblquote a\rdblquote\~b\_c\-d\emdash\{\}\\`, '“a”\u00a0b-cd—{}\\'],
    ['a symbol font, which is no figure', String.raw`\f2 5`, '\ufffc']
  ])('by %s', (_, body, text) => {
    expect(read(body)).toEqual([text]);
  });

  it('takes bytes of a document that states no code page for Chinese when they can be', () => {
    expect(read(String.raw`\'c4\'ea`, String.raw`\ansi`)).toEqual(['年']);
    expect(read(String.raw`\'c4\'ea`, String.raw`\ansi\ansicpg1252`)).toEqual(['Äê']);
    expect(read(String.raw` 1\'c4`, String.raw`\ansi\ansicpg437`)).toEqual(['1\ufffd']);
  });
});

describe('text of an rtf', () => {
  it('ends paragraphs and lines and ignores the line ends of the file', () => {
    expect(read('a\r\nb\\par c\\line d\\page e\\sect f\\\ng')).toEqual(['ab', 'c', 'd', 'e', 'f', 'g']);
  });

  it('leaves out hidden and deleted text and struck words, doubts struck figures and marks raised text', () => {
    expect(
      read(
        String.raw`77{\v 6}\par {\deleted 5}6\par 1\strike 2{\b\'c4\'ea}\strike0 \super 3\nosupersub 4\par{\v 9\par}0\plain`
      )
    ).toEqual(['77', '6', '12\u0336^34', '0']);
  });

  it('takes text moved up by points for raised, and leaves out text of a point', () => {
    expect(read(String.raw`5\up6 1\up0 \up2 2\par 5\dn 1\plain\par 6{\fs2 77}\fs21 8`)).toEqual(['5^12', '5^1', '68']);
  });

  it('doubts figures in the colour of their paper, and reads them on a dark one', () => {
    const colours = String.raw`{\colortbl;\red255\green255\blue255;\red0\green0\blue128;}`;
    const pale = '7\u03237\u0323';
    expect(read(String.raw`${colours}\cf1 77\cf0 8`)).toEqual([`${pale}8`]);
    expect(read(String.raw`${colours}\cf1\chcbpat2 77\plain 8`)).toEqual(['778']);
    expect(read(String.raw`${colours}\cbpat2\cf1 77\par\pard 77`)).toEqual(['77', pale]);
    expect(read(String.raw`${colours}\cf2\highlight2 77`)).toEqual([pale]);
    expect(read(String.raw`${colours}\cf2 77`)).toEqual(['77']);
  });

  it('knows the colour of cells, also of those in cells', () => {
    const colours = String.raw`{\colortbl;\red255\green255\blue255;\red0\green0\blue128;}`;
    const pale = '7\u03237\u0323';
    const one = (words: string) => {
      const [table] = read(String.raw`${colours}\trowd${words}\cellx100\cellx200\intbl\cf1 77\cell 77\cell\row`);
      return Array.isArray(table) ? table[0] : table;
    };
    expect(one('')).toEqual([`${pale}@0`, `${pale}@1`]);
    expect(one('\\clcbpat2')).toEqual(['77@0', `${pale}@1`]);
    expect(one('\\clcfpat2\\clshdng10000')).toEqual(['77@0', `${pale}@1`]);
    expect(one('\\clcbpat2\\clcfpat1\\clshdng10000')).toEqual([`${pale}@0`, `${pale}@1`]);
    const inner = String.raw`\pard\intbl\itap2\cf1 77\nestcell 77\nestcell{\*\nesttableprops\trowd\clcbpat1\cellx50\cellx90\nestrow}`;
    const outer = String.raw`\trowd\clcbpat2\cellx100\cellx200\cellx300\intbl 1\cell\row\trowd\clcbpat2\cellx100\cellx200\cellx300`;
    expect(read(String.raw`${colours}${outer}${inner}\pard\intbl\cell 2\cell 3\cell\row`).at(-1)).toEqual([
      [`${pale}@0`, '77@1']
    ]);
  });

  it('tells a picture in a cell without words, and a scan', async () => {
    const shownAs = (text: string) => [[['1@0', `${text}@1`, '3@2']]];
    const cells = (content: string) => read(row([1000, 2000, 3000], ['1', content, '3']));
    expect(cells('{\\*\\shppict{\\pict 00}}{\\nonshppict{\\pict 00}}')).toEqual(shownAs('\ufffc'));
    expect(cells('5{\\pict 00}')).toEqual(shownAs('5\n\ufffc'));
    expect(cells('{\\shp{\\*\\shpinst 0}}')).toEqual(shownAs('\ufffc'));
    expect(cells('5{\\*\\do 0}')).toEqual(shownAs('5'));
    expect(cells('{\\v{\\pict 00}}')).toEqual(shownAs(''));
    expect(cells('{\\*\\listpicture{\\pict 00}}')).toEqual(shownAs(''));
    expect(await refusal(() => read('{\\pict 00}\\par'))).toBe('document.scan');
  });

  it('reads a text box behind the paragraph that it is anchored in, and names a figure afloat', () => {
    const box = (text: string) =>
      String.raw`{\shp{\*\shpinst\shpleft0{\sp{\sn a}{\sv 3}}{\shptxt\pard\plain ${text}}}{\shprslt{\*\do{\dptxbxtext 9}}}}`;
    const issues = (body: string) => readRtf(Uint8Array.from(`{\\rtf1${body}}`, (sign) => sign.charCodeAt(0))).issues;
    const cells = row([1000, 2000, 3000], ['1', `5${box('8')}`, box('9')]);
    expect(read(cells)).toEqual([[['1@0', '5\n8@1', '9@2']]]);
    expect(issues(cells)).toEqual([]);
    const body = `a${box(`66\\par ${row([100, 200], ['3', '4'])}`)}b\\par c{\\v${box('7')}}{\\header${box('7')}}`;
    expect(read(body)).toEqual(['ab', '66', [['3@0', '4@1']], 'c']);
    expect(issues(body)).toEqual([{ code: 'document.figure-afloat', values: { raw: '66' } }]);
    // The older kind.
    expect(read(String.raw`a{\*\do\dobxpage{\dptxbxtext\pard\plain b\par}}\par`)).toEqual(['a', 'b']);
  });

  it('leaves out what is not the text, and raw bytes', () => {
    expect(
      read(
        String.raw`{\info{\title x}}{\header 1}{\footer 2}{\*\unknown 3{\b 4}}{\pict 5}{\footnote 6}{\field{\*\fldinst =1}{\fldrslt 7}}{\pntext 8}` +
          '{\\*\\blip\\bin5 }{}}}9}' +
          '\\bin3 {{{8'
      )
    ).toEqual(['‣78']);
  });
});

describe('tables of an rtf', () => {
  it('makes spans of edges and of merge flags', () => {
    expect(
      read(
        '前\\par '.replace('前', '0') +
          row(['\\clvmgf', 1000, 3000], ['1', '2']) +
          row(['\\clvmrg', 1005, 2000, 3000], ['', '3', '4']) +
          row(['\\clmgf', 1000, '\\clmrg', 2000, 3000], ['5', '', '6']) +
          '7'
      )
    ).toEqual([
      '0',
      [
        ['1@0v2', '2@1+2'],
        ['3@1', '4@2'],
        ['5@0+2', '6@2']
      ],
      '7'
    ]);
  });

  it('keeps a definition until the next, also one after the cells', () => {
    expect(
      read(String.raw`\trowd\cellx100\cellx300\intbl 1\cell 2\cell\row 3\cell 4\cell\row 5\cell\trowd\cellx300\row`)
    ).toEqual([[['1@0', '2@1'], ['3@0', '4@1'], ['5@0+2']]]);
  });

  it('keeps paragraphs in a cell, blank cells, and the column of a row that begins further right', () => {
    expect(
      read(
        row([100, 200, 300], ['1\\par 2', '', '3']) +
          String.raw`\trowd\trleft100\cellx200\cellx300\pard\intbl 4\cell 5\cell\row`
      )
    ).toEqual([
      [
        ['1\n2@0', '@1', '3@2'],
        ['4@1', '5@2']
      ]
    ]);
  });

  it('gives a table in a cell as a block of its own', () => {
    const inner = String.raw`\pard\intbl\itap2 8\nestcell 9\nestcell{\*\nesttableprops\trowd\cellx50\cellx90\nestrow}{\nonesttables\par}`;
    expect(
      read(row([100, 200, 300], ['1', '2', '3']) + row([100, 200, 300], ['4', '5', `${inner}\\pard\\intbl 6`]))
    ).toEqual([
      [
        ['1@0', '2@1', '3@2'],
        ['4@0', '5@1', '6\n\ufffc@2']
      ],
      [['8@0', '9@1']]
    ]);
  });

  it('drops a deleted row and ends a row that the writer left open', () => {
    expect(
      read(`${row([100, 200], ['1', '2'])}{\\deleted${row([100, 200], ['3', '4'])}}${row([100, 200], ['', ''])}`)
    ).toEqual([
      [
        ['1@0', '2@1'],
        ['@0', '@1']
      ]
    ]);
    expect(read(String.raw`\trowd\cellx1\intbl 1\cell 2\cell 3\pard\par 4`)).toEqual([[['1@0', '2@1']], '3', '4']);
  });
});

describe('documents that are refused', () => {
  it.each([
    ['a missing brace', '{\\rtf1 a', 'document.damaged rtf-cut-off'],
    ['raw bytes beyond the end', '{\\rtf1\\bin99 a}', 'document.damaged rtf-cut-off'],
    ['no hex', "{\\rtf1 \\'zz}", 'document.damaged rtf-hex'],
    ['a word without end', `{\\rtf1\\${'a'.repeat(99)}}`, 'document.damaged rtf-word'],
    ['a number without end', `{\\rtf1\\u${'9'.repeat(99)}}`, 'document.damaged rtf-number'],
    ['groups in groups', `{\\rtf1${'{'.repeat(100_000)}`, 'document.limit groupDepth'],
    ['a row of cells without end', `{\\rtf1\\trowd${'\\cellx1'.repeat(2_000)}}`, 'document.limit columns'],
    ['cells without end', `{\\rtf1${'\\cell'.repeat(200_001)}\\row}`, 'document.limit cells']
  ])('for %s', async (_, text, code) => {
    expect(await refusal(() => readRtf(Uint8Array.from(text, (sign) => sign.charCodeAt(0))))).toBe(code);
  });
});

describe('a document written by another program', () => {
  const bytes = new Uint8Array(readFileSync(new URL('report.rtf', fixture)));

  it('gives just what it shows', () => {
    const { blocks } = readRtf(bytes);
    assertGrid(blocks);
    expect(shown(blocks)).toEqual(JSON.parse(readFileSync(new URL('expected.json', fixture), 'utf8')));
  });
});
