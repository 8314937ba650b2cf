import type { XmlElement, XmlEvents } from '../xml.ts';

/** What a package keeps in parts of its own, or in the text what is read beside it: left out with all it holds. */
const OTHER_PARTS = new Set(
  'w:docPr w:docSuppData w:docOleData w:fonts w:lists w:styles w:hdr w:ftr w:footnote w:endnote w:binData'.split(' ')
);
const MAIN_PART = '/word/document.xml';
/** Written otherwise by Word 2003. */
const NAMES: Readonly<Record<string, string>> = { 'w:vmerge': 'w:vMerge', 'w:hmerge': 'w:hMerge' };

/**
 * Shows a Word document in a single XML file as the main part of a package: that of Word 2003, which many office
 * systems fill in as a template and name .doc, and the package of later versions written out (Flat OPC).
 */
export class SingleFile implements XmlEvents {
  constructor(private readonly body: Required<XmlEvents>) {}

  open(element: XmlElement): 'skip' | undefined {
    const { name } = element;
    if (OTHER_PARTS.has(name)) return 'skip';
    if (name === 'pkg:part' && element.attribute('pkg:name') !== MAIN_PART) return 'skip';
    const seen = name === 'aml:annotation' ? annotation(element) : (NAMES[name] ?? name);
    return seen === null ? 'skip' : this.body.open(seen === name && name !== 'w:t' ? element : shownAs(seen, element));
  }

  text(text: string): void {
    this.body.text(text);
  }

  close(name: string): void {
    this.body.close(NAMES[name] ?? name);
  }
}

/** Word 2003 wraps what was changed or commented on; null for comments and former formatting, no part of the text. */
function annotation(element: XmlElement): string | null {
  const type = element.attribute('w:type');
  if (type === 'Word.Insertion') return element.name;
  if (type !== 'Word.Deletion') return null;
  return element.parent === 'w:tcPr' ? 'w:cellDel' : 'w:del';
}

/** Blanks at the edges of text are kept: the file says so once, in its first element. */
function shownAs(name: string, element: XmlElement): XmlElement {
  const attribute = (wanted: string): string | undefined =>
    wanted === 'xml:space' ? 'preserve' : element.attribute(wanted);
  return { name, parent: element.parent, attribute, namespace: (prefix) => element.namespace(prefix) };
}
