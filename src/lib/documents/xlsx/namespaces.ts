import type { XmlNamespaces } from '../xml.ts';

/** The namespaces of a workbook; strict workbooks have their own URIs for the same elements. */
export const SHEET_NAMESPACES: XmlNamespaces = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': 'x',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r'
};

/** An on/off attribute as OOXML writes it. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
