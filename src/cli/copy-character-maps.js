/**
 * Copies the character maps of PDFs with Chinese fonts that are not embedded into `static/engine/cmaps/`, from where
 * the readers in the browser fetch one when a document needs it. Plain JavaScript, as `pack-engine.js`.
 */
import { cp, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const source = path.join(path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps');
const target = fileURLToPath(new URL('../../static/engine/cmaps/', import.meta.url));

await mkdir(target, { recursive: true });
await cp(source, target, { recursive: true, preserveTimestamps: true });
