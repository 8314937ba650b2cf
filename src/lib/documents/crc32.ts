/** Remainders of each byte, alone and followed by one, two or three zero bytes: four bytes are taken at a time. */
const TABLES = remainderTables();

function remainderTables(): Uint32Array {
  const tables = new Uint32Array(4 * 256);
  for (let at = 0; at < tables.length; at++) {
    let remainder = at < 256 ? at : (tables[at - 256] ?? 0);
    for (let bit = 0; bit < 8; bit++) remainder = remainder & 1 ? 0xedb88320 ^ (remainder >>> 1) : remainder >>> 1;
    tables[at] = remainder;
  }
  return tables;
}

/** CRC-32 as zip stores it (polynomial 0xEDB88320). A flipped bit in an entry may otherwise turn one digit into another. */
export function crc32(bytes: Uint8Array): number {
  const whole = bytes.length - (bytes.length % 4);
  let crc = 0xffffffff;
  let at = 0;
  for (; at < whole; at += 4) {
    crc ^= byte(bytes, at) | (byte(bytes, at + 1) << 8) | (byte(bytes, at + 2) << 16) | (byte(bytes, at + 3) << 24);
    crc =
      byte(TABLES, 768 + (crc & 0xff)) ^
      byte(TABLES, 512 + ((crc >>> 8) & 0xff)) ^
      byte(TABLES, 256 + ((crc >>> 16) & 0xff)) ^
      byte(TABLES, crc >>> 24);
  }
  for (; at < bytes.length; at++) crc = byte(TABLES, (crc ^ byte(bytes, at)) & 0xff) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function byte(table: Uint8Array | Uint32Array, at: number): number {
  return table[at] ?? 0;
}
