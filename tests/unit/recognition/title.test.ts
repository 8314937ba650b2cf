import { describe, expect, it } from 'vitest';
import { findTitle } from '../../../src/lib/recognition/title.ts';
import { unitAndYear } from '../../../src/lib/recognition/unit-and-year.ts';

const read = (lines: string[], text = '', fileName = 'x.txt') => {
  const { unit, year, issues } = unitAndYear(findTitle(lines), { heads: lines.join('\n'), overview: text }, fileName);
  return { unit, year, codes: issues.map(({ code }) => code) };
};
const clean = (unit: string, year: number) => ({ unit, year, codes: [] });

describe('a title on one line', () => {
  it.each([
    ['小沙街道政府信息公开工作2021年度报告', '小沙街道', 2021],
    ['2021年度小沙街道政府信息公开工作报告', '小沙街道', 2021],
    ['小沙街道2021年政府信息公开工作年度报告', '小沙街道', 2021],
    ['小沙街道2021年度政府信息公开年报', '小沙街道', 2021],
    ['小沙街道二〇二一年政府信息公开工作年度报告', '小沙街道', 2021],
    ['小沙街道二○二○年度政务公开工作年度报告', '小沙街道', 2020],
    ['２０２２年 小沙街道 政府信息公开工作年度报告', '小沙街道', 2022],
    ['湖南镇2023年政府信息公开工作年度报告', '湖南镇', 2023],
    ['湖南镇人民政府2023年政府信息公开工作年度报告', '湖南镇人民政府', 2023],
    ['湖南镇人民政府信息公开工作年度报告（2023年度）', '湖南镇人民政府', 2023],
    ['湖南镇人民政府政府信息公开2023年年度报告', '湖南镇人民政府', 2023],
    ['北京街道2019年政府信息公开工作年度报告', '北京街道', 2019],
    ['青石街2024年政府信息公开工作年度报告', '青石街', 2024],
    ['东湖区青石街道办事处2024年政府信息公开工作年度报告', '东湖区青石街道办事处', 2024],
    ['关于青石街道2024年政府信息公开工作情况的报告', '青石街道', 2024],
    ['青石街道关于2024年政府信息公开工作年度报告', '青石街道', 2024],
    ['2024年政府信息公开工作年度报告（青石街道）', '青石街道', 2024],
    ['《青石街道2024年政府信息公开工作年度报告》', '青石街道', 2024],
    ['湖 南 镇 2021 年 政 府 信 息 公 开 工 作 年 度 报 告', '湖南镇', 2021],
    ['湖　南　镇　２０２１　年　政　府　信　息　公　开　工　作　年　度　报　告', '湖南镇', 2021],
    ['青石街道 2 0 2 4 年 政 府 信 息 公 开 工 作 年 度 报 告', '青石街道', 2024],
    ['湖南镇2021年政府信息公开工作年度报告（2022年1月15日）', '湖南镇', 2021],
    ['湖南镇2021年政府信息公开工作年度报告(2022-01-15)', '湖南镇', 2021],
    ['湖南镇2021年政府信息公开工作年度报告（2022.1）', '湖南镇', 2021],
    ['湖南镇政府信息公开工作年度报告（2021年度）(2022-01-15)', '湖南镇', 2021],
    ['【年度报告】湖南镇2021年政府信息公开工作年度报告', '湖南镇', 2021],
    ['湖南镇2021年政府信息公开工作年度报告【政府信息公开年报】', '湖南镇', 2021],
    ['【湖南镇】2021年政府信息公开工作年度报告', '湖南镇', 2021],
    ['东湖区人民政府网 青石街道2024年政府信息公开工作年度报告', '青石街道', 2024],
    ['东湖区人民政府门户网站 - 青石街道2024年政府信息公开工作年度报告', '青石街道', 2024],
    ['东湖政务网《青石街道2024年政府信息公开工作年度报告》', '青石街道', 2024],
    ['青石街道2024年政府信息公开工作年度报告_东湖区人民政府门户网站', '青石街道', 2024],
    ['关于公布《青石街道2024年政府信息公开工作年度报告》的通知', '青石街道', 2024]
  ])('%s', (line, unit, year) => {
    expect(read([line])).toEqual(clean(unit, year));
  });

  it('is found in a document of one line', () => {
    expect(
      read([
        '青石街道2024年政府信息公开工作年度报告 今年以来，街道把公开工作列入日常管理，及时更新栏目，认真办理来信。'
      ])
    ).toEqual(clean('青石街道', 2024));
  });
});

describe('a title on several lines', () => {
  it.each([
    [['淮安市人民政府', '2024 年政府信息公开工作年度报告']],
    [['淮安市人民政府', '', '政府信息公开工作年度报告', '（2024年度）']],
    [['淮安市人民政府', '2024年度', '政府信息公开工作年度报告']],
    [['淮安市人民政府2024年', '政府信息公开工作', '年度报告']],
    [['淮安市人民政府2024年政府信息', '公开工作年度报告']],
    [['淮安市人民政府', '2024年政府', '信息公开工作', '年度报告']],
    [['淮 安 市 人 民 政 府', '2024 年 政 府 信 息 公 开 工 作', '年 度 报 告']],
    [['淮安市人民政府门户网站', '淮安市人民政府', '2024年政府信息公开工作年度报告', '（2025年1月20日）']],
    [['淮安市人民政府关于2024年', '政府信息公开工作年度报告的公告']]
  ])('%j', (lines) => {
    expect(read(lines)).toEqual(clean('淮安市人民政府', 2024));
  });
});

describe('page furniture', () => {
  it.each([
    ['a banner with today’s date', '今天是2026年1月8日 星期四'],
    ['the day of publishing', '发布日期：2025-01-20 来源：青石街道 浏览：31次'],
    ['a path', '首页 > 政务公开 > 政府信息公开年报 > 2020年'],
    ['a site’s name', '东湖区人民政府网站'],
    ['a menu entry', '政府信息公开年报']
  ])('does not win: %s', (_, line) => {
    expect(read([line, '青石街道2024年政府信息公开工作年度报告'])).toEqual(clean('青石街道', 2024));
    expect(read([line, '青石街道', '2024年政府信息公开工作年度报告'])).toEqual(clean('青石街道', 2024));
  });

  it('lends no word of its menu to a title on two lines as its unit', () => {
    const lines = ['首页', '2024年青石街道', '信息公开指南', '依申请公开', '政府信息公开工作年度报告', '政务公开'];
    expect(read(lines)).toEqual({ unit: null, year: 2024, codes: ['title.unit-missing', 'title.year-from-text'] });
  });

  it('lends no year to a title without one', () => {
    const lines = ['今天是2026年1月8日', '2019年', '2020年', '2021年', '青石街道政府信息公开工作年度报告'];
    expect(read(lines)).toEqual({ unit: '青石街道', year: null, codes: ['title.year-missing'] });
  });
});

describe('without a title', () => {
  const period = '本报告所列数据统计期限自2023年1月1日起至2023年12月31日止。';

  it('the year comes from the period in the text', () => {
    expect(read(['青石街道政府信息公开工作年度报告'], period)).toEqual({
      unit: '青石街道',
      year: 2023,
      codes: ['title.year-from-text']
    });
    expect(read(['青石街道政府信息公开工作年度报告'], '统计时间为2023年1月1日至12月31日。').year).toBe(2023);
  });

  it('the year comes from the report that the text names', () => {
    expect(read([], '现公布青石街道2023年度政府信息公开工作年度报告。').year).toBe(2023);
  });

  it.each([
    '现公布青石街道2023年度政府信息公开工作年度报告。',
    '现发布《青石街道2023年政府信息公开工作年度报告》。电子版可在网站下载。',
    '特向社会公布2023年青石街道政府信息公开工作情况报告。',
    '按照《关于做好2023年政府信息公开工作年度报告编制工作的通知》，现将青石街道2023年度政府信息公开工作报告公布如下：'
  ])('the unit comes from the report that the text announces: %s', (text) => {
    expect(read([], text)).toEqual({
      unit: '青石街道',
      year: 2023,
      codes: ['title.unit-from-text', 'title.year-from-text']
    });
  });

  it.each([
    '现公布我局2023年政府信息公开工作年度报告。',
    '《国务院办公厅关于政府信息公开工作年度报告有关事项的通知》，结合青石街道2023年政府信息公开工作编制而成。',
    '《东湖区政府办公室关于切实做好2023年政府信息公开年度报告编制发布工作的通知》',
    '现公布青石街道2023年政府信息公开工作年度报告，云川街道发布《云川街道2023年政府信息公开工作年度报告》。'
  ])('no unit comes from %s', (text) => {
    expect(read([], text).unit).toBeNull();
  });

  it.each([
    ['截止2023年12月31日，通过网站发布信息30条。', 2023],
    ['（一）主动公开情况。2023年，我街道公开信息9条。2023年度未收到申请。', 2023],
    ['现汇报我镇2023年政府信息公开工作。', 2023],
    ['2023年，我街道公开信息9条。2022年，我街道公开信息8条。', null],
    ['公开2023年预算和2022年决算。', null]
  ])('the year comes from the sentences where nothing else tells it: %s', (text, year) => {
    expect(read([], text).year).toBe(year);
    expect(read([], text, '年报_2021.docx').year).toBe(text.includes('汇报') ? 2023 : 2021);
  });

  it.each(['自2023年1月1日始至2023年12月31日止', '从2023年1月1日至12月31止'])('a period is written %s', (text) => {
    expect(read([], text).year).toBe(2023);
  });

  it('last year’s period in a text that announces this year’s report leaves the year open', () => {
    const heads = ['青石街道编制了2023年政府信息公开年度报告，数据统计期限自2022年1月1日起至2022年12月31日止。'];
    expect(read(heads)).toMatchObject({ year: null, codes: ['title.unit-missing', 'title.year-undecided'] });
    expect(read(heads, '', '青石街道2023.docx')).toMatchObject({ year: 2023 });
  });

  it('unit and year come from the file’s name', () => {
    expect(read([], '', '年报/青石街道_2023.docx')).toEqual({
      unit: '青石街道',
      year: 2023,
      codes: ['title.unit-from-file-name', 'title.year-from-file-name']
    });
    expect(read([], '', '2023年青石街道政府信息公开工作年度报告（定稿）.doc')).toMatchObject({
      unit: '青石街道',
      year: 2023
    });
  });

  it('a date in the file’s name is no year of a report', () => {
    expect(read([], '', '20240118143000.pdf')).toEqual({
      unit: null,
      year: null,
      codes: ['title.unit-missing', 'title.year-missing']
    });
    expect(read([], '', '2024-01-18报告.pdf').year).toBeNull();
  });
});

describe('a contradiction of years is told', () => {
  it('between title and period', () => {
    const found = read(['青石街道2024年政府信息公开工作年度报告'], '统计期限为2023年1月1日至2023年12月31日。');
    expect(found).toEqual({ unit: '青石街道', year: 2024, codes: ['title.year-contradiction'] });
  });

  it('inside a title, where nothing else settles it', () => {
    const found = read(['2024年度青石街道2023年政府信息公开工作年度报告']);
    expect(found).toEqual({ unit: '青石街道', year: null, codes: ['title.year-undecided'] });
  });

  it('inside a title, where the period settles it', () => {
    const found = read(['2024年度青石街道2023年政府信息公开工作年度报告'], '统计期限为2023年1月1日至2023年12月31日。');
    expect(found).toEqual({ unit: '青石街道', year: 2023, codes: ['title.year-contradiction'] });
  });

  it('but a mention of last year’s report is none', () => {
    const found = read(
      ['青石街道2024年政府信息公开工作年度报告'],
      '对照2023年政府信息公开工作年度报告指出的问题逐项整改。'
    );
    expect(found).toEqual(clean('青石街道', 2024));
  });
});
