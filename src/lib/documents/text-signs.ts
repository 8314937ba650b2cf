/**
 * Signs that readers leave in text where a person sees more, or less, than its characters. No figure is taken from a
 * cell with a sign in it: the cell is named as doubtful.
 */

/** Stands for what is shown and is no text: a picture, a formula, a sign of a picture font, a table inside. */
export const OBJECT = '\ufffc';
/** Before text above or below the line: 12 with a raised 1 is not 121. */
export const RAISED = '^';
/** After each character that is struck through. */
const STRUCK = '\u0336';
/** After each character in about the colour of the paper. */
const PALE = '\u0323';

/** After each character of which a page leaves open whether it can be seen; alone, in a cell that may not be there. */
export const DOUBTED = '\u0325';

/** For the number or bullet that a list shows before a paragraph: it is no text, and may make another number of 5. */
export const LISTED = '\u2023';

const SIGNED = new RegExp(`.?[${STRUCK}${PALE}${DOUBTED}]`, 'gu');
/** A number, with what is counted: `12`, `1,234`, `12件`, `一件`, `12.50万元`. Not a numbered label: `1.规章`. */
const FIGURE = /^\P{Script=Han}*(?:\p{N}|[零一二两三四五六七八九十百])\s*\p{Script=Han}{0,2}\s*$/u;
const YEAR = /^(?:19|20)\d\d\s*年?度?$/;
const PROSE = /[。，；]/;
const LABEL = /\p{Script=Han}{3}/u;

export interface TextLook {
  readonly struck?: boolean;
  readonly raised?: boolean;
  /** In a colour that cannot be told from the paper, as far as the document says. */
  readonly pale?: boolean;
  /** Whether it can be seen is not known. */
  readonly doubted?: boolean;
}

/**
 * A stretch of text of one look, as it goes into a line. Struck words are left out, as a reader does; of a struck
 * figure only a person can say whether it still counts. Pale words are mostly white on a colour; a pale figure may be
 * meant not to be seen.
 */
export function signedText(text: string, { struck, raised, pale, doubted }: TextLook): string {
  const sign = struck ? STRUCK : pale ? PALE : doubted ? DOUBTED : '';
  if (sign === '' && !raised) return text;
  const kept = sign === '' ? text : FIGURE.test(text) ? withSign(text, sign) : struck ? '' : text;
  return raised && kept.trim() !== '' ? `${RAISED}${kept}` : kept;
}

function withSign(text: string, sign: string): string {
  return text.replace(/\S/gu, `$&${sign}`);
}

/** A line of a list. Words are left as they are: labels may be numbered so. */
export function listedText(line: string): string {
  return line.trim() === '' || FIGURE.test(line) ? `${LISTED}${line}` : line;
}

/** A line without its struck and pale figures when it is prose: there they are no cells, and are passed over. */
export function lineText(text: string): string {
  return isSigned(text) && PROSE.test(text) ? withoutFigures(text) : text;
}

/** A cell's text; one that holds words is a label, of which struck and pale figures are no part. */
export function cellText(text: string): string {
  if (!isSigned(text)) return text;
  const plain = withoutFigures(text);
  return PROSE.test(plain) || LABEL.test(plain) ? plain : text;
}

/** Whether a text is a number with what is counted, and no year. */
export function isFigure(text: string): boolean {
  return FIGURE.test(text) && !YEAR.test(text.trim());
}

function isSigned(text: string): boolean {
  return [STRUCK, PALE, DOUBTED].some((sign) => text.includes(sign));
}

function withoutFigures(text: string): string {
  return text.replace(SIGNED, '');
}

export type Sign = 'picture' | 'struck' | 'pale' | 'doubted' | 'listed' | 'raised';

/** What stands in a cell's way of being a figure; null when it has no sign. */
export function signIn(text: string): Sign | null {
  if (text.includes(OBJECT)) return 'picture';
  if (text.includes(STRUCK)) return 'struck';
  if (text.includes(PALE)) return 'pale';
  if (text.includes(DOUBTED)) return 'doubted';
  if (text.includes(LISTED)) return 'listed';
  return text.includes(RAISED) ? 'raised' : null;
}
