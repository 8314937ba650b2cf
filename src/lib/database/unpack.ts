/** A file of the site that did not come. `status` is the server's answer, or 0 when there was none. */
export class FetchError extends Error {
  constructor(
    readonly url: string,
    readonly status: number,
    options?: ErrorOptions
  ) {
    super(`${status} ${url}`, options);
    this.name = 'FetchError';
  }
}

/**
 * Fetches a file that is stored gzipped. Many servers hand `.gz` files out as they are, some say
 * `Content-Encoding: gzip` and the browser has unpacked them already: the bytes tell which.
 * Throws `FetchError`, or a `TypeError` when the gzip data is damaged.
 */
export async function fetchUnpacked(url: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new FetchError(url, 0, { cause });
  });
  if (!response.ok) throw new FetchError(url, response.status);
  return unpack(new Uint8Array(await response.arrayBuffer()));
}

export async function unpack(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** An address inside the page for bytes, e.g. of a worker's script. Whoever asks revokes it. */
export function blobUrl(bytes: Uint8Array<ArrayBuffer>, type: string): string {
  return URL.createObjectURL(new Blob([bytes], { type }));
}
