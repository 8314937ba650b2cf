import { cutAtTitles, sectionOf } from './headings.ts';
import { exactLabels } from './match-label.ts';
import { titleOfLine } from './title.ts';

/** Shorter lines are paragraphs, or rows of their own. */
const SHORTEST = 100;
/** So many words of a table's header in one line are a table, and no sentence. */
const ENOUGH_WORDS = 3;
/** A word that is told and not tabulated: a sentence, a remark, 其中：本年新收. */
const TOLD = /[。：:]|^(?:注|备注|其中)|^.{20,}$/u;
/** Labels with such a sign. */
const LABEL_WITH_SIGN = /勾稽关系|单位[:：]/u;

/**
 * The lines that a line of a whole document would be: cut at the titles of sections, at another report's title before
 * its first section, and around sentences and remarks between rows of tables. A remark goes on, figures included, up to
 * the next label.
 */
export function partsOfLine(line: string): string[] {
  const parts = cutAtTitles(line);
  if (parts.length === 1 && line.length < SHORTEST) return parts;
  return parts.flatMap((part, index) => {
    const next = parts[index + 1];
    if (next !== undefined && sectionOf(next) === 'overview') return withoutTitle(part);
    return part.length < SHORTEST || !isTable(part) ? [part] : withoutProse(part);
  });
}

/** The end of one report and the title of the next. */
function withoutTitle(part: string): string[] {
  const [, before = '', last = ''] = /^(.*[。；！\s])(\S{6,60})\s*$/su.exec(part) ?? [];
  const title = titleOfLine(last);
  return before.trim() !== '' && title && (title.unit !== null || title.year !== null) ? [before, last] : [part];
}

function isTable(part: string): boolean {
  const words = part.split(/\s+/).filter((word) => word.length < 12 && isFrame(word));
  return words.length >= ENOUGH_WORDS;
}

function isFrame(word: string): boolean {
  return exactLabels(word)?.some(({ kind }) => kind === 'frame' || kind === 'column' || kind === 'block') === true;
}

function withoutProse(part: string): string[] {
  const parts: { readonly told: boolean; readonly words: string[] }[] = [];
  for (const word of part.split(/\s+/).filter((each) => each !== '')) {
    const last = parts.at(-1);
    const label = exactLabels(word) !== undefined;
    const told = !label && !LABEL_WITH_SIGN.test(word) && (TOLD.test(word) || (last?.told ?? false));
    if (last?.told === told) last.words.push(word);
    else parts.push({ told, words: [word] });
  }
  return parts.map(({ words }) => words.join(' '));
}
