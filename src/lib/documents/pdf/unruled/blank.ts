import type { Atom } from './atoms.ts';
import { isAligned } from './blocks.ts';
import { isNear, isSentence, type Row, type Segment } from './segments.ts';

/** Share by which the sizes of a head and the labels below it may differ. */
const SAME_SIZE = 0.12;

/**
 * Tables without any figure: a head of several words, and labels alone below its first. They are believed only in line
 * with labels of other tables of the page, as the parts of one table are.
 */
export function blankSegments(rows: readonly Row[], labels: readonly Atom[]): Segment[] {
  const segments: Segment[] = [];
  rows.forEach((head, index) => {
    const [first, ...columns] = head;
    if (!first || columns.length === 0 || head.some((atom) => atom.isFigure || isSentence(atom))) return;
    const tail: Row[] = [];
    for (const row of rows.slice(index + 1)) {
      const [label, ...more] = row;
      if (!label || more.length > 0 || !isLabelBelow(first, label, labels) || !isNear([tail.at(-1) ?? head, row]))
        break;
      tail.push(row);
    }
    if (tail.length > 0) segments.push({ head: [head], body: [], tail, atTop: false });
  });
  return segments;
}

function isLabelBelow(first: Atom, label: Atom, labels: readonly Atom[]): boolean {
  return (
    !label.isFigure &&
    !isSentence(label) &&
    Math.abs(label.size - first.size) < SAME_SIZE * first.size &&
    isAligned(first, label) &&
    labels.some((other) => isAligned(other, label))
  );
}
