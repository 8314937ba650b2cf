import { z } from 'zod';
import type { Flag } from '../checks/rule.ts';
import { markKey, type Mark } from '../imports/stored.ts';

/** `confirmed`: goes into the letter. `dismissed`: no mistake, with a reason. `sent`: the letter has gone out. */
export const MARK_KINDS = ['confirmed', 'dismissed', 'sent'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];
export const markKindSchema = z.enum(MARK_KINDS);

/** What a mark is about: it stays with the rule, unit, year and cells, wherever the flag stands in a list. */
export type Marked = Pick<Flag, 'rule' | 'unit' | 'year' | 'cells'>;

export interface ReviewMark {
  readonly kind: MarkKind;
  /** Why it was dismissed; may be empty for the others. */
  readonly note: string;
}

export type MarkOf = (flag: Marked) => ReviewMark | null;

/** Kept marks by what they are about; marks of kinds that are not known here are left out. */
export function marksByKey(kept: readonly Mark[]): ReadonlyMap<string, ReviewMark> {
  return new Map(
    kept.flatMap((mark) => {
      const kind = markKindSchema.safeParse(mark.mark);
      return kind.success ? [[markKey(mark), { kind: kind.data, note: mark.note }]] : [];
    })
  );
}

export function dismissedYears(kept: readonly Mark[]): readonly number[] {
  return [...new Set(kept.filter(({ mark }) => mark === 'dismissed').map(({ year }) => year))];
}

/** Marks as they are kept, made now. */
export function newMarks(flags: readonly Marked[], kind: MarkKind, note: string): Mark[] {
  const at = new Date().toISOString();
  return flags.map((flag) => ({ ...placeOf(flag), mark: kind, note, at }));
}

/** What a mark is known by, without whatever else a flag has. */
export function placeOf({ rule, unit, year, cells }: Marked): Pick<Mark, 'rule' | 'unit' | 'year' | 'cells'> {
  return { rule, unit, year, cells: [...cells] };
}
