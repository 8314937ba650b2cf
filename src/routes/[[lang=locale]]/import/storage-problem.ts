import type { StorageError } from '$lib/imports/storage.ts';
import { m } from '$lib/paraglide/messages.js';

/** Why something was not saved, and what to do. */
export function storageProblem(error: StorageError): string {
  switch (error.code) {
    case 'full':
      return m.import_storage_full();
    case 'closed':
      return m.import_storage_closed();
    case 'failed':
      return m.import_storage_failed({ detail: error.message });
  }
}
