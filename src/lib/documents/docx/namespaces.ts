import type { XmlNamespaces } from '../xml.ts';

/** The namespaces of a Word document; strict documents have their own URI for the same elements. */
export const WORD_NAMESPACES: XmlNamespaces = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm'
};
