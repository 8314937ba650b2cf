import { readXml, type XmlElement } from '../xml.ts';
import { WORD_NAMESPACES } from './package.ts';

/** What of a run's formatting decides whether and how its text is read. Undefined: not stated here. */
export interface TextFormat {
  hidden?: boolean;
  struck?: boolean;
  raised?: boolean;
}

interface Style {
  readonly basedOn: string | undefined;
  readonly format: TextFormat;
}

/** Reads one property of a run (`w:rPr`) into `format`; any other element leaves it as it is. */
export function readTextProperty(element: XmlElement, format: TextFormat): void {
  switch (element.name) {
    case 'w:vanish':
    case 'w:specVanish':
      format.hidden = isOn(element);
      break;
    case 'w:strike':
    case 'w:dstrike':
      format.struck = isOn(element);
      break;
    case 'w:vertAlign':
      format.raised = ['superscript', 'subscript'].includes(element.attribute('w:val') ?? '');
  }
}

/** An on/off property is on unless it says otherwise (ECMA-376 17.17.4). */
export function isOn(element: XmlElement): boolean {
  return !['0', 'false', 'off'].includes(element.attribute('w:val') ?? '');
}

/** The styles of a document, by which text may be hidden without a word in the text itself. */
export class TextStyles {
  readonly #resolved = new Map<string | undefined, Required<TextFormat>>();

  constructor(
    private readonly styles: ReadonlyMap<string, Style>,
    private readonly defaultParagraph: string | undefined
  ) {}

  /** The format in force for a run with `direct` formatting. */
  format(paragraphStyle: string | undefined, characterStyle: string | undefined, direct: TextFormat): TextFormat {
    const paragraph = this.#styleFormat(paragraphStyle ?? this.defaultParagraph);
    const character = this.#styleFormat(characterStyle);
    return {
      // On in both styles is off again: these are toggle properties (ECMA-376 17.7.3).
      hidden: direct.hidden ?? paragraph.hidden !== character.hidden,
      struck: direct.struck ?? paragraph.struck !== character.struck,
      raised: direct.raised ?? (character.raised || paragraph.raised)
    };
  }

  #styleFormat(id: string | undefined): Required<TextFormat> {
    const known = this.#resolved.get(id);
    if (known) return known;
    const format: TextFormat = {};
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at); at = this.styles.get(at)?.basedOn) {
      seen.add(at);
      const own = this.styles.get(at)?.format;
      format.hidden ??= own?.hidden;
      format.struck ??= own?.struck;
      format.raised ??= own?.raised;
    }
    const { hidden = false, struck = false, raised = false } = format;
    const resolved = { hidden, struck, raised };
    this.#resolved.set(id, resolved);
    return resolved;
  }
}

/** Reads the styles part; without one no style hides anything. */
export function readStyles(part: Uint8Array | undefined): TextStyles {
  const styles = new Map<string, Style>();
  let defaultParagraph: string | undefined;
  if (part) {
    let format: TextFormat = {};
    let id = '';
    let basedOn: string | undefined;
    readXml(part, WORD_NAMESPACES, {
      open(element) {
        if (element.name === 'w:style') {
          id = element.attribute('w:styleId') ?? '';
          format = {};
          basedOn = undefined;
          const isDefault = ['1', 'true', 'on'].includes(element.attribute('w:default') ?? '');
          if (isDefault && element.attribute('w:type') === 'paragraph') defaultParagraph = id;
        } else if (element.name === 'w:basedOn') basedOn = element.attribute('w:val');
        // A table style's conditional formats hold for parts of tables only.
        else if (element.name === 'w:tblStylePr' || element.name === 'w:rPrChange') return 'skip';
        else readTextProperty(element, format);
        return undefined;
      },
      close(name) {
        if (name === 'w:style') styles.set(id, { basedOn, format });
      }
    });
  }
  return new TextStyles(styles, defaultParagraph);
}
