import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FORMS } from '../../../src/lib/form/form.ts';
import { openCommandBench, type CommandBench } from './command.ts';
import { printReport, TEXT_LAYOUTS, textOf } from '../recognition/print-report.ts';
import { asText, randomValues } from '../recognition/random-values.ts';
import { printedReport } from './printed-report.ts';

/** What other programs rely on. */
const reportsSchema = z.array(
  z.strictObject({
    file: z.string(),
    status: z.enum(['read', 'partial', 'refused']),
    unit: z.string().nullable(),
    year: z.number().int().nullable(),
    form: z.enum(['2021', '2019']).nullable(),
    cells: z.record(z.string(), z.number().nullable()),
    raw: z.record(z.string(), z.string()),
    issues: z.array(
      z.strictObject({
        code: z.string(),
        cell: z.string().optional(),
        place: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
        message: z.string().min(1)
      })
    )
  })
);

/** A report typed with strokes between its cells. */
function markdownReport(): string {
  const { pipes } = TEXT_LAYOUTS;
  if (!pipes) throw new Error('no such layout');
  return textOf(
    printReport('2021', asText(randomValues('2021', 3)), ['北河街道2023年政府信息公开工作年度报告']),
    pipes
  );
}

let bench: CommandBench;

beforeAll(async () => {
  bench = await openCommandBench();
  await bench.write('reports/b/2021.html', printedReport({ unit: '北河街道', year: 2021 }));
  await bench.write(
    'reports/a.html',
    printedReport({
      unit: '安宁镇',
      year: 2021,
      cells: { 't3.new.person': '1,234', 't3.new.company': '', 't3.new.total': '/', 't2.fees.amount': '251000元' }
    })
  );
  await bench.write('reports/Z.htm', printedReport({ unit: '周家乡', year: 2020, layout: '2019' }));
  await bench.write('reports/.hidden.html', printedReport({ unit: '隐藏街道', year: 2021 }));
  await bench.write('reports/~$a.docx', 'lock');
  await bench.write('reports/units.csv', 'code,name');
  await bench.write('reports/scan.png', 'picture');
  await bench.write('reports/notes.md', '# 说明\n\n本文件夹收的是各街道的年报。');
  await bench.write('reports/page_files/logo.png', 'picture');
  await bench.write('reports/more.rar', 'archive');
  await bench.write('noted/年报.md', markdownReport());
  await bench.write('noted/README.md', '说明');
  await bench.write('noted/units.csv', 'code,name');
  await bench.write('noted/汇总.csv', printedReport({ unit: '安宁镇', year: 2021 }));
  await bench.write('clean/2021.html', printedReport({ unit: '北河街道', year: 2021 }));
  await bench.write('broken/1.html', printedReport({ unit: '北河街道', year: 2021 }));
  await bench.write('broken/2.docx', new Uint8Array([80, 75, 3, 4, 1, 2, 3]));
  await bench.write('broken/3.txt', '');
  await bench.write('broken/4.html', printedReport({ unit: '安宁镇', year: 2021 }));
  await bench.write(
    'doubtful.html',
    printedReport({ unit: '北河街道', year: 2021, cells: { 't3.new.person': '约十' } })
  );
  await bench.write('list.csv', printedReport({ unit: '北河街道', year: 2021 }));
}, 60_000);

afterAll(() => bench.close());

async function readJson(...paths: string[]) {
  const { exitCode, stdout, stderr } = await bench.run('read', ...paths, '--json');
  return { exitCode, stderr, reports: reportsSchema.parse(JSON.parse(stdout)) };
}

describe('nianbao read --json', () => {
  it('gives each report of a folder in the order of code units, under the path as given', async () => {
    const { reports, stderr } = await readJson('reports/');
    expect(reports.map(({ file, status, unit, year }) => [file, status, unit, year])).toEqual([
      ['reports/Z.htm', 'read', '周家乡', 2020],
      ['reports/a.html', 'read', '安宁镇', 2021],
      ['reports/b/2021.html', 'read', '北河街道', 2021],
      ['reports/more.rar', 'refused', null, null],
      ['reports/scan.png', 'refused', null, null]
    ]);
    expect(reports.slice(3).map(({ issues }) => issues.map(({ code }) => code))).toEqual([
      ['document.archive'],
      ['document.picture']
    ]);
    const skipped = stderr.split('\n').flatMap((line) => /^没有读 (\S+)：(.+)$/.exec(line)?.slice(1) ?? []);
    expect(skipped.filter((_, index) => index % 2 === 0)).toEqual([
      'reports/.hidden.html',
      'reports/more.rar',
      'reports/notes.md',
      'reports/page_files/logo.png',
      'reports/scan.png',
      'reports/units.csv',
      'reports/~$a.docx'
    ]);
    expect(skipped[skipped.indexOf('reports/scan.png') + 1]).toContain('扫描件');
  });

  it('reads a report in Markdown or .csv from a folder and passes over other notes and data', async () => {
    const { exitCode, reports, stderr } = await readJson('noted');
    expect(reports.map(({ file, status, unit }) => [file, status, unit])).toEqual([
      ['noted/年报.md', 'read', '北河街道'],
      ['noted/汇总.csv', 'read', '安宁镇']
    ]);
    expect(stderr).toContain('没有读 noted/README.md');
    expect(stderr).toContain('没有读 noted/units.csv');
    expect(exitCode).toBe(0);
  });

  it('says in words why a file named by itself was refused', async () => {
    const { exitCode, reports, stderr } = await readJson('broken/3.txt');
    expect(exitCode).toBe(2);
    expect(reports[0]?.issues[0]?.message).toBeTruthy();
    expect(stderr).toContain(`broken/3.txt`);
    expect(stderr).toContain(reports[0]?.issues[0]?.message ?? '?');
  });

  it('gives every cell, blank and dash as null, and the text where it is not just the number', async () => {
    const { reports } = await readJson('reports/a.html');
    const [report] = reports;
    expect(Object.keys(report?.cells ?? {}).sort()).toEqual(FORMS['2021'].cells.map((cell) => cell.id).sort());
    expect(report?.cells['t3.new.person']).toBe(1234);
    expect(report?.cells['t3.new.company']).toBeNull();
    expect(report?.cells['t3.new.total']).toBeNull();
    expect(report?.cells['t2.fees.amount']).toBe(25.1);
    expect(report?.raw).toEqual({ 't3.new.person': '1,234', 't3.new.total': '/', 't2.fees.amount': '251000元' });
  });

  it('exits with 0 when everything was read', async () => {
    const { exitCode, reports } = await readJson('clean');
    expect(exitCode).toBe(0);
    expect(reports.map((report) => report.status)).toEqual(['read']);
  });

  it('leaves out a cell that cannot be read safely, says where it is, and exits with 1', async () => {
    const { exitCode, reports } = await readJson('doubtful.html');
    expect(exitCode).toBe(1);
    expect(reports[0]?.status).toBe('partial');
    expect(reports[0]?.cells).not.toHaveProperty(['t3.new.person']);
    const [issue] = reports[0]?.issues ?? [];
    expect(issue).toMatchObject({ code: 'cell.unreadable', cell: 't3.new.person' });
    expect(issue?.place).toMatchObject({ table: 2 });
    expect(issue?.message).toContain('表三第一行“本年新收”自然人列');
  });

  it('refuses what it cannot read, goes on with the rest, and exits with 2', async () => {
    const { exitCode, reports } = await readJson('broken');
    expect(exitCode).toBe(2);
    expect(reports.map(({ file, status, form }) => [file, status, form])).toEqual([
      ['broken/1.html', 'read', '2021'],
      ['broken/2.docx', 'refused', null],
      ['broken/3.txt', 'refused', null],
      ['broken/4.html', 'read', '2021']
    ]);
    expect(reports[1]?.issues[0]?.code).toBe('document.damaged');
    expect(reports[2]?.issues[0]?.code).toBe('document.empty');
  });

  it('names a path that does not exist, and exits with 2', async () => {
    const { exitCode, reports } = await readJson('nowhere.docx', 'clean/2021.html');
    expect(exitCode).toBe(2);
    expect(reports.map(({ file, status }) => [file, status])).toEqual([
      ['nowhere.docx', 'refused'],
      ['clean/2021.html', 'read']
    ]);
    expect(reports[0]?.issues[0]?.code).toBe('document.cannot-open');
  });

  it('reads a file named explicitly whatever its name, and none twice', async () => {
    const { reports } = await readJson('list.csv', './list.csv');
    expect(reports.map(({ file, status }) => [file, status])).toEqual([['list.csv', 'read']]);
  });

  it('exits with 2 when nothing was found', async () => {
    await bench.write('empty/notes.md', '');
    const { exitCode, reports, stderr } = await readJson('empty');
    expect(exitCode).toBe(2);
    expect(reports).toEqual([]);
    expect(stderr).toContain('没有找到');
  });
});

describe('nianbao read for a person', () => {
  it('says what was read, in Chinese or English', async () => {
    const { stdout } = await bench.run('read', 'clean/2021.html');
    expect(stdout).toContain('北河街道  2021年  2021 年表式  clean/2021.html');
    expect(stdout).toContain('读到 200/200 格，其中空白 0 格');
    const english = await bench.run('--lang', 'en', 'read', 'doubtful.html');
    expect(english.stdout).toContain('199 of 200 cells found');
    expect(english.stdout).toContain('column “Individuals”');
  });

  it('explains itself with an example', async () => {
    for (const command of ['read', 'check', 'build']) {
      const { exitCode, stdout } = await bench.run(command, '--help');
      expect(exitCode).toBe(0);
      expect(stdout).toContain(`nianbao ${command} `);
      expect(stdout).toContain('例子');
    }
    expect((await bench.run('read', '--help', '--lang=en')).stdout).toContain('Examples:');
  });

  it('takes a command it does not understand for an error', async () => {
    const { exitCode, stdout, stderr } = await bench.run('read', '--jsn', 'clean');
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('--jsn');
  });
});
