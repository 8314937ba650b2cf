/** Whose figure a clause gives when it names an office: 甲镇收到3件, 区住建局答复5件. */

/** Words between the named office and what it did. */
const THEN = '(?:共计|一共|全年|今年|本年度?|分别|各|共|累计|已经|已)*$';
/** A street, town or township by its name, or an office of a higher government by what it is called there. */
const PLACE = new RegExp(`(?<name>\\p{Script=Han}{1,12})(?:街道|镇|乡)(?:办事处|人民政府|政府)?${THEN}`, 'u');
const OFFICE = new RegExp(`(?<name>[区县市省旗州]\\p{Script=Han}{1,12}?(?:办公室|委员会|局|委|办|厅))${THEN}`, 'u');

/** Most clauses name none, which this tells quickly. */
const SIGN = /街道|镇|乡|办公室|局|委|办|厅/u;

/** What may run into a name from the left. */
const LEAD =
  /^(?:截至|截止|目前|年底|年末|期间|全年|今年|本年度?|年度|年|其中|同期|由|经|在|向|对|而|但|另外|另|此外|据统计|经统计|统计)+/u;
/** 我镇 and 全街道 are the report's own, 乡镇 and 城镇 are no names. */
const UNNAMED = /(?:^|[我本全各该乡城村集小])$/u;

/** Whether the clause ends with an office of another name than the report's; `unit` null: that cannot be told. */
export function isAboutAnother(clause: string, unit: string | null): boolean {
  if (unit === null) return false;
  const name = nameIn(clause);
  return name !== null && !isCalled(unit, name);
}

/** Whether the clause ends with the report's own office by its name. */
export function isAboutOwn(clause: string, unit: string | null): boolean {
  const name = nameIn(clause);
  return unit !== null && name !== null && isCalled(unit, name);
}

function nameIn(clause: string): string | null {
  if (!SIGN.test(clause)) return null;
  const name = (OFFICE.exec(clause) ?? PLACE.exec(clause))?.groups?.['name']?.replace(LEAD, '') ?? '';
  return UNNAMED.test(name) ? null : name;
}

/** 区住建局 is what 某某区住房和城乡建设局 is called for short; a name may also say more than the title does. */
function isCalled(unit: string, name: string): boolean {
  let found = 0;
  for (const character of unit) if (character === name[found]) found += 1;
  const stem = unit.replace(/(?:街道|镇|乡)?(?:办事处|人民政府)?$/u, '');
  return found === name.length || (stem !== '' && name.includes(stem));
}
