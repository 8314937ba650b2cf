import type { DocumentContent } from './block.ts';
import { RtfInterpreter } from './rtf/interpreter.ts';

/**
 * Reads Rich Text Format (Microsoft's specification, version 1.9.1).
 * Hidden text and tracked deletions, headers, notes and pictures are left out; fields give their results, and text boxes
 * stand behind the paragraph that they are anchored in.
 * A document without its last brace is cut off and refused.
 */
export function readRtf(bytes: Uint8Array): DocumentContent {
  return { format: 'rtf', ...new RtfInterpreter(withoutMark(bytes)).run() };
}

/** Some editors put a byte order mark or blank lines before the first brace. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const start = bytes.indexOf(0x7b);
  return bytes.subarray(Math.max(start, 0));
}
