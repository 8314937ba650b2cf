import { readBlocks } from '../documents/read-blocks.ts';
import type { DocumentContent, Format } from '../documents/block.ts';
import { Refusal, type Issue } from '../report/issue.ts';
import { documentResultSchema, type DocumentResult } from '../report/report.ts';
import { recognise } from './recognise.ts';

/**
 * Reads one document of any format into its reports. Never throws: whatever stops the reading is an issue of the
 * result, so that the rest of a batch goes on. `fileName` is only asked for unit and year when the text has none.
 */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<DocumentResult> {
  let format: Format | null = null;
  try {
    const content: DocumentContent = await readBlocks(bytes);
    format = content.format;
    const { reports, issues } = recognise(content, fileName);
    const clean = issues.length === 0 && reports.every((report) => report.issues.length === 0);
    const status = reports.length === 0 ? 'refused' : clean ? 'read' : 'partial';
    return documentResultSchema.parse({ file: fileName, status, format, reports, issues });
  } catch (error) {
    return { file: fileName, status: 'refused', format, reports: [], issues: [issueOf(error)] };
  }
}

function issueOf(error: unknown): Issue {
  if (error instanceof Refusal) return error.issue;
  return { code: 'document.damaged', values: { reason: error instanceof Error ? error.name : typeof error } };
}
