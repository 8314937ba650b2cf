/** How much is drawn on a canvas: an empty page has no dark pixel. Runs in the page. */
export function darkPixels(canvas: HTMLElement | SVGElement): number {
  if (!(canvas instanceof HTMLCanvasElement)) return 0;
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const pen = copy.getContext('2d', { willReadFrequently: true });
  pen?.drawImage(canvas, 0, 0);
  const data = copy.width > 0 ? (pen?.getImageData(0, 0, copy.width, copy.height).data ?? []) : [];
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if ((data[at + 3] ?? 0) > 0 && (data[at] ?? 255) < 100) dark += 1;
  return dark;
}
