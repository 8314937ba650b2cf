import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '../../../src/lib/recognition/claims.ts';
import type { SectionKey } from '../../../src/lib/recognition/headings.ts';
import type { Claim } from '../../../src/lib/report/report.ts';
import { processorTime } from '../../fuzz/processor-time.ts';
import type { TextLine } from '../../../src/lib/recognition/stream.ts';

function lineOf(text: string, index: number, section: SectionKey | null = null): TextLine {
  return { kind: 'line', text, order: index, place: { line: index + 1 }, section };
}

function claimsIn(lines: readonly string[], section: SectionKey = 'overview', year = 2022): Claim[] {
  const items = [lineOf('标题', 0, section), ...lines.map((text, index) => lineOf(text, index + 1))];
  return claimsOf({ items, title: null, unit: null, fileName: 'report.txt', year });
}

/** `new 12, handled 3`: what a paragraph of 一、总体情况 in a report for 2022 states, in reading order. */
function statedIn(text: string): string {
  return claimsIn([text])
    .filter(({ claim }) => !claim.startsWith('year-'))
    .map(({ claim, value }) => `${claim} ${value}`)
    .join(', ');
}

describe('figures that are stated', () => {
  it.each([
    [
      '2022年新收政府信息公开申请12件，上年结转1件，办结10件，结转下年度继续办理3件。',
      'new 12, carried-in 1, handled 10, carried-out 3'
    ],
    ['全年共收到公民、法人和其他组织提出的政府信息公开申请 1,234 件，均已答复。', 'received 1234'],
    ['全年收到政府信息公开申请１２件，已答复１１件，转下年度１件。', 'received 12, handled 11, carried-out 1'],
    ['受理依申请公开十二件，办结一百零三件，顺延到下年度两件。', 'received 12, handled 103, carried-out 2'],
    ['共收办申请5宗，答复5宗。', 'received 5, handled 5'],
    ['收到依申请公开申请书3份，其中2件结转至2023年度办理。', 'received 3, carried-out 2'],
    ['新增申请4件，有2件结转下年度继续办理。', 'new 4, carried-out 2'],
    ['收到12件政府信息公开申请，比上年增加4件，增长50%。', 'received 12, new-change 4, new-change-percent 50'],
    ['新收申请6件，同比下降14.3%，办结6件。', 'new 6, new-change-percent -14.3, handled 6'],
    ['新收申请6件，与上年持平。', 'new 6, new-change 0'],
    ['新收申请6件，与2021年相比减少2件。', 'new 6, new-change -2'],
    ['办理申请15件，其中新收12件、上年结转3件。', 'new 12, carried-in 3'],
    ['2021年结转3件，2022年新收9件。', 'carried-in 3, new 9'],
    ['共收到信息公开申请14件，其中2件为上年结转。', 'received 14, carried-in 2'],
    ['全年信息公开申请数量为15件。', 'received 15'],
    ['政府信息公开申请数量同比增长50%。', 'new-change-percent 50'],
    ['收到申请12件，较上年度（10件）增加2件。', 'received 12, new-change 2'],
    ['全年共有3件行政复议、4件行政诉讼。', 'review 3, suit 4'],
    ['依申请公开、行政复议、行政诉讼、举报诉讼均为0。', 'received 0, review 0, suit 0'],
    ['新收申请数、办结数、行政复议，行政诉讼数均为零。', 'new 0, handled 0, review 0, suit 0'],
    ['未收到政府信息公开申请，也未发生因政府信息公开引起的行政复议、行政诉讼。', 'received 0, review 0, suit 0'],
    ['没有收到公民、法人或者其他组织的政府信息公开申请、行政复议和行政诉讼。', 'received 0, review 0, suit 0'],
    ['全年无依申请公开，无上年结转。', 'received 0, carried-in 0'],
    ['本年度我乡无依法申请公开件。', 'received 0'],
    ['街道未接到过任何形式的政府信息公开申请。', 'received 0'],
    ['收到申请数为0，行政复议0件。', 'received 0, review 0'],
    ['因政府信息公开被申请行政复议一件，被提起行政诉讼〇件。', 'review 1, suit 0'],
    ['行政复议、行政诉讼0件。', 'review 0, suit 0'],
    ['全年行政复议和行政诉讼分别为2件和3件。', 'review 2, suit 3'],
    ['新收申请、上年结转分别为12件、1件，行政诉讼、行政复议分别有三件,0件。', 'new 12, carried-in 1, suit 3, review 0'],
    [
      '收到申请9件，其中予以公开、部分公开以及不予公开分别5件、3件和1件。',
      'received 9, granted 5, partial 3, denied 1'
    ],
    ['发生行政复议案件2宗，行政诉讼案件共1宗。', 'review 2, suit 1'],
    ['没有行政复议，行政诉讼1件。', 'review 0, suit 1'],
    [
      '主动公开政府信息数98条，其中通过网站公开政府信息90条；制发规范性文件总数1条，其中主动公开规范性文件数1条。',
      'proactive 98, normative 1'
    ],
    [
      '制发3件行政规范性文件，废止规范性文件2件，现行有效规范性文件11件。',
      'normative 3, normative-repealed 2, normative-in-force 11'
    ],
    ['本年未制定规范性文件。', 'normative 0'],
    ['在全区率先实行清单管理，收到申请3件。', 'received 3'],
    ['全区收到申请300件，我街道收到申请3件、答复2件。', 'received 3, handled 2'],
    [
      '受理政府信息公开申请31件，答复30件（含上年度结转申请3件，另有4件顺延到下年度答复）。',
      'received 31, handled 30, carried-in 3, carried-out 4'
    ],
    ['2022年累计主动公开政府信息1438条。', 'proactive 1438'],
    ['受理申请6件，上年结转政府信息公开办理数量1件，结转至2023年办理2件。', 'received 6, carried-in 1, carried-out 2'],
    ['收到申请9件，顺延至下一年答复2件。', 'received 9, carried-out 2'],
    ['收到申请8件，另有3件申请按照《条例》顺延到下年度答复。', 'received 8, carried-out 3'],
    ['2022年累计收到依申请信息公开件6件，申请行政复议0次，行政诉讼0次。', 'received 6, review 0, suit 0'],
    ['共收到政府信息公开申请4件次。', 'received 4'],
    ['依申请公开受理量为2件。', 'received 2'],
    ['主动公开信息33条，依申请公开信息0条。', 'proactive 33, received 0'],
    ['未收到公众关于政府信息公开的申请。', 'received 0'],
    ['没有接到群众主动提出公开政府信息的申请。', 'received 0'],
    ['未收到社会组织或群众个人提出的依申请公开。', 'received 0'],
    ['未收到公民、法人或其他组织通过任何形式提出的政府信息公开申请。', 'received 0'],
    ['收到申请7件，其中5件已按时完成答复，剩余2件结转下年度继续办理。', 'received 7, carried-out 2'],
    [
      '收到申请7件，在办结的5件申请中，予以公开3件。另2件申请按规定结转下年度继续办理。',
      'received 7, handled 5, granted 3, carried-out 2'
    ],
    ['受理申请7件，5件已依法答复，已办理6件。', 'received 7, handled 5, handled 6'],
    [
      '受理申请29件，答复26件，其中予以公开的11件、部分公开4件，不予公开3件，本机关无法提供6件，不予处理0件，其他处理2件。',
      'received 29, handled 26, granted 11, partial 4, denied 3, unavailable 6, rejected 0, closed 2'
    ],
    [
      '收到依申请公开14件（其中信函9件，网络5件），已办结12件，2件结转下年办理。',
      'received 14, handled 12, carried-out 2'
    ],
    ['2021年结转至2022年2件，2022年共受理申请265件。', 'carried-in 2, received 265'],
    ['因信息公开引发行政争议11件，其中，行政复议7件，结果维持6件；行政诉讼4件。', 'review 7, suit 4'],
    ['收到依申请公开信件9件。', 'received 9'],
    ['未收到和处理政府信息公开申请事项，无政府信息公开类行政复议、行政诉讼情况发生。', 'received 0, review 0, suit 0'],
    ['未收到个人、法人或者其他组织向本机关申请公开政府信息。', 'received 0'],
    ['无政府信息公开申请行政复议、行政诉讼。', 'review 0, suit 0'],
    ['行政复议1件，无行政复议纠错和行政诉讼败诉案件。', 'review 1'],
    ['未发生依申请公开政府信息方面的行政复议和行政诉讼。', 'review 0, suit 0'],
    ['未收到法人或者其他组织对依申请公开政府信息的申请。', 'received 0'],
    ['收到依申请公开件30件，上年度结转办理件1件。', 'received 30, carried-in 1'],
    ['收到政府信息依申请公开办理事项1件。', 'received 1'],
    ['受理依申请信息4条，接收到申请书4份。', 'received 4'],
    ['收到和处理依申请公开3件，无上年和下年结转件。', 'received 3, carried-in 0, carried-out 0'],
    ['收到申请3件，无下年度结转。', 'received 3, carried-out 0'],
    ['没有发生因政府信息公开涉及的投诉、行政复议、行政诉讼事件。', 'review 0, suit 0'],
    ['未因信息公开工作引发举报、投诉、提起行政诉讼。', 'suit 0'],
    ['全年共主动公开37条政府信息。', 'proactive 37'],
    ['行政复议3件，尚未审结行政复议1件；行政诉讼2件，审结的行政诉讼1件。', 'review 3, suit 2']
  ])('%s', (text, expected) => {
    expect(statedIn(text)).toBe(expected);
  });
});

describe('figures that are about something else', () => {
  it.each([
    ['a part of them', '全年办理情况良好，其中收到当面申请3件、网络申请4件，其中答复2件。'],
    ['a channel', '通过网站收到申请3件，收到信函申请2件，书面答复2件。'],
    ['what was given out', '依申请公开政府信息10条，依申请公开12件。'],
    ['some applicants, in general', '收到群众提出的政府信息公开申请3件。'],
    ['some applicants', '收到自然人申请3件，收到企业申请1件。'],
    ['another year', '2021年收到政府信息公开申请12件，去年办结12件。'],
    ['several years', '近三年来收到政府信息公开申请40件，历年累计办结38件。'],
    ['a running total without its year', '自开通以来，累计收到申请9件。'],
    ['others', '全区收到政府信息公开申请300件，答复280件，各街道答复申请280件。'],
    ['a part of the year', '上半年收到申请5件，第四季度收到申请3件，12月收到申请1件，6月份答复申请2件。'],
    ['each and every one', '每收到1件申请都作了登记，平均每月收到申请1件，如收到1件申请即行登记。'],
    ['how many more', '比上年多收到申请2件，较2021年少收到申请3件。'],
    ['years side by side', '2020年、2021年、2022年分别收到申请8件、10件、12件。'],
    ['offices below', '所属社区收到申请0件，下属单位收到申请3件。'],
    ['requests with one outcome', '不予公开的政府信息公开申请收到1件。'],
    ['what was done with them', '办结上年结转申请2件、本年新收申请11件。'],
    ['disputes about other things', '其他行政复议9件，不予受理行政复议1件。'],
    ['nothing that was denied', '并非没有收到政府信息公开申请。'],
    ['plans', '下一步计划制发规范性文件2件。'],
    ['rough figures', '收到申请10余件，主动公开政府信息1.2万条，答复近20件，答复5件以上。'],
    ['other things', '收到群众来信12件，答复咨询30件，办结建议提案5件，答复网民留言8条。'],
    ['another topic', '办理人大建议和政协提案，共收到6件，办结6件。'],
    ['what was refused', '不予受理申请2件，未办结1件，超期答复1件。'],
    ['a kind of outcome', '行政复议维持2件，行政诉讼结果纠正1件，行政复议纠错率为0.5%。'],
    ['one figure for both', '行政复议和行政诉讼共3件。'],
    ['one figure for two outcomes', '收到的申请中予以公开及部分公开5件，不予公开、无法提供共3件。'],
    ['what became of some of them', '收到的网上申请中，予以公开3件。'],
    ['documents that are not published', '本年度制发政府信息13件，其中主动公开4件，不予公开9件。'],
    ['a change alone', '较上年增加3件，同比增长20%，申请量明显上升。'],
    ['a change of something else', '主动公开政府信息持续增加，同比增长20%。'],
    ['times', '答复咨询12次，审阅申请答复3次，收到申请咨询40人次。'],
    ['an idiom', '对每一件申请都作了登记，一一答复，逐件说明理由。'],
    ['a rate', '申请按时办结率100%，答复满意率98%。'],
    ['a lawsuit that did not fail', '没有行政复议机关提出异议，无败诉案件。'],
    ['documents made public', '主动公开规范性文件2件，起草规范性文件3件。'],
    ['numbers of articles', '依据《条例》第二十九条受理申请，按照第三十六条第（一）项答复。']
  ])('%s', (_, text) => {
    expect(statedIn(text)).toBe('');
  });

  it('the whole city in its own report, and in no street’s', () => {
    const items = [lineOf('一、总体情况', 0, 'overview'), lineOf('全市受理申请300件，答复280件。', 1)];
    const title = (unit: string) => ({ unit, year: 2022, years: [] });
    const found = (unit: string) =>
      claimsOf({ items, title: title(unit), unit, fileName: '', year: 2022 }).map(
        ({ claim, value }) => `${claim} ${value}`
      );
    expect(found('东湖市人民政府')).toEqual(['received 300', 'handled 280']);
    expect(found('云川街道')).toEqual([]);
    expect(found('东湖市财政局')).toEqual([]);
  });

  it.each([
    ['云川镇收到申请3件，石桥镇收到申请5件。', 'received 3'],
    ['石桥镇、河口乡分别收到申请3件、5件。', ''],
    ['石桥镇、河口乡新收申请分别为3件、5件。', ''],
    ['2021年、2022年新收申请分别为3件、5件。', ''],
    ['自然人新收申请、企业新收申请分别为3件、5件。', ''],
    ['行政复议、行政诉讼、信访分别为3件、5件。', ''],
    ['新收申请、办结申请分别为3件、10余件。', ''],
    ['上半年行政复议、行政诉讼分别为3件、5件。', ''],
    ['网上新收申请、办结申请分别为3件、5件。', ''],
    ['县住建局收到申请30件，县教育局答复申请5件。', ''],
    ['全县收到申请300件，其中我镇收到12件、石桥镇收到5件。', 'received 12'],
    ['截至年底镇人民政府共收到申请12件，全镇没有行政复议。', 'received 12, review 0'],
    ['2022年东湖县云川镇人民政府共收到申请12件。', 'received 12']
  ])('the offices that a sentence names: %s', (text, expected) => {
    const items = [lineOf('一、总体情况', 0, 'overview'), lineOf(text, 1)];
    const title = { unit: '云川镇人民政府', year: 2022, years: [] };
    const found = claimsOf({ items, title, unit: title.unit, fileName: '', year: 2022 }).filter(
      ({ claim }) => !claim.startsWith('year')
    );
    expect(found.map(({ claim, value }) => `${claim} ${value}`).join(', ')).toBe(expected);
  });

  it('an office by its short name in its own report', () => {
    const items = [lineOf('一、总体情况', 0, 'overview'), lineOf('全年区住建局收到申请30件，区教育局收到申请5件。', 1)];
    const title = { unit: '东湖区住房和城乡建设局', year: 2022, years: [] };
    const found = claimsOf({ items, title, unit: title.unit, fileName: '', year: 2022 });
    expect(found.map(({ claim, value }) => `${claim} ${value}`)).toEqual(['received 30']);
  });

  it('a district’s own government in the report of the district', () => {
    const line = '全区共受理申请80件，结转下年度办理3件，区政府本级共受理20件，结转下年度办理1件。';
    const items = [lineOf('一、总体情况', 0, 'overview'), lineOf(line, 1)];
    const title = { unit: '东湖区', year: 2022, years: [2022] };
    const claims = claimsOf({ items, title, unit: title.unit, fileName: '', year: 2022 });
    expect(claims.map(({ claim, value }) => `${claim} ${value}`)).toEqual(['received 80', 'carried-out 3']);
  });

  it('sections on faults, plans and other matters', () => {
    for (const section of ['problems', 'other-matters'] as const)
      expect(claimsIn(['收到政府信息公开申请3件。'], section)).toEqual([]);
  });
});

describe('texts of any kind', () => {
  const words =
    '收到|受理|新收|办结|答复|没有|未|无|政府信息公开|申请|行政复议|行政诉讼|、|，|；|。|和|共|计|共计|数|有|件|条|1|12|1,234|十二|〇|上年|结转|下年度|其中|均为0|规范性文件|制发|较上年增加|同比增长|%|2021年| |公开|因|的'.split(
      '|'
    );

  it('are read in time, and give counts that are quoted from them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 400 }), (drawn) => {
        const text = drawn.join('');
        for (const { value, raw, start, sentence } of claimsIn([text])) {
          expect(Number.isFinite(value)).toBe(true);
          expect(text).toContain(sentence);
          if (start !== undefined) expect(sentence.slice(start, start + raw.length)).toBe(raw);
        }
      }),
      { numRuns: 300 }
    );
  });

  it.each(
    words.flatMap((word) =>
      ['收到', '没有', '制发规范性文件', '上年结转', '复议分别'].map((opening) => [opening, word])
    )
  )('%s%s, four thousand times', (opening, word) => {
    const begin = processorTime();
    claimsIn([opening + word.repeat(4000)]);
    expect(processorTime() - begin).toBeLessThan(2000);
  });

  it('state no count of a thousand digits', () => {
    expect(statedIn(`收到申请${'9'.repeat(1000)}件，较上年增加${'9'.repeat(400)}件。`)).toBe('');
  });
});

describe('a claim', () => {
  it('has its words, where they stand in the sentence, and its place', () => {
    expect(claimsIn(['工作有序。全年收到政府信息公开申请 12 件，答复１２件！'])).toEqual([
      {
        claim: 'received',
        value: 12,
        raw: '12 件',
        start: 13,
        sentence: '全年收到政府信息公开申请 12 件，答复１２件！',
        place: { line: 2 }
      },
      {
        claim: 'handled',
        value: 12,
        raw: '１２件',
        start: 20,
        sentence: '全年收到政府信息公开申请 12 件，答复１２件！',
        place: { line: 2 }
      }
    ]);
  });

  it('is found where a line is wrapped in the middle of a sentence', () => {
    const [claim] = claimsIn(['我街道认真做好依申请公开工作，全年收到政府信息公开', '申请7件，均按期答复。']);
    expect(claim).toMatchObject({ claim: 'received', value: 7, place: { line: 2 } });
  });

  it('is not quoted with a title or a heading above it', () => {
    const lines = [
      '云川街道办事处2022年政府信息公开工作年度报告',
      '（一）提升工作实效，扎实推进政府信息公开常态运行',
      '全年收到申请7件。'
    ];
    expect(claimsIn(lines).map(({ sentence }) => sentence)).toEqual(['全年收到申请7件。']);
  });

  it('is made once of what a sentence says twice', () => {
    expect(statedIn('尚有2件未到答复期限，结转下年度2件。')).toBe('carried-out 2');
  });
});

describe('years', () => {
  it('are those of the period, of sentences that begin with one, and of the file', () => {
    const items = [
      lineOf('本报告数据统计期为2021年1月1日至12月31日。', 0),
      lineOf('一、总体情况', 1, 'overview'),
      lineOf('2021年，我街道公开信息9条。2021年结转2件。2021年3月换届。比2020年多。', 2)
    ];
    const claims = claimsOf({ items, title: null, unit: null, fileName: '东湖区/云川街道_2022年报.docx', year: 2022 });
    expect(claims.map(({ claim, value, raw }) => [claim, value, raw])).toEqual([
      ['year-file-name', 2022, '2022'],
      ['year-period', 2021, '2021年1月1日至12月31日'],
      ['year-sentence', 2021, '2021年'],
      ['carried-in', 2, '2件']
    ]);
  });

  const yearsIn = (paragraph: string) =>
    claimsIn([paragraph], 'overview', 2021)
      .filter(({ claim }) => claim === 'year-sentence')
      .map(({ value }) => value);

  it.each([
    '2021年，共新收政府信息公开申请12件，办结12件。2020年度共收到50件。',
    '2020年收到政府信息公开申请50件。2021年收到12件。',
    '2020年收到政府信息公开申请50件，今年收到12件。',
    '2021年主动公开政府信息120条。2020年主动公开政府信息100条。'
  ])('of a sentence that only compares are not the report’s: %s', (paragraph) => {
    expect(yearsIn(paragraph)).not.toContain(2020);
  });

  it.each([
    '2020年，共收到政府信息公开申请50件，办结50件。全年没有发生行政复议。',
    '2021年，街道落实公开要求。2020年，街道主动公开政府信息100条。',
    '2020年度共收到50件。'
  ])('that were left over are still the sentence’s own: %s', (paragraph) => {
    expect(yearsIn(paragraph)).toContain(2020);
  });
});

describe('a note’s mark beside a figure', () => {
  it.each([
    ['新收政府信息公开申请5²件，办结3①件。', 'new 5, handled 3'],
    ['新收政府信息公开申请①件。', ''],
    ['新收政府信息公开申请5½件。', ''],
    ['①新收政府信息公开申请5件；②办结3件。', 'new 5, handled 3']
  ])('is no digit of it: %s', (text, stated) => {
    expect(statedIn(text)).toBe(stated);
  });
});
