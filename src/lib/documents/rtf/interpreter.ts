import type { DocumentContent } from '../block.ts';
import { isPale } from '../colour.ts';
import { damaged, LIMITS, overLimit } from '../limits.ts';
import { signedText } from '../text-signs.ts';
import { unfinishedBytes } from './code-page.ts';
import { RtfColours } from './colours.ts';
import { RtfFonts } from './fonts.ts';
import { RtfFrame } from './frame.ts';
import { RtfGroup } from './group.ts';
import { RtfTokens } from './tokens.ts';
import {
  CHARACTER_SYMBOLS,
  CHARACTER_WORDS,
  FLOATING,
  INLINE_PICTURES,
  LIST_TEXTS,
  SHAPES,
  SKIPPED_DESTINATIONS,
  TEXT_BOXES
} from './words.ts';

/** Bytes decoded at a time. */
const MOST_BYTES = 65_536;
const SEMICOLON = 0x3b;
const ENDS = new Set(['cell', 'nestcell', 'row', 'nestrow']);

/** Interprets the tokens of one document: keeps the state of groups, decodes text, and feeds the flow. */
export class RtfInterpreter {
  readonly #tokens: RtfTokens;
  readonly #fonts = new RtfFonts();
  readonly #colours = new RtfColours();
  #frame = this.#newFrame();
  /** The frames around an open text box, the document's first. */
  readonly #around: RtfFrame[] = [];
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

  run(): Pick<DocumentContent, 'blocks' | 'issues'> {
    if (this.#tokens.next() !== 'open') throw damaged('rtf-start');
    this.#open();
    // What follows the last brace is no part of the document.
    while (this.#outer.length > 0) this.#step();
    this.#flush(true);
    return this.#frame.flow.finish();
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
    if (this.#group.isBox) this.#endBox();
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
      group.destination = group.destination === 'text' && SHAPES.has(word) && !group.unseen ? 'shape' : 'skipped';
    } else if (group.destination === 'shape') {
      if (TEXT_BOXES.has(word)) this.#startBox();
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
    if (LIST_TEXTS.has(word) && this.#group.destination === 'text' && !this.#group.unseen) this.#frame.flow.setListed();
    if (SKIPPED_DESTINATIONS.has(word)) this.#group.destination = 'skipped';
    else if (SHAPES.has(word)) this.#group.destination = this.#group.unseen ? 'skipped' : 'shape';
    else if (word === 'colortbl') this.#group.destination = 'colours';
    else if (word === 'fonttbl') this.#group.destination = 'fonts';
    else if (!this.#rowWord(word, parameter) && !this.#mark(word)) this.#property(word, parameter);
  }

  /** A picture's or a drawing's group; its content is skipped. */
  #picture(word: string): void {
    if (this.#group.destination !== 'text' || this.#group.unseen) return;
    if (INLINE_PICTURES.has(word)) this.#frame.flow.addPicture(false);
    else if (FLOATING.has(word)) this.#frame.flow.addPicture(true);
  }

  #startBox(): void {
    this.#around.push(this.#frame);
    this.#frame = this.#newFrame();
    this.#group.destination = 'text';
    this.#group.isBox = true;
    this.#group.plain(this.#fonts.defaultFont);
    this.#group.apply('pard', null);
  }

  /** What a box holds comes after the paragraph that it is anchored in. */
  #endBox(): void {
    const around = this.#around.pop();
    if (!around) return;
    this.#flush(true);
    around.flow.addBox(this.#frame.flow);
    this.#frame = around;
  }

  #newFrame(): RtfFrame {
    return new RtfFrame((number) => this.#colours.colour(number));
  }

  #rowWord(word: string, parameter: number | null): boolean {
    return this.#frame.takeRowWord(word, parameter, this.#group.definesInnerRow);
  }

  /** The marks that end a paragraph, a cell or a row. */
  #mark(word: string): boolean {
    if (word === 'par' || word === 'sect') {
      this.#endParagraph();
      return true;
    }
    if (!ENDS.has(word)) return false;
    this.#flush(true);
    if (word.endsWith('cell')) this.#setListed();
    return this.#frame.end(word, this.#group.depth, this.#group.invisible);
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
    if (this.#group.destination !== 'text' || this.#group.invisible) return;
    this.#setListed();
    this.#frame.flow.endParagraph(this.#group.depth);
  }

  #setListed(): void {
    if (this.#group.list > 0 && !this.#group.invisible) this.#frame.flow.setListed();
  }

  #show(text: string): void {
    const { destination, struck, raised, unseen, ink, paper, paragraphPaper } = this.#group;
    if (text === '' || destination !== 'text' || unseen) return;
    const colour = this.#colours.colour(ink);
    if (colour === undefined) {
      this.#frame.flow.add(signedText(text, { struck, raised }));
      return;
    }
    const own = this.#colours.colour(paper) ?? this.#colours.colour(paragraphPaper);
    this.#frame.flow.add((around) => signedText(text, { struck, raised, pale: isPale(colour, own ?? around) }));
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
