import { m } from '../paraglide/messages.js';

const NAMES: Readonly<Record<string, () => string>> = {
  overview: m.section_overview,
  proactive: m.section_proactive,
  requests: m.section_requests,
  disputes: m.section_disputes,
  problems: m.section_problems,
  'other-matters': m.section_other_matters
};

/** 一、总体情况; the key itself for a section that is not the form's. */
export function sectionName(key: string): string {
  return NAMES[key]?.() ?? key;
}
