import type { ZipArchive } from './unzip.ts';
import { readXml, type XmlNamespaces } from './xml.ts';

/** One relation of a part of an Office package. */
export interface Relation {
  /** The last word of the relation's type: `officeDocument`, `worksheet`, `styles`. */
  readonly type: string;
  /** The name of the entry it leads to. */
  readonly target: string;
}

const NAMESPACES: XmlNamespaces = {
  'http://schemas.openxmlformats.org/package/2006/relationships': 'rel'
};

/**
 * The relations of a part ('' for the package itself) by their ids, none when it has no list of them.
 * Programs name parts freely (`xl/sheet7.xml`), only relations say which is which.
 */
export function relations(archive: ZipArchive, source: string): Map<string, Relation> {
  const found = new Map<string, Relation>();
  const slash = source.lastIndexOf('/') + 1;
  const list = archive.read(`${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`);
  if (!list) return found;
  readXml(list, NAMESPACES, {
    open(element) {
      const id = element.attribute('Id');
      const target = element.attribute('Target');
      if (element.name !== 'rel:Relationship' || id === undefined || target === undefined) return undefined;
      const type = element.attribute('Type')?.split('/').at(-1) ?? '';
      found.set(id, { type, target: resolved(source.slice(0, slash), target) });
      return undefined;
    }
  });
  return found;
}

/** The name of the first part that `source` relates to by a type. */
export function relatedPart(archive: ZipArchive, source: string, type: string): string | undefined {
  return [...relations(archive, source).values()].find((relation) => relation.type === type)?.target;
}

function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target.slice(1) : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
