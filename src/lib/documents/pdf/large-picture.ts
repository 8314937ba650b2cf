/** Pixels on the shorter and the longer side. A scan of A4 at 100 dots an inch has 827 × 1,169. */
const SCAN_SIDE = 800;

const MOST_PICTURES = 2_000;

/**
 * Whether the file holds a picture that could be a scanned page. Pictures' descriptions always stand in the open in a
 * PDF, so this needs no parsing; when unsure it says yes, which only costs time.
 */
export function holdsLargePicture(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes);
  let looked = 0;
  for (const match of text.matchAll(/\/Subtype\s*\/Image/g)) {
    if (++looked > MOST_PICTURES) return true;
    const description = text.slice(Math.max(0, match.index - 400), match.index + 400);
    const sides = [...description.matchAll(/\/(?:Width|Height)\s+(\d+)(?!\s+\d+\s+R)/g)].map((side) => Number(side[1]));
    if (sides.length < 2 || sides.filter((side) => side >= SCAN_SIDE).length >= 2) return true;
  }
  return false;
}
