import { type Colour, colourOfNumber } from '../colour.ts';
import { type Font, paletteColour, PLAIN_FONT } from '../sheet/styled-text.ts';

const STRUCK = 0x0008;
/** No font has this number: those behind it count one more than their place ([MS-XLS] 2.5.129). */
const NO_FONT = 4;
const FIRST_OF_PALETTE = 8;
const SOLID = 1;

/** The fonts of a workbook and the colours they and its cells name ([MS-XLS] 2.4.122, 2.4.188). */
export class XlsFonts {
  readonly #fonts: DataView[] = [];
  #palette: DataView | undefined;

  takeFont(data: DataView): void {
    this.#fonts.push(data);
  }

  takePalette(data: DataView): void {
    this.#palette = data;
  }

  /** By the numbers that cells and texts have for them. */
  get byNumber(): ReadonlyMap<number, Font> {
    return new Map(this.#fonts.map((data, place) => [place < NO_FONT ? place : place + 1, this.#font(data)]));
  }

  /** What fills the cells of an extended format ([MS-XLS] 2.5.91); undefined for patterns. */
  paper(format: DataView): Colour | undefined {
    if (format.byteLength < 20 || format.getUint32(14, true) >>> 26 !== SOLID) return undefined;
    return this.colour(format.getUint16(18, true) & 0x7f);
  }

  #font(data: DataView): Font {
    if (data.byteLength < 10) return PLAIN_FONT;
    return {
      struck: (data.getUint16(2, true) & STRUCK) !== 0,
      raised: data.getUint16(8, true) !== 0,
      ink: this.colour(data.getUint16(4, true)),
      size: data.getUint16(0, true) / 20
    };
  }

  /** A colour of the palette. */
  colour(index: number): Colour | undefined {
    const at = 2 + 4 * (index - FIRST_OF_PALETTE);
    const palette = this.#palette;
    if (!palette || at < 2 || at + 4 > palette.byteLength) return paletteColour(index);
    return colourOfNumber(palette.getUint32(at, true));
  }
}
