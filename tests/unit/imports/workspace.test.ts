import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../../src/lib/imports/hash.ts';
import { importedDocument } from '../../../src/lib/imports/imported-document.ts';
import { NO_RECORDS, type Records, type StoredResult } from '../../../src/lib/imports/stored.ts';
import { openWorkspace, WorkspaceError, WorkspaceWriter } from '../../../src/lib/imports/workspace.ts';
import { sampleReport, UNITS } from './samples.ts';

const AT = '2026-02-01T00:00:00.000Z';
const original = strToU8('the document as it came');
const id = hashOf(original);
const result: StoredResult = {
  id,
  file: '石桥镇.docx',
  status: 'partial',
  format: 'docx',
  reports: [{ ...sampleReport('石桥镇', 2024), issues: [{ code: 'row.missing', values: { row: 't3.new' } }] }],
  issues: []
};
const records: Records = {
  documents: [importedDocument({ id, file: '报告/石桥镇.docx', size: original.length, importedAt: AT }, result)],
  decisions: [{ document: id, index: 0, unit: 'A2', year: 2024, choice: 'kept', rivals: ['published'], at: AT }],
  corrections: [{ document: id, index: 0, cell: 't3.new.total', value: 5, confirmed: false, at: AT }],
  marks: [{ rule: 't3.row-sum.new', unit: 'A2', year: 2024, cells: ['t3.new.total'], mark: 'seen', note: '', at: AT }],
  chosen: [{ unit: 'A2', year: 2024, cell: 't3.new.total', from: null, to: 5, at: AT }],
  letterhead: { sender: '政务公开办', contact: '', deadline: '2026-02-09' },
  units: UNITS.slice(0, 1),
  register: UNITS.slice(1)
};

function pack(changed: Partial<Records> = {}, stored: StoredResult = result): Uint8Array {
  const writer = new WorkspaceWriter();
  writer.add(stored, original);
  const chunks = writer.finish({ ...records, ...changed }, AT);
  return Uint8Array.from(chunks.flatMap((chunk) => [...chunk]));
}

/** The file with some of its parts replaced; checksums as they were, unless they are replaced too. */
function forged(parts: Record<string, Uint8Array | null>): Uint8Array {
  const entries = Object.entries({ ...unzipSync(pack()), ...parts }).filter(([, content]) => content !== null);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>);
}

function codeOf(bytes: Uint8Array): string {
  try {
    openWorkspace(bytes);
    return 'opened';
  } catch (error) {
    if (error instanceof WorkspaceError) return error.code;
    throw error;
  }
}

test('what was saved comes back, to the last byte', () => {
  const opened = openWorkspace(pack());
  expect(opened.records).toEqual(records);
  expect(opened.documents[0]?.result).toEqual(result);
  expect(opened.documents[0]?.original).toEqual(original);
});

test('an empty workspace opens too', () => {
  const chunks = new WorkspaceWriter().finish(NO_RECORDS, AT);
  expect(openWorkspace(Uint8Array.from(chunks.flatMap((chunk) => [...chunk]))).records).toEqual(NO_RECORDS);
});

test('a workspace of before registers and letterheads has none', () => {
  const writer = new WorkspaceWriter();
  writer.add(result, original);
  const before: Partial<Records> = { ...records };
  delete before.register;
  delete before.chosen;
  delete before.letterhead;
  const chunks = writer.finish(before as Records, AT);
  const opened = openWorkspace(Uint8Array.from(chunks.flatMap((chunk) => [...chunk]))).records;
  expect(opened).toEqual({ ...records, register: [], chosen: [], letterhead: null });
});

describe('refused whole', () => {
  const resultName = `results/${id}.json`;
  const manifest = (change: object) => {
    const stored: unknown = JSON.parse(new TextDecoder().decode(unzipSync(pack())['manifest.json']));
    return strToU8(JSON.stringify({ ...(stored as object), ...change }));
  };

  test.each([
    ['a text', strToU8('no zip at all'), 'not-a-workspace'],
    ['another zip', zipSync({ 'a.docx': original }), 'not-a-workspace'],
    ['another manifest', forged({ 'manifest.json': manifest({ kind: 'other' }) }), 'not-a-workspace'],
    ['a later version', forged({ 'manifest.json': manifest({ version: 4 }) }), 'newer'],
    ['no version', forged({ 'manifest.json': manifest({ version: null }) }), 'damaged'],
    [
      'another figure in a result',
      forged({ [resultName]: strToU8(JSON.stringify(result).replace(':0', ':1')) }),
      'damaged'
    ],
    ['another original', forged({ [`originals/${id}`]: strToU8('another') }), 'damaged'],
    ['a missing original', forged({ [`originals/${id}`]: null }), 'damaged'],
    ['a missing result', forged({ [resultName]: null }), 'damaged'],
    ['a cut end', pack().subarray(0, -30), 'not-a-workspace'],
    [
      'a decision about no report',
      pack({ decisions: [{ ...(records.decisions[0] as Records['decisions'][number]), index: 1 }] }),
      'damaged'
    ],
    ['a document twice', pack({ documents: [...records.documents, ...records.documents] }), 'damaged'],
    [
      'a cell that no form has',
      pack({}, { ...result, reports: [sampleReport('石桥镇', 2024, { '"; DROP': 1 })] }),
      'damaged'
    ],
    [
      'a chosen figure below 0',
      pack({ chosen: [{ ...(records.chosen[0] as Records['chosen'][number]), to: -1 }] }),
      'damaged'
    ],
    [
      'a year beyond reason',
      pack({ decisions: [{ ...(records.decisions[0] as Records['decisions'][number]), year: 99_999 }] }),
      'damaged'
    ]
  ])('%s', (_, bytes, code) => expect(codeOf(bytes)).toBe(code));

  test('one changed byte anywhere never gives other contents', () => {
    const bytes = pack();
    const whole = JSON.stringify(openWorkspace(bytes));
    for (let at = 0; at < bytes.length; at += 7) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      try {
        expect(JSON.stringify(openWorkspace(changed))).toBe(whole);
      } catch (error) {
        expect(error).toBeInstanceOf(WorkspaceError);
      }
    }
  });
});

test('what the list says of a document follows from what was read', () => {
  const [document] = records.documents;
  if (!document) throw new Error('there is one');
  const lying = {
    ...document,
    status: 'read' as const,
    reports: [{ unit: '别处', year: 1999, form: '2019' as const, doubts: 0, blanks: 0 }]
  };
  expect(openWorkspace(pack({ documents: [lying] })).records.documents).toEqual(records.documents);
});

test('a path in a name is shown without its way up', () => {
  const [document] = records.documents;
  if (!document) throw new Error('there is one');
  const opened = openWorkspace(pack({ documents: [{ ...document, file: '../../C:\\x\u202Efdp.docx' }] }));
  expect(opened.records.documents[0]?.file).toBe('xfdp.docx');
});
