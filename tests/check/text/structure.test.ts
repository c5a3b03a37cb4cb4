import { describe, expect, it } from 'vitest';
import {
  checkAppraisal,
  checkLength,
  checkOverview,
  checkProblems,
  checkRemarks,
  checkSectionList,
  textLength,
} from '../../../src/check/text/structure.ts';
import type { Finding } from '../../../src/check/text/types.ts';
import { overviewOf } from '../../../src/forms/asks.ts';
import { formById } from '../../../src/forms/index.ts';

const overview = overviewOf(formById(2021)!)!;
const kinds = (findings: readonly Finding[]) => findings.map(({ kind }) => kind);

describe('QA-OVERVIEW', () => {
  const parts = (text: string) => checkOverview(text, overview).map(({ params }) => params['part']);
  const whole =
    '（一）主动公开。公布信息38条。（二）依申请公开。没有收到申请。（三）政府信息管理。文件统一登记。（四）政府信息公开平台建设。设公开栏。（五）监督保障。已列入考核。';

  const complete = [
    whole,
    '一是主动公开。公布信息51条。二是依申请公开。全年未收到政府信息公开申请。三是政府信息管理。对网站旧内容清点一遍。四是平台建设。维修公开栏。五是监督保障。参加培训两次。',
    '利用电子屏主动对外更新政府信息27次。受理依申请公开0件。严格执行三审三校。微信公众号发布信息149条。成立政务公开工作领导小组。',
    '发布各类信息168条。收到政府信息公开申请7件。开展一次规范性文件清理。网站专栏合并重复栏目3个。组织业务培训2次。',
    '公开信息176条。新收申请6件。对存量信息作了核查。查阅点迁入新址。纳入工作考核。',
    '通过门户网站主动公开各类信息75条。办结申请2件。信息发布前由专人审核。开设公众号。接受群众监督。',
    '公布信息38条。没有收到申请。文件统一登记。大厅设查阅台两处。已列入考核。',
    '公布信息38条。没有收到申请。信息发布实行分管领导签发制。设公开栏。已列入考核。',
    '公布信息38条。没有收到申请。文件统一登记。村务栏每季度核对一遍。已列入考核。',
    '各类渠道公布信息97条。办理申请1件。拟公开的信息由分管领导审查。换新公开栏11块。进行社会评议1次。',
    '公开政府信息84条。答复申请1件。公文公开属性逐件标注。充分利用热线和网站。落实责任追究制度。',
    '主动发布政务公开信息45条。申请数为零。分级审核、先审后发。开辟宣传栏。开展业务培训。',
    '公开政府信息。未收到申请。动态调整公开目录。依托平台公开。专人负责。',
  ];
  for (const [i, text] of complete.entries()) it(`complete ${i + 1}`, () => expect(parts(text)).toEqual([]));

  const lacking: [string, string[]][] = [
    ['公布信息38条。文件统一登记。设公开栏。已列入考核。', ['依申请公开']],
    ['公布信息38条。没有收到申请。设公开栏。已列入考核。', ['政府信息管理']],
    ['公布信息38条。没有收到申请。文件统一登记。已列入考核。', ['政府信息公开平台建设']],
    ['公布信息38条。没有收到申请。文件统一登记。设公开栏。', ['监督保障']],
    ['没有收到申请。文件统一登记。设公开栏。已列入考核。', ['主动公开']],
    ['我镇高度重视。', ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障']],
    ['公布信息38条。设公开栏。', ['依申请公开', '政府信息管理', '监督保障']],
    [
      '充分满足群众对政府信息查询、信息公开需求，公布信息。设公开栏。开展培训。信息先审后发。',
      ['依申请公开'],
    ],
    ['收到申请3件，均已答复。开展培训。', ['主动公开', '政府信息管理', '政府信息公开平台建设']],
    ['公布信息38条。没有收到申请。', ['政府信息管理', '政府信息公开平台建设', '监督保障']],
  ];
  for (const [text, missing] of lacking) it(text, () => expect(parts(text)).toEqual(missing));

  it('is not asked of reports before the edition of 2021', () => {
    const { asks, ...earlier } = overview;
    expect(asks).toHaveLength(5);
    expect(checkOverview('我镇高度重视。', earlier)).toEqual([]);
    expect(checkOverview('', overview)).toEqual([]);
  });
});

describe('QA-APPRAISAL', () => {
  const missing = (text: string, level: Parameters<typeof checkAppraisal>[1] = 'township') =>
    checkAppraisal([{ section: 'overview', text }], level, 'overview').map(({ params }) => params['missing']);
  const told = [
    '公开工作已列入工作考核；村民代表会议上进行了社会评议；没有责任追究的情况。',
    '年末考评结果良好，群众满意度较高，没有人员被追责。',
    '绩效考核占4分，第三方评估良好，无问责情形。',
    '将公开列入年度考核，开展公众评议，未发生责任追究。',
    '考核合格；测评满意率96%；没有单位因此受到追究。',
  ];
  for (const text of told) it(text, () => expect(missing(text)).toEqual([]));
  const untold: [string, string[]][] = [
    ['参加培训两次。', ['考核', '评议', '责任追究']],
    ['已列入工作考核。', ['评议', '责任追究']],
    ['进行了社会评议。', ['考核', '责任追究']],
    ['没有责任追究。', ['考核', '评议']],
    ['已列入工作考核，没有责任追究。', ['评议']],
  ];
  for (const [text, expected] of untold) it(text, () => expect(missing(text)).toEqual([expected]));

  it('is asked of governments only', () => {
    expect(missing('参加培训两次。', 'subdistrict')).toEqual([]);
    expect(missing('参加培训两次。', 'department')).toEqual([]);
    expect(missing('参加培训两次。', 'county')).toHaveLength(1);
  });

  it('may stand in any section, but not in the opening', () => {
    const parts = [
      { section: 'opening', text: '考核、评议、责任追究' },
      { section: 'remarks', text: '考核合格，评议良好，无责任追究。' },
    ];
    expect(checkAppraisal(parts, 'township', 'overview')).toEqual([]);
    expect(checkAppraisal(parts.slice(0, 1), 'township', 'overview')).toEqual([]);
  });
});

describe('QA-SECLIST', () => {
  const six =
    '总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项';
  const complete = [
    `本报告由${six}六部分组成。`,
    `全文包括${six.replaceAll('、', '，')}。`,
    `报告共六部分：${six.replaceAll('情况、', '情况；')}。`,
    `本报告包括${six}等六个部分，即日公布。`,
    '包括总体情况、主动公开政府信息情况、依申请公开情况、行政复议和行政诉讼情况、存在的主要问题及改进措施和其他需要报告的事项共六个部分。',
    '由概述、主动公开政府信息情况、依申请公开办理情况、因政府信息公开申请行政复议情况、存在的问题、其他需要说明的事项组成。',
    '存在的主要问题是更新不及时、内容偏少、解读不足。',
    '根据条例编制本报告，统计期限为2023年1月1日至12月31日。',
    '主动公开政府信息情况良好，依申请公开有序。',
    `${six}六部分之外，不另设附件。`,
    `本报告包括：\n1.总体情况；\n2.主动公开政府信息情况；\n3.收到和处理政府信息公开申请情况；\n4.行政复议、行政诉讼情况；\n5.存在的主要问题；\n6.其他需要报告的事项。`,
    '一、总体情况\n（一）主动公开政府信息情况\n通过网站、公开栏，公布信息，受理申请。',
  ];
  for (const text of complete) it(text, () => expect(checkSectionList(text)).toEqual([]));

  const lacking: [string, string, string[]][] = [
    [
      '本报告包括总体情况、主动公开政府信息情况、依申请公开情况、行政复议和诉讼情况、存在的主要问题。',
      'list-incomplete',
      ['remarks'],
    ],
    [
      '本报告包括主动公开政府信息情况、依申请公开情况、行政诉讼情况、存在的问题及其他事项。',
      'list-incomplete',
      ['overview'],
    ],
    [
      '全文由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、存在的主要问题及改进情况、其他需要报告的事项组成。',
      'list-incomplete',
      ['challenges'],
    ],
    [
      '全文包括总体情况、主动公开政府信息情况、复议诉讼情况、存在的主要问题、其他需要报告的事项。',
      'list-incomplete',
      ['applications'],
    ],
    [
      '全文包括总体情况、收到和处理政府信息公开申请情况、行政复议、行政诉讼情况、其他需要报告的事项。',
      'list-incomplete',
      ['disclosure', 'problems'],
    ],
  ];
  for (const [text, kind, missing] of lacking) {
    it(text, () => {
      const [finding] = checkSectionList(text);
      expect(finding).toMatchObject({ kind, start: 0, end: text.length, params: { missing } });
    });
  }

  for (const word of ['五个部分', '七部分', '五大部分', '5个方面', '八个部分']) {
    it(`all six sections called ${word}`, () => {
      const text = `本报告由${six}${word}组成。`;
      const [finding] = checkSectionList(text);
      expect(finding?.kind).toBe('list-count');
      expect(text.slice(finding!.start, finding!.end)).toBe(word);
    });
  }
});

describe('QA-PROBLEMS', () => {
  const good = [
    '主要问题是内容偏少。下一步增加办事类内容。',
    '一是社区公开栏大小不一、位置偏僻，不少居民反映看不清。对此，计划统一规格。',
    '去年的问题有所改进。目前主要的不足是知道的人不多。我乡准备设点宣传。',
    '存在更新不及时的情况。今后按周核对。',
    '人员兼职多，业务不熟。将开展培训。',
    '解读形式单一；互动较少。改进措施：增加图解。',
    '公开质量有待提高，下一年加强审核。',
    '公开目录过粗的短板仍在，拟细化到三级。',
    '部分栏目内容滞后，须按月更新。',
    '工作与群众要求尚有差距，进一步完善机制。',
  ];
  for (const text of good) it(text, () => expect(checkProblems(text, 'problems', false)).toEqual([]));

  const bad: [string, string[]][] = [
    ['无。', ['problems-missing', 'improvements-missing']],
    ['没有', ['problems-missing', 'improvements-missing']],
    ['暂无此类情况。', ['problems-missing', 'improvements-missing']],
    ['下一步，加强培训，提高质量。', ['problems-missing']],
    ['今后将继续加强政务公开工作。', ['problems-missing']],
    ['更新不及时，内容偏少。', ['improvements-missing']],
    ['存在的主要问题：公开内容少。', ['improvements-missing']],
    ['业务不熟，人员流动大，群众知晓率低。', ['improvements-missing']],
    ['改进方向：统一规格。', ['problems-missing']],
    ['工作中有短板。', ['improvements-missing']],
  ];
  for (const [text, expected] of bad) {
    it(text, () => expect(kinds(checkProblems(text, 'problems', false))).toEqual(expected));
  }

  it('asks for the follow-up only where there is a last year', () => {
    const text = '主要问题是内容偏少。下一步增加内容。';
    expect(checkProblems(text, 'problems', false)).toEqual([]);
    expect(kinds(checkProblems(text, 'problems', true))).toEqual(['follow-up-missing']);
    expect(checkProblems(`上年的问题已经解决。${text}`, 'problems', true)).toEqual([]);
    expect(checkProblems(`知晓率低的问题开始好转。${text}`, 'problems', true)).toEqual([]);
  });
});

describe('QA-SECTION6', () => {
  const told = [
    '本年度未收取信息处理费。',
    '没有发生收费，也没有减免。',
    '信息处理费情况：全县共收取1件，金额100元。',
    '这一件申请提供的材料共六页，按规定免费。',
    '全年提供政府信息没有收取检索、复制、邮寄等费用，无其他事项。',
  ];
  for (const text of told) it(text, () => expect(checkRemarks(text, 'remarks')).toEqual([]));
  const untold: [string, boolean][] = [
    ['无。', true],
    ['无', true],
    ['无其他需要报告的事项。', true],
    ['暂无', true],
    ['本年度政务公开专区建成使用。', false],
  ];
  for (const [text, bare] of untold) {
    it(text, () =>
      expect(checkRemarks(text, 'remarks')[0]).toMatchObject({ kind: 'fees-missing', params: { bare } }),
    );
  }
});

describe('QA-LENGTH', () => {
  it('counts characters without blanks and Markdown marks', () => {
    expect(textLength('**“应公开”**的\n\n- 主动公开：38条\n')).toBe('“应公开”的主动公开：38条'.length);
    expect(textLength('[年报](https://example.org/a) 下载')).toBe(4);
    expect(textLength('𠮷')).toBe(1);
    expect(textLength(' \u3000\n')).toBe(0);
  });
  it('has a least and a most', () => {
    expect(checkLength('公'.repeat(100), 'overview')).toEqual([]);
    expect(checkLength('公'.repeat(1000), 'overview')).toEqual([]);
    expect(checkLength('公'.repeat(1001), 'overview')[0]).toMatchObject({
      kind: 'too-long',
      params: { count: 1001, limit: 1000 },
    });
    expect(checkLength('公'.repeat(99), 'overview')[0]).toMatchObject({
      kind: 'too-short',
      params: { count: 99, limit: 100 },
    });
    expect(checkLength('', 'overview')).toEqual([]);
    expect(checkLength('公开', 'overview', { least: 1, most: 1 })).toHaveLength(1);
  });
});
