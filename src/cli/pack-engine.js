/**
 * Gzips the browser's database engine into `static/engine/`, from where any web server can hand it out as it is.
 * Plain JavaScript, because npm runs it (`prepare`) before anything is built. Files that are up to date are kept.
 */
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const FILES = ['duckdb-eh.wasm', 'duckdb-browser-eh.worker.js'];

const { resolve } = createRequire(import.meta.url);
const folder = fileURLToPath(new URL('../../static/engine/', import.meta.url));

await mkdir(folder, { recursive: true });
await Promise.all(FILES.map(pack));

/** @param {string} file */
async function pack(file) {
  const source = resolve(`@duckdb/duckdb-wasm/dist/${file}`);
  const target = path.join(folder, `${file}.gz`);
  const [from, to] = await Promise.all([stat(source), stat(target).catch(missing)]);
  if (to !== null && to.mtimeMs >= from.mtimeMs) return;
  const packed = await promisify(gzip)(await readFile(source), { level: 9 });
  // Under another name first: a build that is interrupted leaves no half of a file.
  await writeFile(`${target}.part`, packed);
  await rename(`${target}.part`, target);
  process.stderr.write(`static/engine/${file}.gz ${(packed.length / 1e6).toFixed(1)} MB\n`);
}

/**
 * @param {unknown} error
 * @returns {null}
 */
function missing(error) {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
