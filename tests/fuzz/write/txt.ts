import type { Encoding } from '../../../data/generator/documents/encode.ts';
import { TEXT_LAYOUTS } from '../../unit/recognition/print-report.ts';
import type { Paper } from '../paper.ts';
import { encoded } from './encoded.ts';

/** Ways of text that keep each cell apart, so that what is done to a cell stays in it. */
export const TEXT_WAYS = [
  'cells behind tabs',
  'bare lines, spans kept',
  'blank line between cells',
  'rows with tabs',
  'rows with tabs, spans kept',
  'pipes',
  'pipes without spans',
  'full-width pipes',
  'drawn pipes',
  'Markdown'
] as const;
const ENCODINGS: readonly Encoding[] = ['utf-8', 'gb18030', 'utf-8-bom', 'utf-16le'];

/** Plain text; `variant` chooses the way its tables are written and the encoding. */
export function writeTxt(paper: Paper, variant = 0): Uint8Array {
  const way = TEXT_WAYS[variant % TEXT_WAYS.length] ?? 'pipes';
  const print = TEXT_LAYOUTS[way];
  if (!print) throw new Error(`no text layout ${way}`);
  const lines = paper.flatMap((block) => {
    if (typeof block === 'string') return [block];
    return print(
      block.map((row) =>
        // A line of text has no line break inside a cell.
        row.map((cell) => ({ ...cell, text: (cell.text + (cell.raised ?? '')).replaceAll('\n', ' ') }))
      )
    );
  });
  return encoded(lines.join('\n'), ENCODINGS[variant % ENCODINGS.length] ?? 'utf-8');
}
