import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { decodeText } from '../lib/documents/decode-text.ts';
import { m } from '../lib/paraglide/messages.js';
import { UNIT_KINDS, unitSchema, type Unit } from '../lib/report/unit.ts';
import { CommandError, type Output } from './output.ts';

const rowSchema = z
  .object({
    code: z.string(),
    name: z.string(),
    district: z.string(),
    kind: z.enum(UNIT_KINDS),
    order: z.coerce.number(),
    former_names: z.string().default('')
  })
  .transform(({ former_names, ...row }) => ({
    ...row,
    formerNames: former_names
      .split(/[;；]/)
      .map((name) => name.trim())
      .filter((name) => name !== '')
  }))
  .pipe(unitSchema);

/**
 * Reads `units.csv` (code,name,district,kind,order,former_names), in UTF-8 or as a spreadsheet saves it.
 * Throws `CommandError` naming the line that is wrong, or the code that stands twice; names may, in different districts.
 */
export async function readRegister(file: string): Promise<Unit[]> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new CommandError(m.cli_register_missing({ file, detail: String(error) }));
  });
  const { data } = Papa.parse<Record<string, string>>(decodeText(bytes).text.trim(), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim(),
    transform: (value) => value.trim()
  });
  const units = data.map((row, index) => {
    const parsed = rowSchema.safeParse(row);
    if (parsed.success) return parsed.data;
    throw new CommandError(m.cli_register_line({ file, line: index + 2, detail: z.prettifyError(parsed.error) }));
  });
  if (units.length === 0) throw new CommandError(m.cli_register_empty({ file }));
  const codes = units.map((unit) => unit.code);
  const doubled = codes.find((code, index) => codes.indexOf(code) !== index);
  if (doubled !== undefined) throw new CommandError(m.cli_register_doubled({ file, code: doubled }));
  return units;
}

const REGISTER_NAME = 'units.csv';

/**
 * The register named, or else the `units.csv` that lies in the folder of reports or beside it; null where there is
 * none. One that was found is said, because it decides which reports belong together.
 */
export async function findRegister(
  named: string | undefined,
  paths: readonly string[],
  output: Output
): Promise<Unit[] | null> {
  if (named !== undefined) return readRegister(named);
  for (const folder of paths) {
    for (const place of [folder, path.dirname(path.resolve(folder))]) {
      const file = path.join(place, REGISTER_NAME);
      if (!(await isFile(file))) continue;
      const shown = path.relative('', file);
      output.message(m.cli_register_found({ file: shown }));
      return readRegister(file);
    }
  }
  return null;
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false
  );
}
