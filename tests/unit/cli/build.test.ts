import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNative } from '../../../src/lib/database/native.ts';
import { answersSchema, findAnswer } from '../../../src/lib/dataset/answers.ts';
import { manifestSchema } from '../../../src/lib/dataset/manifest.ts';
import { listUnits } from '../../../src/lib/queries/list-units.ts';
import { openCommandBench, type CommandBench } from './command.ts';
import { printedReport } from './printed-report.ts';

let bench: CommandBench;

beforeAll(async () => {
  bench = await openCommandBench();
  await bench.write(
    'register.csv',
    'code,name,district,kind,order,former_names\nA1,北河街道,东区,街道,1,\nA2,安宁镇,东区,镇,2,\nA3,周家乡,西县,乡,3,\n'
  );
  const write = (file: string, unit: string, year: number): Promise<void> =>
    bench.write(file, printedReport({ unit, year, layout: year < 2021 ? '2019' : '2021' }));
  for (const year of [2020, 2021, 2022]) await write(`good/北河街道/${year}.html`, '北河街道', year);
  await write('good/安宁镇/2021.html', '安宁镇', 2021);
  await write('bad/a.html', '北河街道', 2021);
  await bench.write('bad/b.docx', new Uint8Array([80, 75, 3, 4]));
  await write('bad/c.html', '南山街道', 2021);
  await write('bad/d.html', '安宁镇', 2021);
  await write('bad/e.html', '安宁镇', 2021);
  await write('bad/f.html', '周家镇', 2021);
  await bench.write('bad/g.html', printedReport({ unit: '周家乡' }));
}, 60_000);

afterAll(() => bench.close());

const inFolder = (...names: string[]): string => path.join(bench.folder, ...names);

async function manifest(out: string) {
  return manifestSchema.parse(JSON.parse(await readFile(inFolder(out, 'manifest.json'), 'utf8')));
}

describe('nianbao build', () => {
  it('writes the dataset with counts and checksums', async () => {
    await bench.write('site/data/other.txt', 'left alone');
    const ran = await bench.run(
      'build',
      'good',
      '--out',
      'site/data',
      '--units',
      'register.csv',
      '--title',
      '东城',
      '--demo'
    );
    expect(ran).toMatchObject({ exitCode: 0, stdout: '' });
    expect(ran.stderr).toContain('3 个单位、2020—2022年、4 份报告');
    expect((await readdir(inFolder('site'))).sort()).toEqual(['data']);
    expect((await readdir(inFolder('site/data'))).sort()).toEqual([
      'answers.json',
      'manifest.json',
      'other.txt',
      'reports.duckdb',
      'reports.duckdb.gz'
    ]);
    const { checksums, ...rest } = await manifest('site/data');
    expect(rest).toEqual({
      version: 1,
      title: '东城',
      demo: true,
      years: [2020, 2021, 2022],
      units: 3,
      reports: 4,
      documents: 4,
      refused: []
    });
    expect(Object.keys(checksums).sort()).toEqual(['answers.json', 'reports.duckdb', 'reports.duckdb.gz']);
    for (const [name, sum] of Object.entries(checksums)) {
      const bytes = await readFile(inFolder('site/data', name));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sum);
    }
    const packed = gunzipSync(await readFile(inFolder('site/data/reports.duckdb.gz')));
    expect(packed.equals(await readFile(inFolder('site/data/reports.duckdb')))).toBe(true);
  });

  it('answers the first questions beforehand as the database would', async () => {
    const answers = answersSchema.parse(JSON.parse(await readFile(inFolder('site/data/answers.json'), 'utf8')));
    expect(findAnswer(answers, listUnits, {})?.map((unit) => unit.name)).toEqual(['北河街道', '安宁镇', '周家乡']);
    const database = await openNative(inFolder('site/data/reports.duckdb'));
    try {
      expect(await database.query('SELECT unit, year, document FROM report ORDER BY unit, year')).toEqual([
        { unit: 'A1', year: 2020, document: '北河街道/2020.html' },
        { unit: 'A1', year: 2021, document: '北河街道/2021.html' },
        { unit: 'A1', year: 2022, document: '北河街道/2022.html' },
        { unit: 'A2', year: 2021, document: '安宁镇/2021.html' }
      ]);
    } finally {
      await database.close();
    }
  });

  it('gives the same for the same reports', async () => {
    await bench.run('build', 'good', '--out', 'again', '--units', 'register.csv', '--title', '东城', '--demo');
    const [first, second] = [await manifest('site/data'), await manifest('again')];
    expect(second.checksums['answers.json']).toBe(first.checksums['answers.json']);
    // DuckDB writes a random identifier and unused memory into its file: its content is compared, table by table.
    const content = async (out: string): Promise<unknown[]> => {
      const database = await openNative(inFolder(out, 'reports.duckdb'));
      try {
        const tables = ['unit', 'document', 'report', 'cell_note', 'claim', 'section', 'issue', 'flag'];
        return await Promise.all(tables.map((table) => database.query(`SELECT * FROM ${table}`)));
      } finally {
        await database.close();
      }
    };
    expect(await content('again')).toEqual(await content('site/data'));
  });

  it('writes nothing when something has no place, and lists all of it', async () => {
    const { exitCode, stderr } = await bench.run('build', 'bad', '--out', 'refused', '--units', 'register.csv');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('拒收 b.docx');
    expect(stderr).toContain('名册里没有“南山街道”：c.html');
    expect(stderr).toContain('安宁镇 2021年有几份报告：d.html、e.html');
    expect(stderr).toContain('“周家镇”：f.html。是不是周家乡？');
    expect(stderr).toContain('没有读出年度：g.html');
    expect(stderr).toContain('以上 5 处');
    await expect(readdir(inFolder('refused'))).rejects.toThrow('ENOENT');
    expect((await readdir(bench.folder)).filter((name) => name.includes('.new-'))).toEqual([]);
  });

  it('publishes the rest when told to keep going, and says in the manifest what is missing', async () => {
    const { exitCode } = await bench.run('build', 'bad', '--out', 'kept', '--units', 'register.csv', '--keep-going');
    expect(exitCode).toBe(0);
    const { reports, documents, refused } = await manifest('kept');
    expect({ reports, documents }).toEqual({ reports: 1, documents: 7 });
    expect(refused).toEqual([
      { file: 'b.docx', code: 'document.damaged' },
      { file: 'g.html', code: 'title.year-missing' },
      { file: 'c.html', code: 'title.unit-unknown' },
      { file: 'f.html', code: 'title.unit-unknown' },
      { file: 'd.html', code: 'form.duplicate-report' },
      { file: 'e.html', code: 'form.duplicate-report' }
    ]);
  });

  it('does without a register, and says what cannot be known then', async () => {
    const { exitCode, stderr } = await bench.run('build', 'good', '--out', 'unlisted', '--lang', 'en');
    expect(exitCode).toBe(0);
    expect(stderr).toContain('No register was given');
    expect((await manifest('unlisted')).units).toBe(2);
  });
});
