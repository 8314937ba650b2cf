import { type Colour, hexColour } from '../colour.ts';
import { type Font, paletteColour, PLAIN_FONT } from '../sheet/styled-text.ts';
import type { XmlElement } from '../xml.ts';
import { isTrue } from './namespaces.ts';

/** A font as its elements build it up, in the styles or in a run of text. */
export class FontReader {
  #font: Font = PLAIN_FONT;

  get font(): Font {
    return this.#font;
  }

  take(element: XmlElement): void {
    const value = element.attribute('val');
    if (element.name === 'x:strike') this.#font = { ...this.#font, struck: value === undefined || isTrue(value) };
    else if (element.name === 'x:vertAlign') this.#font = { ...this.#font, raised: value !== 'baseline' };
    else if (element.name === 'x:sz') this.#font = { ...this.#font, size: Number(value ?? PLAIN_FONT.size) };
    else if (element.name === 'x:color') this.#font = { ...this.#font, ink: colourOf(element) };
  }
}

/** Colours of a theme and of a palette go by their numbers; what they are is another part, and is known for the first. */
export function colourOf(element: XmlElement): Colour | undefined {
  const stated = hexColour(element.attribute('rgb')?.slice(-6));
  if (stated !== undefined) return stated;
  const tint = Number(element.attribute('tint') ?? 0);
  const theme = element.attribute('theme');
  if (theme !== undefined) return tint !== 0 ? `theme ${theme} ${tint}` : (THEME[theme] ?? `theme ${theme}`);
  const index = element.attribute('indexed');
  return index === undefined ? undefined : paletteColour(Number(index));
}

/** The two that text and paper mostly have. */
const THEME: Readonly<Record<string, Colour>> = { 0: 'ffffff', 1: '000000' };
