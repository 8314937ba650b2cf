import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

/**
 * Each folder may import those before it. A pair on one line stands for two folders that may not import each other:
 * readers know no form, recognition knows no format but through the readers' one door.
 */
const ORDER: readonly (readonly string[])[] = [
  ['form'],
  ['report'],
  ['documents', 'measures', 'ocr'],
  ['recognition', 'database'],
  ['checks'],
  ['selection'],
  ['queries'],
  ['words'],
  ['imports'],
  ['dataset', 'proofread'],
  ['export', 'charts'],
  ['review'],
  ['ui'],
  ['routes', 'cli']
];

/** What an arrow may not do although the order would allow it. */
const FORBIDDEN: readonly { from: string; to: readonly string[] }[] = [
  { from: 'charts', to: ['database', 'queries', 'checks', 'dataset', 'words'] },
  { from: 'documents', to: ['form'] },
  { from: 'recognition', to: ['database'] },
  { from: 'ui', to: ['database', 'dataset'] }
];

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'paraglide' ? [] : sourceFiles(file);
    return /\.(ts|js|svelte)$/.test(entry.name) ? [file] : [];
  });
}

const root = path.resolve('src');
const files = sourceFiles(root).map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** `documents` for src/lib/documents/pdf/read.ts, `routes` or `cli` outside lib. */
function roomOf(file: string): string | null {
  const parts = path.relative(root, file).split(path.sep);
  if (parts[0] === 'lib') return parts.length > 2 ? (parts[1] ?? null) : null;
  return parts.length > 1 ? (parts[0] ?? null) : null;
}

function importsOf(file: string, text: string): string[] {
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].flatMap(([, target = '']) => {
    const clean = target.replace(/\?.*$/, '');
    if (clean.startsWith('$lib/')) return [path.join(root, 'lib', clean.slice(5))];
    return clean.startsWith('.') ? [path.resolve(path.dirname(file), clean)] : [];
  });
}

const level = new Map(ORDER.flatMap((rooms, index) => rooms.map((room) => [room, index] as const)));

const arrows = files.flatMap(({ file, text }) =>
  importsOf(file, text).flatMap((target) => {
    const [from, to] = [roomOf(file), roomOf(target)];
    if (from === null || to === null || from === to || to === 'paraglide') return [];
    return [{ from, to, file: path.relative(root, file) }];
  })
);

test('every folder has its place in the order', () => {
  const rooms = new Set(files.flatMap(({ file }) => roomOf(file) ?? []));
  rooms.delete('params');
  expect([...rooms].filter((room) => !level.has(room))).toEqual([]);
  expect(arrows.length).toBeGreaterThan(50);
});

test('imports run one way', () => {
  const wrong = arrows.filter(({ from, to }) => (level.get(to) ?? -1) >= (level.get(from) ?? -1));
  expect(wrong).toEqual([]);
});

test('forbidden arrows', () => {
  const wrong = arrows.filter(({ from, to }) => FORBIDDEN.some((rule) => rule.from === from && rule.to.includes(to)));
  expect(wrong).toEqual([]);
});

test('no SQL in a component', () => {
  const wrong = files.filter(({ file, text }) => file.endsWith('.svelte') && /\bSELECT\b[\s\S]*\bFROM\b/.test(text));
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test('no import cycle between files', () => {
  const graph = new Map(files.map(({ file, text }) => [file, importsOf(file, text)] as const));
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) {
      cycles.push([...trail.slice(trail.indexOf(file)), file].map((each) => path.relative(root, each)));
      return;
    }
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  expect(cycles).toEqual([]);
});

test('text from a document never becomes markup', () => {
  const wrong = files.filter(({ file, text }) => file.endsWith('.svelte') && text.includes('{@html'));
  expect(wrong.map(({ file }) => file)).toEqual([]);
});
