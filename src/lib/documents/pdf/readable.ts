import { Refusal } from '../../report/issue.ts';
import { UNKNOWN_CHARACTER } from './fonts.ts';
import type { Glyph } from './geometry.ts';

/** Share of characters that may be unknown or out of place. Bullets and logos are a few; a broken font is most. */
const MOST_ODD = 0.1;

/**
 * Characters of Chinese, Latin, Greek and Cyrillic text with its signs, and the radicals that some programs write in
 * place of characters. Anything else in number means that codes were taken for characters.
 */
const EXPECTED =
  /[\u0020-\u024F\u02B0-\u045F\u2000-\u2BFF\u2E80-\u312F\u3200-\u33FF\u4E00-\u9FFF\uF900-\uFAFF\uFE10-\uFE6F\uFF00-\uFFEF]/;

/** Counts a document's seen characters. */
export class Tally {
  characters = 0;
  odd = 0;
  /** Unseen characters on scanned pages, which a machine has recognised and nobody has checked. */
  recognised = 0;

  add(glyphs: readonly Glyph[]): void {
    for (const { text } of glyphs) {
      if (text.trim() === '') continue;
      this.characters++;
      if (text.includes(UNKNOWN_CHARACTER) || !EXPECTED.test(text)) this.odd++;
    }
  }
}

/** Share of seen characters among a scan's recognised ones: stamps and page numbers. */
const STAMPS = 0.1;

/**
 * Throws `Refusal` when a document has no text (`document.scan`), none but what a machine has recognised on its pictures
 * (`document.scan-with-text`), or text that says nothing (`document.unreadable-text`).
 */
export function assertReadable({ characters, odd, recognised }: Tally): void {
  if (recognised > 0 && characters <= recognised * STAMPS) throw new Refusal({ code: 'document.scan-with-text' });
  if (characters === 0) throw new Refusal({ code: 'document.scan' });
  if (odd > characters * MOST_ODD) {
    throw new Refusal({ code: 'document.unreadable-text', values: { share: Math.round((odd / characters) * 100) } });
  }
}
