import { m } from '../paraglide/messages.js';

const NAMES = {
  blank: m.note_blank,
  dash: m.note_dash,
  written: m.note_written,
  unreadable: m.note_unreadable,
  missing: m.note_missing
};

/** Why a cell is not simply its number: 空白, 填了横线, 写法特殊, 无法读取, 未找到. */
export function noteKindName(kind: keyof typeof NAMES): string {
  return NAMES[kind]();
}
