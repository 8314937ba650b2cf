import { four, pair, rowOf } from '../../unit/documents/build-doc.ts';
import { oleOf } from '../../unit/documents/build-ole.ts';
import { edgesOf, placed, type Paper, type PaperCell, type PaperTable } from '../paper.ts';

/** A stretch of text with its own modifiers ([MS-DOC]), for its characters and its paragraph. */
interface Stretch {
  readonly text: string;
  readonly character: readonly number[];
  readonly paragraph: readonly number[];
}

const WIDTH = 9600;
const TEXT = 0x600;
const PAGE = 512;
/** Runs on one page: their groups are short, as rows' definitions lie in the data stream. */
const RUNS_ON_A_PAGE = 12;
const RAISED = [0x48, 0x2a, 1];
const IN_TABLE = [0x16, 0x24, 1];
const DEEPER = [...IN_TABLE, 0x49, 0x66, ...four(2)];
const FIRST_OF_MERGED = 0x60;
const CONTINUED = 0x20;

class DocText {
  readonly stretches: Stretch[] = [];
  readonly data: number[] = [];

  add(text: string, paragraph: readonly number[] = [], character: readonly number[] = []): void {
    if (text !== '') this.stretches.push({ text, character, paragraph });
  }

  cell(cell: PaperCell, paragraph: readonly number[]): void {
    this.add(cell.text.replaceAll('\n', '\r'), paragraph);
    if (cell.raised !== undefined) this.add(cell.raised, paragraph, RAISED);
  }

  /** The modifiers of a row's end, which point to its definition. */
  rowEnd(edges: readonly number[], flags: readonly number[], end: readonly number[]): number[] {
    const definition = rowOf(edges, flags);
    const offset = this.data.length;
    this.data.push(...pair(definition.length), ...definition);
    return [...end, 0x46, 0x66, ...four(offset)];
  }

  table(table: PaperTable, width = WIDTH, deep = false): void {
    const { columns, rows } = placed(table);
    const edges = edgesOf(columns, width).map(Math.round);
    const inside = deep ? DEEPER : IN_TABLE;
    for (const row of rows) {
      for (const { cell, continued } of row) {
        if (!continued) this.cell(cell, inside);
        if (cell.table && !continued) {
          this.add('\r', inside);
          this.table(cell.table, WIDTH / 4, true);
        }
        if (deep) this.add('\r', [...DEEPER, 0x4b, 0x24, 1]);
        else this.add('\x07', IN_TABLE);
      }
      const own = [edges[0] ?? 0, ...row.map(({ column, columnSpan }) => edges[column + columnSpan] ?? width)];
      const flags = row.map(({ continued, rowsLeft }) => (continued ? CONTINUED : rowsLeft > 1 ? FIRST_OF_MERGED : 0));
      const end = deep ? [...DEEPER, 0x4b, 0x24, 1, 0x4c, 0x24, 1] : [...IN_TABLE, 0x17, 0x24, 1];
      this.add(deep ? '\r' : '\x07', this.rowEnd(own, flags, end));
    }
  }
}

/** Pages of runs: their edges, where each one's group is, the groups from the end backwards, the count. */
function pages(offsets: readonly number[], groups: readonly (readonly number[])[], entrySize: number): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let from = 0; from < groups.length; from += RUNS_ON_A_PAGE) {
    const own = groups.slice(from, from + RUNS_ON_A_PAGE);
    const bytes = new Uint8Array(PAGE);
    bytes.set(offsets.slice(from, from + own.length + 1).flatMap(four));
    let end = PAGE - 1;
    own.forEach((group, index) => {
      end = (end - group.length) & ~1;
      bytes.set(group, end);
      bytes[4 * (own.length + 1) + index * entrySize] = end / 2;
    });
    bytes[PAGE - 1] = own.length;
    found.push(bytes);
  }
  return found;
}

/** A Word 97 document. */
export function writeDoc(paper: Paper): Uint8Array {
  const text = new DocText();
  for (const block of paper) {
    if (typeof block === 'string') text.add(`${block}\r`);
    else text.table(block);
  }
  const { stretches } = text;
  const offsets = stretches.reduce<number[]>(
    (list, each) => [...list, (list.at(-1) ?? TEXT) + 2 * each.text.length],
    [TEXT]
  );
  const end = offsets.at(-1) ?? TEXT;
  const characterPages = pages(
    offsets,
    stretches.map(({ character }) => [character.length, ...character]),
    1
  );
  const paragraphPages = pages(
    offsets,
    stretches.map(({ paragraph }) => sized([0, 0, ...paragraph])),
    13
  );
  const firstPage = Math.ceil(end / PAGE);
  const stream = new Uint8Array((firstPage + characterPages.length + paragraphPages.length) * PAGE);
  const view = new DataView(stream.buffer);
  stretches.forEach((each, index) => {
    const at = offsets[index] ?? TEXT;
    for (let sign = 0; sign < each.text.length; sign += 1)
      view.setUint16(at + 2 * sign, each.text.charCodeAt(sign), true);
  });
  [...characterPages, ...paragraphPages].forEach((page, index) => stream.set(page, (firstPage + index) * PAGE));

  const table: number[] = [];
  const keep = (at: number, bytes: readonly number[]): void => {
    view.setUint32(at, table.length, true);
    view.setUint32(at + 4, bytes.length, true);
    table.push(...bytes);
  };
  const starts = (from: number, count: number): number[] => [
    ...Array.from({ length: count }, (_, index) => four(offsets[index * RUNS_ON_A_PAGE] ?? TEXT)).flat(),
    ...four(end),
    ...Array.from({ length: count }, (_, index) => four(from + index)).flat()
  ];
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(2, 0xc1, true);
  view.setUint16(0x0a, 0x0200, true);
  const length = (end - TEXT) / 2;
  view.setUint32(0x4c, length, true);
  keep(0xa2, [...pair(18), ...pair(0), ...pair(10), ...new Array<number>(14).fill(0)]);
  keep(0xfa, starts(firstPage, characterPages.length));
  keep(0x102, starts(firstPage + characterPages.length, paragraphPages.length));
  keep(0x1a2, [2, ...four(16), ...four(0), ...four(length), 0, 0, ...four(TEXT), 0, 0]);
  return oleOf([
    { name: 'WordDocument', content: stream },
    { name: '1Table', content: Uint8Array.from(table) },
    { name: 'Data', content: Uint8Array.from(text.data) }
  ]);
}

/** A paragraph's group behind its size, which is stated in halves. */
function sized(group: readonly number[]): number[] {
  return group.length % 2 === 1 ? [(group.length + 1) / 2, ...group] : [0, group.length / 2, ...group];
}
