import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readRegister, RegisterError } from '../lib/documents/register.ts';
import { m } from '../lib/paraglide/messages.js';
import type { Unit } from '../lib/report/unit.ts';
import { CommandError, type Output } from './output.ts';

/** Throws `CommandError` naming the line that is wrong, or the code that stands twice. */
async function openRegister(file: string): Promise<Unit[]> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new CommandError(m.cli_register_missing({ file, detail: String(error) }));
  });
  try {
    return readRegister(bytes);
  } catch (error) {
    if (error instanceof RegisterError) throw new CommandError(faultText(error, file));
    throw error;
  }
}

function faultText({ fault }: RegisterError, file: string): string {
  switch (fault.code) {
    case 'empty':
      return m.cli_register_empty({ file });
    case 'line':
      return m.cli_register_line({ file, line: fault.line, detail: fault.detail });
    case 'doubled':
      return m.cli_register_doubled({ file, code: fault.unit });
  }
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
  if (named !== undefined) return openRegister(named);
  for (const folder of paths) {
    for (const place of [folder, path.dirname(path.resolve(folder))]) {
      const file = path.join(place, REGISTER_NAME);
      if (!(await isFile(file))) continue;
      const shown = path.relative('', file);
      output.message(m.cli_register_found({ file: shown }));
      return openRegister(file);
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
