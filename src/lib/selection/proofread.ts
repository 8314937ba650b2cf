import { z } from 'zod';
import { isCellId, type CellId } from '../form/form.ts';

/** Which report of which imported document, and which of its cells. */
export interface ProofreadAddress {
  readonly document: string;
  readonly index: number;
  readonly cell: CellId | null;
}

const addressSchema = z.object({
  document: z.string().regex(/^[0-9a-f]{64}$/),
  report: z.coerce.number().int().nonnegative().catch(0),
  cell: z.string().refine(isCellId).nullable().catch(null)
});

/** null when the address names no document. */
export function readAddress(search: URLSearchParams): ProofreadAddress | null {
  const { data } = addressSchema.safeParse({
    document: search.get('document'),
    report: search.get('report') ?? 0,
    cell: search.get('cell')
  });
  return data ? { document: data.document, index: data.report, cell: data.cell } : null;
}

export function printAddress({ document, index, cell }: ProofreadAddress): string {
  const search = new URLSearchParams({ document, report: String(index) });
  if (cell !== null) search.set('cell', cell);
  return `?${search.toString()}`;
}
