/** Groups whose content is not the document's text. Those marked `\*` need not be named. */
export const SKIPPED_DESTINATIONS: ReadonlySet<string> = new Set([
  'comment',
  'fldinst',
  'filetbl',
  'footer',
  'footerf',
  'footerl',
  'footerr',
  'footnote',
  'header',
  'headerf',
  'headerl',
  'headerr',
  'info',
  'listtext',
  'nonesttables',
  'nonshppict',
  'objclass',
  'objdata',
  'objname',
  'pict',
  'pntext',
  'private1',
  'rxe',
  'shprslt',
  'stylesheet',
  'tc',
  'txe',
  'xe'
]);

/** Groups with the number or bullet of a paragraph of a list. */
export const LIST_TEXTS: ReadonlySet<string> = new Set(['listtext', 'pntext']);

/** Groups that show a picture in a line of text. */
export const INLINE_PICTURES: ReadonlySet<string> = new Set(['pict', 'shppict']);

/** Groups of a drawing that floats, a picture or a text box among them. */
export const FLOATING: ReadonlySet<string> = new Set(['shp', 'do']);

/** Groups of what is said of a drawing, and in them those of the text in a text box. */
export const SHAPES: ReadonlySet<string> = new Set(['shpinst', 'do']);
export const TEXT_BOXES: ReadonlySet<string> = new Set(['shptxt', 'dptxbxtext']);

/** Control words that stand for a character. */
export const CHARACTER_WORDS: Readonly<Record<string, string>> = {
  bullet: '\u2022',
  column: '\n',
  emdash: '\u2014',
  emspace: '\u2003',
  endash: '\u2013',
  enspace: '\u2002',
  ldblquote: '\u201c',
  line: '\n',
  lquote: '\u2018',
  page: '\n',
  qmspace: '\u2005',
  rdblquote: '\u201d',
  rquote: '\u2019',
  softline: '\n',
  tab: '\t'
};

/** Control symbols that stand for a character; `\-`, `\:` and `\|` stand for none. */
export const CHARACTER_SYMBOLS: Readonly<Record<string, string>> = {
  '\\': '\\',
  '{': '{',
  '}': '}',
  '~': '\u00a0',
  _: '-'
};
