/**
 * Copies the recogniser of digits with its data and licences into `static/engine/recogniser/`, from where the page
 * fetches them when a person asks for proposals. Plain JavaScript, as `pack-engine.js`.
 */
import { cp, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const { resolve } = createRequire(import.meta.url);
const core = createRequire(resolve('tesseract.js'));
/** Instructions over several values at once are in every browser the site works in. */
const FILES = [
  resolve('tesseract.js/dist/worker.min.js'),
  resolve('tesseract.js/dist/worker.min.js.LICENSE.txt'),
  resolve('tesseract.js/LICENSE.md'),
  core.resolve('tesseract.js-core/tesseract-core-simd-lstm.js'),
  core.resolve('tesseract.js-core/tesseract-core-simd-lstm.wasm'),
  resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz')
];

const target = fileURLToPath(new URL('../../static/engine/recogniser/', import.meta.url));
await mkdir(target, { recursive: true });
for (const file of FILES) {
  await cp(file, path.join(target, path.basename(file)), { preserveTimestamps: true });
}
