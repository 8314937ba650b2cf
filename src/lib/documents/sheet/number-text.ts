import { dateFromSerial, format as formatNumber, isDateFormat } from 'numfmt';

/** Days between the two first days spreadsheets count from, 1900 and 1904. */
const DAYS_TO_1904 = 1_462;

/**
 * A number as its cell displays it. Where a format hides the number (`;;;`, a dash for 0), scales it or drops its
 * sign, the number itself is given: the cell is not blank, and what it shows would be read as another number.
 * A date stays a date: it never comes out as bare digits.
 */
export function numberText(value: number, format: string, from1904 = false): string {
  if (isGeneral(format)) return plainNumber(value);
  try {
    if (isDateFormat(format)) return dateText(from1904 ? value + DAYS_TO_1904 : value, format);
    const text = formatNumber(format, value).trim();
    return /\d/.test(text) && isFaithful(text, value) ? text : plainNumber(value);
  } catch (error) {
    // The library throws on a format it cannot parse; the number is certain all the same.
    if (error instanceof Error) return plainNumber(value);
    throw error;
  }
}

function isGeneral(format: string): boolean {
  return format === '' || format === '@' || /^general$/i.test(format);
}

/** Spreadsheets keep 15 digits; the 16th is the binary fraction's. */
function plainNumber(value: number): string {
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
