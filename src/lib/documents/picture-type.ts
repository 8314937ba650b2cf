interface Signature {
  readonly type: string;
  readonly start: readonly number[];
}

const SIGNATURES: readonly Signature[] = [
  { type: 'image/png', start: [0x89, 0x50, 0x4e, 0x47] },
  { type: 'image/jpeg', start: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', start: [0x47, 0x49, 0x46, 0x38] },
  { type: 'image/bmp', start: [0x42, 0x4d] },
  { type: 'image/tiff', start: [0x49, 0x49, 0x2a, 0x00] },
  { type: 'image/tiff', start: [0x4d, 0x4d, 0x00, 0x2a] }
];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

/** The media type of a picture by its first bytes, never by its name; null for anything else. */
export function pictureType(bytes: Uint8Array): string | null {
  const has = (signature: readonly number[], at = 0): boolean =>
    signature.every((byte, index) => bytes[at + index] === byte);
  if (has(RIFF) && has(WEBP, 8)) return 'image/webp';
  const found = SIGNATURES.find(({ start }) => has(start));
  // Two letters may begin a text: a bitmap's head goes on with its size and four zeros.
  if (found?.type === 'image/bmp' && !has([0, 0, 0, 0], 6)) return null;
  return found?.type ?? null;
}
