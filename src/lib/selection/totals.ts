import { ALL_CELLS } from '../form/form.ts';
import { choiceOrAll, districtField, yearField } from './fields.ts';

export const totalsFields = {
  year: yearField,
  district: districtField,
  /** The cell whose units are listed; null: none. */
  cell: choiceOrAll(() => ALL_CELLS.map(({ id }) => id))
};
