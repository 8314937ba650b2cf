import { type Colour, hexColour } from '../colour.ts';

/** The sixteen colours of HTML 4, and those that cannot be told from white; text in any other by name is not judged. */
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
  ['aliceblue', 'f0f8ff'],
  ['azure', 'f0ffff'],
  ['floralwhite', 'fffaf0'],
  ['ghostwhite', 'f8f8ff'],
  ['honeydew', 'f0fff0'],
  ['ivory', 'fffff0'],
  ['lavenderblush', 'fff0f5'],
  ['mintcream', 'f5fffa'],
  ['seashell', 'fff5ee'],
  ['snow', 'fffafa'],
  ['whitesmoke', 'f5f5f5'],
  ['transparent', 'transparent']
]);
const HEX = /#([0-9a-f]{3,8})\b/;
const FUNCTION = /(rgb|hsl)a?\(\s*([\d.]+)(%|deg)?[\s,]+([\d.]+)(%)?[\s,]+([\d.]+)(%)?(?:[\s,/]+([\d.]+)(%)?)?\s*\)/;
/** Less of a colour cannot be seen. */
const LEAST_ALPHA = 0.1;

/** The first colour that a value names; `transparent` for one that lets everything through. */
export function colourIn(text: string | undefined): Colour | undefined {
  if (text === undefined || text === '') return undefined;
  const value = text.toLowerCase();
  const digits = HEX.exec(value)?.[1] ?? hexColour(value.trim());
  if (digits !== undefined) return ofDigits(digits);
  const [, kind, first, , second, , third, percent, alpha, ofHundred] = FUNCTION.exec(value) ?? [];
  if (kind === undefined) return value.split(/[\s,]+/).flatMap((word) => NAMED.get(word) ?? [])[0];
  if (alpha !== undefined && Number(alpha) / (ofHundred ? 100 : 1) < LEAST_ALPHA) return 'transparent';
  const parts = [first, second, third].map(Number);
  if (kind === 'hsl') return hexOf(ofHue(parts));
  return hexOf(percent ? parts.map((part) => part * 2.55) : parts);
}

/** `#fff`, `#ffff`, `#ffffff`, `#ffffffff`; the fourth part is how much of it covers. */
function ofDigits(digits: string): Colour | undefined {
  const long = digits.length < 5 ? digits.replace(/./g, '$&$&') : digits;
  if (long.length !== 6 && long.length !== 8) return undefined;
  const alpha = long.length === 8 ? parseInt(long.slice(6), 16) / 255 : 1;
  return alpha < LEAST_ALPHA ? 'transparent' : long.slice(0, 6);
}

/** Red, green and blue of a hue in degrees, its saturation and its lightness of 100 (CSS Color 4, 7.1). */
function ofHue([hue = 0, saturation = 0, lightness = 0]: readonly number[]): number[] {
  const light = lightness / 100;
  const reach = (saturation / 100) * Math.min(light, 1 - light);
  return [0, 8, 4].map((step) => {
    const at = (step + hue / 30) % 12;
    return 255 * (light - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1)));
  });
}

function hexOf(parts: readonly number[]): Colour {
  return parts.map((part) => Math.min(Math.round(part), 255).toString(16).padStart(2, '0')).join('');
}

export function opaque(colour: Colour | undefined): Colour | undefined {
  return colour === 'transparent' ? undefined : colour;
}
