import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/lib/documents/crc32.ts';
import { ZipArchive } from '../../../src/lib/documents/unzip.ts';
import { rawZip, record, type RawEntry } from './build-zip.ts';
import { refusal } from './show-blocks.ts';

const CONTENT = strToU8('一二三'.repeat(3_000));
const BOMB = new Uint8Array(5_000_000);

function read(entry: Partial<RawEntry>, name = entry.name ?? 'a'): Uint8Array | undefined {
  return new ZipArchive(rawZip([{ name: 'a', content: CONTENT, ...entry }])).read(name);
}

describe('crc32', () => {
  it('gives the check value of the standard', () => {
    expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});

describe('ZipArchive', () => {
  it('opens packed and stored entries and knows nothing of others', () => {
    expect(read({})).toEqual(CONTENT);
    expect(read({ stored: true })).toEqual(CONTENT);
    expect(read({ content: new Uint8Array() })).toEqual(new Uint8Array());
    expect(read({}, 'b')).toBeUndefined();
  });

  it('compares names as packages do', () => {
    expect(read({ name: 'Word\\Document.xml' }, 'word/document.xml')).toEqual(CONTENT);
  });

  it('reads sizes and places kept in a zip64 field', async () => {
    const [size, offset] = [0xffffffff, 0xffffffff];
    const extra = record([
      [2, 1],
      [2, 24],
      [4, CONTENT.length],
      [4, 0],
      [4, CONTENT.length],
      [4, 0],
      [4, 0],
      [4, 0]
    ]);
    const entry = { stored: true, extra, claims: { packedSize: size, inflatedSize: size, offset } };
    expect(read(entry)).toEqual(CONTENT);
    expect(await refusal(() => read({ ...entry, extra: extra.subarray(0, 12) }))).toBe(
      'document.damaged zip-directory'
    );
  });

  it('takes a hostile name for nothing but a name', () => {
    const archive = new ZipArchive(rawZip([{ name: '../../etc/passwd', content: CONTENT }]));
    expect(archive.entries.map(({ name }) => name)).toEqual(['../../etc/passwd']);
    expect(archive.read('etc/passwd')).toBeUndefined();
  });

  it('decodes names written in GBK', () => {
    const bytes = rawZip([{ name: 'ab', content: CONTENT }]);
    for (let at = bytes.length - 100; at < bytes.length; at++) {
      if (bytes[at] === 0x61 && bytes[at + 1] === 0x62) bytes.set([0xb9, 0xe6], at);
    }
    expect(new ZipArchive(bytes).entries[0]?.name).toBe('规');
  });

  it.each<[string, Partial<RawEntry>, string]>([
    ['an encrypted entry', { claims: { flags: 1 } }, 'document.encrypted'],
    ['a wrong checksum', { claims: { crc: 1 } }, 'document.damaged zip-checksum'],
    ['an unknown packing', { claims: { method: 99 } }, 'document.damaged zip-method'],
    ['a place outside the file', { claims: { offset: 1e9 } }, 'document.damaged zip-entry'],
    ['a size outside the file', { claims: { packedSize: 1e9 } }, 'document.damaged zip-entry'],
    ['packed data cut short', { claims: { packedSize: 20 } }, 'document.damaged zip-deflate'],
    ['an honest bomb', { content: BOMB }, 'document.limit inflationRatio'],
    ['a bomb that claims to be small', { content: BOMB, claims: { inflatedSize: 10 } }, 'document.limit inflationRatio']
  ])('refuses %s', async (_, entry, expected) => {
    expect(await refusal(() => read(entry))).toBe(expected);
  });

  it('refuses an entry, and a sum of entries, beyond the limits', async () => {
    const stored = true;
    const one = rawZip([{ name: 'a', content: new Uint8Array(41_000_000), stored }]);
    expect(await refusal(() => new ZipArchive(one).read('a'))).toBe('document.limit entryBytes');
    const content = new Uint8Array(30_000_000);
    const archive = new ZipArchive(rawZip(['a', 'b', 'c'].map((name) => ({ name, content, stored }))));
    archive.read('a');
    archive.read('b');
    expect(await refusal(() => archive.read('c'))).toBe('document.limit unzippedBytes');
  });

  it('refuses too many entries, counted or hidden behind a false count', async () => {
    const entries = Array.from({ length: 60_000 }, (_, at) => ({
      name: `${at}`,
      content: new Uint8Array(),
      stored: true
    }));
    const whole = rawZip(entries);
    expect(await refusal(() => new ZipArchive(whole))).toBe('document.limit zipEntries');
    // The count stands twelve bytes before the end.
    whole.set([3, 0], whole.length - 12);
    expect(await refusal(() => new ZipArchive(whole))).toBe('document.limit zipEntries');
    expect(await refusal(() => new ZipArchive(rawZip(entries.slice(0, 5), 3)))).toBe('document.damaged zip-directory');
  });

  it('refuses two entries of one name when it is asked for', async () => {
    const archive = new ZipArchive(rawZip(['a', 'A'].map((name) => ({ name, content: CONTENT }))));
    expect(await refusal(() => archive.read('a'))).toBe('document.damaged zip-name-doubled');
  });

  it('refuses a zip cut anywhere', async () => {
    const whole = rawZip([{ name: 'a', content: CONTENT }]);
    for (let length = 0; length < whole.length; length += 7) {
      expect(await refusal(() => new ZipArchive(whole.slice(0, length)).read('a'))).toMatch(/^document\.damaged/);
    }
  });
});
