import { choiceOrAll } from './fields.ts';

/** All years unless one is chosen. */
export const rulesFields = { year: choiceOrAll((catalogue) => catalogue.years.map(String)) };
