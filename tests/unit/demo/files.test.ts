import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildCity } from '../../../data/generator/city.ts';
import { encode } from '../../../data/generator/documents/encode.ts';
import { documentOf, filesOf, pathOf } from '../../../data/generator/files.ts';

const data = fileURLToPath(new URL('../../../data', import.meta.url));
const files = filesOf(buildCity());

function listed(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(data, join(entry.parentPath, entry.name)));
}

describe('the generated files', () => {
  it('are the same bytes in every run', () => {
    const again = filesOf(buildCity());
    expect([...again.keys()]).toEqual([...files.keys()]);
    for (const [path, bytes] of files) expect(Buffer.compare(again.get(path) ?? Buffer.of(), bytes), path).toBe(0);
  });

  it('are the ones that the project holds', () => {
    expect([...listed(join(data, 'demo')), 'units.csv'].sort()).toEqual([...files.keys()].sort());
    for (const [path, bytes] of files) expect(Buffer.compare(readFileSync(join(data, path)), bytes), path).toBe(0);
  });

  it('stay under twelve megabytes', () => {
    const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
    expect(bytes).toBeLessThan(12e6);
    expect(files.size).toBe(412);
  });

  it('record the mistakes as a table with one header', () => {
    const text = new TextDecoder().decode(files.get('demo/mistakes.csv'));
    const [header, ...rows] = text.trimEnd().split('\n');
    expect(header).toBe('mistake,unit,year,cell,true,printed,kind,rule');
    expect(text).not.toContain('\r');
    for (const row of rows) expect(row.split(',')).toHaveLength(8);
  });
});

describe('documents', () => {
  const { reports } = buildCity();

  it('lie in a folder for the district and one for the unit', () => {
    for (const report of reports) {
      expect(pathOf(report)).toMatch(
        new RegExp(`^demo/${report.unit.district}/${report.unit.name}/${report.year}\\.(docx|html?|txt)$`)
      );
    }
  });

  it('of Word open as packages with a document in them', () => {
    const report = reports.find(({ style }) => style.format === 'docx');
    if (!report) throw new Error('no Word document');
    const parts = unzipSync(documentOf(report));
    const text = new TextDecoder().decode(parts['word/document.xml']);
    expect(text.replace(/<[^>]*>/g, '')).toContain(report.title);
    expect(text).toContain('<w:vMerge w:val="restart"/>');
    expect(Object.keys(parts)).toContain('[Content_Types].xml');
  });

  it('keep the old figure and a hidden note where changes were tracked', () => {
    const tracked = reports.filter(({ style }) => style.format === 'docx' && style.tracked);
    const texts = tracked.map((report) => new TextDecoder().decode(unzipSync(documentOf(report))['word/document.xml']));
    expect(texts.filter((text) => text.includes('<w:delText>')).length).toBeGreaterThan(0);
    expect(texts.filter((text) => text.includes('<w:vanish/>')).length).toBeGreaterThan(0);
  });
});

describe('encoding', () => {
  const text = '澜州市“三安全一稳定”（七）总计：12.5万元—塅垸坳\n';

  it('is read back by the decoder of the same name', () => {
    expect(new TextDecoder('gb18030').decode(encode(text, 'gb18030'))).toBe(text);
    expect(new TextDecoder('utf-16le').decode(encode(text, 'utf-16le'))).toBe(text);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(encode(text, 'utf-8-bom'))).toBe(`\ufeff${text}`);
  });

  it('refuses what two bytes cannot say, and never loses it', () => {
    expect(() => encode('𠮷', 'gb18030')).toThrow('𠮷');
  });
});
