import type { DocumentContent } from './block.ts';
import { readFib, slice } from './doc/fib.ts';
import { readPieces } from './doc/pieces.ts';
import { Runs } from './doc/runs.ts';
import { Styles } from './doc/styles.ts';
import { flowText } from './doc/text.ts';
import { TextBoxes } from './doc/text-boxes.ts';
import { damaged } from './limits.ts';
import { OleFile } from './ole.ts';
import { withinBounds } from './out-of-bounds.ts';

/**
 * Reads a .doc of Word 97 and later, or a .wps, which is one inside ([MS-DOC]).
 * Hidden text and tracked deletions, headers, notes and comments are left out; fields give their results, and text boxes
 * stand behind the paragraph that they are anchored in.
 */
export function readDoc(bytes: Uint8Array): DocumentContent {
  return withinBounds(() => readStreams(bytes));
}

function readStreams(bytes: Uint8Array): DocumentContent {
  const file = new OleFile(bytes);
  const stream = file.stream('WordDocument');
  if (!stream) throw damaged('doc-stream-missing');
  const fib = readFib(stream);
  const table = file.stream(fib.tableStream);
  if (!table) throw damaged('doc-stream-missing');
  const flow = flowText({
    stream,
    data: file.stream('Data') ?? new Uint8Array(),
    length: fib.mainTextLength,
    pieces: readPieces(slice(table, fib.pieces), fib.textBoxSpan.to),
    textBoxes: new TextBoxes(table, fib),
    paragraphs: new Runs(stream, table, fib.paragraphRuns, 'paragraph'),
    characters: new Runs(stream, table, fib.characterRuns, 'character'),
    styles: new Styles(slice(table, fib.styles))
  });
  return { format: 'doc', ...flow.finish() };
}
