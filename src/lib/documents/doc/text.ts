import { isPale } from '../colour.ts';
import { damaged } from '../limits.ts';
import { decodeWindows1252 } from '../windows-1252.ts';
import { OBJECT, signedText } from '../text-signs.ts';
import { WordFlow } from '../word-flow.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { type CharacterProperties, characterProperties, paragraphProperties } from './properties.ts';
import { rowDefinition } from './row-definition.ts';
import type { Runs } from './runs.ts';
import type { Styles } from './styles.ts';
import type { TextBoxes } from './text-boxes.ts';

/** Characters with a meaning of their own in Word's text ([MS-DOC] 2.4.1 and 2.8.x). */
const PICTURE = 0x01;
const CELL_MARK = 0x07;
const DRAWING = 0x08;
const TAB = 0x09;
const LINE_BREAK = 0x0b;
const PAGE_BREAK = 0x0c;
const PARAGRAPH_MARK = 0x0d;
const COLUMN_BREAK = 0x0e;
const FIELD_BEGIN = 0x13;
const FIELD_RESULT = 0x14;
const FIELD_END = 0x15;
const FIRST_PRINTED = 0x20;
const SYMBOL = 0x28;
const FIXED_HYPHEN = 0x1e;

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

export interface DocText {
  readonly stream: Uint8Array;
  readonly data: Uint8Array;
  /** Characters of the main text; the pieces go on with all that follows it. */
  readonly length: number;
  readonly pieces: readonly Piece[];
  readonly textBoxes: TextBoxes;
  readonly paragraphs: Runs;
  readonly characters: Runs;
  readonly styles: Styles;
}

/** Walks the pieces in reading order and gives their visible text, with its paragraph, cell and row marks, to a flow. */
export function flowText(text: DocText): WordFlow {
  const walk = new Walk(text);
  for (const piece of piecesOf(text.pieces, 0, text.length)) walk.piece(piece);
  return walk.flow;
}

class Walk {
  readonly flow = new WordFlow();
  readonly #text: DocText;
  /** For each open field, whether its result has been reached; before that its characters are its instruction. */
  readonly #fields: boolean[] = [];

  constructor(text: DocText) {
    this.#text = text;
  }

  /** Reads a piece run by run: the characters of a run share their properties. */
  piece(piece: Piece): void {
    const { stream, characters, paragraphs, styles, data } = this.#text;
    const end = piece.offset + piece.length * piece.width;
    if (end > stream.length) throw damaged('doc-cut-off');
    for (let at = piece.offset; at < end;) {
      const run = characters.at(at);
      const paragraph = paragraphs.at(at);
      // A run may end between the two bytes of a character in a broken file; one step must go on all the same.
      const stop = Math.min(end, Math.max(Math.min(run.end, paragraph.end), at + piece.width));
      const length = Math.ceil((stop - at) / piece.width);
      const around = paragraphProperties(paragraph, piece.modifiers, styles, data);
      this.#run(at, length, piece, characterProperties(run, piece.modifiers, styles, around));
      at += length * piece.width;
    }
  }

  #run(offset: number, length: number, piece: Piece, properties: CharacterProperties): void {
    const bytes = this.#text.stream.subarray(offset, offset + length * piece.width);
    // Either way each stored character gives one code unit, so positions stay known.
    const decoded = piece.width === 1 ? decodeWindows1252(bytes) : utf16.decode(bytes);
    let plain = 0;
    for (let index = 0; index < decoded.length; index++) {
      const code = decoded.charCodeAt(index);
      if (code >= FIRST_PRINTED && !(code === SYMBOL && properties.symbol)) continue;
      this.#show(decoded.slice(plain, index), properties);
      this.#special(code, offset + index * piece.width, piece, properties);
      plain = index + 1;
    }
    this.#show(decoded.slice(plain), properties);
  }

  #show(text: string, properties: CharacterProperties): void {
    if (text === '' || !this.#isShown(properties)) return;
    const { ink, paper, struck, raised } = properties;
    if (ink === undefined) this.flow.add(signedText(text, { struck, raised }));
    else this.flow.add((around) => signedText(text, { struck, raised, pale: isPale(ink, paper ?? around) }));
  }

  #isShown({ invisible, tooSmall }: CharacterProperties): boolean {
    return !invisible && !tooSmall && this.#fields.every((resultReached) => resultReached);
  }

  #special(code: number, offset: number, piece: Piece, properties: CharacterProperties): void {
    switch (code) {
      case PARAGRAPH_MARK:
      case CELL_MARK:
        this.#mark(code, offset, piece, properties);
        break;
      case PAGE_BREAK:
        this.#endParagraph(offset, piece);
        break;
      case FIELD_BEGIN:
        this.#fields.push(false);
        break;
      case FIELD_RESULT:
        if (this.#fields.length > 0) this.#fields[this.#fields.length - 1] = true;
        break;
      case FIELD_END:
        this.#fields.pop();
        break;
      case TAB:
        this.#show('\t', properties);
        break;
      case LINE_BREAK:
      case COLUMN_BREAK:
        this.#show('\n', properties);
        break;
      case FIXED_HYPHEN:
        this.#show('-', properties);
        break;
      case SYMBOL:
        this.#show(OBJECT, properties);
        break;
      case PICTURE:
      case DRAWING:
        if (!properties.special || properties.data || !this.#isShown(properties)) break;
        this.flow.addPicture(code === DRAWING);
        if (code === DRAWING) this.#box(piece.start + (offset - piece.offset) / piece.width);
        break;
      // The rest stand for notes and soft hyphens: nothing of them is text.
    }
  }

  /** A drawing may be a box with text of its own. */
  #box(position: number): void {
    const box = this.#text.textBoxes.take(position);
    if (box === 'stray') this.flow.addPicture(false);
    if (box === null || box === 'stray') return;
    const walk = new Walk(this.#text);
    for (const piece of piecesOf(this.#text.pieces, box.from, box.to)) walk.piece(piece);
    this.flow.addBox(walk.flow);
  }

  #mark(code: number, offset: number, piece: Piece, { invisible }: CharacterProperties): void {
    const { depth, endsRow, endsCell, row, listed } = this.#paragraph(offset, piece);
    if (listed && !endsRow && !invisible) this.flow.setListed();
    const inCell = depth > 0 && (code === CELL_MARK || endsCell || endsRow);
    // A cell's or row's end closes whatever field was left open in it.
    if (inCell) this.#fields.length = 0;
    if (inCell && endsRow) this.flow.endRow(depth, row && rowDefinition(row), invisible);
    else if (inCell) this.flow.endCell(depth);
    else if (!invisible) this.flow.endParagraph(depth);
  }

  #endParagraph(offset: number, piece: Piece): void {
    this.flow.endParagraph(this.#paragraph(offset, piece).depth);
  }

  #paragraph(offset: number, piece: Piece) {
    const { paragraphs, styles, data } = this.#text;
    return paragraphProperties(paragraphs.at(offset), piece.modifiers, styles, data);
  }
}
