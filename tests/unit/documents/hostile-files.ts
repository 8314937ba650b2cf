/** Files made to stop, fill or deceive whoever reads them, and what each must come to. */
import { readFileSync } from 'node:fs';
import { deflateSync, strToU8, zipSync } from 'fflate';
import type { IssueCode } from '../../../src/lib/report/issue.ts';
import { reportHtml } from '../../e2e/report-html.ts';
import { docOf } from './build-doc.ts';
import { docx, mainPart, packageOf, paragraph, run } from './build-docx.ts';
import { buildOle } from './build-ole-names.ts';
import { pdf, text } from './build-pdf.ts';
import { rawZip, type RawEntry } from './build-zip.ts';

export interface HostileFile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** How it is refused; null: it is read. */
  readonly refused: IssueCode | null;
}

/** A page that tells whether markup of a document ever came to life. */
const SCRIPT = '<script>globalThis.hacked = 1</script><img src="x" onerror="globalThis.hacked = 1">';
const HANDLER = '<b onmouseover="globalThis.hacked = 1" onclick="globalThis.hacked = 1">0</b>';
const FORMULA = '=HYPERLINK("http://example.invalid","镇")';

const whole = (): Uint8Array => docx(paragraph(run('某镇2024年政府信息公开工作年度报告')).repeat(200));
const textOf = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(0x61);

/** A package whose text inflates to 100 MB. */
function bomb(claims: RawEntry['claims'] = {}): Uint8Array {
  const main: RawEntry = { name: 'word/document.xml', content: new Uint8Array(100_000_000).fill(0x20), claims };
  return rawZip([{ name: '[Content_Types].xml', content: strToU8('<Types/>') }, main]);
}

const many = (): Uint8Array => {
  const content = new Uint8Array();
  return rawZip(Array.from({ length: 60_000 }, (_, at) => ({ name: `${at}.txt`, content, stored: true })));
};

/** A PDF of `pdf()` whose list of objects says of its last page that it lies elsewhere: pdf.js lets that error go. */
export function withMisplacedPage(bytes: Uint8Array): Uint8Array {
  const file = new TextDecoder('latin1').decode(bytes);
  const page = file.lastIndexOf('\n', file.lastIndexOf(' 0 obj\n<< /Type /Page ')) + 1;
  const entry = `${String(page).padStart(10, '0')} 00000 n`;
  if (!file.includes(entry)) throw new Error('no such entry');
  return strToU8(file.replace(entry, `${String(page + 7).padStart(10, '0')} 00000 n`), true);
}

export const HOSTILE: readonly HostileFile[] = [
  { name: 'empty.docx', bytes: () => new Uint8Array(), refused: 'document.empty' },
  { name: 'truncated.docx', bytes: () => whole().subarray(0, 700), refused: 'document.damaged' },
  {
    name: 'password.docx',
    bytes: () => buildOle(['EncryptionInfo', 'EncryptedPackage']),
    refused: 'document.encrypted'
  },
  {
    name: 'password.xlsx',
    bytes: () => buildOle(['EncryptedPackage', 'EncryptionInfo', 'DataSpaces']),
    refused: 'document.encrypted'
  },
  {
    name: 'password.doc',
    bytes: () => docOf([{ text: '一\r' }], { flags: 0x0100 }),
    refused: 'document.encrypted'
  },
  {
    name: 'password.pdf',
    bytes: () => readFileSync(new URL('../../fixtures/documents/pdf-encrypted/report.pdf', import.meta.url)),
    refused: 'document.encrypted'
  },
  {
    name: 'misplaced page.pdf',
    bytes: () =>
      withMisplacedPage(pdf(['某镇2024年政府信息公开工作年度报告', '一', '二'].map((each) => text(each, 50, 800)))),
    refused: 'document.no-report'
  },
  { name: 'page.pdf', bytes: () => strToU8(reportHtml('甲镇', 2024, {})), refused: null },
  { name: '50 MB.txt', bytes: () => textOf(50_000_000), refused: 'document.too-large' },
  { name: '19 MB.txt', bytes: () => textOf(19_000_000), refused: 'document.too-large' },
  { name: '1 MB of one line.txt', bytes: () => textOf(1_000_000), refused: 'document.no-report' },
  {
    name: '1 MB of lines.txt',
    bytes: () => textOf(1_000_000).map((byte, at) => (at % 20 === 19 ? 10 : byte)),
    refused: 'document.no-report'
  },
  { name: 'honest bomb.docx', bytes: () => bomb(), refused: 'document.limit' },
  { name: 'lying bomb.docx', bytes: () => bomb({ inflatedSize: 500 }), refused: 'document.limit' },
  {
    name: 'entities.docx',
    bytes: () => {
      const levels = Array.from({ length: 9 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('');
      const doctype = `<!DOCTYPE a [<!ENTITY e0 "12345678">${levels}]><w:document`;
      return packageOf(mainPart(paragraph(run('&e9;'))).replace('<w:document', doctype));
    },
    refused: 'document.damaged'
  },
  { name: '60,000 entries.zip', bytes: many, refused: 'document.limit' },
  { name: 'tags.docx', bytes: () => packageOf(mainPart('<w:sdt>'.repeat(100_000))), refused: 'document.limit' },
  { name: 'tags.html', bytes: () => strToU8('<div>'.repeat(100_000)), refused: 'document.limit' },
  { name: 'tables.html', bytes: () => strToU8('<table><tr><td>'.repeat(1_000)), refused: 'document.limit' },
  {
    name: 'scripts.html',
    bytes: () => strToU8(reportHtml('乙镇', 2024, { 't3.new.person': `0${SCRIPT}`, 't3.new.total': HANDLER }) + SCRIPT),
    refused: null
  },
  { name: 'formula.html', bytes: () => strToU8(reportHtml(FORMULA, 2024, {})), refused: null }
];

/** An archive that would write outside its folder, with a report that is none the worse for it, and a bomb beside it. */
export function hostileArchive(): Uint8Array {
  const report = strToU8(reportHtml('丙镇', 2024, {}));
  return rawZip([
    { name: '../../../丙镇.html', content: report },
    { name: 'C:\\Windows\\bomb.txt', content: new Uint8Array(60_000_000) },
    { name: 'inner.zip', content: zipSync({ 'a.txt': deflateSync(report) }), stored: true }
  ]);
}
