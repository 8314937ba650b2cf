import type { Place } from '../../report/place.ts';
import { foldText } from '../normalise-label.ts';
import { titleOfLine } from '../title.ts';

/** A sentence as printed, and the same length of text with each character in its plain form, to match against. */
export interface Sentence {
  readonly text: string;
  readonly folded: string;
  readonly place: Place;
}

export interface PlacedText {
  readonly text: string;
  readonly place: Place;
}

const END = /[。!?]/;
/** Lines of a text that was wrapped at a width end anywhere; a paragraph does not. */
const ENDS_PARAGRAPH = /[。！？!?；;：:”"）)】]\s*$/;
const SHORTEST_WRAPPED_LINE = 20;
/** （一）提升工作实效，推进常态运行: a heading of a part stands on a line of its own. */
const PART_HEADING = /^\s*(?:[(（][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十\d]+[、.．])[^。；;]*$/u;

/** Lines that were wrapped in the middle of a sentence are put together again; the place is that of the first. */
export function joinWrapped(lines: readonly PlacedText[]): PlacedText[] {
  const joined: PlacedText[] = [];
  let open = false;
  for (const line of lines) {
    const last = joined.at(-1);
    if (open && last && !/^\s*[(（]/.test(line.text)) {
      joined[joined.length - 1] = { ...last, text: last.text + line.text.trimStart() };
    } else joined.push(line);
    open = line.text.trim().length >= SHORTEST_WRAPPED_LINE && !isWhole(line.text);
  }
  return joined;
}

function isWhole(text: string): boolean {
  return ENDS_PARAGRAPH.test(text) || PART_HEADING.test(text) || titleOfLine(text) !== null;
}

export function sentencesOf({ text, place }: PlacedText): Sentence[] {
  const folded = foldInPlace(text);
  const sentences: Sentence[] = [];
  let start = 0;
  for (let at = 0; at <= folded.length; at++) {
    if (at < folded.length && !END.test(folded.charAt(at))) continue;
    const end = Math.min(at + 1, folded.length);
    const printed = text.slice(start, end);
    const lead = printed.length - printed.trimStart().length;
    if (printed.trim() !== '')
      sentences.push({
        text: printed.trim(),
        folded: folded.slice(start + lead, start + lead + printed.trim().length),
        place
      });
    start = end;
  }
  return sentences;
}

/** ², ①: a note's mark beside a figure or a word, which its plain form would turn into a digit of the figure. */
const NOTE_MARK = /[\u00b2\u00b3\u00b9\u2070-\u2079\u2080-\u2089\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/;

/** Each character in its plain form, unless that would move those behind it; a note's mark is no word. */
export function foldInPlace(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    const plain = character < '\u007f' ? character : NOTE_MARK.test(character) ? ' ' : foldText(character);
    folded += plain.length === 1 ? plain : character;
  }
  return folded;
}
