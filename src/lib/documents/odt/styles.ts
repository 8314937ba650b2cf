import { readXml, type XmlElement } from '../xml.ts';
import { OPEN_DOCUMENT_NAMESPACES } from './namespaces.ts';

/** What of a style decides whether and how text is read. Undefined: not stated. */
export interface TextFormat {
  hidden?: boolean;
  struck?: boolean;
  raised?: boolean;
}

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
        } else if (element.name === 'style:text-properties') readProperties(element, format);
        return undefined;
      },
      close: (name) => {
        if (name !== 'style:style' || key === undefined) return;
        this.#styles.set(key, { parent, format });
        key = undefined;
      }
    });
    this.#resolved.clear();
  }

  /** The format of a style with all it inherits. `family`: `paragraph` or `text`. */
  format(family: 'paragraph' | 'text', name: string | undefined): TextFormat {
    if (name === undefined) return {};
    const key = keyOf(family, name);
    const known = this.#resolved.get(key);
    if (known) return known;
    const format: TextFormat = {};
    const seen = new Set<string>();
    for (let at: string | undefined = key; at !== undefined && !seen.has(at); at = this.#styles.get(at)?.parent) {
      seen.add(at);
      const own = this.#styles.get(at)?.format;
      format.hidden ??= own?.hidden;
      format.struck ??= own?.struck;
      format.raised ??= own?.raised;
    }
    this.#resolved.set(key, format);
    return format;
  }
}

function keyOf(family: string, name: string): string {
  return `${family} ${name}`;
}

function readProperties(element: XmlElement, format: TextFormat): void {
  const display = element.attribute('text:display');
  if (display !== undefined) format.hidden = display === 'none';
  const line = element.attribute('style:text-line-through-type') ?? element.attribute('style:text-line-through-style');
  if (line !== undefined) format.struck = line !== 'none';
  // A position is "super", "sub" or a height in per cent, then a size.
  const position = element.attribute('style:text-position');
  if (position !== undefined) format.raised = !/^0(%|\s|$)/.test(position.trim());
}
