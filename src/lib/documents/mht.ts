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
  const leaves = leavesOf(archive);
  const pages = leaves.filter((part) => part.type === 'text/html' || part.type === 'application/xhtml+xml');
  const start = archive.parameters.get('start');
  const main = pages.find((part) => start !== undefined && part.headers.get('content-id') === start) ?? pages[0];
  if (!main) throw damaged('mht-no-page');
  const first = textOf(main);
  const texts = FRAMES.test(first.text) ? [first, ...pages.filter((part) => part !== main).map(textOf)] : [first];
  const html = texts.map(({ text }) => text).join('\n');
  return {
    format: 'mht',
    blocks: htmlBlocks(html, styleSheetsIn(leaves)),
    issues: texts.flatMap((text) => undecodableIssues(text))
  };
}

/** Style sheets by the addresses a page may call them by: the one they came from, or `cid:` and their name. */
function styleSheetsIn(leaves: readonly MimePart[]): Map<string, string> {
  const sheets = new Map<string, string>();
  for (const part of leaves.filter(({ type }) => type === 'text/css')) {
    // What it says is said in ASCII.
    const text = new TextDecoder().decode(contentOf(part));
    const id = /^<(.*)>$/.exec(part.headers.get('content-id') ?? '')?.[1];
    for (const name of [part.headers.get('content-location'), id && `cid:${id}`]) if (name) sheets.set(name, text);
  }
  return sheets;
}

function textOf(part: MimePart): DecodedText {
  return decodeText(contentOf(part), part.parameters.get('charset'));
}
