import { m } from '../paraglide/messages.js';

const KINDS: Readonly<Record<string, () => string>> = {
  街道: m.kind_subdistrict,
  镇: m.kind_town,
  乡: m.kind_township,
  部门: m.kind_department,
  其他: m.kind_other
};

/** A kind of unit in the page's language; the register's own word when it is none of these. */
export function kindName(kind: string): string {
  return KINDS[kind]?.() ?? kind;
}
