import { m } from '$lib/paraglide/messages.js';
import { entryText } from '$lib/proofread/parse-entry.ts';
import type { Proposal, SumVerdict } from '$lib/proofread/proposal.ts';

/** As it stands in its field, where it must not look like a value: signs beside the figure, not only a colour. */
export function proposalMark({ value, sure }: Proposal, verdict: SumVerdict): string {
  const figure = value === null ? m.ocr_blank() : entryText(value);
  return `${figure}${sure ? '?' : '??'}${verdict === 'breaks' ? '≠' : ''}`;
}

/** What was read, how sure it is, what the sums say. */
export function proposalWords({ value, sure }: Proposal, verdict: SumVerdict): string[] {
  const sums = { agrees: m.ocr_sum_agrees, breaks: m.ocr_sum_breaks };
  return [
    m.ocr_proposal({ value: value === null ? m.ocr_blank() : entryText(value) }),
    sure ? m.ocr_sure() : m.ocr_unsure(),
    ...(verdict === null ? [] : [sums[verdict]()])
  ];
}
