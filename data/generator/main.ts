/** Writes the demo city: `node dist/demo/main.js [folder]`, the folder being `data` when none is named. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildCity } from './city.ts';
import { filesOf } from './files.ts';

const folder = process.argv[2] ?? 'data';
const city = buildCity();
const files = filesOf(city);
rmSync(join(folder, 'demo'), { recursive: true, force: true });
let bytes = 0;
for (const [path, content] of files) {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  bytes += content.length;
}
process.stderr.write(
  `${city.reports.length} reports of ${city.units.length} units, ${city.mistakes.length} mistakes, ${(bytes / 1e6).toFixed(2)} MB in ${folder}\n`
);
