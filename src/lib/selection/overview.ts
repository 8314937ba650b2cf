import { districtField, yearField } from './fields.ts';

export const overviewFields = { year: yearField, district: districtField };
