import { type Colour, colourOfNumber } from '../colour.ts';

/** The document's table of colours, as its control words and the semicolons after each build it up. */
export class RtfColours {
  /** Undefined where the table leaves the colour to the reader, as its first mostly does. */
  readonly #colours: (Colour | undefined)[] = [];
  #parts: { red: number; green: number; blue: number } | null = null;

  define(word: string, parameter: number): void {
    if (word !== 'red' && word !== 'green' && word !== 'blue') return;
    this.#parts ??= { red: 0, green: 0, blue: 0 };
    this.#parts[word] = parameter;
  }

  endColour(): void {
    const parts = this.#parts;
    this.#colours.push(parts ? colourOfNumber(parts.red | (parts.green << 8) | (parts.blue << 16)) : undefined);
    this.#parts = null;
  }

  /** A colour by its number; 0 says nothing, whatever the table has there. */
  colour(number: number): Colour | undefined {
    return number === 0 ? undefined : this.#colours[number];
  }
}
