import type { Layout } from '../form/form.ts';
import { cellText, type CellText } from './cell-text.ts';
import { matchTables, type CellPieces } from './match-tables.ts';
import type { Page } from './page.ts';
import { cut, type Picture } from './picture.ts';
import type { FoundCell, FoundTables, TableOutcome } from './tables-protocol.ts';

/** How much of a cell's surroundings a person sees, in pixels. */
const ROUND = 8;

/** The form's tables on the pages, with what stands in each of their cells. */
export function foundTables(pages: readonly Page[], layout: Layout): FoundTables {
  const matches = matchTables(
    pages.map(({ frames }) => frames),
    layout
  );
  const cells = [...matches.values()].flatMap((match) =>
    match.kind === 'found' ? [...match.cells].map(([cell, pieces]) => ({ cell, ...lookAt(pages, pieces) })) : []
  );
  const outcomes = [...matches].map(([table, match]): [typeof table, TableOutcome] => [
    table,
    match.kind === 'found' ? { kind: 'found' } : match
  ]);
  return { outcomes: new Map(outcomes), cells };
}

/** Of a row that a page's end cuts in two, one piece holds the figure. */
function lookAt(pages: readonly Page[], pieces: CellPieces): Omit<FoundCell, 'cell'> {
  const looks = pieces.flatMap(({ page, box }): { text: CellText; shown: Picture }[] => {
    const own = pages[page];
    if (!own) return [];
    const { left, top, right, bottom } = box;
    const around = { left: left - ROUND, top: top - ROUND, right: right + ROUND, bottom: bottom + ROUND };
    return [{ text: cellText(own, box), shown: cut(own.picture, around) }];
  });
  const written = looks.filter(({ text }) => text.kind !== 'blank');
  const [look = { text: { kind: 'unclear' }, shown: { width: 0, height: 0, pixels: new Uint8Array() } }] =
    written.length > 0 ? written : looks;
  return written.length > 1 ? { ...look, text: { kind: 'unclear' } } : look;
}
