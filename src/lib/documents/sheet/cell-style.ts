import { type Colour, hexColour } from '../colour.ts';
import { colourOfFormat, numberText, plainNumber, showsText } from './number-text.ts';
import { displayedText, dottedText, type Font, PLAIN_FONT, type StyledText, wholeText } from './styled-text.ts';

/** What of a cell's style matters for reading it. */
export interface CellStyle {
  readonly format: string;
  readonly bordered: boolean;
  readonly font: Font;
  /** The colour that fills the cell. */
  readonly paper: Colour | undefined;
}

export const PLAIN_STYLE: CellStyle = { format: 'General', bordered: false, font: PLAIN_FONT, paper: undefined };

/** What a cell shows. */
export interface CellContent {
  readonly text: string;
  /** What it holds where it shows nothing. */
  readonly unshown?: string;
  /** The number that it holds, if any. */
  readonly value?: number;
}

export function textInCell(text: StyledText, { format, font, paper }: CellStyle): CellContent {
  const shown = displayedText(text, font, paper);
  if (shown !== '' && !showsText(format)) return unshownContent(wholeText(text));
  return shown === '' ? unshownContent(dottedText(text, font)) : { text: shown };
}

export function numberInCell(value: number, { format, font, paper }: CellStyle, from1904: boolean): CellContent {
  const ink = colourOfFormat(value, format);
  const inked = ink === undefined ? font : { ...font, ink: hexColour(ink) ?? (ink === 'white' ? 'ffffff' : ink) };
  const text = displayedText(numberText(value, format, from1904), inked, paper);
  return { ...(text === '' ? unshownContent(plainNumber(value)) : { text }), value };
}

function unshownContent(stored: string): CellContent {
  return stored.trim() === '' ? { text: '' } : { text: '', unshown: stored };
}

/**
 * The formats that have a number only (ECMA-376 18.8.30), as programs set to Chinese show them.
 * 27 to 36 and 50 to 58 are dates and times in Chinese: whichever, they are no figures.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"¥"#,##0;"¥"\\-#,##0',
  6: '"¥"#,##0;"¥"\\-#,##0',
  7: '"¥"#,##0.00;"¥"\\-#,##0.00',
  8: '"¥"#,##0.00;"¥"\\-#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  37: '#,##0;\\-#,##0',
  38: '#,##0;\\-#,##0',
  39: '#,##0.00;\\-#,##0.00',
  40: '#,##0.00;\\-#,##0.00',
  41: '#,##0;\\-#,##0;"-"',
  42: '"¥"#,##0;"¥"\\-#,##0;"¥-"',
  43: '#,##0.00;\\-#,##0.00;"-"',
  44: '"¥"#,##0.00;"¥"\\-#,##0.00;"¥-"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@'
};
const CHINESE_DATE = 'yyyy"年"m"月"d"日"';

export function builtInFormat(id: number): string {
  return BUILT_IN[id] ?? ((id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? CHINESE_DATE : 'General');
}
