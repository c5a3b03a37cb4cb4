import type { Ask, Section, Table } from '../edition.ts';

/** 条例 art. 50(4), in every edition. */
const problems: readonly Ask[] = [
  { key: 'problems', name: '存在的问题' },
  { key: 'improvements', name: '改进的办法' },
];

interface Tables {
  disclosure: Table;
  applications: Table;
  challenges: Table;
}

/** What an edition asks of the texts beyond that. */
interface Asks {
  overview?: readonly Ask[];
  remarks?: readonly Ask[];
}

/** The six sections of art. 50 in their official order, around the tables of an edition. */
export function sections(tables: Tables, { overview, remarks }: Asks = {}): Section[] {
  return [
    {
      key: 'overview',
      heading: '一、总体情况',
      help: overview
        ? `分${names(overview)}${counted[overview.length]}个方面写。`
        : '写本年政府信息公开工作的总体情况。',
      ...(overview ? { asks: overview } : {}),
    },
    {
      key: 'disclosure',
      heading: '二、主动公开政府信息情况',
      help: '规章、行政规范性文件、许可、处罚、强制和收费的数。',
      table: tables.disclosure,
    },
    {
      key: 'applications',
      heading: '三、收到和处理政府信息公开申请情况',
      help: '每行依次是自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计。',
      table: tables.applications,
    },
    {
      key: 'challenges',
      heading: '四、政府信息公开行政复议、行政诉讼情况',
      help: '每行依次是结果维持、结果纠正、其他结果、尚未审结、总计。',
      table: tables.challenges,
    },
    {
      key: 'problems',
      heading: '五、存在的主要问题及改进情况',
      help: '写存在的问题和改进的办法，也写上一年问题的改进情况。',
      asks: problems,
    },
    {
      key: 'remarks',
      heading: '六、其他需要报告的事项',
      help: `${remarks ? `${names(remarks)}在此处报告；` : ''}没有其他事项的写“无。”。`,
      ...(remarks ? { asks: remarks } : {}),
    },
  ];
}

const counted = '〇一二三四五六七八九';

function names(asks: readonly Ask[]): string {
  return asks.map(({ name }) => name).join('、');
}
