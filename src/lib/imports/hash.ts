import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** SHA-256 in hex. `crypto.subtle` is missing where a site is served over plain http. */
export function hashOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
