/** Proposes figures for a form's cells from the pictures of its pages. A person confirms each; none is taken as it is. */
import { isCellId, type CellId, type Layout, type TableNumber } from '../form/form.ts';
import { findTables, type PageData } from '../ocr/find-tables.ts';
import { LONGER_SIDE } from '../ocr/page.ts';
import { readLine, type Recogniser } from '../ocr/read-line.ts';
import { openRecogniser } from '../ocr/recogniser.ts';
import type { FoundCell, TableOutcome } from '../ocr/tables-protocol.ts';
import type { PagePictures } from './page-pictures.ts';
import { parseEntry } from './parse-entry.ts';
import type { Proposal } from './proposal.ts';

export interface Proposed {
  readonly tables: ReadonlyMap<TableNumber, TableOutcome>;
  readonly proposals: ReadonlyMap<CellId, Proposal>;
  /** Cells that were found but could not be told: for a person alone. */
  readonly untold: number;
}

export type ProposeStage =
  | { readonly kind: 'pages'; readonly done: number; readonly all: number }
  /** The recogniser is coming: `part` of it, 0 to 1. */
  | { readonly kind: 'loading'; readonly part: number }
  | { readonly kind: 'cells'; readonly done: number; readonly all: number };

export interface ProposeOptions {
  readonly layout: Layout;
  /** Cells that a person has filled in already are left alone. */
  readonly wanted: (cell: CellId) => boolean;
  /** Absolute address of the recogniser's folder, with a slash at the end. */
  readonly folder: string;
  readonly onstage: (stage: ProposeStage) => void;
  readonly signal: AbortSignal;
}

/** Rejects when a page or the recogniser cannot be had; `signal` stops it. */
export async function proposeFigures(pages: PagePictures, options: ProposeOptions): Promise<Proposed> {
  const { layout, wanted, folder, onstage, signal } = options;
  const found = await findTables(counted(pages, onstage, signal), layout, signal);
  const cells = found.cells.filter(({ cell }) => wanted(cell));
  const proposals = new Map<CellId, Proposal>();
  for (const { cell, text, shown } of cells) {
    if (text.kind === 'blank') proposals.set(cell, { value: null, sure: true, picture: shown });
  }
  const written = cells.filter(({ text }) => text.kind === 'line');
  if (written.length > 0) {
    onstage({ kind: 'loading', part: 0 });
    const recogniser = await openRecogniser({
      folder,
      signal,
      onprogress: (part) => onstage({ kind: 'loading', part })
    });
    try {
      for (const [done, each] of written.entries()) {
        onstage({ kind: 'cells', done, all: written.length });
        const proposal = await proposalFor(each, recogniser);
        if (proposal) proposals.set(each.cell, proposal);
      }
    } finally {
      await recogniser.close();
    }
  }
  return { tables: found.outcomes, proposals, untold: cells.length - proposals.size };
}

async function* counted(
  pages: PagePictures,
  onstage: ProposeOptions['onstage'],
  signal: AbortSignal
): AsyncGenerator<PageData> {
  let done = 0;
  onstage({ kind: 'pages', done, all: pages.count });
  for await (const page of pages.all(LONGER_SIDE, signal)) {
    yield page;
    onstage({ kind: 'pages', done: (done += 1), all: pages.count });
  }
}

/** Figures of two or more digits that begin with a zero: often a zero read twice, or several typed into one cell. */
const ODD = /^-?0\d/;

/** null when the text is no number as the form has them. */
export async function proposalFor({ cell, text, shown }: FoundCell, recogniser: Recogniser): Promise<Proposal | null> {
  if (text.kind !== 'line' || !isCellId(cell)) return null;
  const read = await readLine(recogniser, text.picture, text.parts);
  if (!read) return null;
  const value = parseEntry(read.text, cell);
  if (typeof value !== 'number') return null;
  return { value, sure: read.sure && !ODD.test(read.text), picture: shown };
}
