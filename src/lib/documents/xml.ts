import { SaxesParser } from 'saxes';
import { decodeText } from './decode-text.ts';
import { damaged, LIMITS, overLimit } from './limits.ts';

/** An element as it opens. Names are `prefix:local` with the caller's prefixes, whatever the document calls them. */
export interface XmlElement {
  readonly name: string;
  /** The name of the element around it, '' for the root. */
  readonly parent: string;
  /** An attribute by its name, with the caller's prefix when it is in a namespace. */
  attribute(name: string): string | undefined;
  /** What one of the document's own prefixes stands for here. */
  namespace(prefix: string): string | undefined;
}

export interface XmlEvents {
  /** Answering 'skip' leaves out all that the element holds, its own close included. */
  open?(element: XmlElement): 'skip' | undefined;
  close?(name: string): void;
  text?(text: string): void;
}

/** Namespace URI to the prefix by which the caller wants to see it. Elements of any other are `other:local`. */
export type XmlNamespaces = Readonly<Record<string, string>>;

/**
 * Runs through an XML part. Throws `Refusal`: `document.damaged` when it is not well formed or has a DTD
 * (so no entity is ever expanded but XML's own five), `document.limit` beyond `LIMITS.xmlDepth`.
 */
export function readXml(bytes: Uint8Array, namespaces: XmlNamespaces, events: XmlEvents): void {
  const { text, undecodable } = decodeText(bytes);
  if (undecodable > 0) throw damaged('xml-encoding');
  const parser = new SaxesParser({ xmlns: false, position: false });
  const names = new NameTable(namespaces, text.split('xmlns').length - 1);
  const path: string[] = [];
  /** How many open elements belong to what the caller skips. */
  let skipped = 0;
  parser.on('error', () => {
    throw damaged('xml');
  });
  parser.on('doctype', () => {
    throw damaged('xml-dtd');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (path.length === LIMITS.xmlDepth) throw overLimit('xmlDepth');
    names.enter(path.length, attributes);
    const resolved = names.element(name);
    const parent = path.at(-1) ?? '';
    path.push(resolved);
    if (skipped > 0) skipped++;
    else if (events.open?.(new OpenElement(resolved, parent, attributes, names)) === 'skip') skipped = 1;
  });
  parser.on('closetag', () => {
    const name = path.pop();
    if (name === undefined) throw damaged('xml');
    if (skipped > 0) skipped--;
    else events.close?.(name);
    names.leave(path.length);
  });
  const { text: onText } = events;
  if (onText) {
    const pass = (piece: string): void => {
      if (skipped === 0) onText.call(events, piece);
    };
    parser.on('text', pass);
    parser.on('cdata', pass);
  }
  parser.write(text).close();
}

class OpenElement implements XmlElement {
  constructor(
    readonly name: string,
    readonly parent: string,
    private readonly attributes: Record<string, string>,
    private readonly names: NameTable
  ) {}

  attribute(name: string): string | undefined {
    return this.attributes[this.names.attribute(name)];
  }

  namespace(prefix: string): string | undefined {
    return this.names.namespace(prefix);
  }
}

interface Scope {
  readonly depth: number;
  /** The document's prefix to the caller's; '' is the default namespace. */
  readonly prefixes: ReadonlyMap<string, string>;
  readonly uris: ReadonlyMap<string, string>;
  readonly seen: Map<string, string>;
}

/**
 * Namespaces by scope. The parser's own support costs as much again as the parsing, because it resolves each
 * attribute; here names are resolved once per scope, and a document usually has a single one, its root.
 */
class NameTable {
  #scopes: Scope[] = [{ depth: -1, prefixes: new Map(), uris: new Map(), seen: new Map() }];

  /** `declarations`: how many there can be at most; after the last one attributes need not be searched. */
  constructor(
    private readonly namespaces: XmlNamespaces,
    private declarations: number
  ) {}

  get #scope(): Scope {
    const scope = this.#scopes.at(-1);
    if (!scope) throw damaged('xml');
    return scope;
  }

  enter(depth: number, attributes: Record<string, string>): void {
    if (this.declarations <= 0) return;
    let prefixes: Map<string, string> | undefined;
    let uris: Map<string, string> | undefined;
    for (const name in attributes) {
      if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
      this.declarations--;
      prefixes ??= new Map(this.#scope.prefixes);
      uris ??= new Map(this.#scope.uris);
      const uri = attributes[name] ?? '';
      prefixes.set(name.slice(6), this.namespaces[uri] ?? 'other');
      uris.set(name.slice(6), uri);
    }
    if (prefixes && uris) this.#scopes.push({ depth, prefixes, uris, seen: new Map() });
  }

  leave(depth: number): void {
    if (this.#scope.depth === depth) this.#scopes.pop();
  }

  namespace(prefix: string): string | undefined {
    return this.#scope.uris.get(prefix);
  }

  element(name: string): string {
    const { prefixes, seen } = this.#scope;
    let resolved = seen.get(name);
    if (resolved === undefined) {
      const colon = name.indexOf(':');
      resolved = `${prefixes.get(name.slice(0, Math.max(colon, 0))) ?? 'other'}:${name.slice(colon + 1)}`;
      seen.set(name, resolved);
    }
    return resolved;
  }

  /** What the document calls the attribute that the caller calls `name`. An attribute has no default namespace. */
  attribute(name: string): string {
    const { prefixes } = this.#scope;
    const colon = name.indexOf(':');
    const wanted = name.slice(0, Math.max(colon, 0));
    if (colon < 0 || prefixes.get(wanted) === wanted) return name;
    for (const [prefix, target] of prefixes) {
      if (target === wanted && prefix !== '') return `${prefix}:${name.slice(colon + 1)}`;
    }
    return name;
  }
}
