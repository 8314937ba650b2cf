/** Looks for ruled tables beside the page: millions of pixels a page. */
import { foundTables } from './found-tables.ts';
import { readPage, type Page } from './page.ts';
import { greyPicture } from './picture.ts';
import type { TablesReply, TablesRequest } from './tables-protocol.ts';

const pages: Page[] = [];

addEventListener('message', ({ data }: MessageEvent<TablesRequest>) => {
  postMessage(answer(data));
});

function answer(request: TablesRequest): TablesReply {
  if (request.kind === 'match') return { kind: 'match', found: foundTables(pages, request.layout) };
  pages.push(readPage(greyPicture(request.rgba, request.width, request.height)));
  return { kind: 'page' };
}
