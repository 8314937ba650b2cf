import { expect, test } from 'vitest';
import { APPLICANT_COLUMNS, cellsOfLayout, LAYOUTS, type Layout } from '../../../src/lib/form/form.ts';
import { foundTables } from '../../../src/lib/ocr/found-tables.ts';
import { matchTables } from '../../../src/lib/ocr/match-tables.ts';
import { readPage } from '../../../src/lib/ocr/page.ts';
import type { Picture } from '../../../src/lib/ocr/picture.ts';
import { blankPage, drawPage, fill, scanned, type DrawnTable } from './draw-page.ts';

/** Table 2 and 4 on one page, table 3 on another. */
const whole = (layout: Layout): DrawnTable[][] => [
  [
    { layout, table: 2, top: 150 },
    { layout, table: 4, top: 1400 }
  ],
  [{ layout, table: 3, top: 200 }]
];

const outcomes = (pictures: readonly Picture[], layout: Layout): Record<string, string> => {
  const pages = pictures.map((each) => readPage(each));
  const matches = matchTables(
    pages.map(({ frames }) => frames),
    layout
  );
  return Object.fromEntries([...matches].map(([table, { kind }]) => [table, kind]));
};

const ALL = { 2: 'found', 3: 'found', 4: 'found' };
const NONE = { 2: 'not-found', 3: 'not-found', 4: 'not-found' };

test.each(LAYOUTS)('every cell of layout %s is found where it was drawn', (layout) => {
  const drawings = whole(layout).map((tables) => drawPage(tables));
  const pages = drawings.map(({ picture }) => readPage(picture));
  const matches = matchTables(
    pages.map(({ frames }) => frames),
    layout
  );
  const found = new Map([...matches.values()].flatMap((match) => (match.kind === 'found' ? [...match.cells] : [])));
  expect([...found.keys()].sort()).toEqual(
    cellsOfLayout(layout)
      .map(({ id }) => id)
      .sort()
  );
  for (const [id, pieces] of found) {
    const [piece] = pieces;
    const drawn = drawings[piece?.page ?? -1]?.cells.get(id);
    if (!piece || !drawn) throw new Error(`${id} was not drawn there`);
    expect(Math.abs(piece.box.left - drawn.left)).toBeLessThan(8);
    expect(Math.abs(piece.box.right - drawn.right)).toBeLessThan(8);
    expect(Math.abs(piece.box.top - drawn.top)).toBeLessThan(8);
    expect(Math.abs(piece.box.bottom - drawn.bottom)).toBeLessThan(8);
  }
});

test.each([
  [0.4, 0],
  [-1.1, 25],
  [1.9, 40]
])('a scan askew by %f degrees with noise of %i shades', (degrees, noise) => {
  const pictures = whole('2021').map((tables) => scanned(drawPage(tables).picture, degrees, noise));
  expect(outcomes(pictures, '2021')).toEqual(ALL);
});

test('a page with no table, or with other tables, matches nothing', () => {
  const page = blankPage();
  for (let line = 0; line < 30; line += 1) {
    for (let letter = 0; letter < 40; letter += 1) {
      const [left, top] = [150 + letter * 32, 200 + line * 60];
      fill(page, { left, top, right: left + 20, bottom: top + 4 });
      fill(page, { left: left + 8, top, right: left + 12, bottom: top + 24 });
    }
  }
  expect(outcomes([page], '2021')).toEqual(NONE);
  expect(outcomes([blankPage()], '2021')).toEqual(NONE);
});

test('half a table matches nothing; the other half on the next page completes it', () => {
  const half = drawPage([{ layout: '2021', table: 3, top: 200, rows: [0, 15] }]).picture;
  const rest = drawPage([{ layout: '2021', table: 3, top: 150, rows: [15, 28] }]).picture;
  expect(outcomes([half], '2021')[3]).toBe('not-found');
  expect(outcomes([rest], '2021')[3]).toBe('not-found');
  expect(outcomes([half, rest], '2021')[3]).toBe('found');
  expect(outcomes([rest, half], '2021')[3]).toBe('not-found');
});

test('a row too few or a row that stands twice is no match', () => {
  const rows = (from: number, to: number, top: number): DrawnTable => ({
    layout: '2021',
    table: 3,
    top,
    rows: [from, to]
  });
  const first = drawPage([rows(0, 15, 200)]).picture;
  expect(outcomes([first, drawPage([rows(16, 28, 150)]).picture], '2021')[3]).toBe('not-found');
  // Row 14 ends the first page and stands on the second again, with figures in both: which one counts?
  const again = drawPage([rows(14, 28, 150)]).picture;
  const pages = [first, again].map((each) => readPage(each));
  const found = foundTables(pages, '2021');
  expect(found.outcomes.get(3)).toEqual({ kind: 'found' });
  const twice = found.cells.filter(({ text }) => text.kind === 'unclear').map(({ cell }) => cell);
  expect(twice).toEqual(APPLICANT_COLUMNS.map((column) => `t3.denied-inquiry.${column}`));
});

test('the same table twice is ambiguous; one of another form says whose it is', () => {
  const page = drawPage([{ layout: '2021', table: 3, top: 200 }]).picture;
  expect(outcomes([page, page], '2021')[3]).toBe('ambiguous');
  const matches = matchTables([readPage(page).frames], '2019');
  expect(matches.get(3)).toEqual({ kind: 'other-layout', other: '2021' });
});

test('what stands in the cells: nothing, one line with its signs counted, or something unclear', () => {
  const counts: Readonly<Record<string, number>> = { 't3.new.person': 0, 't3.new.company': 3, 't3.new.total': 2 };
  const { picture, cells } = drawPage([{ layout: '2021', table: 3, top: 200 }], (cell) => counts[cell] ?? 1);
  const legal = cells.get('t3.new.legal');
  if (!legal) throw new Error('not drawn');
  // A second line of text in the cell.
  fill(picture, { left: legal.left + 30, top: legal.top + 5, right: legal.left + 80, bottom: legal.top + 7 });
  const page = readPage(scanned(picture, 0.6, 20));
  const texts = new Map(foundTables([page], '2021').cells.map(({ cell, text }) => [cell, text]));
  expect(texts.get('t3.new.person')).toEqual({ kind: 'blank' });
  expect(texts.get('t3.new.company')).toMatchObject({ kind: 'line', parts: 3 });
  expect(texts.get('t3.new.total')).toMatchObject({ kind: 'line', parts: 2 });
  expect(texts.get('t3.carried-out.total')).toMatchObject({ kind: 'line', parts: 1 });
});
