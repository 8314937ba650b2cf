import type { Change } from './storage.ts';
import {
  chosenKey,
  correctionKey,
  markKey,
  NO_RECORDS,
  reportKey,
  type ImportedDocument,
  type Records
} from './stored.ts';

/** The records as a change leaves them; documents in the order in which they were imported. */
export function afterChange(records: Records, change: Change): Records {
  const before = change.clear ? NO_RECORDS : records;
  const removed = new Set(change.removed);
  const stays = ({ document }: { document: string }): boolean => !removed.has(document);
  const staying = <T>(all: T[], stay: (each: T) => boolean): T[] => (removed.size === 0 ? all : all.filter(stay));
  return {
    documents: inOrder(
      replaced(
        staying(before.documents, ({ id }) => !removed.has(id)),
        change.documents?.map(({ document }) => document),
        ({ id }) => id
      )
    ),
    decisions: replaced(staying(before.decisions, stays), change.decisions, reportKey),
    corrections: without(
      replaced(staying(before.corrections, stays), change.corrections, correctionKey),
      change.removedCorrections,
      correctionKey
    ),
    marks: without(replaced(before.marks, change.marks, markKey), change.removedMarks, markKey),
    chosen: replaced(without(before.chosen, change.removedChosen, chosenKey), change.chosen, chosenKey),
    letterhead: change.letterhead ?? before.letterhead,
    units: replaced(before.units, change.units, ({ code }) => code),
    register: change.register ? [...change.register] : before.register
  };
}

/** By the time of import. Most often they are so already. */
function inOrder(documents: ImportedDocument[]): ImportedDocument[] {
  const ordered = documents.every(({ importedAt }, at) => importedAt >= (documents[at - 1]?.importedAt ?? ''));
  return ordered ? documents : [...documents].sort((a, b) => (a.importedAt < b.importedAt ? -1 : 1));
}

function replaced<T>(before: T[], after: readonly T[] = [], keyOf: (each: T) => string): T[] {
  if (after.length === 0) return before;
  return [...new Map([...before, ...after].map((each) => [keyOf(each), each])).values()];
}

function without<K, T extends K>(all: T[], gone: readonly K[] = [], keyOf: (each: K) => string): T[] {
  const keys = new Set(gone.map(keyOf));
  return keys.size === 0 ? all : all.filter((each) => !keys.has(keyOf(each)));
}
