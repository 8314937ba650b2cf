import type { Paper } from '../paper.ts';
import { htmlMarkup } from './html.ts';

function quotedPrintable(bytes: Uint8Array): string {
  const lines: string[] = [];
  let line = '';
  for (const byte of bytes) {
    const sign = String.fromCharCode(byte);
    const coded = /[\x20-\x3c\x3e-\x7e]/.test(sign) ? sign : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    if (line.length + coded.length > 75) {
      lines.push(`${line}=`);
      line = '';
    }
    line += coded;
  }
  return [...lines, line].join('\r\n');
}

function base64(bytes: Uint8Array): string {
  const lines = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')).match(/.{1,76}/g);
  return (lines ?? []).join('\r\n');
}

/** A page saved as a web archive; `variant` chooses how its bytes are written. */
export function writeMht(paper: Paper, variant = 0): Uint8Array {
  const bytes = new TextEncoder().encode(htmlMarkup(paper, 'utf-8'));
  const coded = variant % 2 === 0;
  const head = [
    'From: <Saved by a browser>',
    'Subject: report',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="----=_part"',
    '',
    '------=_part',
    'Content-Type: text/html; charset=utf-8',
    `Content-Transfer-Encoding: ${coded ? 'quoted-printable' : 'base64'}`,
    'Content-Location: http://localhost/report.html'
  ];
  const body = coded ? quotedPrintable(bytes) : base64(bytes);
  return new TextEncoder().encode([...head, '', body, '------=_part--', ''].join('\r\n'));
}
