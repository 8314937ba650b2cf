import { type Colour, hexColour } from '../colour.ts';

/** The sixteen colours of HTML 4; text in any other by name is not judged. */
const NAMED: ReadonlyMap<string, Colour> = new Map([
  ['aqua', '00ffff'],
  ['black', '000000'],
  ['blue', '0000ff'],
  ['fuchsia', 'ff00ff'],
  ['gray', '808080'],
  ['green', '008000'],
  ['lime', '00ff00'],
  ['maroon', '800000'],
  ['navy', '000080'],
  ['olive', '808000'],
  ['purple', '800080'],
  ['red', 'ff0000'],
  ['silver', 'c0c0c0'],
  ['teal', '008080'],
  ['white', 'ffffff'],
  ['yellow', 'ffff00'],
  ['transparent', 'transparent']
]);
const RGB = /rgba?\(\s*(\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+([\d.]+)%?)?\s*\)/;

/** The first colour that a value names; `transparent` for one that lets everything through. */
export function colourIn(text: string | undefined): Colour | undefined {
  if (text === undefined || text === '') return undefined;
  const value = text.toLowerCase();
  const long = hexColour(/#([0-9a-f]{6})/.exec(value)?.[1] ?? value.trim());
  if (long !== undefined) return long;
  const short = /#([0-9a-f])([0-9a-f])([0-9a-f])\b/.exec(value);
  if (short)
    return short
      .slice(1)
      .map((digit) => digit + digit)
      .join('');
  const [, red, green, blue, alpha] = RGB.exec(value) ?? [];
  if (red === undefined) return value.split(/[\s,]+/).flatMap((word) => NAMED.get(word) ?? [])[0];
  if (alpha !== undefined && Number(alpha) === 0) return 'transparent';
  return [red, green, blue].map((part) => Number(part).toString(16).padStart(2, '0')).join('');
}

export function opaque(colour: Colour | undefined): Colour | undefined {
  return colour === 'transparent' ? undefined : colour;
}
