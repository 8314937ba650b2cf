import { type Colour, hexColour } from '../colour.ts';
import { readXml, type XmlElement } from '../xml.ts';
import { OPEN_DOCUMENT_NAMESPACES } from './namespaces.ts';

/** What of a style decides whether and how text is read. Undefined: not stated. */
export interface TextFormat {
  hidden?: boolean;
  struck?: boolean;
  raised?: boolean;
  /** Of a point or less: dots. */
  tooSmall?: boolean;
  /** `auto`: whatever can be seen on its paper. */
  ink?: Colour;
  /** Behind the text, the paragraph or the cell. */
  paper?: Colour;
}

/** In points. */
const SMALLEST_SIZE = 1.5;
const HOLDS_FORMAT = new Set([
  'style:text-properties',
  'style:paragraph-properties',
  'style:table-properties',
  'style:table-row-properties',
  'style:table-cell-properties'
]);
type Family = 'paragraph' | 'text' | 'table' | 'table-row' | 'table-cell';

interface Style {
  readonly parent: string | undefined;
  readonly format: TextFormat;
}

/** The styles of a document, common and automatic: the only place where OpenDocument keeps formatting. */
export class TextStyles {
  readonly #styles = new Map<string, Style>();
  readonly #resolved = new Map<string, TextFormat>();

  /** Takes a part's styles. Throws `Refusal` when the part is no XML. */
  read(part: Uint8Array): void {
    let key: string | undefined;
    let parent: string | undefined;
    let format: TextFormat = {};
    readXml(part, OPEN_DOCUMENT_NAMESPACES, {
      open(element) {
        // The document's text follows its styles and holds none.
        if (element.name === 'office:body') return 'skip';
        if (element.name === 'style:style') {
          const family = element.attribute('style:family') ?? '';
          const above = element.attribute('style:parent-style-name');
          key = keyOf(family, element.attribute('style:name') ?? '');
          parent = above === undefined ? undefined : keyOf(family, above);
          format = {};
        } else if (element.name === 'style:default-style') {
          key = defaultOf(element.attribute('style:family') ?? '');
          parent = undefined;
          format = {};
        } else if (key !== undefined && HOLDS_FORMAT.has(element.name)) readProperties(element, format);
        return undefined;
      },
      close: (name) => {
        if ((name !== 'style:style' && name !== 'style:default-style') || key === undefined) return;
        this.#styles.set(key, { parent, format });
        key = undefined;
      }
    });
    this.#resolved.clear();
  }

  /** The format of a style with all it inherits, the family's default last. */
  format(family: Family, name: string | undefined): TextFormat {
    const key = name === undefined ? defaultOf(family) : keyOf(family, name);
    const known = this.#resolved.get(key);
    if (known) return known;
    let format: TextFormat = {};
    const seen = new Set<string>();
    for (let at: string | undefined = key; at !== undefined && !seen.has(at); at = this.#styles.get(at)?.parent) {
      seen.add(at);
      format = { ...this.#styles.get(at)?.format, ...format };
    }
    // A span without a word of its own looks as its paragraph does.
    if (family !== 'text') format = { ...this.#styles.get(defaultOf(family))?.format, ...format };
    this.#resolved.set(key, format);
    return format;
  }
}

function keyOf(family: string, name: string): string {
  return `${family} ${name}`;
}

/** No style's key: a name has a blank before it. */
function defaultOf(family: string): string {
  return family;
}

function readProperties(element: XmlElement, format: TextFormat): void {
  const display = element.attribute('text:display');
  if (display !== undefined) format.hidden = display === 'none';
  const line = element.attribute('style:text-line-through-type') ?? element.attribute('style:text-line-through-style');
  if (line !== undefined) format.struck = line !== 'none';
  // A position is "super", "sub" or a height in per cent, then a size.
  const position = element.attribute('style:text-position');
  if (position !== undefined) format.raised = !/^0(%|\s|$)/.test(position.trim());
  const size = element.attribute('fo:font-size');
  if (size !== undefined) format.tooSmall = size.endsWith('pt') && parseFloat(size) < SMALLEST_SIZE;
  const ink = element.attribute('fo:color');
  if (ink !== undefined) format.ink = hexColour(ink) ?? 'auto';
  if (element.attribute('style:use-window-font-color') === 'true') format.ink = 'auto';
  const ground = element.attribute('fo:background-color');
  const paper = hexColour(ground);
  // Text keeps its own paper over that of its paragraph.
  if (paper !== undefined && (element.name === 'style:text-properties' || format.paper === undefined)) {
    format.paper = paper;
  } else if (ground === 'transparent' && element.name !== 'style:text-properties') {
    // What is stated as none hides what the style inherits.
    format.paper ??= undefined;
  }
}
