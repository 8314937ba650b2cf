import { readXml } from '../xml.ts';
import { WORD_NAMESPACES } from './namespaces.ts';

/** What a paragraph or a style says of the list it belongs to. */
export interface ListPlace {
  /** `w:numId`; 0 is none. */
  list?: string | undefined;
  level?: string | undefined;
}

/** The lists of a document, as far as they show a number or a bullet. */
export class Numbering {
  /** For each abstract list, its levels that show nothing. */
  readonly #silent = new Map<string, Set<string>>();
  readonly #abstract = new Map<string, string>();

  /** Without a part no list shows anything. */
  constructor(part: Uint8Array | undefined) {
    if (!part) return;
    let list = '';
    let level = '';
    let silent = new Set<string>();
    let none = false;
    readXml(part, WORD_NAMESPACES, {
      open: (element) => {
        const { name, parent } = element;
        const value = element.attribute('w:val') ?? '';
        // Each stands beside its name in Word 2003.
        if (name === 'w:abstractNum' || name === 'w:listDef') {
          silent = new Set();
          this.#silent.set(element.attribute('w:abstractNumId') ?? element.attribute('w:listDefId') ?? '', silent);
        } else if (name === 'w:num' || name === 'w:list') {
          list = element.attribute('w:numId') ?? element.attribute('w:ilfo') ?? '';
        } else if (name === 'w:abstractNumId' || name === 'w:ilst') this.#abstract.set(list, value);
        else if (name === 'w:lvl') level = parent === 'w:lvlOverride' ? '' : (element.attribute('w:ilvl') ?? '');
        else if (name === 'w:numFmt') none = value === 'none';
        else if (name === 'w:nfc') none = value === '255';
        // The text of a level is shown with %1 and the like replaced by numbers, of which there may be none.
        else if (name === 'w:lvlText' && (none ? value.replace(/%\d/g, '') : value).trim() === '') silent.add(level);
        return undefined;
      },
      close(name) {
        if (name === 'w:lvl') none = false;
      }
    });
  }

  shows({ list, level = '0' }: ListPlace): boolean {
    const abstract = list === undefined ? undefined : this.#abstract.get(list);
    return abstract !== undefined && this.#silent.get(abstract)?.has(level) !== true;
  }
}
