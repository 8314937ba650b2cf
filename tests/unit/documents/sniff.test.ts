import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sniff } from '../../../src/lib/documents/sniff.ts';
import { docx } from './build-docx.ts';
import { buildOle } from './build-ole-names.ts';
import { rawZip } from './build-zip.ts';
import { refusal } from './show-blocks.ts';

const ODT = 'application/vnd.oasis.opendocument.text';
const none = new Uint8Array();

describe('sniff', () => {
  it.each<[string, Uint8Array, string]>([
    ['a Word package', docx(''), 'docx'],
    ['a workbook', zipSync({ '[Content_Types].xml': none, 'xl/workbook.xml': none }), 'xlsx'],
    [
      'a package with its names written the Windows way',
      zipSync({ '[Content_Types].xml': none, 'word\\a.xml': none }),
      'docx'
    ],
    ['an OpenDocument text', zipSync({ mimetype: [strToU8(ODT), { level: 0 }], 'content.xml': none }), 'odt'],
    [
      'an OpenDocument text in one file',
      strToU8(`<?xml version="1.0"?>\n<office:document xmlns:x="y" office:mimetype="${ODT}">`),
      'odt'
    ],
    [
      'Word 2003’s single XML file',
      strToU8('<?xml version="1.0"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">'),
      'docx'
    ],
    [
      'a Word package in one file',
      strToU8('<?xml version="1.0"?><pkg:package xmlns:pkg="x"><pkg:part pkg:name="/word/document.xml">'),
      'docx'
    ],
    ['a Word binary', buildOle(['WordDocument', '1Table']), 'doc'],
    ['a Word binary with a workbook inside', buildOle(['WordDocument', 'ObjectPool'], ['Workbook']), 'doc'],
    ['a workbook binary', buildOle(['Workbook']), 'xls'],
    ['an older workbook with a document inside', buildOle(['Book', 'MBD0001'], ['WordDocument']), 'xls'],
    ['rich text', strToU8('{\\rtf1\\ansi'), 'rtf'],
    ['rich text behind a mark', strToU8('\ufeff {\\rtf1'), 'rtf'],
    ['PDF', strToU8('%PDF-1.4\n'), 'pdf'],
    ['PDF behind other bytes', strToU8('\n\0\x01%PDF-1.4\n'), 'pdf'],
    ['a web archive', strToU8('From: <x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n'), 'mht'],
    ['a web archive without its version', strToU8('Subject: a\nContent-Type: multipart/related; x\n\n<html>'), 'mht'],
    ['a page', strToU8('\n<!-- saved from -->\n<!DOCTYPE HTML PUBLIC><p>x'), 'html'],
    ['a piece of a page', strToU8('<p>一</p>'), 'html'],
    ['a table in other text', strToU8('一、总体情况\n<table>\n<tr>'), 'html'],
    ['a page in XML', strToU8('<?xml version="1.0"?><html xmlns="x">'), 'html'],
    [
      'Excel’s single XML file',
      strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Table>'),
      'xls'
    ],
    ['text', strToU8('一、总体情况\nMIME-Version: 1.0 < 2'), 'txt'],
    ['text that begins as a bitmap does', strToU8('BM 一、总体情况'), 'txt'],
    ['text in GB18030', Uint8Array.from([0xb9, 0xe6, 0xd5, 0xc2]), 'txt'],
    ['text with a damaged byte', strToU8(`规章 0\0${'规章 0'.repeat(99)}`), 'txt'],
    ['text that ends with Ctrl-Z', strToU8('规章 0\x1a'), 'txt']
  ])('knows %s', (_, bytes, format) => {
    expect(sniff(bytes)).toBe(format);
  });

  it.each<[string, Uint8Array, string]>([
    ['a zip of something else', zipSync({ 'a.txt': none }), 'document.unknown-format'],
    [
      'an OpenDocument sheet',
      zipSync({ mimetype: strToU8(`${ODT.replace('text', 'spreadsheet')}`) }),
      'document.other-format OpenDocument (.ods)'
    ],
    ['an OFD', zipSync({ 'OFD.xml': none, 'Doc_0/Document.xml': none }), 'document.other-format OFD'],
    [
      'slides',
      zipSync({ '[Content_Types].xml': none, 'ppt/presentation.xml': none }),
      'document.other-format PowerPoint'
    ],
    ['older slides', buildOle(['PowerPoint Document']), 'document.other-format PowerPoint'],
    ['a zip with a false directory', rawZip([{ name: 'a', content: none }], 9), 'document.damaged zip-directory'],
    ['a protected Office file', buildOle(['EncryptionInfo', 'EncryptedPackage']), 'document.encrypted'],
    ['another compound file', buildOle(['__properties_version1.0']), 'document.unknown-format'],
    ['a compound file cut off', buildOle(['WordDocument']).slice(0, 900), 'document.damaged ole-cut-off'],
    ['an XML file of something else', strToU8('<?xml version="1.0"?><w:wordDocument/>'), 'document.unknown-format'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]), 'document.picture'],
    ['an archive of another kind', strToU8('Rar!\x1a\x07\x01\0'), 'document.archive'],
    ['a photograph', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'document.picture'],
    ['a scan in TIFF', Uint8Array.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), 'document.picture'],
    ['a picture in WebP', strToU8('RIFF\x10\0\0\0WEBPVP8 '), 'document.picture'],
    ['a bitmap', strToU8('BM\x46\0\0\0\0\0\0\0\x36\0'), 'document.picture'],
    ['bytes of nothing', Uint8Array.from({ length: 500 }, (_, at) => (at * 197) % 251), 'document.unknown-format']
  ])('refuses %s', async (_, bytes, expected) => {
    expect(await refusal(() => sniff(bytes))).toBe(expected);
  });

  it('ends with a compound file whose sectors and entries go in circles', async () => {
    const bytes = buildOle(['A', 'B', 'C']);
    const view = new DataView(bytes.buffer);
    view.setUint32(512 + 4, 1, true);
    expect(await refusal(() => sniff(bytes))).toBe('document.damaged ole-chain');
    const entries = buildOle(['A', 'B', 'C']);
    new DataView(entries.buffer).setUint32(1024 + 128 + 72, 1, true);
    expect(await refusal(() => sniff(entries))).toBe('document.unknown-format');
  });
});
