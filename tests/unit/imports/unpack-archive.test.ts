import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { baseName, displayName, foldersOf, isJunk } from '../../../src/lib/imports/file-name.ts';
import { openArchive, unpackArchive, type Unpacked } from '../../../src/lib/imports/unpack-archive.ts';
import { docx } from '../documents/build-docx.ts';
import { rawZip, type RawEntry } from '../documents/build-zip.ts';

const content = strToU8('x');

function unpack(bytes: Uint8Array): Unpacked {
  const archive = openArchive(bytes);
  if (!archive) throw new Error('no archive');
  return unpackArchive(archive, '各街道.zip');
}

const outcome = ({ entries }: Unpacked): string[] =>
  entries.map((entry) => ('issue' in entry ? `${entry.path} ${entry.issue.code}` : entry.path));

/** A zip whose names are these bytes, as old Chinese programs write them. */
function namedInGbk(bytes: readonly number[]): Uint8Array {
  const placeholder = 'n'.repeat(bytes.length);
  const zip = rawZip([{ name: placeholder, content }]);
  const text = Array.from(zip, (byte) => String.fromCharCode(byte)).join('');
  for (let at = text.indexOf(placeholder); at >= 0; at = text.indexOf(placeholder, at + 1)) zip.set(bytes, at);
  return zip;
}

describe('what is an archive', () => {
  test('a zip of documents', () => expect(openArchive(zipSync({ 'a.txt': content }))).not.toBeNull());
  test.each([
    ['a Word document', docx('<w:p/>')],
    [
      'an OpenDocument',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': content })
    ],
    ['an empty zip', zipSync({})],
    ['half a zip', zipSync({ 'a.txt': content }).subarray(0, 40)],
    ['a text', content]
  ])('not %s', (_, bytes) => expect(openArchive(bytes)).toBeNull());
});

test('files in folders, the system’s own left out and counted', () => {
  const zip = zipSync({
    '东湖区/a.txt': content,
    '__MACOSX/东湖区/._a.txt': content,
    '.DS_Store': content,
    '~$a.docx': content
  });
  const unpacked = unpack(zip);
  expect(outcome(unpacked)).toEqual(['各街道.zip/东湖区/a.txt']);
  expect(unpacked.skipped).toBe(3);
});

test('names in GBK', () => {
  // 街道.txt
  expect(outcome(unpack(namedInGbk([0xbd, 0xd6, 0xb5, 0xc0, 0x2e, 0x74, 0x78, 0x74])))).toEqual([
    '各街道.zip/街道.txt'
  ]);
});

test('a way out of the folder is only a name', () => {
  const zip = rawZip(
    ['../../etc/passwd', 'C:\\Windows\\a.txt', '/a.txt', 'a\u202Etxt.exe'].map((name): RawEntry => ({ name, content }))
  );
  expect(outcome(unpack(zip))).toEqual([
    '各街道.zip/etc/passwd',
    '各街道.zip/Windows/a.txt',
    '各街道.zip/a.txt',
    '各街道.zip/atxt.exe'
  ]);
});

test('an encrypted, a lying, a bursting and an inner archive are refused, the rest is unpacked', () => {
  const zip = rawZip([
    { name: 'secret.txt', content, claims: { flags: 1 } },
    { name: 'lying.txt', content, claims: { crc: 1 } },
    { name: 'bomb.txt', content: new Uint8Array(30_000_000) },
    { name: 'inner.zip', content: zipSync({ 'a.txt': content }) },
    { name: 'good.txt', content }
  ]);
  expect(outcome(unpack(zip))).toEqual([
    '各街道.zip/secret.txt document.archive-encrypted',
    '各街道.zip/lying.txt document.damaged',
    '各街道.zip/bomb.txt document.limit',
    '各街道.zip/inner.zip document.archive-nested',
    '各街道.zip/good.txt'
  ]);
});

test('parts of a path', () => {
  expect(baseName('东湖区\\石桥镇/2025.docx')).toBe('2025.docx');
  expect(foldersOf('东湖区\\石桥镇/2025.docx')).toEqual(['石桥镇', '东湖区']);
  expect(displayName('\u0000..')).toBe('?');
  expect(displayName(displayName('../C:/a'))).toBe(displayName('../C:/a'));
  expect(isJunk('a/Thumbs.db')).toBe(true);
  expect(isJunk('a/2025.docx')).toBe(false);
  expect(isJunk('年报_files/logo.png')).toBe(true);
  expect(isJunk('a\\年报.files\\style.css')).toBe(true);
  expect(isJunk('年报_files/2025.docx')).toBe(false);
  expect(isJunk('scans/2025.png')).toBe(false);
});
