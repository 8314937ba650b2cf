/**
 * Moves label centres apart so that none overlaps, as little as needed and in the same order.
 * @param wanted centres in px, in any order
 * @param gap least distance between two centres, px
 * @param top least centre, px
 * @param bottom greatest centre, px; exceeded only when the labels do not fit at all
 * @returns centres in the order given
 */
export function spreadLabels(wanted: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed = wanted.map((centre) => Math.min(Math.max(centre, top), bottom));
  let floor = top;
  for (const index of order) {
    placed[index] = Math.max(placed[index] ?? top, floor);
    floor = (placed[index] ?? top) + gap;
  }
  // Pushed past the bottom: move back up from the last one.
  let ceiling = Math.max(bottom, top + gap * (wanted.length - 1));
  for (const index of [...order].reverse()) {
    placed[index] = Math.min(placed[index] ?? bottom, ceiling);
    ceiling = (placed[index] ?? bottom) - gap;
  }
  return placed;
}
