import { describe, expect, it } from 'vitest';
import { htmlBlocks, readHtml } from '../../../src/lib/documents/html.ts';
import { assertGrid, refusal, shown } from './show-blocks.ts';

function read(markup: string) {
  const blocks = htmlBlocks(markup);
  assertGrid(blocks);
  return shown(blocks);
}

describe('a cell that shows no text', () => {
  const row = (cell: string) => {
    const [table] = htmlBlocks(
      `<table><tr><td>规章</td><td>${cell}</td><td>1</td></tr>${'<tr><td>0</td><td>0</td><td>0</td></tr>'.repeat(2)}</table>`
    );
    return table?.kind === 'table' ? table.cells.slice(0, 3).map(({ text }) => text) : [];
  };

  it.each(['<img src="5.png">', '<b><math><mn>5</mn></math></b>', '<svg></svg>', '<object data="5.svg"></object>'])(
    'is not blank: %s',
    (picture) => {
      expect(row(picture)).toEqual(['规章', '\ufffc', '1']);
      expect(row(`7${picture}`)).toEqual(['规章', '7\n\ufffc', '1']);
    }
  );

  it('keeps the place of a table inside it', () => {
    expect(row('<table><tr><td>5</td><td>6</td></tr></table>')).toEqual(['规章', '\ufffc', '1']);
    expect(row('<table><tr><td></td><td></td></tr></table>')).toEqual(['规章', '', '1']);
  });

  it('says nothing of spacers, of hidden pictures and beside words', () => {
    expect(row('<img src="a.gif" width="1" height="1">')).toEqual(['规章', '', '1']);
    expect(row('<img src="a.png" style="display:none">')).toEqual(['规章', '', '1']);
    expect(row('总计<img src="sort.png">')).toEqual(['规章', '总计', '1']);
    expect(row('<span style="opacity:0"><img src="5.png" alt="5"></span>')).toEqual(['规章', '', '1']);
    expect(row('<img src="5.png" alt="5">')).toEqual(['规章', '\ufffc', '1']);
  });
});

describe('text of a page', () => {
  it('breaks lines at blocks and br and collapses white space elsewhere', () => {
    expect(read('<div>一、<b> 总体 </b>\n 情况<br>二<div>三</div></div>四<p></p>五')).toEqual([
      '一、 总体 情况',
      '二',
      '三',
      '四',
      '',
      '五'
    ]);
  });

  it('glues spans, keeps no-break spaces as spaces and resolves entities', () => {
    expect(read('<p><span>1</span><span>2</span>&nbsp;3&#x34;&lt;b&gt;&hellip;</p>')).toEqual(['12 34<b>…']);
  });

  it('keeps empty lines that are said', () => {
    expect(read('<p>0<br><br>1<br></p><p>&nbsp;</p>')).toEqual(['0', '', '1', ' ']);
  });

  it('keeps lines and tabs of preformatted text', () => {
    expect(read('<pre>甲\t1\r\n乙  2\n</pre><div style="white-space: pre-wrap">a\nb</div>')).toEqual([
      '甲\t1',
      '乙  2',
      'a',
      'b'
    ]);
  });

  it('leaves out what a page does not show', () => {
    const page =
      '<title>题</title><script>document.write("<table><tr><td>9</td></tr></table>")</script><style>p{}</style>' +
      '<template><p>1</p></template><noscript>2</noscript><!-- 3 --><p hidden>4</p><iframe>5</iframe>' +
      '<p style="color:red;DISPLAY : none">6</p><p><span style="mso-hide:all">7</span>8</p><del datetime="2024">9</del><s>划掉的话</s>' +
      '<svg><text>9</text></svg><b style="visibility:hidden">9</b><input type="hidden" value="9">';
    expect(read(page)).toEqual(['8']);
  });

  it('follows the simple rules of the page’s own style sheet', () => {
    const style =
      '<style>/* .b{display:none} */ .a, td.h {display:none} #i{display:none;} .a.on{display:block}' +
      '@media print { .p {display:none} } .x .y{display:none}</style>';
    const body =
      '<p class="a">1</p><p class="a on">2</p><p class="b">3</p><p id="i">4</p><p class="p">5</p><p class="y">6</p>' +
      '<table><tr><td class="h">7</td><td>8</td><td>9</td></tr></table><p class="a" style="display:block">10</p>';
    expect(read(style + body)).toEqual(['2', '3', '5', '6', [['8@0', '9@1']], '10']);
  });

  it('follows rules by what is around, of any screen and important ones', () => {
    const style =
      '<style>.x .y{display:none} ul > i{display:none} @media screen{.s{display:none}} .w{display:none!important}' +
      '@media (max-width:600px){.n{display:none}} p:hover{display:none}</style>';
    const body =
      '<div class="x"><b><u class="y">1</u></b></div><p class="y">2</p><ul><i>3</i><b><i>4</i></b></ul><p class="s">5</p>' +
      '<p class="w" style="display:block">6</p><p class="n">7</p>';
    expect(read(style + body)).toEqual(['2', '4', '7']);
  });

  it.each([
    '[data-old]',
    'i[data-old="1"]',
    "[data-old='1']",
    '[class~=b]',
    '[class|="a"]',
    '[class^="a-"]',
    '[class$="b"]',
    '[class*="n b"]',
    'i:first-child',
    'p > i:nth-child(odd)',
    'i:nth-child(-n+1)',
    'i:nth-last-child(2)',
    'i:first-of-type',
    'i:not(.keep)',
    'p :is(b, .b):not(.keep, u)'
  ])('follows a rule for %s', (selector) => {
    const body = '<p><i class="a-n b" data-old="1">9</i><i class="keep">8</i></p>';
    expect(read(`<style>${selector}{display:none}</style>${body}`)).toEqual(['8']);
  });

  it('leaves a rule aside whose selector is another element’s, or of no saved page', () => {
    const selectors =
      '[data-new], [class^=""], i:last-child:first-child, i:hover, i::before, i:nth-child(x), b:not(:hover)';
    expect(read(`<style>${selectors}{display:none}</style><p><i class="a">9</i><i>8</i></p>`)).toEqual(['98']);
  });

  it('follows rules behind an import, in layers, and for pages as wide as a desk’s', () => {
    const style =
      '<style>@charset "utf-8"; @import url("x.css") screen; .a{display:none}' +
      '@layer base { @media (min-width: 768px) { .b{display:none} } } @supports (display:grid){.c{display:none}}' +
      '@media screen and (max-width:767px){.d{display:none}} @media print,(min-width:90em){.d{display:none}}</style>';
    const body =
      '<p class="a">1</p><p class="b">2</p><p class="c">3</p><p class="d">4</p><p style="/*;*/display:/**/none">5</p>';
    expect(read(style + body)).toEqual(['4']);
  });

  it.each([
    ['nested', 'p { color: red; i.h { display:none } .x { display:none } }'],
    ['nested by &', 'p { & > i { &.h { display:none } } b & { display:block } }'],
    ['nested under a condition', 'p { @media (min-width: 60em) { i { color: red; &.h { display:none } } } }'],
    ['a list in a list', 'u, p { b, i { &.h, &.none { display:none } } }'],
    ['a condition asked as a range', '@media (600px <= width < 2000px) { .h { display:none } }'],
    ['what is not for paper', '@media not print { .h { display:none } } @media not all { i { display:none } }'],
    ['a day’s colours', '@media (prefers-color-scheme: dark) { i { display:none } } .h { display:none }'],
    ['a variable', ':root { --show: none } .h { display: var(--show) }'],
    ['a variable set around, in a style sheet', 'p { --show: none } .h { display: var( --show , block) }'],
    ['a variable’s fallback', '.h { display: var(--never, var(--nowhere, none)) }'],
    [
      'a variable of a variable',
      'body { --a: var(--b) } p { --b: inline } .h { --b: none; --a: var(--b); display: var(--a) }'
    ],
    ['a sibling before', 'b + .h { display:none } .h + i { display:inline }'],
    ['siblings before', 'b ~ .h { display:none } i ~ b { display:none }'],
    ['parents of which the nearest is another', 'body > p .h { display:none } b > p i { display:none }'],
    ['an escaped class', String.raw`.md\:h { display:none }`],
    ['not pointed at', '.h:not(:hover) { display:none }'],
    ['outside layers', '@layer a { #i.h { display: inline } } .h { display:none }'],
    ['braces in strings and comments', '.q { content: "}" } /* } */ .h { background: url(data:a;b}); display:none }'],
    ['as it is around', '.h { visibility: hidden } .h u { visibility: inherit; font-size: inherit }']
  ])('follows rules: %s', (_, style) => {
    const body = '<p><b>6</b><i class="h md:h" id="i"><u>77</u></i><i>8</i></p>';
    expect(read(`<style>${style}</style>${body}`)).toEqual(['68']);
  });

  it('follows style sheets that stand anywhere in the page, but not in a template', () => {
    const page =
      '<div><p>6<i class="h">77</i></p><div><style>.h{display:none}</style></div></div><template><style>p{display:none}</style></template>';
    expect(read(page)).toEqual(['6']);
  });

  it('counts the children of a crowded element once', () => {
    const page = `<style>i:nth-child(2n){display:none}</style><p>${'<i>1</i>'.repeat(20_000)}</p>`;
    const started = performance.now();
    expect(read(page)).toEqual(['1'.repeat(10_000)]);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it.each([
    'font-size:0',
    'font-size:1px',
    'font:0/0 a',
    'opacity:0',
    'filter: alpha(opacity=0)',
    'visibility:hidden',
    'position:absolute;left:-9999px',
    'position:fixed; top:-100em',
    'text-indent:-9999px',
    'margin-left:-9999em',
    'position:absolute;clip:rect(0,0,0,0)',
    'position:absolute;clip:rect(1px 1px 1px 1px)',
    'clip-path:inset(50%)',
    'transform:scale(0)',
    'color:transparent',
    'color:rgba(0,0,0,0)',
    'color:#00000000',
    'color:hsl(0 0% 0% / 4%)',
    'opacity:0.01',
    'font-size:calc(0px)',
    'position:absolute;left:-100vw',
    'position:absolute;left:-200%',
    'position:absolute;left:9999px',
    'transform:translateX(-9999px)',
    'scale:0',
    'zoom:.01',
    'clip-path:polygon(0 0, 0 0, 0 0)'
  ])('leaves out what cannot be seen: %s', (style) => {
    expect(read(`<p>6<span style="${style}">77</span></p>`)).toEqual(['6']);
    expect(read(`<style>.x b.h{${style}}</style><p class="x">6<b class="h">77</b></p>`)).toEqual(['6']);
    expect(read(`<table><tr><td>6<td style="${style}">77<td>8</tr></table>`)).toEqual([[['6@0', '@1', '8@2']]]);
  });

  it('leaves out what is shrunk to nothing, but not cells, which grow, nor text in a line, which has no size', () => {
    const style = 'overflow:hidden;height:1px';
    expect(read(`6<div style="${style}">77</div><b style="position:absolute;max-width:0;${style}">77</b>`)).toEqual([
      '6'
    ]);
    expect(read(`6<b style="${style}">77</b>`)).toEqual(['677']);
    expect(read(`<table><tr><td>6<td style="${style}">77</tr></table>`)).toEqual([[['6@0', '77@1']]]);
  });

  it.each([
    'font-size:12px',
    'font:12px/1.5 a',
    'opacity:0.5',
    'position:absolute;left:20px',
    'text-indent:-18pt',
    'overflow:hidden;width:90px',
    'color:#333',
    'color:white;background:navy',
    'color:#fff;background-color:rgb(0, 0, 128)',
    'transform:scale(0.9)',
    'transform:translate(-50%, -50%) rotate(90deg)',
    'position:absolute;left:50%;color:hsl(0,0%,20%)',
    'clip-path:polygon(0 0, 100% 0, 100% 100%)'
  ])('reads what can be seen: %s', (style) => {
    expect(read(`<p>6<span style="${style}">77</span></p>`)).toEqual(['677']);
  });

  it('shows again what is made visible, or given a size, inside', () => {
    expect(
      read(
        '<p style="visibility:hidden">1<b style="visibility:visible">2</b></p><p style="font-size:0">3<b style="font-size:9pt">4</b><i style="font-size:2em">5</i></p>'
      )
    ).toEqual(['2', '4']);
    expect(read('<p style="opacity:0">1<b style="opacity:1">2</b></p>')).toEqual([]);
  });

  it('leaves out what is for screen readers alone, the notes of ruby, and dialogs that are not open', () => {
    expect(read('<p><b aria-hidden="true">12</b><i class="sr-only">12</i></p>')).toEqual(['12']);
    expect(read('<p><ruby>12<rp>(</rp><rt>3</rt><rp>)</rp></ruby></p>')).toEqual(['12']);
    expect(read('<dialog>1</dialog><dialog open>2</dialog><details><summary>3</summary>4</details>')).toEqual([
      '2',
      '3',
      '4'
    ]);
  });

  it('leaves out struck words and doubts struck figures', () => {
    const body =
      '<p><span style="text-decoration:line-through">12</span>13</p><p><s>新收</s>5</p>' +
      '<p><u style="text-decoration: underline">8</u></p><p><b class="x">7<i>件</i></b>9</p>' +
      '<p>收到申请<del>12</del>13件。</p><table><tr><td>本年新收<s>2</s></td><td><s>1</s>3</td><td>4</td></tr></table>';
    expect(read(`<style>.x{text-decoration:line-through}</style>${body}`)).toEqual([
      '1\u03362\u033613',
      '5',
      '8',
      '7\u03369',
      '收到申请13件。',
      [['本年新收@0', '1\u03363@1', '4@2']]
    ]);
  });

  it('doubts a figure in the colour of its paper and reads words in it', () => {
    const row = (attributes: string, cell: string) =>
      read(`<table ${attributes}><tr><td>本年新收</td>${cell}<td>0</td></tr></table>`);
    const pale = [['本年新收@0', '7\u03237\u0323@1', '0@2']];
    expect(row('', '<td style="color:#fff">77</td>')).toEqual([pale]);
    expect(row('', '<td><font color="white">77</font></td>')).toEqual([pale]);
    expect(row('bgcolor="#ff0000"', '<td style="color:rgb(250,10,0)">77</td>')).toEqual([pale]);
    for (const ink of ['snow', 'hsl(0,0%,99%)', 'rgb(99%, 100%, 98%)']) {
      expect(row('', `<td style="color:${ink}">77</td>`)).toEqual([pale]);
    }
    expect(row('bgcolor="#000080"', '<td style="color:#ffffff">77</td>')).toEqual([[['本年新收@0', '77@1', '0@2']]]);
    expect(row('', '<td style="color:#fff">总计</td>')).toEqual([[['本年新收@0', '总计@1', '0@2']]]);
  });

  it.each([
    ['before a figure', 'td.n::before{content:"1"}', '5\n\ufffc'],
    ['by an attribute', 'td.n:after{content:attr(data-n)}', '5\n\ufffc'],
    ['by a counter', '.n u::before{content:counter(a)}', '\ufffc5'],
    ['of nothing', 'td.n::before{content:""} td.n::after{content:" ";display:table} .n u::before{content:none}', '5'],
    ['of an attribute that is not there', 'td.n::before{content:attr(data-m)}', '5'],
    ['that is hidden', 'td.n::before{content:"1";display:none} .n::after{content:".";visibility:hidden}', '5'],
    ['on phones', '@media (max-width:600px){td.n::before{content:attr(data-n)}}', '5']
  ])('doubts a figure with text put there by a rule: %s', (_, style, cell) => {
    const page = (inner: string) =>
      `<style>${style}</style><table><tr><td>本年新收<td class="n" data-n="1"><u>${inner}</u><td>8</tr></table>`;
    expect(read(page('5'))).toEqual([[['本年新收@0', `${cell}@1`, '8@2']]]);
    expect(read(page(''))).toEqual([[['本年新收@0', `${cell.replace(/[5\n]/g, '')}@1`, '8@2']]]);
  });

  it('doubts a figure with text put before it outside of tables, and no words', () => {
    const style = '<style>b::before{content:"1"} li:before{content:"▸"}</style>';
    expect(read(`${style}<p><b>5</b></p><p><b>本年新收5件。</b></p><li>规章</li>`)).toEqual([
      '\ufffc5',
      '本年新收5件。',
      '规章'
    ]);
  });

  it.each([
    ['@container (width > 9px) { .h { display:none } }', '<td>6<i class="h">7</i></td>', '67\u0325'],
    ['@media (min-resolution: 2dppx) { .h { visibility:hidden } }', '<td class="h">67</td>', '6\u03257\u0325'],
    ['.h:has(b) { opacity:0 }', '<td class="h">67</td>', '6\u03257\u0325'],
    ['.h { display:none } td:has(b) .h { display:inline }', '<td>6<i class="h">7</i></td>', '67\u0325'],
    ['.h::first-letter { font-size:0 }', '<td class="h">67</td>', '6\u03257\u0325'],
    ['@container (width > 9px) { .h { color:red } }', '<td class="h">67</td>', '67']
  ])('doubts what a rule hides that cannot be judged: %s', (style, cell, text) => {
    expect(read(`<style>${style}</style><table><tr><td>规章${cell}<td>8</tr></table>`)).toEqual([
      [['规章@0', `${text}@1`, '8@2']]
    ]);
  });

  it('doubts a whole row of which a cell may not be there', () => {
    const style = '<style>@container (width > 9px) { .h { display:none } }</style>';
    expect(
      read(`${style}<table><tr><td>规章<td class="h">6<td>7<td></tr><tr><td>章<td>1<td>2<td>3</tr></table>`)
    ).toEqual([
      [
        ['规章@0', '6\u0325@1', '7\u0325@2', '\u0325@3'],
        ['章@0', '1@1', '2@2', '3@3']
      ]
    ]);
  });

  it('doubts what is called hidden in a row while the page’s style sheet is not there', () => {
    const page = (head: string) =>
      `${head}<div class="hide"><table><tr><td>规章<td><i class="hide">6</i>7<td class="hidden-xs overflow-hidden">8</tr></table></div>`;
    const link = '<link rel="stylesheet" href="a.css">';
    expect(read(page(link))).toEqual([[['规章@0', '6\u03257@1', '8@2']]]);
    expect(read(page('<style>@import "a.css";</style>'))).toEqual([[['规章@0', '6\u03257@1', '8@2']]]);
    expect(read(page(''))).toEqual([[['规章@0', '67@1', '8@2']]]);
    expect(read(page(`${link}<style>i.hide{display:none}</style>`))).toEqual([[['规章@0', '7@1', '8@2']]]);
    expect(read(page('<link rel="stylesheet" href="a.css" media="print"><link rel="icon" href="a.ico">'))).toEqual([
      [['规章@0', '67@1', '8@2']]
    ]);
    expect(shown(htmlBlocks(page(link), new Map([['a.css', '.hide{}']])))).toEqual([[['规章@0', '67@1', '8@2']]]);
  });

  it('leaves a sign for the number of an item of a list in a cell, and none before words', () => {
    const page = '<ol><li>5</ol><td><ol><li></ol><td><ul><li>规章</ul><td><ol style="list-style:none"><li>6</ol>';
    const style = '<style>.n{list-style-type:none}</style>';
    expect(read(`${style}<table><tr><td>${page}<td><ul><li class="n">7</ul></tr></table><ol><li>8</ol>`)).toEqual([
      [['‣5@0', '‣@1', '规章@2', '6@3', '7@4']],
      '8'
    ]);
  });

  it.each([
    '<bdo dir="rtl">77</bdo>',
    '<b style="direction:rtl;unicode-bidi:bidi-override">77</b>',
    '<b style="display:inline-block;transform:scaleX(-1)">77</b>',
    '<b style="display:inline-block;transform:rotate(180deg)">77</b>',
    '<div style="display:flex;flex-direction:row-reverse"><i>7</i><i>7</i></div>',
    '<i style="float:right">7</i><i style="float:right">7</i>'
  ])('doubts a figure that is seen turned: %s', (cell) => {
    expect(read(`<table><tr><td>规章<td>${cell}<td>8</tr></table>`)).toEqual([[['规章@0', '7\u03257\u0325@1', '8@2']]]);
  });

  it('reads a figure that floats alone, and a page whose parts are turned', () => {
    const table = '<table><tr><td>规章<td><i style="float:right">7</i><td>8</tr></table>';
    expect(
      read(`<div style="flex-direction:row-reverse"><p>菜单</p><div style="float:right">${table}</div></div>`)
    ).toEqual(['菜单', [['规章@0', '7@1', '8@2']]]);
  });

  it('sets raised text off from figures', () => {
    expect(read('<p>12<sup>1</sup>3<sup></sup></p>')).toEqual(['12^13']);
    expect(read('<p>12<span style="vertical-align:super;font-size:8pt">1</span></p>')).toEqual(['12^1']);
  });

  it('shows what form fields show', () => {
    const options = '<select><option>1</option><option selected>2</option></select>';
    expect(read(`<p><input value="7">|${options}|<input type="checkbox" value="8"></p>`)).toEqual(['7|2|']);
  });

  it('takes markup in text for text and handlers for nothing', () => {
    expect(read('<p onclick="alert(1)">&lt;script&gt;alert(1)&lt;/script&gt;</p>')).toEqual([
      '<script>alert(1)</script>'
    ]);
  });
});

describe('tables of a page', () => {
  it('resolves spans to the grid', () => {
    const table =
      '<table><tr><td rowspan=2 colspan=2>甲</td><td>1<td rowspan="3">2</tr><tr><td>3</tr>' +
      '<tr><td>4<td>5<td>6</td></tr></table>';
    expect(read(table)).toEqual([[['甲@0+2v2', '1@2', '2@3v3'], ['3@2'], ['4@0', '5@1', '6@2']]]);
  });

  it('never lets cells overlap', () => {
    const table =
      '<table><tr><td>1</td><td rowspan=2>2</td><td>3</td></tr><tr><td colspan=3>4</td><td>5</td></tr></table>';
    expect(read(table)).toEqual([
      [
        ['1@0', '2@1v2', '3@2'],
        ['4@0', '5@2']
      ]
    ]);
  });

  it('ends spans at their row group and caps absurd ones', () => {
    const table =
      '<table><thead><tr><td rowspan=9 colspan=2>头</td><td>a</td></tr></thead>' +
      '<tbody><tr><td rowspan=0>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr></tbody>' +
      '<tfoot><tr><td colspan=99999 rowspan=-3>尾</td></tr></tfoot></table>';
    expect(read(table)).toEqual([[['头@0+2', 'a@2'], ['1@0v2', '2@1', '3@2'], ['4@1', '5@2'], ['尾@0+3']]]);
  });

  it('shows a foot that stands first last, and the caption before', () => {
    const table =
      '<table><caption>表</caption><tfoot><tr><td>9<td>9</tr></tfoot><tbody><tr><td>1<td>2</tr></tbody></table>';
    expect(read(table)).toEqual([
      '表',
      [
        ['1@0', '2@1'],
        ['9@0', '9@1']
      ]
    ]);
  });

  it('joins paragraphs of a cell by line feeds', () => {
    expect(read('<table><tr><td><p>一</p><p> 二<br>三 </p></td><td>&nbsp;</td></tr></table>')).toEqual([
      [['一\n二\n三@0', '@1']]
    ]);
  });

  it('leaves out hidden rows and cells', () => {
    const table =
      '<table><tr style="display:none"><td>9<td>9</tr><tr><td>1<td style="display:none">9<td>2</tr></table>';
    expect(read(table)).toEqual([[['1@0', '2@1']]]);
  });

  it('takes layout tables apart in reading order', () => {
    const data = '<table><tr><td>甲<td>1</tr><tr><td>乙<td>2</tr></table>';
    const page = `<table><tr><td>栏</td><td><p>题</p>${data}<p>中</p>${data}</td></tr></table>`;
    const rows = [
      ['甲@0', '1@1'],
      ['乙@0', '2@1']
    ];
    expect(read(page)).toEqual(['栏', '题', rows, '中', rows]);
    expect(read(`<table><tr><td><table><tr><td>${data}</td></tr></table></td></tr></table>`)).toEqual([rows]);
  });

  it('takes a frame of whole paragraphs apart and leaves a small table of data', () => {
    const long = '一'.repeat(300);
    expect(read(`<table><tr><td>左</td><td><p>${long}</p><p>二</p></td></tr></table>`)).toEqual(['左', long, '二']);
    expect(read('<table><tr><td>信息内容</td><td>0</td></tr></table>')).toEqual([[['信息内容@0', '0@1']]]);
  });

  it('keeps the place of each paragraph and cell', () => {
    const blocks = htmlBlocks('<p>a</p><table><tr><td>1<td>2</tr></table><p>b</p>');
    expect(blocks.map(({ place }) => place)).toEqual([{ paragraph: 1 }, { table: 1 }, { paragraph: 2 }]);
    const [, table] = blocks;
    expect(table?.kind === 'table' && table.cells[1]?.place).toEqual({ table: 1, row: 1, column: 2 });
  });
});

describe('encodings and limits of a page', () => {
  it('believes the bytes and not the stated charset', () => {
    // 规章 in GB18030, in a page that claims UTF-8.
    const bytes = [...new TextEncoder().encode('<meta charset="utf-8"><p>'), 0xb9, 0xe6, 0xd5, 0xc2];
    expect(shown(readHtml(Uint8Array.from(bytes)).blocks)).toEqual(['规章']);
    const utf8 = new TextEncoder().encode('<meta charset="gb2312"><p>规章');
    expect(shown(readHtml(utf8).blocks)).toEqual(['规章']);
  });

  it('says when characters could not be decoded', () => {
    const bytes = [...new TextEncoder().encode(`<p>${'规章'.repeat(60)}`), 0xe8, 0xa7];
    const { blocks, issues } = readHtml(Uint8Array.from(bytes));
    expect(shown(blocks)).toEqual([`${'规章'.repeat(60)}\ufffd`]);
    expect(issues).toEqual([{ code: 'encoding.undecodable', values: { count: 1, encoding: 'utf-8' } }]);
  });

  it.each([
    ['nested elements', '<div>'.repeat(100_000), 'htmlDepth'],
    ['nested formatting', '<b>'.repeat(100_000), 'htmlDepth'],
    ['nested tables', '<table><tr><td>'.repeat(300), 'htmlDepth'],
    ['nested tables', '<table><tr><td>'.repeat(100_000), 'htmlNodes'],
    ['many elements', '<i></i>'.repeat(300_000), 'htmlNodes'],
    ['many comments', '<!---->'.repeat(300_000), 'htmlNodes'],
    ['many lines', `<pre>${'\n'.repeat(300_000)}`, 'paragraphs'],
    ['columns pushed aside', `<table>${'<tr><td rowspan=60000>1'.repeat(2_000)}`, 'columns']
  ])('refuses %s', async (_, markup, limit) => {
    expect(await refusal(() => htmlBlocks(markup))).toBe(`document.limit ${limit}`);
  });
});
