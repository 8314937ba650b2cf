/** Packs and opens workspace files beside the page. One worker does one of the two, once. */
import type { StoredResult, Records } from './stored.ts';
import type { WholeDocument } from './storage.ts';
import { openWorkspace, WorkspaceError, WorkspaceWriter } from './workspace.ts';

/** Each document of a workspace comes by itself, so that no message holds up the page. */
export type WorkspaceRequest =
  | { readonly kind: 'add'; readonly result: StoredResult; readonly original: Blob }
  | { readonly kind: 'finish'; readonly records: Records; readonly savedAt: string }
  | { readonly kind: 'open'; readonly file: Blob };

export type WorkspaceReply =
  | { readonly kind: 'added' }
  | { readonly kind: 'packed'; readonly file: Blob }
  | { readonly kind: 'document'; readonly whole: WholeDocument }
  | { readonly kind: 'opened'; readonly records: Records }
  | { readonly kind: 'refused'; readonly code: WorkspaceError['code'] };

const writer = new WorkspaceWriter();

addEventListener('message', ({ data }: MessageEvent<WorkspaceRequest>) => void answer(data));

async function answer(request: WorkspaceRequest): Promise<void> {
  switch (request.kind) {
    case 'add':
      writer.add(request.result, new Uint8Array(await request.original.arrayBuffer()));
      return reply({ kind: 'added' });
    case 'finish':
      return reply({ kind: 'packed', file: new Blob(writer.finish(request.records, request.savedAt)) });
    case 'open':
      return open(request.file);
  }
}

async function open(file: Blob): Promise<void> {
  try {
    const { records, documents } = openWorkspace(new Uint8Array(await file.arrayBuffer()));
    for (const { document, result, original } of documents) {
      reply({ kind: 'document', whole: { document, result, original: new Blob([new Uint8Array(original)]) } });
    }
    reply({ kind: 'opened', records });
  } catch (error) {
    if (!(error instanceof WorkspaceError)) throw error;
    reply({ kind: 'refused', code: error.code });
  }
}

function reply(message: WorkspaceReply): void {
  postMessage(message);
}
