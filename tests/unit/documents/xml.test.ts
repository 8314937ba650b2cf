import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readXml } from '../../../src/lib/documents/xml.ts';
import { refusal } from './show-blocks.ts';

const NAMESPACES = { 'urn:w': 'w', 'urn:r': 'r' };

function events(xml: string, skipped?: string): string[] {
  const seen: string[] = [];
  readXml(strToU8(xml), NAMESPACES, {
    open(element) {
      const attributes = ['w:a', 'a', 'xml:space'].map((name) => element.attribute(name));
      seen.push(`${element.parent}>${element.name}${attributes.map((value) => (value ? ` ${value}` : '')).join('')}`);
      return element.name === skipped ? 'skip' : undefined;
    },
    close: (name) => seen.push(`/${name}`),
    text: (text) => seen.push(text)
  });
  return seen;
}

describe('readXml', () => {
  it('names elements and attributes by their namespaces, whatever their prefixes', () => {
    const xml =
      '<q:p xmlns:q="urn:w" q:a="1" a="2" xml:space="3"><c xmlns="urn:w"><q:d xmlns:q="urn:z"/><q:e/></c></q:p>';
    expect(events(xml)).toEqual([
      '>w:p 1 2 3',
      'w:p>w:c',
      'w:c>other:d',
      '/other:d',
      'w:c>w:e',
      '/w:e',
      '/w:c',
      '/w:p'
    ]);
    expect(events('<w:p w:a="1"/>')).toEqual(['>other:p 1', '/other:p']);
  });

  it('gives text and CDATA with XML’s own entities only', async () => {
    expect(events('<a>1&lt;&#x4e00;<![CDATA[<b>]]></a>').slice(1, -1).join('')).toBe('1<一<b>');
    expect(await refusal(() => events('<a>&lol;</a>'))).toBe('document.damaged xml');
  });

  it('skips what the caller does not want', () => {
    const xml = '<a xmlns="urn:w"><b>1<b>2</b><c/></b>3<d/></a>';
    expect(events(xml, 'w:b')).toEqual(['>w:a', 'w:a>w:b', '3', 'w:a>w:d', '/w:d', '/w:a']);
  });

  it('reads UTF-16', () => {
    const text = '\ufeff<a>规章</a>';
    const bytes = new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer);
    const seen: string[] = [];
    readXml(bytes, {}, { text: (piece) => seen.push(piece) });
    expect(seen).toEqual(['规章']);
  });

  it.each([
    ['an entity bomb', '<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>', 'document.damaged xml-dtd'],
    ['a document type', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'document.damaged xml-dtd'],
    ['a cut document', '<a><b>1', 'document.damaged xml'],
    ['elements that cross', '<a><b></a></b>', 'document.damaged xml'],
    ['100,000 nested elements', '<a>'.repeat(100_000), 'document.limit xmlDepth'],
    ['nothing', '', 'document.damaged xml'],
    ['undecodable characters', `<a>${'规'.repeat(99)}\ufffd</a>`, 'document.damaged xml-encoding']
  ])('refuses %s', async (_, xml, expected) => {
    expect(await refusal(() => events(xml))).toBe(expected);
  });
});
