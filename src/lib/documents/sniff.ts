import { Refusal } from '../report/issue.ts';
import type { Format } from './block.ts';
import { decodeText } from './decode-text.ts';
import { formatOfPackage, formatOfXml, type NamedFormat } from './named-formats.ts';
import { isOle, OleFile } from './ole.ts';
import { pictureType } from './picture-type.ts';
import { isZip, ZipArchive } from './unzip.ts';

/** RAR, 7z and gzip; a zip of documents is opened before its files come here. */
const ARCHIVES = [
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b, 0x08]
];
/** How far a signature that need not stand first may stand; the PDF specification allows 1,024 bytes. */
const HEAD = 1_024;
/** Bytes as characters of which hardly any but the ASCII ones are looked at. */
const ascii = new TextDecoder('latin1');
const MARKUP = /<(?:!doctype\s+html|html|head|body|table|t[rdh])(?=[\s>])/i;
const MARKUP_FIRST =
  /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:div|p|meta|title|style|script|link|span|center|font|h[1-6]|ul|ol)(?=[\s>])/i;
const XML_FIRST = /^\s*<\?xml\s/;
/** How much of an XML file is looked at; what it declares of itself stands in its first element. */
const XML_HEAD = 16_384;
/** That of Word 2003, and a package of later versions in one file. */
const WORD_XML =
  /<(?:\w+:)?wordDocument\s[^>]*schemas\.microsoft\.com\/office\/word\/2003\/wordml|<pkg:package[^]*\/word\/document\.xml/;
const EXCEL_XML =
  /<\?mso-application\s+progid="Excel\.Sheet"|<(?:\w+:)?Workbook\s[^>]*urn:schemas-microsoft-com:office:spreadsheet/;
const FLAT_ODT = /<office:document\s[^>]*office:mimetype="application\/vnd\.oasis\.opendocument\.text/;

/**
 * The format of a document by its content; a file's name says nothing. Throws `Refusal`: `document.unknown-format`,
 * `document.other-format` for one that is known by name and not read, `document.picture`, `document.archive`, `document.encrypted` for a protected Office file, `document.damaged` for a zip or OLE file without its directory.
 */
export function sniff(bytes: Uint8Array): Format {
  if (isZip(bytes)) return zipFormat(new ZipArchive(bytes));
  if (isOle(bytes)) return oleFormat(new OleFile(bytes).names);
  if (ARCHIVES.some((signature) => startsWith(bytes, signature))) throw new Refusal({ code: 'document.archive' });
  if (pictureType(bytes) !== null) throw new Refusal({ code: 'document.picture' });
  const head = latin1(bytes.subarray(0, HEAD));
  if (head.includes('%PDF-')) return 'pdf';
  if (/^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(head)) return 'rtf';
  if (isMime(head)) return 'mht';
  return textFormat(bytes);
}

function zipFormat(archive: ZipArchive): Format {
  const names = archive.entries.map(({ name }) => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase());
  if (names.includes('[content_types].xml')) {
    if (names.some((name) => name.startsWith('word/'))) return 'docx';
    if (names.some((name) => name.startsWith('xl/'))) return 'xlsx';
  }
  const mimetype = latin1(archive.read('mimetype') ?? new Uint8Array());
  if (mimetype.startsWith('application/vnd.oasis.opendocument.text')) return 'odt';
  throw otherFormat(formatOfPackage(names, mimetype));
}

function oleFormat(names: readonly string[]): Format {
  if (names.includes('EncryptedPackage')) throw new Refusal({ code: 'document.encrypted' });
  if (names.includes('WordDocument')) return 'doc';
  if (names.includes('Workbook') || names.includes('Book')) return 'xls';
  throw otherFormat(names.includes('PowerPoint Document') ? 'PowerPoint' : undefined);
}

/** A web archive opens with header lines, among them its version or a type of several parts. */
function isMime(head: string): boolean {
  const [headers = ''] = head.replace(/^\s+/, '').split(/\r?\n\r?\n/);
  return (
    /^[\w-]+:[ \t]/.test(headers) &&
    (/^MIME-Version:/im.test(headers) || /^Content-Type:\s*(?:multipart\/|text\/html)/im.test(headers))
  );
}

function textFormat(bytes: Uint8Array): Format {
  let text: string;
  try {
    ({ text } = decodeText(bytes));
  } catch (error) {
    if (error instanceof Refusal) throw unknownFormat();
    throw error;
  }
  const head = text.slice(0, XML_HEAD);
  // It has tables, as a web page has.
  if (EXCEL_XML.test(head)) return 'xls';
  if (MARKUP.test(text) || MARKUP_FIRST.test(text)) return 'html';
  // Word can also save a single XML file; as plain text it would be read as its own tags.
  if (XML_FIRST.test(text)) {
    if (FLAT_ODT.test(head)) return 'odt';
    if (WORD_XML.test(head)) return 'docx';
    throw otherFormat(formatOfXml(head));
  }
  if (!isPlainText(text)) throw unknownFormat();
  return 'txt';
}

/** Programs' own files hold many control characters, a text hardly any: at most one in a thousand. */
function isPlainText(text: string): boolean {
  const controls = text.match(/[^\P{Cc}\t\n\v\f\r]/gu)?.length ?? 0;
  // One is let pass in a short text too: old editors end a file with Ctrl-Z.
  return (controls - 1) * 1_000 <= text.length;
}

function otherFormat(name: NamedFormat | undefined): Refusal {
  return name === undefined ? unknownFormat() : new Refusal({ code: 'document.other-format', values: { name } });
}

function unknownFormat(): Refusal {
  return new Refusal({ code: 'document.unknown-format' });
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function latin1(bytes: Uint8Array): string {
  return ascii.decode(bytes.subarray(0, HEAD));
}
