import { m } from '../paraglide/messages.js';

const NAMES = { none: m.mark_none, confirmed: m.mark_confirmed, dismissed: m.mark_dismissed, sent: m.mark_sent };

/** What a person has noted about a flag, in few words. */
export function markName(mark: keyof typeof NAMES): string {
  return NAMES[mark]();
}
