import { hexColour } from '../colour.ts';
import { type CellStyle, PLAIN_STYLE } from '../sheet/cell-style.ts';
import type { Font } from '../sheet/styled-text.ts';
import type { XmlElement } from '../xml.ts';
import { stated } from './namespaces.ts';

/** Formats that go by a name; any other is written out. */
const NAMED: Readonly<Record<string, string>> = {
  'General Number': 'General',
  'General Date': 'yyyy/m/d h:mm',
  'Long Date': 'yyyy"年"m"月"d"日"',
  'Medium Date': 'yyyy/m/d',
  'Short Date': 'yyyy/m/d',
  Fixed: '0.00',
  Standard: '#,##0.00',
  Percent: '0.00%',
  Scientific: '0.00E+00'
};
const BASE = 'Default';

/** The styles of cells by their names, each with what it is based on. */
export class ExcelXmlStyles {
  readonly #styles = new Map<string, CellStyle>();
  #open = '';

  /** The style of a cell: its own, else that of its row, else of its column. */
  style(...names: readonly (string | undefined)[]): CellStyle {
    const name = names.find((one) => one !== undefined && this.#styles.has(one)) ?? BASE;
    return this.#styles.get(name) ?? PLAIN_STYLE;
  }

  take(element: XmlElement): void {
    switch (element.name) {
      case 'ss:Style':
        this.#open = stated(element, 'ID') ?? '';
        this.#styles.set(this.#open, this.style(stated(element, 'Parent')));
        break;
      case 'ss:Font':
        this.#change({ font: fontOf(element, this.style(this.#open).font) });
        break;
      case 'ss:Interior':
        if (stated(element, 'Pattern') === 'Solid') this.#change({ paper: hexColour(stated(element, 'Color')) });
        break;
      case 'ss:NumberFormat': {
        const format = stated(element, 'Format') ?? 'General';
        this.#change({ format: NAMED[format] ?? format });
        break;
      }
      case 'ss:Border':
        if ((stated(element, 'LineStyle') ?? 'None') !== 'None') this.#change({ bordered: true });
    }
  }

  #change(change: Partial<CellStyle>): void {
    this.#styles.set(this.#open, { ...this.style(this.#open), ...change });
  }
}

/** The font that an element of a style sets, where `font` holds around it. */
function fontOf(element: XmlElement, font: Font): Font {
  const size = Number(stated(element, 'Size') ?? NaN);
  return {
    struck: stated(element, 'StrikeThrough') === '1',
    raised: ['Superscript', 'Subscript'].includes(stated(element, 'VerticalAlign') ?? ''),
    ink: hexColour(stated(element, 'Color')),
    size: Number.isFinite(size) ? size : font.size
  };
}

/** The font inside an element of a cell's own markup. */
export function fontInside(element: XmlElement, font: Font): Font {
  switch (element.name) {
    case 'html:S':
      return { ...font, struck: true };
    case 'html:Sup':
    case 'html:Sub':
      return { ...font, raised: true };
    case 'html:Font': {
      const size = Number(element.attribute('html:Size') ?? NaN);
      return {
        ...font,
        ink: hexColour(element.attribute('html:Color')) ?? font.ink,
        size: Number.isFinite(size) ? size : font.size
      };
    }
    default:
      return font;
  }
}
