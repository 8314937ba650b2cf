import type { Layout } from '$lib/form/form.ts';
import { m } from '$lib/paraglide/messages.js';

const NAMES: Readonly<Record<Layout, () => string>> = {
  '2019': m.entry_layout_2019,
  '2021': m.entry_layout_2021,
  '2021-closed-once': m.entry_layout_2021_closed_once
};

export function layoutName(layout: Layout): string {
  return NAMES[layout]();
}
