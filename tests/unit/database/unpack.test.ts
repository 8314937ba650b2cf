import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fetchUnpacked } from '../../../src/lib/database/unpack.ts';

const TEXT = '年报'.repeat(1000);
const packed = gzipSync(TEXT);

let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/as-it-is.gz') response.end(packed);
    else if (request.url === '/decoded.gz') response.writeHead(200, { 'content-encoding': 'gzip' }).end(packed);
    else if (request.url === '/plain') response.end(TEXT);
    else if (request.url === '/damaged.gz') response.end(packed.subarray(0, packed.length - 12));
    else if (request.url === '/empty') response.end();
    else response.writeHead(404).end('not here');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  base = `http://127.0.0.1:${port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

it.each(['/as-it-is.gz', '/decoded.gz', '/plain'])('%s gives the file', async (path) => {
  expect(new TextDecoder().decode(await fetchUnpacked(base + path))).toBe(TEXT);
});

it('an empty file is empty', async () => {
  expect(await fetchUnpacked(`${base}/empty`)).toHaveLength(0);
});

it('half of a packed file is refused', async () => {
  await expect(fetchUnpacked(`${base}/damaged.gz`)).rejects.toThrow();
});

it('a file that is not there, and a server that is not there, are told apart', async () => {
  const url = `${base}/gone.gz`;
  await expect(fetchUnpacked(url)).rejects.toMatchObject({ name: 'FetchError', status: 404, url });
  await expect(fetchUnpacked('http://127.0.0.1:1/x')).rejects.toMatchObject({ name: 'FetchError', status: 0 });
});
