import { z } from 'zod';
import { type Catalogue, latestYear } from './catalogue.ts';
import type { Field } from './selection.ts';

/** `null` stands for all of them and is written `all`. */
export const ALL = 'all';

export const yearField: Field<number> = {
  schema: (catalogue) =>
    z
      .string()
      .regex(/^\d{4}$/)
      .transform(Number)
      .refine((year) => catalogue.years.includes(year)),
  fallback: latestYear,
  print: String
};

export function choiceOrAll<T extends string>(choices: (catalogue: Catalogue) => readonly T[]): Field<T | null> {
  return {
    schema: (catalogue) =>
      z.string().transform((raw, context) => {
        if (raw === ALL) return null;
        const choice = choices(catalogue).find((each) => each === raw);
        if (choice !== undefined) return choice;
        context.addIssue({ code: 'custom', message: 'not offered' });
        return z.NEVER;
      }),
    fallback: () => null,
    print: (value) => value ?? ALL
  };
}

export function choice<T extends string>(choices: (catalogue: Catalogue) => readonly T[], fallback: T): Field<T> {
  return {
    schema: (catalogue) =>
      z.string().transform((raw, context) => {
        const chosen = choices(catalogue).find((each) => each === raw);
        if (chosen !== undefined) return chosen;
        context.addIssue({ code: 'custom', message: 'not offered' });
        return z.NEVER;
      }),
    fallback: () => fallback,
    print: (value) => value
  };
}

/** Several of them, comma-separated; none by default. One unknown name spoils the whole, so that none is lost unseen. */
export function choices<T extends string>(offered: (catalogue: Catalogue) => readonly T[]): Field<readonly T[]> {
  return {
    schema: (catalogue) =>
      z.string().transform((raw, context) => {
        const wanted = raw.split(',').filter((part) => part !== '');
        const known = offered(catalogue).filter((each) => wanted.includes(each));
        if (known.length === new Set(wanted).size) return known;
        context.addIssue({ code: 'custom', message: 'not offered' });
        return z.NEVER;
      }),
    fallback: () => [],
    print: (value) => value.join(',')
  };
}

export function wholeNumber(fallback: number, least: number, most: number): Field<number> {
  return {
    schema: () =>
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number)
        .refine((value) => value >= least && value <= most),
    fallback: () => fallback,
    print: String
  };
}

/** Free text to search by; never more than a name's length. */
export const searchField: Field<string> = {
  schema: () => z.string().trim().max(40),
  fallback: () => '',
  print: (value) => value
};

export const districtField = choiceOrAll((catalogue) => catalogue.districts);
export const kindField = choiceOrAll((catalogue) => catalogue.kinds);
