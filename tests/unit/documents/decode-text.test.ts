import { describe, expect, it } from 'vitest';
import { decodeText, undecodableIssues } from '../../../src/lib/documents/decode-text.ts';
import { refusal } from './show-blocks.ts';

const TEXT = '一、主动公开政府信息情况\t12\r\n规章 0';
// The same text in GB18030, and 政府資訊公開 in Big5.
const GB18030 = Uint8Array.from(
  Buffer.from('d2bba1a2d6f7b6afb9abbfaad5feb8aed0c5cfa2c7e9bff60931320d0ab9e6d5c220' + '30', 'hex')
);
const BIG5 = Uint8Array.from(Buffer.from('ac46a9b2b8eab054a4bdb67d', 'hex'));

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const full = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(full.length * 2));
  for (let at = 0; at < full.length; at++) view.setUint16(at * 2, full.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

function utf32(text: string, littleEndian: boolean): Uint8Array {
  const signs = [...`\ufeff${text}`];
  const view = new DataView(new ArrayBuffer(signs.length * 4));
  signs.forEach((sign, at) => view.setUint32(at * 4, sign.codePointAt(0) ?? 0, littleEndian));
  return new Uint8Array(view.buffer);
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT), 'utf-8'],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${TEXT}`), 'utf-8'],
    ['GB18030', GB18030, 'gb18030'],
    ['UTF-16, little endian with a mark', utf16(TEXT, true, true), 'utf-16le'],
    ['UTF-16, big endian with a mark', utf16(TEXT, false, true), 'utf-16be'],
    ['UTF-32, little endian with a mark', utf32(TEXT, true), 'utf-32le'],
    ['UTF-32, big endian with a mark', utf32(TEXT, false), 'utf-32be'],
    ['UTF-16, little endian', utf16(TEXT, true, false), 'utf-16le'],
    ['UTF-16, big endian', utf16(TEXT, false, false), 'utf-16be']
  ])('tells %s', (_, bytes, encoding) => {
    for (const stated of [undefined, 'utf-8', 'gb2312', 'iso-8859-1', 'big5', 'nonsense']) {
      expect(decodeText(bytes, stated)).toEqual({ text: TEXT, encoding, undecodable: 0 });
    }
  });

  it('lets a stated charset settle what the bytes leave open', () => {
    expect(decodeText(BIG5, 'Big5').text).toBe('政府資訊公開');
    expect(decodeText(BIG5).encoding).toBe('gb18030');
  });

  it('keeps and counts a few undecodable characters', () => {
    const long = TEXT.repeat(20);
    const cut = decodeText(new TextEncoder().encode(`${long}规`).slice(0, -1));
    expect(cut).toEqual({ text: `${long}\ufffd`, encoding: 'utf-8', undecodable: 1 });
    expect(undecodableIssues(cut)).toEqual([{ code: 'encoding.undecodable', values: { count: 1, encoding: 'utf-8' } }]);
    const gb = Uint8Array.from([...Array.from({ length: 20 }, () => [...GB18030]).flat(), 0xff, 0x30]);
    expect(decodeText(gb)).toEqual({ text: `${long}\ufffd0`, encoding: 'gb18030', undecodable: 1 });
    expect(decodeText(Uint8Array.from([...utf16(long, true, true), 0x31]))).toMatchObject({ undecodable: 1 });
  });

  it('counts replacement characters that the file itself holds', () => {
    expect(decodeText(new TextEncoder().encode('规\ufffd章'))).toMatchObject({ encoding: 'utf-8', undecodable: 1 });
  });

  it('refuses bytes that are no text', async () => {
    expect(await refusal(() => decodeText(Uint8Array.from({ length: 400 }, () => 0xff)))).toBe('encoding.undecodable');
    expect(await refusal(() => decodeText(Uint8Array.from([0xff, 0xfe, 0x00, 0xd8, 0x31, 0x00])))).toBe(
      'encoding.undecodable'
    );
  });

  it('keeps signs beyond the first plane of UTF-32 and counts what is none', async () => {
    expect(decodeText(utf32('𠮷1', true)).text).toBe('𠮷1');
    const bytes = utf32('规章'.repeat(60), true);
    bytes[bytes.length - 1] = 0x7f;
    expect(decodeText(bytes)).toMatchObject({ undecodable: 1, encoding: 'utf-32le' });
    bytes.fill(0x7f, 8);
    expect(await refusal(() => decodeText(bytes))).toBe('encoding.undecodable');
  });

  it('takes nothing for a report that is in no encoding it can tell', async () => {
    const { readBlocks } = await import('../../../src/lib/documents/read-blocks.ts');
    for (const littleEndian of [true, false]) {
      const unmarked = utf32(TEXT, littleEndian).slice(4);
      expect(await refusal(() => readBlocks(unmarked))).toBe('document.unknown-format');
    }
    // 本年新収 in EUC-JP reads as other characters, never as digits that are not there.
    const japanese = await readBlocks(Uint8Array.from([0xcb, 0xdc, 0xc7, 0xaf, 0xbf, 0xb7, 0xbc, 0xfd, 0x09, 0x35]));
    expect(japanese.blocks).toMatchObject([{ cells: [{}, { text: '5' }] }]);
  });

  it('decodes an empty file', () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', undecodable: 0 });
  });
});
