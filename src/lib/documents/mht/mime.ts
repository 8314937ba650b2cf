import { damaged, LIMITS, overLimit } from '../limits.ts';

/** A part of a MIME message (RFC 2045). All text here is bytes written as characters U+0000 to U+00FF. */
export interface MimePart {
  /** Lower-case names. */
  readonly headers: ReadonlyMap<string, string>;
  /** Lower case, `text/plain` when not stated. */
  readonly type: string;
  /** Of the type: `charset`, `boundary`, `start`. Lower-case names. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Multiparts inside multiparts; a saved page has one or two. */
const DEEPEST = 8;

export function parsePart(bytes: Uint8Array): MimePart {
  return partOf(latin1(bytes).replace(/^\s+/, ''));
}

/** The parts that hold no parts, in order. Throws `Refusal` when they are too many or too deep. */
export function leavesOf(part: MimePart, depth = 0): MimePart[] {
  const boundary = part.parameters.get('boundary');
  if (!part.type.startsWith('multipart/') || boundary === undefined) return [part];
  if (depth >= DEEPEST) throw damaged('mht-depth');
  const leaves = bodiesOf(part.body, boundary).flatMap((text) => leavesOf(partOf(text), depth + 1));
  if (leaves.length > LIMITS.zipEntries) throw overLimit('zipEntries');
  return leaves;
}

/** The part's content with its transfer encoding undone. Throws `Refusal` on base64 that is none. */
export function contentOf(part: MimePart): Uint8Array {
  const encoding = part.headers.get('content-transfer-encoding')?.trim().toLowerCase() ?? '';
  if (encoding === 'quoted-printable') return bytesOf(fromQuotedPrintable(part.body));
  if (encoding !== 'base64') return bytesOf(part.body);
  try {
    return bytesOf(atob(part.body.replace(/[^A-Za-z0-9+/]/g, '')));
  } catch (error) {
    if (error instanceof DOMException) throw damaged('mht-base64');
    throw error;
  }
}

function partOf(text: string): MimePart {
  const end = /\r?\n\r?\n/.exec(text);
  const head = end ? text.slice(0, end.index) : text;
  const headers = new Map<string, string>();
  // A line that begins with white space goes on with the header before it.
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (name !== '' && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  const stated = headers.get('content-type') ?? '';
  const type = /^[\w.+-]+\/[\w.+-]+/.exec(stated)?.[0].toLowerCase() ?? 'text/plain';
  const parameters = new Map(
    [...stated.matchAll(/;\s*([\w-]+)\s*=\s*(?:"([^"]*)"|([^\s;]+))/g)].map(
      ([, name = '', quoted, plain]): [string, string] => [name.toLowerCase(), quoted ?? plain ?? '']
    )
  );
  return { headers, type, parameters, body: end ? text.slice(end.index + end[0].length) : '' };
}

/** What stands between the lines `--boundary`, up to the line `--boundary--` or the end of a cut file. */
function bodiesOf(body: string, boundary: string): string[] {
  const delimiter = new RegExp(
    `(?:^|\\r?\\n)--${boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(--)?[ \\t]*(?=\\r?\\n|$)`,
    'g'
  );
  const bodies: string[] = [];
  let from: number | undefined;
  for (const match of body.matchAll(delimiter)) {
    if (from !== undefined) bodies.push(body.slice(from, match.index).replace(/^\r?\n/, ''));
    if (bodies.length > LIMITS.zipEntries) throw overLimit('zipEntries');
    from = match[1] === undefined ? match.index + match[0].length : undefined;
    if (from === undefined) return bodies;
  }
  if (from !== undefined) bodies.push(body.slice(from).replace(/^\r?\n/, ''));
  return bodies;
}

function fromQuotedPrintable(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replaceAll('=\n', '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The label `latin1` means windows-1252 to a decoder, so bytes are turned into characters one by one. */
function latin1(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) pieces.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return pieces.join('');
}

/** As many arguments as any engine takes. */
const CHUNK = 8_192;

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
