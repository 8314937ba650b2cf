import type { Change } from './storage.ts';
import { correctionKey, markKey, reportKey, type Records } from './stored.ts';

/** The records as a change leaves them; documents in the order in which they were imported. */
export function afterChange(records: Records, change: Change): Records {
  const before = change.clear ? null : records;
  const removed = new Set(change.removed);
  const stays = ({ document }: { document: string }): boolean => !removed.has(document);
  const documents = replaced(
    (before?.documents ?? []).filter(({ id }) => !removed.has(id)),
    (change.documents ?? []).map(({ document }) => document),
    ({ id }) => id
  );
  return {
    documents: documents.sort((a, b) => (a.importedAt < b.importedAt ? -1 : 1)),
    decisions: replaced((before?.decisions ?? []).filter(stays), change.decisions, reportKey),
    corrections: without(
      replaced((before?.corrections ?? []).filter(stays), change.corrections, correctionKey),
      change.removedCorrections,
      correctionKey
    ),
    marks: without(replaced(before?.marks ?? [], change.marks, markKey), change.removedMarks, markKey),
    units: replaced(before?.units ?? [], change.units, ({ code }) => code),
    register: [...(change.register ?? before?.register ?? [])]
  };
}

function replaced<T>(before: readonly T[], after: readonly T[] = [], keyOf: (each: T) => string): T[] {
  if (after.length === 0) return [...before];
  return [...new Map([...before, ...after].map((each) => [keyOf(each), each])).values()];
}

function without<K, T extends K>(all: T[], gone: readonly K[] = [], keyOf: (each: K) => string): T[] {
  const keys = new Set(gone.map(keyOf));
  return keys.size === 0 ? all : all.filter((each) => !keys.has(keyOf(each)));
}
