import type { Section } from '../report/report.ts';
import type { Item, TextLine } from './stream.ts';

/** The report's sections in order, told by their titles; what stands before the first title is in none. */
export function sectionsOf(items: readonly Item[]): Section[] {
  const sections: { title: TextLine; paragraphs: string[] }[] = [];
  for (const item of items) {
    if (item.kind === 'row') continue;
    if (item.section !== null) sections.push({ title: item, paragraphs: [] });
    else if (item.text.trim() !== '') sections.at(-1)?.paragraphs.push(item.text.trim());
  }
  return sections.map(({ title, paragraphs }) => ({
    key: title.section ?? 'other',
    title: title.text.trim(),
    text: paragraphs.join('\n'),
    place: title.place
  }));
}
