import { type Colour, isPale } from '../colour.ts';
import { cellText, signedText } from '../text-signs.ts';

/** What of a font decides whether and how its text is read. */
export interface Font {
  readonly struck: boolean;
  readonly raised: boolean;
  readonly ink: Colour | undefined;
  /** In points. */
  readonly size: number;
}

/** A stretch of a cell's text; one without a font of its own has the cell's. */
export interface StyledRun {
  readonly text: string;
  readonly font: Font | undefined;
}

export type StyledText = string | readonly StyledRun[];

export const PLAIN_FONT: Font = { struck: false, raised: false, ink: undefined, size: 11 };

/** A letter of a point is a dot. */
const SMALLEST_SIZE = 1.5;

/** A text as it is seen in a cell of this font and paper. */
export function displayedText(text: StyledText, font: Font, paper: Colour | undefined): string {
  return cellText(
    runsOf(text, font)
      .map((run) => runText(run.text, run.font, paper))
      .join('')
  );
}

/** Of a text, what is too small to be seen. */
export function dottedText(text: StyledText, font: Font): string {
  return runsOf(text, font)
    .filter((run) => run.font.size < SMALLEST_SIZE)
    .map((run) => run.text)
    .join('');
}

export function wholeText(text: StyledText): string {
  return typeof text === 'string' ? text : text.map((run) => run.text).join('');
}

function runsOf(text: StyledText, font: Font): { text: string; font: Font }[] {
  const runs: readonly StyledRun[] = typeof text === 'string' ? [{ text, font }] : text;
  return runs.map((run) => ({ text: run.text, font: run.font ?? font }));
}

function runText(text: string, { struck, raised, ink, size }: Font, paper: Colour | undefined): string {
  return size < SMALLEST_SIZE ? '' : signedText(text, { struck, raised, pale: isPale(ink, paper) });
}

/** Runs that all have the cell's font are plain text. */
export function styledText(runs: readonly StyledRun[]): StyledText {
  return runs.every(({ font }) => font === undefined) ? runs.map(({ text }) => text).join('') : runs;
}

/** The palette's colours that matter by themselves; of the others only the same is known to be the same. */
export function paletteColour(index: number): Colour | undefined {
  if (index === 0 || index === 8) return '000000';
  if (index === 1 || index === 9) return 'ffffff';
  return index >= 64 ? undefined : `palette ${index}`;
}
