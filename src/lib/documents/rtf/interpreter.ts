import type { Block } from '../block.ts';
import { isPale } from '../colour.ts';
import { damaged, LIMITS, overLimit } from '../limits.ts';
import { signedText } from '../text-signs.ts';
import { WordFlow } from '../word-flow.ts';
import { unfinishedBytes } from './code-page.ts';
import { RtfColours } from './colours.ts';
import { RtfFonts } from './fonts.ts';
import { RtfGroup } from './group.ts';
import { RowWords } from './row-words.ts';
import { RtfTokens } from './tokens.ts';
import { CHARACTER_SYMBOLS, CHARACTER_WORDS, FLOATING, INLINE_PICTURES, SKIPPED_DESTINATIONS } from './words.ts';

/** Bytes decoded at a time. */
const MOST_BYTES = 65_536;
const SEMICOLON = 0x3b;

/** Interprets the tokens of one document: keeps the state of groups, decodes text, and feeds the flow. */
export class RtfInterpreter {
  readonly #tokens: RtfTokens;
  readonly #flow = new WordFlow({ endsOpenRows: true });
  readonly #fonts = new RtfFonts();
  readonly #colours = new RtfColours();
  readonly #row = new RowWords((number) => this.#colours.colour(number));
  readonly #innerRow = new RowWords((number) => this.#colours.colour(number));
  readonly #outer: RtfGroup[] = [];
  #group = new RtfGroup();
  /** Text not yet shown that is ASCII, so the same in every code page but those of symbol fonts. */
  #plain = '';
  /** Bytes of the text after it, not yet decoded. */
  #bytes: number[] = [];
  #toSkip = 0;
  #marked = false;

  constructor(bytes: Uint8Array) {
    this.#tokens = new RtfTokens(bytes);
  }

  run(): Block[] {
    if (this.#tokens.next() !== 'open') throw damaged('rtf-start');
    this.#open();
    // What follows the last brace is no part of the document.
    while (this.#outer.length > 0) this.#step();
    this.#flush(true);
    return this.#flow.finish();
  }

  #step(): void {
    switch (this.#tokens.next()) {
      case 'open':
        this.#open();
        break;
      case 'close':
        this.#close();
        break;
      case 'byte':
        this.#byte(this.#tokens.byte);
        break;
      case 'symbol':
        this.#symbol(this.#tokens.text);
        break;
      case 'word':
        this.#word(this.#tokens.text, this.#tokens.parameter);
        this.#marked = false;
        break;
      case 'end':
        throw damaged('rtf-cut-off');
    }
  }

  #byte(byte: number): void {
    if (this.#toSkip > 0) {
      this.#toSkip--;
    } else if (this.#group.destination === 'text') {
      if (this.#bytes.length === MOST_BYTES) this.#flush(false);
      if (byte < 0x80 && this.#bytes.length === 0 && this.#isPlain) this.#plain += String.fromCharCode(byte);
      else this.#bytes.push(byte);
    } else if (this.#group.destination === 'colours' && byte === SEMICOLON) {
      this.#colours.endColour();
    }
  }

  #open(): void {
    this.#flush(false);
    if (this.#outer.length === LIMITS.groupDepth) throw overLimit('groupDepth');
    this.#outer.push(this.#group);
    this.#group = this.#group.inner();
    this.#toSkip = 0;
    this.#marked = false;
  }

  #close(): void {
    this.#flush(false);
    const group = this.#outer.pop();
    if (group) this.#group = group;
    this.#toSkip = 0;
  }

  #symbol(sign: string): void {
    if (sign === '*') {
      this.#marked = true;
    } else if (sign === '\n' || sign === '\r') {
      this.#endParagraph();
    } else {
      this.#character(CHARACTER_SYMBOLS[sign]);
    }
  }

  #character(text: string | undefined): void {
    if (text === undefined) return;
    if (this.#toSkip > 0) {
      this.#toSkip--;
      return;
    }
    this.#flush(true);
    this.#show(text);
  }

  #word(word: string, parameter: number | null): void {
    const group = this.#group;
    if (word === 'bin') {
      this.#tokens.skip(parameter ?? 0);
    } else if (this.#marked && word !== 'nesttableprops') {
      this.#flush(true);
      this.#picture(word);
      group.destination = 'skipped';
    } else if (group.destination === 'fonts') {
      this.#fonts.define(word, parameter ?? 0);
    } else if (group.destination === 'colours') {
      this.#colours.define(word, parameter ?? 0);
    } else if (group.destination === 'text') {
      const character = CHARACTER_WORDS[word];
      if (character !== undefined) this.#character(character);
      else if (word === 'u') this.#unicode(parameter ?? 0);
      else this.#instruction(word, parameter);
    }
  }

  #unicode(value: number): void {
    this.#toSkip = 0;
    this.#flush(true);
    this.#show(String.fromCharCode(value & 0xffff));
    this.#toSkip = this.#group.substitutes;
  }

  #instruction(word: string, parameter: number | null): void {
    this.#toSkip = 0;
    // A font change ends the bytes of the one before; other formatting may stand between two bytes of a character.
    this.#flush(false);
    this.#picture(word);
    if (SKIPPED_DESTINATIONS.has(word)) this.#group.destination = 'skipped';
    else if (word === 'colortbl') this.#group.destination = 'colours';
    else if (word === 'fonttbl') this.#group.destination = 'fonts';
    else if (!this.#rowWord(word, parameter) && !this.#mark(word)) this.#property(word, parameter);
  }

  /** A picture's or a drawing's group; its content is skipped. */
  #picture(word: string): void {
    if (this.#group.destination !== 'text' || this.#group.unseen) return;
    if (INLINE_PICTURES.has(word)) this.#flow.addPicture(false);
    else if (FLOATING.has(word)) this.#flow.addPicture(true);
  }

  #rowWord(word: string, parameter: number | null): boolean {
    return (this.#group.definesInnerRow ? this.#innerRow : this.#row).take(word, parameter);
  }

  /** The marks that end a paragraph, a cell or a row. */
  #mark(word: string): boolean {
    const inner = Math.max(this.#group.depth, 2);
    switch (word) {
      case 'par':
      case 'sect':
        this.#endParagraph();
        return true;
      case 'cell':
        this.#flush(true);
        this.#flow.endCell(1);
        return true;
      case 'nestcell':
        this.#flush(true);
        this.#flow.endCell(inner);
        return true;
      case 'row':
        this.#flush(true);
        this.#flow.endRow(1, this.#row.definition, this.#group.invisible);
        return true;
      case 'nestrow':
        this.#flush(true);
        this.#flow.endRow(inner, this.#innerRow.definition, this.#group.invisible);
        return true;
      default:
        return false;
    }
  }

  #property(word: string, parameter: number | null): void {
    const group = this.#group;
    switch (word) {
      case 'f':
        this.#flush(true);
        group.font = parameter ?? 0;
        break;
      case 'plain':
        this.#flush(true);
        group.plain(this.#fonts.defaultFont);
        break;
      default:
        if (this.#fonts.takeHeadWord(word, parameter ?? 0)) group.font = this.#fonts.defaultFont;
        else group.apply(word, parameter);
    }
  }

  #endParagraph(): void {
    this.#flush(true);
    // A hidden paragraph mark joins its paragraph with the next.
    if (this.#group.destination === 'text' && !this.#group.invisible) this.#flow.endParagraph(this.#group.depth);
  }

  #show(text: string): void {
    const { destination, struck, raised, unseen, ink, paper, paragraphPaper } = this.#group;
    if (text === '' || destination !== 'text' || unseen) return;
    const colour = this.#colours.colour(ink);
    if (colour === undefined) {
      this.#flow.add(signedText(text, { struck, raised }));
      return;
    }
    const own = this.#colours.colour(paper) ?? this.#colours.colour(paragraphPaper);
    this.#flow.add((around) => signedText(text, { struck, raised, pale: isPale(colour, own ?? around) }));
  }

  get #isPlain(): boolean {
    return this.#fonts.codePage(this.#group.font) !== 'symbol';
  }

  /** Shows the text so far. Unless `final`, a byte that only begins a character waits for the next. */
  #flush(final: boolean): void {
    if (this.#plain !== '') {
      const plain = this.#plain;
      this.#plain = '';
      this.#show(plain);
    }
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    const { font } = this.#group;
    const waiting = final ? 0 : unfinishedBytes(bytes, this.#fonts.codePage(font));
    this.#bytes = waiting === 0 ? [] : this.#bytes.slice(bytes.length - waiting);
    this.#show(this.#fonts.decode(bytes.subarray(0, bytes.length - waiting), font));
  }
}
