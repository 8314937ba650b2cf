import type { ZipArchive } from '../unzip.ts';
import { readXml, type XmlNamespaces } from '../xml.ts';

/** The namespaces of a Word document; strict documents have their own URI for the same elements. */
export const WORD_NAMESPACES: XmlNamespaces = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm'
};

const RELATION_NAMESPACES: XmlNamespaces = {
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel'
};

/**
 * The name of the part that `source` ('' for the package itself) relates to by a type ending in `/${type}`.
 * Programs name parts freely (`word/document2.xml`), only relations say which is which.
 */
export function relationTarget(archive: ZipArchive, source: string, type: string): string | undefined {
  const slash = source.lastIndexOf('/') + 1;
  const folder = source.slice(0, slash);
  const relations = archive.read(`${folder}_rels/${source.slice(slash)}.rels`);
  let target: string | undefined;
  if (relations) {
    readXml(relations, RELATION_NAMESPACES, {
      open(element) {
        if (element.name === 'rel:Relationship' && element.attribute('Type')?.endsWith(`/${type}`)) {
          target ??= element.attribute('Target');
        }
        return undefined;
      }
    });
  }
  if (target === undefined) return undefined;
  return target.startsWith('/') ? target : resolved(folder + target);
}

function resolved(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
