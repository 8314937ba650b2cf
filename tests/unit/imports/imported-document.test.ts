import { expect, test } from 'vitest';
import { importedDocument } from '../../../src/lib/imports/imported-document.ts';
import { idOf, sampleReport } from './samples.ts';

test('a list is told of each report how many doubts and how many blank cells it has', () => {
  const blank = sampleReport('石桥镇', 2024, { 't3.new.total': null, 't3.new.person': null });
  const doubtful = { ...sampleReport('石桥镇', 2023), issues: [{ code: 'title.unit-missing' as const }] };
  const source = { id: idOf(1), file: '..\\年报.docx', size: 5, importedAt: '2026-02-01T00:00:00.000Z' };
  const result = {
    file: '年报.docx',
    status: 'partial' as const,
    format: 'docx',
    issues: [],
    reports: [blank, doubtful]
  };
  expect(importedDocument(source, result).reports).toEqual([
    { unit: '石桥镇', year: 2024, form: blank.form, doubts: 0, blanks: 2 },
    { unit: '石桥镇', year: 2023, form: blank.form, doubts: 1, blanks: 0 }
  ]);
});
