import { choice, yearField } from './fields.ts';
import type { Field } from './selection.ts';

/** The register's first unit unless said otherwise. */
const unitField: Field<string> = {
  ...choice((catalogue) => catalogue.units.map((unit) => unit.code), ''),
  fallback: (catalogue) => catalogue.units[0]?.code ?? ''
};

export const unitFields = { unit: unitField, year: yearField };
