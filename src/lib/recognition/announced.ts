/** What a text says it is the report of: 现公布云川街道2023年政府信息公开工作年度报告. */
import { foldText } from './normalise-label.ts';
import { isUnitLine, unitIn } from './title.ts';
import { yearsIn } from './year-words.ts';

/** 《…》, or what is published; a notice about reports goes on with 编制, 格式 or 的通知. */
const ANNOUNCED =
  /(?:《|(?:公布|发布|公开|编制|撰写|现将|形成)[了出]?《?)(?<named>[^《》。；;,，:：\n]{4,48}?(?:信息|政务)公开[^《》。；;,，\n]{0,6}(?:报告|年报))(?!编|格式|有关|的?通知|发布)/gu;
/** 我局, 本单位: whose text it is nobody can tell from that; 关于做好2023年…: a notice. */
const NO_NAME = /^(?:我|本|该|全|各)|关于|做好|通知|向社会/u;

interface Announced {
  readonly unit: string | null;
  readonly years: readonly number[];
}

/** The unit, if all that a text announces is its report. */
export function announcedUnit(text: string): string | null {
  const units = [...new Set(announcedIn(text).flatMap(({ unit }) => unit ?? []))];
  return units.length === 1 ? (units[0] ?? null) : null;
}

export function announcedYears(text: string): number[] {
  return [...new Set(announcedIn(text).flatMap(({ years }) => years))];
}

/** Reports of a named year only: a rule or a form is of none. */
function announcedIn(text: string): Announced[] {
  return [...foldText(text).matchAll(ANNOUNCED)].flatMap(({ groups }): Announced[] => {
    const named = groups?.['named'] ?? '';
    const years = yearsIn(named);
    if (years.length !== 1) return [];
    const unit = unitIn(named);
    return [{ unit: unit !== null && isUnitLine(unit) && !NO_NAME.test(unit) ? unit : null, years }];
  });
}
