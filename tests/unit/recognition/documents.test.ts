import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readDocument } from '../../../src/lib/recognition/read-document.ts';

const FIXTURES = new URL('../../fixtures/documents/', import.meta.url);

const expectedSchema = z.object({
  reports: z.array(
    z.object({
      unit: z.string().nullable(),
      year: z.number().nullable(),
      form: z.enum(['2019', '2021']),
      cells: z.record(z.string(), z.number().nullable()),
      raw: z.record(z.string(), z.string()),
      issues: z.array(z.string())
    })
  )
});

/** Folders of other readers' tests hold one report each, and no such file. */
const EXPECTED = 'expected-reports.json';
const cases = readdirSync(FIXTURES).filter((name) => existsSync(new URL(`${name}/${EXPECTED}`, FIXTURES)));

describe.each(cases)('the document %s', (name) => {
  const folder = new URL(`${name}/`, FIXTURES);
  const expected = expectedSchema.parse(JSON.parse(readFileSync(new URL(EXPECTED, folder), 'utf8')));

  it.each(readdirSync(folder).filter((file) => file !== EXPECTED))('%s is read as expected', async (file) => {
    const result = await readDocument(new Uint8Array(readFileSync(new URL(encodeURIComponent(file), folder))), file);
    const found = result.reports.map(({ unit, year, form, cells, notes, issues }) => ({
      unit,
      year,
      form,
      cells,
      raw: Object.fromEntries(notes.filter(({ kind }) => kind !== 'blank').map(({ cell, raw }) => [cell, raw])),
      issues: issues.map(({ code }) => code)
    }));
    expect(found).toEqual(expected.reports);
    const clean = expected.reports.every(({ issues }) => issues.length === 0);
    expect(result.status).toBe(expected.reports.length === 0 ? 'refused' : clean ? 'read' : 'partial');
  });
});
