import { defaultTreeAdapter, type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Block, DocumentContent } from './block.ts';
import { decodeText, undecodableIssues } from './decode-text.ts';
import { blocksOfFlow } from './flow.ts';
import { PICTURES } from './html/look.ts';
import { PageFlow } from './html/page-flow.ts';
import { PageStyles } from './html/page-styles.ts';
import { attribute } from './html/selectors.ts';
import { LIMITS, overLimit } from './limits.ts';

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

/** How far a page's own statement of its charset is looked for; the HTML specification asks for the first 1,024. */
const HEAD = 4_096;
const IMPORT = /@import\s+(?:url\(\s*)?["']?([^"')\s;]+)/gi;
/** Bytes as characters of which only the ASCII ones are looked at. */
const ascii = new TextDecoder('latin1');

/**
 * Reads a web page. `stated`: the charset a surrounding container gives, if any; the page's own statement counts
 * otherwise. Throws `Refusal`.
 */
export function readHtml(bytes: Uint8Array, stated?: string): DocumentContent {
  const decoded = decodeText(bytes, stated ?? statedCharset(bytes));
  return { format: 'html', blocks: htmlBlocks(decoded.text), issues: undecodableIssues(decoded) };
}

/**
 * The visible paragraphs and tables of a page, in reading order. `linked`: the style sheets that came with it, by the
 * addresses it calls them by. Throws `document.limit`.
 */
export function htmlBlocks(text: string, linked: ReadonlyMap<string, string> = new Map()): Block[] {
  let nodes = 0;
  let showsPictures = false;
  const sheets: Element[] = [];
  const count = (): void => {
    if (++nodes > LIMITS.htmlNodes) throw overLimit('htmlNodes');
  };
  const document = parse(text, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(tagName, ...more) {
        count();
        showsPictures ||= PICTURES.has(tagName);
        const element = defaultTreeAdapter.createElement(tagName, ...more);
        if (tagName === 'style' || tagName === 'link') sheets.push(element);
        return element;
      },
      createCommentNode(data) {
        count();
        return defaultTreeAdapter.createCommentNode(data);
      }
    }
  });
  const html = child(document, 'html');
  const body = html && child(html, 'body');
  if (!html || !body) return [];
  const { styles, lacksSheet } = styleSheets(sheets.filter(isInPage), linked);
  const flow = new PageFlow(new PageStyles(styles, lacksSheet), showsPictures);
  return blocksOfFlow(flow.read(body));
}

function child(parent: ParentNode, tagName: string): Element | undefined {
  return parent.childNodes.find((node): node is Element => 'tagName' in node && node.tagName === tagName);
}

/** Whether an element stands in the page itself and in no template. */
function isInPage(element: Element): boolean {
  let at = element.parentNode;
  while (at && 'parentNode' in at && at.parentNode) at = at.parentNode;
  return at?.nodeName === '#document';
}

/** The style sheets of a page in their order, and whether it calls for any that did not come with it. */
function styleSheets(
  elements: readonly Element[],
  linked: ReadonlyMap<string, string>
): { styles: string[]; lacksSheet: boolean } {
  const styles: string[] = [];
  let lacksSheet = false;
  const add = (address: string): void => {
    const style = linked.get(address);
    if (style === undefined) lacksSheet = true;
    else styles.push(style);
  };
  for (const element of elements) {
    if (element.tagName === 'link') {
      const address = styleSheetOf(element);
      if (address !== '') add(address);
      continue;
    }
    const style = element.childNodes.map((text) => ('value' in text ? text.value : '')).join('');
    for (const [, address = ''] of style.matchAll(IMPORT)) add(address);
    styles.push(style);
  }
  return { styles, lacksSheet };
}

/** The address of a linked style sheet that counts on the screen; '' for none. */
function styleSheetOf(link: Element): string {
  const [kind, media = ''] = [attribute(link, 'rel') ?? '', attribute(link, 'media')];
  const counts = /(?:^|\s)stylesheet(?:\s|$)/i.test(kind) && /^\s*(?:$|(?:only\s+)?(?:all|screen)\b)/i.test(media);
  return counts && !/(?:^|\s)alternate(?:\s|$)/i.test(kind) ? (attribute(link, 'href') ?? '') : '';
}

function statedCharset(bytes: Uint8Array): string | undefined {
  const head = ascii.decode(bytes.subarray(0, HEAD));
  return /charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
}
