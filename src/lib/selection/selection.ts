import type { z } from 'zod';
import type { Catalogue } from './catalogue.ts';

/** One URL parameter: how its text is checked against the catalogue, and what holds when it is missing. */
export interface Field<T> {
  schema(catalogue: Catalogue): z.ZodType<T, string>;
  fallback(catalogue: Catalogue): T;
  print(value: T): string;
}

export type Selected<F> = { readonly [Key in keyof F]: F[Key] extends Field<infer T> ? T : never };

/** A parameter whose text was not understood; the fallback was taken instead, and the page says so. */
export interface Problem {
  readonly parameter: string;
  readonly raw: string;
  readonly fallback: string;
}

export interface ReadSelection<F> {
  readonly selection: Selected<F>;
  readonly problems: readonly Problem[];
}

type AnyFields = Readonly<Record<string, Field<unknown>>>;

/** What holds when the URL says nothing. */
export function defaultSelection<F extends AnyFields>(fields: F, catalogue: Catalogue): Selected<F> {
  const entries = Object.entries(fields).map(([parameter, field]) => [parameter, field.fallback(catalogue)]);
  return Object.fromEntries(entries) as Selected<F>;
}

/** URL query → selection. Unknown parameters are left alone; a bad one falls back and is named. */
export function readSelection<F extends AnyFields>(
  fields: F,
  search: URLSearchParams,
  catalogue: Catalogue
): ReadSelection<F> {
  const problems: Problem[] = [];
  const entries = Object.entries(fields).map(([parameter, field]) => {
    const raw = search.get(parameter);
    if (raw === null) return [parameter, field.fallback(catalogue)];
    const result = field.schema(catalogue).safeParse(raw);
    if (result.success) return [parameter, result.data];
    const fallback = field.fallback(catalogue);
    problems.push({ parameter, raw, fallback: field.print(fallback) });
    return [parameter, fallback];
  });
  return { selection: Object.fromEntries(entries) as Selected<F>, problems };
}

/** Selection → URL query, with what equals its fallback left out: `?year=2024&district=…` or an empty string. */
export function printSelection<F extends AnyFields>(fields: F, selection: Selected<F>, catalogue: Catalogue): string {
  const search = new URLSearchParams();
  for (const [parameter, field] of Object.entries(fields)) {
    const text = field.print(selection[parameter as keyof F]);
    if (text !== field.print(field.fallback(catalogue))) search.set(parameter, text);
  }
  const query = search.toString();
  return query === '' ? '?' : `?${query}`;
}
