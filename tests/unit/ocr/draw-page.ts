/** Pages drawn for tests: the official tables as rules on paper, with marks for their labels and figures. */
import type { CellId, Layout, TableNumber } from '../../../src/lib/form/form.ts';
import { printTable } from '../../../src/lib/form/printed-form.ts';
import type { Box, Picture } from '../../../src/lib/ocr/picture.ts';

const INK = 30;
const PAPER = 245;

export interface DrawnTable {
  readonly layout: Layout;
  readonly table: TableNumber;
  readonly top: number;
  /** Which rows, headings among them; all when left out. */
  readonly rows?: readonly [number, number];
}

export interface Drawing {
  readonly picture: Picture;
  /** Where the value cells were drawn. */
  readonly cells: ReadonlyMap<CellId, Box>;
}

export function blankPage(width = 1654, height = 2339): Picture {
  return { width, height, pixels: new Uint8Array(width * height).fill(PAPER) };
}

export function fill({ width, height, pixels }: Picture, { left, top, right, bottom }: Box, shade = INK): void {
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1) {
    pixels.fill(shade, y * width + Math.max(0, left), y * width + Math.min(width, right));
  }
}

const LEFT = 150;
const COLUMN = 84;
const ROW = 44;
const RULE = 3;

/** Draws tables one by one; a figure is `digits` bars, so that nothing has to be read. */
export function drawPage(tables: readonly DrawnTable[], digits: (cell: CellId) => number = () => 1): Drawing {
  const picture = blankPage();
  const cells = new Map<CellId, Box>();
  for (const { layout, table, top, rows: wanted } of tables) {
    const { header, rows } = printTable(layout, table);
    const all = [
      ...header.map((labels) => ({ labels, values: [] })),
      ...rows.map(({ labels, values }) => ({ labels, values }))
    ];
    const [first, end] = wanted ?? [0, all.length];
    const scale = (table === 3 ? 10 : table === 2 ? 4 : 15) / 15;
    const column = Math.floor(COLUMN / scale);
    let going: { left: number; right: number; end: number }[] = [];
    const place = (row: number): number => top + (Math.min(Math.max(row, first), end) - first) * ROW;
    all.forEach(({ labels, values }, row) => {
      going = going.filter((each) => each.end > row);
      const taken = [...going];
      let at = 0;
      const draw = (rowSpan: number, columnSpan: number, cell: CellId | null): void => {
        for (let over = hit(taken, at); over; over = hit(taken, at)) at = over.right;
        const box = {
          left: LEFT + at * column,
          top: place(row),
          right: LEFT + (at + columnSpan) * column + RULE,
          bottom: place(row + rowSpan) + RULE
        };
        if (row < end && row + rowSpan > first) {
          frame(picture, box);
          if (cell !== null) cells.set(cell, box);
          bars(picture, box, cell === null ? 4 : digits(cell));
        }
        going.push({ left: at, right: at + columnSpan, end: row + rowSpan });
        at += columnSpan;
      };
      for (const { rowSpan, columnSpan } of labels) draw(rowSpan, columnSpan, null);
      for (const { cell, columnSpan } of values) draw(1, columnSpan, cell);
    });
  }
  return { picture, cells };
}

function hit(cells: readonly { left: number; right: number }[], at: number) {
  return cells.find(({ left, right }) => at >= left && at < right);
}

function frame(picture: Picture, { left, top, right, bottom }: Box): void {
  fill(picture, { left, top, right, bottom: top + RULE });
  fill(picture, { left, top: bottom - RULE, right, bottom });
  fill(picture, { left, top, right: left + RULE, bottom });
  fill(picture, { left: right - RULE, top, right, bottom });
}

function bars(picture: Picture, { left, top, right, bottom }: Box, count: number): void {
  const middle = Math.floor((left + right) / 2);
  const level = Math.floor((top + bottom) / 2);
  for (let number = 0; number < count; number += 1) {
    const start = middle + (number - count / 2) * 14;
    fill(picture, { left: Math.round(start), top: level - 10, right: Math.round(start) + 6, bottom: level + 10 });
  }
}

/** As a scanner takes it in: turned by `degrees`, every pixel off by up to `noise` shades, dirt here and there. */
export function scanned({ width, height, pixels }: Picture, degrees: number, noise: number): Picture {
  const random = randomNumbers(7);
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const fromX = Math.round(width / 2 + dx * cos + dy * sin);
      const fromY = Math.round(height / 2 - dx * sin + dy * cos);
      const inside = fromX >= 0 && fromY >= 0 && fromX < width && fromY < height;
      const shade = inside ? (pixels[fromY * width + fromX] ?? PAPER) : PAPER;
      const dirt = noise > 0 && random() < 0.0002 ? -150 : 0;
      turned[y * width + x] = Math.min(255, Math.max(0, shade + dirt + (random() - 0.5) * 2 * noise));
    }
  }
  return { width, height, pixels: turned };
}

/** The same numbers each time (a linear congruence, as in Numerical Recipes). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
