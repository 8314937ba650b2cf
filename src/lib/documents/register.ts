/** `units.csv`, the register of units: code,name,district,kind,order,former_names with `;` between former names. */
import Papa from 'papaparse';
import { z } from 'zod';
import { UNIT_KINDS, unitSchema, type Unit } from '../report/unit.ts';
import { decodeText } from './decode-text.ts';

/** `line`: one that is wrong, 1 the line of column names. `doubled`: a code that stands twice; names may, in districts. */
export class RegisterError extends Error {
  constructor(
    readonly fault:
      | { readonly code: 'empty' }
      | { readonly code: 'line'; readonly line: number; readonly detail: string }
      | { readonly code: 'doubled'; readonly unit: string }
  ) {
    super(fault.code);
    this.name = 'RegisterError';
  }
}

const COLUMNS = ['code', 'name', 'district', 'kind', 'order'];
/** A register of a whole province's streets and towns is 200 kB. */
const MOST_BYTES = 2_000_000;

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

/** In UTF-8 or as a spreadsheet saves it. Throws `RegisterError`, and `Refusal` when the bytes are no text. */
export function readRegister(bytes: Uint8Array): Unit[] {
  const { data, meta } = Papa.parse<Record<string, string>>(decodeText(bytes).text.trim(), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (header) => header.trim(),
    transform: (value) => value.trim()
  });
  const absent = COLUMNS.filter((column) => !(meta.fields ?? []).includes(column));
  if (absent.length > 0) throw new RegisterError({ code: 'line', line: 1, detail: absent.join(', ') });
  const units = data.map((row, index) => {
    const parsed = rowSchema.safeParse(row);
    if (parsed.success) return parsed.data;
    throw new RegisterError({ code: 'line', line: index + 2, detail: z.prettifyError(parsed.error) });
  });
  if (units.length === 0) throw new RegisterError({ code: 'empty' });
  const codes = new Set<string>();
  for (const { code } of units) {
    if (codes.has(code)) throw new RegisterError({ code: 'doubled', unit: code });
    codes.add(code);
  }
  return units;
}

/** A file of that name, whatever is in it, or one whose first line names a register's columns. */
export function looksLikeRegister(bytes: Uint8Array, fileName: string): boolean {
  if (bytes.length > MOST_BYTES) return false;
  if (/^units\.csv$/i.test(fileName)) return true;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const names = (head.split(/[\r\n]/, 1)[0] ?? '').replace(/^\u00ef\u00bb\u00bf/, '').split(',');
  const plain = new Set(names.map((name) => name.replaceAll('"', '').trim()));
  return COLUMNS.every((column) => plain.has(column));
}
