import type { PrintedHeading, PrintedLabel } from '../form/printed-form.ts';
import { m } from '../paraglide/messages.js';
import { isChinese } from './number-words.ts';
import { COLUMN_NAMES, ROW_NAMES } from './row-names.ts';

const HEADINGS: Readonly<Record<PrintedHeading, () => string>> = {
  item: m.heading_item,
  'identity-note': m.heading_identity_note,
  applicants: m.heading_applicants,
  organisations: m.heading_organisations,
  outcomes: m.heading_outcomes,
  review: m.heading_review,
  suits: m.heading_suits,
  suit: m.heading_suit,
  'suit-after-review': m.heading_suit_after_review
};

const GROUPS: Readonly<Record<string, () => string>> = {
  denied: m.group_denied,
  unavailable: m.group_unavailable,
  rejected: m.group_rejected,
  closed: m.group_closed
};

/** A label of the official form: in Chinese as the form prints it, in English by its short name. */
export function printedLabel(label: PrintedLabel): string {
  if (isChinese()) return label.official;
  switch (label.kind) {
    case 'row':
      return ROW_NAMES[label.row]?.() ?? label.official;
    case 'group':
      return GROUPS[label.group]?.() ?? label.official;
    case 'column':
      return COLUMN_NAMES[label.column]?.() ?? label.official;
    case 'heading':
      return HEADINGS[label.heading]();
    case 'section':
      return m.heading_section({ number: label.official.replace(/\D*([一二三四五六七八九十]+)）.*/u, '$1') });
  }
}
