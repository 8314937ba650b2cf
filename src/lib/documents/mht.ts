import type { DocumentContent } from './block.ts';
import { type DecodedText, decodeText, undecodableIssues } from './decode-text.ts';
import { htmlBlocks } from './html.ts';
import { damaged } from './limits.ts';
import { contentOf, leavesOf, type MimePart, parsePart } from './mht/mime.ts';

const FRAMES = /<i?frame[\s>]/i;

/**
 * Reads a web archive: a page and what belongs to it in one file (RFC 2557). The page is the part that the archive
 * names as its start, else the first web page in it; pages shown inside it as frames are read after it.
 * Throws `Refusal`.
 */
export function readMht(bytes: Uint8Array): DocumentContent {
  const archive = parsePart(bytes);
  const pages = leavesOf(archive).filter((part) => part.type === 'text/html' || part.type === 'application/xhtml+xml');
  const start = archive.parameters.get('start');
  const main = pages.find((part) => start !== undefined && part.headers.get('content-id') === start) ?? pages[0];
  if (!main) throw damaged('mht-no-page');
  const first = textOf(main);
  const texts = FRAMES.test(first.text) ? [first, ...pages.filter((part) => part !== main).map(textOf)] : [first];
  const html = texts.map(({ text }) => text).join('\n');
  return { format: 'mht', blocks: htmlBlocks(html), issues: texts.flatMap((text) => undecodableIssues(text)) };
}

function textOf(part: MimePart): DecodedText {
  return decodeText(contentOf(part), part.parameters.get('charset'));
}
