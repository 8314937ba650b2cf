import { type Colour, hexColour, isPale } from '../colour.ts';
import type { TextLook } from '../text-signs.ts';
import { readXml, type XmlElement } from '../xml.ts';
import { WORD_NAMESPACES } from './namespaces.ts';
import type { ListPlace } from './numbering.ts';

/** What of a run's formatting decides whether and how its text is read. Undefined: not stated here. */
export interface TextFormat extends ListPlace {
  hidden?: boolean;
  struck?: boolean;
  raised?: boolean;
  /** In half points. */
  size?: number;
  /** Up or down, in half points. */
  shift?: number;
  /** `auto`: whatever can be seen on its paper. */
  ink?: Colour;
  paper?: Colour;
  /** Marked in black, which covers text in the usual colour. */
  covered?: boolean;
}

export interface RunLook extends TextLook {
  readonly hidden: boolean;
}

/** In half points. A letter of a point is a dot; text is moved by less than two to sit well in its line. */
const SMALLEST_SIZE = 3;
const LEAST_SHIFT = 4;

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
      break;
    case 'w:sz':
      format.size = Number(element.attribute('w:val') ?? NaN);
      break;
    case 'w:position':
      format.shift = Number(element.attribute('w:val') ?? 0);
      break;
    case 'w:color':
      format.ink = hexColour(element.attribute('w:val')) ?? 'auto';
      break;
    case 'w:shd':
      format.paper = shading(element);
      break;
    case 'w:highlight':
      format.paper = MARKERS.get(element.attribute('w:val') ?? '');
      format.covered = element.attribute('w:val') === 'black';
      break;
    case 'other:noFill':
      // Later versions of Word draw text by this instead of its colour.
      if (element.parent === 'other:textFill') format.covered = true;
      break;
    default:
      readListPlace(element, format);
  }
}

/** Reads a property of a paragraph's numbering; any other element leaves it as it is. */
export function readListPlace(element: XmlElement, format: ListPlace): void {
  if (element.parent !== 'w:numPr' && element.parent !== 'w:listPr') return;
  if (element.name === 'w:numId' || element.name === 'w:ilfo') format.list = element.attribute('w:val');
  else if (element.name === 'w:ilvl') format.level = element.attribute('w:val');
}

/** The colour behind text, of a run, a paragraph or a cell. */
export function shading(element: XmlElement): Colour | undefined {
  // A pattern that covers all is in the text's usual colour where it names none.
  if (element.attribute('w:val') === 'solid') return hexColour(element.attribute('w:color')) ?? '000000';
  return hexColour(element.attribute('w:fill'));
}

/** The colours of markers by their names (ECMA-376 17.18.40). */
const MARKERS: ReadonlyMap<string, Colour> = new Map([
  ['black', '000000'],
  ['blue', '0000ff'],
  ['cyan', '00ffff'],
  ['darkBlue', '00008b'],
  ['darkCyan', '008b8b'],
  ['darkGray', 'a9a9a9'],
  ['darkGreen', '006400'],
  ['darkMagenta', '800080'],
  ['darkRed', '8b0000'],
  ['darkYellow', '808000'],
  ['green', '00ff00'],
  ['lightGray', 'd3d3d3'],
  ['magenta', 'ff00ff'],
  ['red', 'ff0000'],
  ['white', 'ffffff'],
  ['yellow', 'ffff00']
]);

/** How text of a format is read. `around`: what is under it where its own says nothing. */
export function lookOf(format: TextFormat, around: () => Colour | undefined): RunLook {
  const { hidden = false, struck, raised, size, ink, shift = 0, covered = false } = format;
  const usual = ink === undefined || ink === 'auto';
  return {
    hidden: hidden || (size !== undefined && size < SMALLEST_SIZE),
    struck,
    raised: raised || Math.abs(shift) >= LEAST_SHIFT,
    pale: usual ? covered : isPale(ink, format.paper ?? around())
  };
}

/** An on/off property is on unless it says otherwise (ECMA-376 17.17.4). */
export function isOn(element: XmlElement): boolean {
  return !['0', 'false', 'off'].includes(element.attribute('w:val') ?? '');
}

/** The styles of a document, by which text may be hidden without a word in the text itself. */
export class TextStyles {
  readonly #bases = new Map<string, TextFormat>();

  constructor(
    private readonly styles: ReadonlyMap<string, Style>,
    private readonly defaultParagraph: string | undefined,
    /** What holds where no style says otherwise. */
    private readonly defaults: TextFormat
  ) {}

  /** The format in force for a run with `direct` formatting. */
  format(paragraphStyle: string | undefined, characterStyle: string | undefined, direct: TextFormat): TextFormat {
    return { ...this.#base(paragraphStyle ?? this.defaultParagraph, characterStyle), ...direct };
  }

  #base(paragraphStyle: string | undefined, characterStyle: string | undefined): TextFormat {
    const key = `${paragraphStyle ?? ''}\n${characterStyle ?? ''}`;
    const known = this.#bases.get(key);
    if (known) return known;
    const paragraph = this.#styleFormat(paragraphStyle);
    const character = this.#styleFormat(characterStyle);
    const base = {
      ...this.defaults,
      ...paragraph,
      ...character,
      // On in both styles is off again: these are toggle properties (ECMA-376 17.7.3).
      hidden: (paragraph.hidden ?? this.defaults.hidden ?? false) !== (character.hidden ?? false),
      struck: (paragraph.struck ?? this.defaults.struck ?? false) !== (character.struck ?? false)
    };
    this.#bases.set(key, base);
    return base;
  }

  #styleFormat(id: string | undefined): TextFormat {
    let format: TextFormat = {};
    const seen = new Set<string>();
    for (let at = id; at !== undefined && !seen.has(at); at = this.styles.get(at)?.basedOn) {
      seen.add(at);
      format = { ...this.styles.get(at)?.format, ...format };
    }
    return format;
  }
}

/** Reads the styles part; without one no style hides anything. */
export function readStyles(part: Uint8Array | undefined): TextStyles {
  const styles = new Map<string, Style>();
  let defaultParagraph: string | undefined;
  let defaults: TextFormat = {};
  if (part) {
    let format: TextFormat = {};
    let id = '';
    let basedOn: string | undefined;
    readXml(part, WORD_NAMESPACES, {
      open(element) {
        if (element.name === 'w:docDefaults') format = {};
        // In a single file the text follows its styles.
        else if (element.name === 'w:body') return 'skip';
        else if (element.name === 'w:style') {
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
        else if (name === 'w:docDefaults') defaults = format;
      }
    });
  }
  return new TextStyles(styles, defaultParagraph, defaults);
}
