import { dateFromSerial, format as formatNumber, formatColor, isDateFormat } from 'numfmt';

/** Days between the two first days spreadsheets count from, 1900 and 1904. */
const DAYS_TO_1904 = 1_462;

/**
 * A number as its cell displays it; nothing where its format shows nothing. Where a format scales it or drops its sign,
 * or shows a zero as a dash, the number itself is given: what is shown would be read as another number.
 * A date stays a date: it never comes out as bare digits.
 */
export function numberText(value: number, format: string, from1904 = false): string {
  if (isGeneral(format)) return plainNumber(value);
  try {
    if (isDateFormat(format)) return dateText(from1904 ? value + DAYS_TO_1904 : value, format);
    const text = formatNumber(format, value).trim();
    if (text === '') return '';
    return /\d/.test(text) && isFaithful(text, value) ? text : plainNumber(value);
  } catch (error) {
    // The library throws on a format it cannot parse; the number is certain all the same.
    if (error instanceof Error) return plainNumber(value);
    throw error;
  }
}

/** The colour that a format gives a number, by its name or digits; undefined when it gives none. */
export function colourOfFormat(value: number, format: string): string | undefined {
  if (!format.includes('[')) return undefined;
  try {
    const colour = formatColor(format, value);
    return colour === undefined ? undefined : String(colour).toLowerCase();
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

export function showsNumber(value: number, format: string): boolean {
  return numberText(value, format) !== '';
}

/** Whether a format shows a text at all, as `;;;` does not. */
export function showsText(format: string): boolean {
  if (!format.includes(';')) return true;
  try {
    return formatNumber(format, 'x') !== '';
  } catch (error) {
    if (error instanceof Error) return true;
    throw error;
  }
}

function isGeneral(format: string): boolean {
  return format === '' || format === '@' || /^general$/i.test(format);
}

/** Spreadsheets keep 15 digits; the 16th is the binary fraction's. */
export function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

/** Whether text that reads as a number is the value, rounded to the digits shown. */
function isFaithful(text: string, value: number): boolean {
  const bare = text.replaceAll(',', '');
  if (!/^-?\d*\.?\d*$/.test(bare)) return true;
  const decimals = bare.split('.')[1]?.length ?? 0;
  return Math.abs(Number(bare) - value) <= 0.5000001 * 10 ** -decimals;
}

function dateText(serial: number, format: string): string {
  const text = formatNumber(format, serial).trim();
  if (!/^\d*$/.test(text)) return text;
  const [year, month, day] = dateFromSerial(serial);
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}
