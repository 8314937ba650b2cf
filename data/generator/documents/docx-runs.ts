/** Text runs as a word processor leaves them: split where the cursor stood, with marks between. */
import type { Random } from '../random.ts';

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function run(text: string, properties: string): string {
  const space = /^\s|\s$/.test(text) ? ' xml:space="preserve"' : '';
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t${space}>${escapeXml(text)}</w:t></w:r>`;
}

/** Cuts anywhere, so also inside a word or a number. */
function pieces(text: string, cuts: number, random: Random): string[] {
  const places = Array.from({ length: cuts }, () => random.integer(1, Math.max(1, text.length - 1)));
  const sorted = [...new Set([0, ...places, text.length])].sort((a, b) => a - b);
  return sorted.slice(1).map((end, index) => text.slice(sorted[index], end));
}

const MARKS = ['<w:proofErr w:type="spellStart"/>', '<w:proofErr w:type="gramEnd"/>'] as const;

export function runs(text: string, random: Random): string {
  if (text === '') return '';
  const split = text.length > 1 && random.chance(text.length > 30 ? 0.7 : 0.2);
  const parts = split ? pieces(text, random.integer(1, text.length > 30 ? 4 : 2), random) : [text];
  return parts
    .map((part, index) => {
      // Word marks the font of digits by a hint, and so gives them runs of their own.
      const properties = /^\d/.test(part)
        ? '<w:rFonts w:hint="eastAsia"/>'
        : random.chance(0.2)
          ? '<w:color w:val="000000"/>'
          : '';
      const mark = index > 0 && random.chance(0.3) ? random.pick(MARKS) : '';
      return mark + run(part, properties);
    })
    .join('');
}

const BY = 'w:author="复核" w:date="2020-01-08T09:30:00Z"';

/** A figure corrected with changes tracked: the old one is still in the file, struck out. */
export function trackedChange(text: string, random: Random): string {
  const old = String(Number(text) + random.integer(1, 9));
  const id = random.integer(100, 9999);
  return `<w:del w:id="${id}" ${BY}><w:r><w:delText>${old}</w:delText></w:r></w:del><w:ins w:id="${id + 1}" ${BY}>${run(text, '')}</w:ins>`;
}

/** A note that its writer hid instead of deleting it. */
export function hiddenNote(random: Random): string {
  return run(random.pick(['待核', '见底稿6', '已与上年核对3次']), '<w:vanish/>');
}
