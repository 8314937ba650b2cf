import { describe, expect, it } from 'vitest';
import { readMht } from '../../../src/lib/documents/mht.ts';
import { refusal, shown } from './show-blocks.ts';

const TABLE = '<table><tr><td>规章</td><td>0</td></tr><tr><td>文件</td><td>12</td></tr></table>';
const ROWS = [
  ['规章@0', '0@1'],
  ['文件@0', '12@1']
];

function read(text: string) {
  return shown(readMht(Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff)).blocks);
}

/** UTF-8 bytes as characters U+0000 to U+00FF. */
function utf8(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}

function quotedPrintable(bytes: string): string {
  const coded = bytes.replace(
    /[^\x20-\x3c\x3e-\x7e]/g,
    (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
  );
  return coded.replace(/(?:=[0-9A-F]{2}|[^=]){1,60}/g, '$&=\r\n');
}

function archive(parts: readonly string[], type = 'multipart/related; type="text/html"; boundary="--=_b.(1)"'): string {
  const bodies = parts.map((part) => `----=_b.(1)\r\n${part}\r\n`).join('');
  return `From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\npreamble\r\n${bodies}----=_b.(1)--\r\nepilogue`;
}

const part = (html: string, headers: string) => `${headers}\r\n\r\n${html}`;

describe('web archives', () => {
  it('are read from quoted-printable, base64 and plain bytes', () => {
    const encoded = {
      'quoted-printable': quotedPrintable(utf8(TABLE)),
      base64: btoa(utf8(TABLE)).replace(/(.{76})/g, '$1\r\n'),
      '8bit': utf8(TABLE)
    };
    for (const [encoding, body] of Object.entries(encoded)) {
      const headers = `Content-Type: text/html;\r\n\tcharset="utf-8"\r\nContent-Transfer-Encoding: ${encoding}`;
      expect(read(archive([part(body, headers)])), encoding).toEqual([ROWS]);
    }
  });

  it('are read in GBK, whatever charset they state', () => {
    const gbk =
      '<table><tr><td>\xb9\xe6\xd5\xc2</td><td>0</td></tr><tr><td>\xce\xc4\xbc\xfe</td><td>12</td></tr></table>';
    for (const charset of ['gb2312', 'utf-8', 'iso-8859-1']) {
      const headers = `Content-Type: text/html; charset=${charset}\r\nContent-Transfer-Encoding: quoted-printable`;
      expect(read(archive([part(quotedPrintable(gbk), headers)])), charset).toEqual([ROWS]);
    }
  });

  it('give the page that is the start, not its header, pictures or styles', () => {
    const other = part('<p>3</p>', 'Content-Type: text/html\r\nContent-ID: <head@x>');
    const main = part(utf8(TABLE), 'content-type: TEXT/HTML\r\ncontent-id: <main@x>');
    const style = part('p{}', 'Content-Type: text/css');
    const type = 'multipart/related; boundary="--=_b.(1)"; start="<main@x>"';
    expect(read(archive([other, style, main], type))).toEqual([ROWS]);
    expect(read(archive([style, main, other]))).toEqual([ROWS]);
  });

  it('hide what the style sheets say that came with the page', () => {
    const page = (link: string) => part(`<head>${link}</head><p class="h">9</p><p>8</p>`, 'Content-Type: text/html');
    const sheet = (name: string) => part('.h { display: none }', `Content-Type: text/css\r\n${name}`);
    const shownWith = (link: string, name: string) => read(archive([page(link), sheet(name)]));
    const link = '<link rel="stylesheet" href="cid:a@x">';
    expect(shownWith(link, 'Content-Location: cid:a@x')).toEqual(['8']);
    expect(shownWith(link, 'Content-ID: <a@x>')).toEqual(['8']);
    expect(shownWith(link, 'Content-ID: <b@x>')).toEqual(['9', '8']);
    expect(shownWith(link.replace('href', 'media="print" href'), 'Content-ID: <a@x>')).toEqual(['9', '8']);
    expect(shownWith(link.replace('rel="', 'rel="alternate '), 'Content-ID: <a@x>')).toEqual(['9', '8']);
  });

  it('give what frames inside the page show', () => {
    const page = part('<p>a</p><iframe src="cid:f@x"></iframe>', 'Content-Type: text/html');
    expect(read(archive([page, part(utf8(TABLE), 'Content-Type: text/html\r\nContent-ID: <f@x>')]))).toEqual([
      'a',
      ROWS
    ]);
  });

  it('may be parts inside parts, a single page, or cut off', () => {
    const inner = `Content-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain\r\n\r\nx\r\n--in\r\nContent-Type: text/html\r\n\r\n${utf8(TABLE)}\r\n--in--`;
    expect(read(archive([inner]))).toEqual([ROWS]);
    expect(read(`MIME-Version: 1.0\nContent-Type: text/html\n\n${utf8(TABLE)}`)).toEqual([ROWS]);
    const whole = archive([part(utf8(TABLE), 'Content-Type: text/html')]);
    expect(read(whole.slice(0, whole.lastIndexOf('</table>')))).toEqual([ROWS]);
  });

  it('are refused without a page or with broken base64', async () => {
    expect(await refusal(() => read(archive([part('x', 'Content-Type: text/plain')])))).toBe(
      'document.damaged mht-no-page'
    );
    const headers = 'Content-Type: text/html\r\nContent-Transfer-Encoding: base64';
    expect(await refusal(() => read(archive([part('AAAAA', headers)])))).toBe('document.damaged mht-base64');
  });

  it('are refused when their parts never end', async () => {
    let nested = 'Content-Type: text/html\r\n\r\nx';
    for (let depth = 0; depth < 20; depth++) {
      nested = `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${nested}\r\n--b${depth}--`;
    }
    expect(await refusal(() => read(nested))).toBe('document.damaged mht-depth');
    const many = archive(Array<string>(2_100).fill(part('x', 'Content-Type: text/html')));
    expect(await refusal(() => read(many))).toBe('document.limit zipEntries');
  });

  it('take linear time for long runs of blanks', () => {
    const headers = 'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable';
    const start = performance.now();
    read(archive([part(`${' '.repeat(2_000_000)}x`, headers)]));
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
