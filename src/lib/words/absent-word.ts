import type { AbsentState } from '../measures/figure.ts';
import { m } from '../paraglide/messages.js';

/** The word that stands where there is no figure, on screen and in CSV alike. */
export function absentWord(state: AbsentState): string {
  switch (state) {
    case 'blank':
      return m.figure_blank();
    case 'unread':
      return m.figure_unread();
    case 'not-on-form':
      return m.figure_not_on_form();
    case 'not-submitted':
      return m.figure_not_submitted();
    case 'no-denominator':
      return m.figure_no_denominator();
  }
}
