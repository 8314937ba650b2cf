import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { cellsOfLayout } from '../../../src/lib/form/form.ts';
import { openCommandBench, type CommandBench } from './command.ts';
import { printedReport } from './printed-report.ts';

const cellsSchema = z.array(z.string());

/** What other programs rely on. */
const checkSchema = z.strictObject({
  reports: z.array(
    z.strictObject({
      file: z.string(),
      unit: z.string().nullable(),
      year: z.number().int().nullable(),
      form: z.enum(['2021', '2019'])
    })
  ),
  flags: z.array(
    z.strictObject({
      rule: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      verdict: z.enum(['violated', 'not-checkable']),
      unit: z.string(),
      year: z.number().int().nullable(),
      cells: cellsSchema,
      expected: z.number().nullable(),
      actual: z.number().nullable(),
      difference: z.number().nullable(),
      message: z.string().min(1)
    })
  ),
  repairs: z.array(
    z.strictObject({
      unit: z.string(),
      year: z.number().int().nullable(),
      changes: z.array(
        z.strictObject({
          cell: z.string(),
          from: z.number().nullable(),
          absence: z.enum(['dash', 'unreadable', 'missing']).optional(),
          to: z.number(),
          year: z.number().int().optional()
        })
      ),
      rank: z.number().int().positive(),
      reason: z.string().min(1)
    })
  ),
  searches: z.array(
    z.strictObject({
      unit: z.string(),
      years: z.array(z.number().int().nullable()),
      complete: z.boolean(),
      unsettled: z.array(z.strictObject({ rule: z.string(), year: z.number().int().nullable() }))
    })
  )
});

/** Requests that balance: all new, all granted but what is carried out. */
function requests(received: number, carriedIn: number, carriedOut: number): Record<string, number> {
  const granted = received + carriedIn - carriedOut;
  const rows = { new: received, 'carried-in': carriedIn, granted, handled: granted, 'carried-out': carriedOut };
  return Object.fromEntries(
    Object.entries(rows).flatMap(([row, value]) => [
      [`t3.${row}.person`, value],
      [`t3.${row}.total`, value]
    ])
  );
}

const REGISTER = 'code,name,district,kind,order,former_names\nA1,北河街道,东区,街道,1,北河镇\n';

let bench: CommandBench;

beforeAll(async () => {
  bench = await openCommandBench();
  const clean = { unit: '北河街道', cells: requests(12, 0, 5) };
  await bench.write('clean/2021.html', printedReport({ ...clean, year: 2021 }));
  await bench.write('clean/2022.html', printedReport({ ...clean, year: 2022, cells: requests(7, 5, 0) }));
  await bench.write('wrong/2021.html', printedReport({ ...clean, year: 2021 }));
  const wrongTotal = { ...requests(7, 2, 0), 't3.new.total': 8 };
  await bench.write('wrong/2022.html', printedReport({ ...clean, year: 2022, cells: wrongTotal }));
  await bench.write('doubled/a.html', printedReport({ ...clean, year: 2021 }));
  await bench.write(
    'doubled/b.html',
    printedReport({ ...clean, year: 2021, cells: { ...requests(3, 0, 0), 't3.new.total': 4 } })
  );
  await bench.write('doubled/c.html', printedReport({ ...clean, year: 2022, cells: requests(7, 1, 0) }));
  await bench.write('nameless.html', printedReport({ cells: { ...requests(3, 0, 0), 't3.new.total': 4 } }));
  await bench.write(
    'blank.html',
    printedReport({ ...clean, year: 2021, cells: { ...clean.cells, 't3.granted.other': '' } })
  );
  const spoiled = Object.fromEntries(
    ['granted', 'partial', 'denied-law', 'unavailable-not-held', 'new', 'carried-out'].flatMap((row, index) =>
      ['company', 'research', 'legal'].map((column, place) => [
        `t3.${row}.${column}`,
        3 + 7 * index + 19 * place * index
      ])
    )
  );
  await bench.write('hopeless.html', printedReport({ ...clean, year: 2021, cells: { ...clean.cells, ...spoiled } }));
  await bench.write(
    'unread.html',
    printedReport({ ...clean, year: 2021, cells: { ...clean.cells, 't3.granted.person': '7或8' } })
  );
  const blanks = Object.fromEntries(cellsOfLayout('2021').map(({ id }) => [id, '']));
  await bench.write('empty.html', printedReport({ ...clean, year: 2021, cells: blanks }));
  await bench.write('refused/a.html', printedReport({ ...clean, year: 2021 }));
  await bench.write('refused/b.txt', '');
  await bench.write('former/2021.html', printedReport({ ...clean, year: 2021, unit: '北河镇' }));
  await bench.write('former/2022.html', printedReport({ ...clean, year: 2022, cells: requests(7, 1, 0) }));
  await bench.write('register.csv', REGISTER);
}, 60_000);

afterAll(() => bench.close());

async function checkJson(...args: string[]) {
  const { exitCode, stdout, stderr } = await bench.run('check', ...args, '--json');
  return { exitCode, stderr, ...checkSchema.parse(JSON.parse(stdout)) };
}

describe('nianbao check --json', () => {
  it('exits with 0 when no error is flagged', async () => {
    const { exitCode, reports, flags, repairs, searches } = await checkJson('clean');
    expect(exitCode).toBe(0);
    expect(reports).toEqual([
      { file: 'clean/2021.html', unit: '北河街道', year: 2021, form: '2021' },
      { file: 'clean/2022.html', unit: '北河街道', year: 2022, form: '2021' }
    ]);
    expect(flags.filter((flag) => flag.severity === 'error')).toEqual([]);
    expect(repairs).toEqual([]);
    expect(searches).toEqual([]);
  });

  it('judges years of a unit together, says what is wrong in words, and exits with 1', async () => {
    const { exitCode, flags } = await checkJson('wrong');
    expect(exitCode).toBe(1);
    const errors = flags.filter((flag) => flag.severity === 'error');
    expect(errors.map((flag) => flag.rule).sort()).toEqual([
      'carry-over.person',
      'carry-over.total',
      't3.balance.total',
      't3.row-sum.new'
    ]);
    expect(errors.find((flag) => flag.rule === 't3.row-sum.new')).toMatchObject({
      unit: '北河街道',
      year: 2022,
      verdict: 'violated',
      expected: 7,
      actual: 8,
      difference: 1,
      message: '表三第一行“本年新收”：六列之和为 7，总计填的是 8，差 1。'
    });
    expect(errors.find((flag) => flag.rule === 'carry-over.person')?.message).toBe(
      '表三“自然人”列：上年报告结转下年 5 件，本年上年结转填 2 件，差 3 件。'
    );
  });

  it('proposes which cell to change', async () => {
    const { repairs } = await checkJson('wrong/2022.html');
    expect(repairs[0]).toMatchObject({
      unit: '北河街道',
      year: 2022,
      changes: [{ cell: 't3.new.total', from: 8, to: 7 }],
      rank: 1
    });
  });

  it('says whether the search for repairs came to its end, and which rules it found none for', async () => {
    expect((await checkJson('wrong/2022.html')).searches).toEqual([
      { unit: '北河街道', years: [2022], complete: true, unsettled: [] }
    ]);
    const [search, ...others] = (await checkJson('hopeless.html')).searches;
    expect(others).toEqual([]);
    expect(search).toMatchObject({ unit: '北河街道', years: [2021], complete: false });
    expect(search?.unsettled).toContainEqual({ rule: 't3.balance.company', year: 2021 });
    // Without a year of its own none is made up for it.
    expect((await checkJson('nameless.html')).searches).toMatchObject([{ unit: 'nameless.html', years: [null] }]);
  });

  it('never calls blank what could not be read', async () => {
    const { repairs } = await checkJson('unread.html');
    expect(repairs[0]?.changes).toEqual([{ cell: 't3.granted.person', from: null, to: 7, absence: 'unreadable' }]);
    expect(repairs[0]?.reason).toBe('表三第三行“予以公开”自然人列：未读出，按勾稽关系应为 7，请对照原件');
    for (const format of [[], ['--csv'], ['--json']]) {
      const { stdout } = await bench.run('check', 'unread.html', ...format);
      expect(stdout).toContain('未读出');
      expect(stdout).not.toContain('空白');
    }
    const english = (await bench.run('check', 'unread.html', '--lang', 'en')).stdout;
    expect(english).toContain('unreadable');
    expect(english).not.toContain('blank');
  });

  it('flags two reports for one year, judges each by itself and neither across years', async () => {
    const { exitCode, reports, flags, stderr } = await checkJson('doubled');
    expect(exitCode).toBe(1);
    expect(reports.map((report) => report.file)).toEqual(['doubled/a.html', 'doubled/b.html', 'doubled/c.html']);
    expect(flags.map((flag) => flag.rule).filter((rule) => rule.startsWith('carry-over'))).toEqual([]);
    const duplicate = flags.find((flag) => flag.rule === 'form.duplicate-report');
    expect(duplicate).toMatchObject({ severity: 'error', unit: '北河街道', year: 2021 });
    expect(duplicate?.message).toContain('doubled/a.html; doubled/b.html');
    const own = flags.filter((flag) => flag.rule === 't3.row-sum.new');
    expect(own.map((flag) => [flag.unit, flag.year])).toEqual([['北河街道', 2021]]);
    expect(own[0]?.message).toMatch(/^doubled\/b\.html: /);
    expect(stderr).toContain('doubled/a.html');
  });

  it('judges a report without unit and year by itself, under its file', async () => {
    const { reports, flags, stderr } = await checkJson('nameless.html', 'clean');
    expect(reports).toContainEqual({ file: 'nameless.html', unit: null, year: null, form: '2021' });
    const own = flags.find((flag) => flag.rule === 't3.row-sum.new');
    expect(own).toMatchObject({ unit: 'nameless.html', year: null });
    expect(stderr).toContain('nameless.html');
  });

  it('takes no blank for 0', async () => {
    const { exitCode, flags } = await checkJson('blank.html');
    expect(exitCode).toBe(0);
    const row = flags.find((flag) => flag.rule === 't3.row-sum.granted');
    expect(row).toMatchObject({ verdict: 'not-checkable', severity: 'info', difference: null });
    expect(row?.message).toContain('若都是 0，关系成立');
  });

  it('lists in JSON every rule of an empty report, to a person its blanks once', async () => {
    const { flags } = await checkJson('empty.html');
    const { stdout } = await bench.run('check', 'empty.html');
    expect(
      flags.filter((flag) => flag.rule.startsWith('t3.row-sum.') && flag.verdict === 'not-checkable')
    ).toHaveLength(25);
    expect(flags.filter((flag) => flag.verdict === 'violated').map((flag) => flag.rule)).toEqual(['value.blank']);
    expect(stdout.match(/无法核对/g)).toBeNull();
    expect(stdout).toContain('有 200 格空白');
  });

  it('exits with 2 when a document was refused, and says why', async () => {
    const { exitCode, reports, stderr } = await checkJson('refused');
    expect(exitCode).toBe(2);
    expect(reports).toHaveLength(1);
    expect(stderr).toContain('拒收 refused/b.txt：文件是空的');
  });

  it('joins former names by the register', async () => {
    const carryOvers = (flags: { rule: string }[]) => flags.filter((flag) => flag.rule.startsWith('carry-over'));
    expect(carryOvers((await checkJson('former')).flags)).toHaveLength(0);
    const joined = await checkJson('former', '--units', 'register.csv');
    expect(carryOvers(joined.flags)).toHaveLength(2);
    expect(joined.flags[0]?.unit).toBe('北河街道');
  });

  it('finds the register that lies in the folder or beside it, and says so', async () => {
    for (const [folder, register] of [
      ['beside/reports', 'beside/units.csv'],
      ['inside/reports', 'inside/reports/units.csv']
    ] as const) {
      await bench.write(register, REGISTER);
      await bench.write(
        `${folder}/2021.html`,
        printedReport({ year: 2021, unit: '北河镇', cells: requests(12, 0, 5) })
      );
      await bench.write(
        `${folder}/2022.html`,
        printedReport({ year: 2022, unit: '北河街道', cells: requests(7, 1, 0) })
      );
      const { flags, stderr } = await checkJson(folder);
      expect(stderr).toContain(register);
      expect(flags.filter((flag) => flag.rule.startsWith('carry-over'))).toHaveLength(2);
    }
  });

  it('names the line of the register that is wrong', async () => {
    await bench.write('bad.csv', 'code,name,district,kind,order\nA1,北河街道,东区,街道,1\nA2,南河镇,东区,县,2\n');
    const { exitCode, stderr } = await bench.run('check', 'clean', '--units', 'bad.csv');
    expect(exitCode).toBe(2);
    expect(stderr).toContain('第 3 行');
  });
});

describe('nianbao check otherwise', () => {
  it('gives a table that a spreadsheet opens', async () => {
    const { exitCode, stdout } = await bench.run('check', 'wrong', '--csv');
    expect(exitCode).toBe(1);
    expect(stdout.startsWith('\uFEFF单位,年度,文件,')).toBe(true);
    expect(stdout.endsWith('\r\n')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(stdout.slice(1), { header: true, skipEmptyLines: true });
    const row = data.find((each) => each['规则编号'] === 't3.row-sum.new');
    expect(row).toMatchObject({ 单位: '北河街道', 年度: '2022', 轻重: '错误', 应为: '7', 实填: '8', 差: '1' });
  });

  it('lists report by report for a person', async () => {
    const { stdout, stderr } = await bench.run('check', 'wrong');
    expect(stdout).toContain('北河街道  2022年  wrong/2022.html\n');
    expect(stdout).toContain('错误  表三第一行“本年新收”：六列之和为 7');
    expect(stdout).not.toContain('wrong/2021.html');
    expect(stderr).toContain('共 2 份报告：4 处错误');
    expect((await bench.run('check', 'wrong', '--lang', 'en')).stdout).toContain('the six columns add up to 7');
  });

  it('prints one thing at a time', async () => {
    expect((await bench.run('check', 'wrong', '--json', '--csv')).exitCode).toBe(2);
  });
});
