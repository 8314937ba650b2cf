import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runQuery, type Database } from '../../../src/lib/database/database.ts';
import { openNative } from '../../../src/lib/database/native.ts';
import { defineQuery } from '../../../src/lib/database/query.ts';
import { sql, SqlFragment } from '../../../src/lib/measures/fragment.ts';

let database: Database;
beforeAll(async () => {
  database = await openNative();
});
afterAll(() => database.close());

describe('defineQuery', () => {
  it('binds each $name where it stands, and leaves quotes and comments alone', async () => {
    const query = defineQuery({
      name: 'sample',
      parameters: z.object({ low: z.number(), district: z.string().nullable() }),
      row: z.object({ x: z.number(), note: z.string(), price$: z.string() }),
      sql: `SELECT x, '$low''s {{value}}' AS note, 'y' AS "price$" -- $missing
            FROM range(5) t(x) WHERE x >= $low AND x < $low + 2 AND ($district IS NULL OR 'a' = $district)`
    });
    expect(await runQuery(database, query, { low: 2, district: null })).toEqual([
      { x: 2, note: "$low's {{value}}", price$: 'y' },
      { x: 3, note: "$low's {{value}}", price$: 'y' }
    ]);
    expect(await runQuery(database, query, { low: 2, district: 'b' })).toEqual([]);
  });

  it('binds lists, empty ones too', async () => {
    const query = defineQuery({
      name: 'lists',
      parameters: z.object({ units: z.array(z.string()) }),
      row: z.object({ unit: z.string() }),
      sql: `SELECT unit FROM (VALUES ('a'), ('b;--'), ('c')) t(unit) WHERE unit IN $units`
    });
    expect(await runQuery(database, query, { units: ['b;--', 'c'] })).toEqual([{ unit: 'b;--' }, { unit: 'c' }]);
    expect(await runQuery(database, query, { units: [] })).toEqual([]);
  });

  it('fills slots with fragments', async () => {
    const query = defineQuery({
      name: 'slots',
      parameters: z.object({}),
      row: z.object({ value: z.number().nullable() }),
      sql: `SELECT {{value}} AS value FROM (VALUES (1, 2), (1, NULL)) t("t3.new.total", "t3.carried-in.total")`,
      slots: () => ({ value: sql`${SqlFragment.cell('t3.new.total')} + ${SqlFragment.cell('t3.carried-in.total')}` })
    });
    expect(await runQuery(database, query, {})).toEqual([{ value: 3 }, { value: null }]);
  });

  it('refuses a slot, a parameter and a cell that nothing stands for', () => {
    const asking = (text: string) =>
      defineQuery({ name: 'bad', parameters: z.object({}), row: z.object({}), sql: text }).statement({});
    expect(() => asking('SELECT {{value}}')).toThrow('bad: nothing stands for {{value}}');
    expect(() => asking('SELECT $year')).toThrow('bad: $year has no value');
    expect(() => SqlFragment.cell('t3.new.total"; DROP TABLE report')).toThrow('no such cell');
  });

  it('shows the statement that failed and keeps the cause', async () => {
    await expect(database.query('SELECT nonsense')).rejects.toMatchObject({
      name: 'QueryError',
      sql: 'SELECT nonsense',
      cause: expect.any(Error)
    });
  });
});
