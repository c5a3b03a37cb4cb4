import { describe, expect, it } from 'vitest';
import { written } from '../../../src/check/prose/exact.ts';
import { readQuantities } from './quantities.ts';

/** `31件`, `300条 more`, `3~5件`; the text at the place given must hold the number. */
function read(source: string): string[] {
  return readQuantities(source).map(({ value, to, unit, hedge, words }) => {
    expect(words).toMatch(/[\d０-９〇零一二两三四五六七八九十百千]/);
    return `${written(value)}${to ? `~${written(to)}` : ''}${unit}${hedge ? ` ${hedge}` : ''}`;
  });
}

describe('quantities', () => {
  it.each([
    ['收到申请31件', ['31件']],
    ['收到申请 31 件', ['31件']],
    ['收到申请**31**件', ['31件']],
    ['收到申请３１件', ['31件']],
    ['收到申请三十一件', ['31件']],
    ['办理行政许可1,234,567件', ['1234567件']],
    ['参训43人次，发放1600份', ['43人次', '1600份']],
    ['收费12.48万元、124800元、0.5亿元', ['124800元', '124800元', '50000000元']],
    ['占33.9%、３３．９％、百分之三十、百分之十二点五', ['33.9%', '33.9%', '30%', '12.5%']],
    ['提高1.2个百分点，增长一倍', ['1.2个百分点', '1倍']],
    [
      '300余条、近400条、约500条、600条以上、不足10件',
      ['300条 more', '400条 about', '500条 about', '600条 more', '10件 less'],
    ],
    ['3—5件、3至5个工作日、10-20户', ['3~5件', '3~5个工作日', '10~20户']],
    ['十余件、百余条', ['10件 more', '100条 more']],
    ['部分公开67，占4.61%', ['67', '4.61%']],
    ['三项数据均为零。', ['3项', '0']],
    ['各0件', ['0件']],
    ['七件申请', ['7件']],
    ['两千三百条', ['2300条']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    '2023年1月1日至2023年12月31日',
    '2023年度，1月份，1-6月，6月底，31日前',
    '2023-01-01、2023.1.1、2023/1/1',
    '国办公开办函〔2021〕30号、国务院令第711号、[2019]60号、（2019）60号',
    '第二十条第（一）项、第20条、第五届、第3期、第三方、第一时间',
    '电话：0429-4221234、13800138000，邮编：125000',
    '12345热线、“12345”平台、12315投诉',
    '一是加强组织，二是强化监督；三是抓好落实',
    '一、总体情况',
    '（一）主动公开',
    '1.主动公开',
    '2、依申请公开',
    '“三公”经费、“三安全一稳定”、“三审三校”、“一网通办”、“一图读懂”',
    '一站式服务、统一部署、进一步推进、同一标准、唯一渠道、之一、逐一核对',
    '十分重视、千方百计、万众一心、三农工作、五位一体、十四五规划、二维码',
    '每一件申请、这一件、任一件、无一件',
    '5G网络、A4纸、H5页面、www.gov.cn/2023/01/30、abc123@163.com',
    '二十大精神、二〇二三年、3.0版、5·15政务公开日',
    '三五件、七八个、数十件、上百条、几十次',
    '《2023年政务公开工作要点》《“十四五”规划100条》',
    '2/3以上、8:30至17:00',
  ])('none: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('knows the place in a text with marks and wrapped lines', () => {
    const source = '- **主动公开**：发布信息 126 条，\n其中惠农政策４４条。\n- 收到申请十\n二件。';
    const found = readQuantities(source);
    expect(found.map(({ words }) => words)).toEqual(['126 条', '４４条', '十\n二件']);
    expect(found.map(({ writing }) => writing)).toEqual(['digits', 'digits', 'hanzi']);
  });

  it('takes no time on endless runs of digits, brackets and quotes', () => {
    for (const piece of ['1', '一', '（', '1,', '〔', '“', '《', '-', 'a', '百分之', '1.', '分别为']) {
      const started = performance.now();
      readQuantities(piece.repeat(20_000));
      expect(performance.now() - started).toBeLessThan(1000);
    }
  });
});
