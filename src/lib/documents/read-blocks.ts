import { Refusal } from '../report/issue.ts';
import type { DocumentContent } from './block.ts';
import { damaged, LIMITS } from './limits.ts';
import { READERS } from './readers.ts';
import { sniff } from './sniff.ts';

/** Reads a document of any known format. Throws nothing but `Refusal`. */
export async function readBlocks(bytes: Uint8Array): Promise<DocumentContent> {
  if (bytes.length === 0) throw new Refusal({ code: 'document.empty' });
  if (bytes.length > LIMITS.fileBytes) {
    const values = { bytes: bytes.length, most: LIMITS.fileBytes };
    throw new Refusal({ code: 'document.too-large', values });
  }
  try {
    const format = sniff(bytes);
    const load = READERS[format];
    if (!load) throw new Refusal({ code: 'document.unknown-format', values: { format } });
    const reader = await load();
    return await reader(bytes);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // A reader met something its author did not foresee: the document is refused, the batch goes on.
    throw damaged(error instanceof Error ? error.name : typeof error);
  }
}
