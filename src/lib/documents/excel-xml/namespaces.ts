import type { XmlElement, XmlNamespaces } from '../xml.ts';

/** Excel's single XML file of 2002 and 2003 (XML Spreadsheet Reference). */
export const EXCEL_XML_NAMESPACES: XmlNamespaces = {
  'urn:schemas-microsoft-com:office:spreadsheet': 'ss',
  'urn:schemas-microsoft-com:office:excel': 'x',
  'http://www.w3.org/TR/REC-html40': 'html'
};

/** An attribute of the file's own; some programs leave out its prefix. */
export function stated(element: XmlElement, name: string): string | undefined {
  return element.attribute(`ss:${name}`) ?? element.attribute(name);
}

/** A count or a measure; what is no such number counts as `otherwise`. */
export function statedNumber(element: XmlElement, name: string, otherwise: number): number {
  const number = Number(stated(element, name) ?? NaN);
  return Number.isFinite(number) && number >= 0 ? number : otherwise;
}
