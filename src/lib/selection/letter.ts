import { choice, choiceOrAll, districtField, yearField } from './fields.ts';

/** `open`: errors that nobody dismissed or sent back, and all that was confirmed. The others: by their mark alone. */
export const LETTER_LISTS = ['open', 'confirmed', 'sent'] as const;
export type LetterList = (typeof LETTER_LISTS)[number];

export const letterFields = {
  year: yearField,
  district: districtField,
  unit: choiceOrAll((catalogue) => catalogue.units.map((unit) => unit.code)),
  list: choice<LetterList>(() => LETTER_LISTS, 'open'),
  /** `units`: a letter to each unit. `one`: one table of all. */
  shape: choice<'units' | 'one'>(() => ['units', 'one'], 'units')
};
