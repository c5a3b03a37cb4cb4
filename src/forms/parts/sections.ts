import type { Section, Table } from '../edition.ts';

/** The six sections of art. 50 in their official order, around the tables of an edition. */
export function sections(disclosure: Table, applications: Table, challenges: Table): Section[] {
  return [
    {
      key: 'overview',
      heading: '一、总体情况',
      help: '分主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面写。',
    },
    {
      key: 'disclosure',
      heading: '二、主动公开政府信息情况',
      help: '规章、行政规范性文件、许可、处罚、强制和收费的数。',
      table: disclosure,
    },
    {
      key: 'applications',
      heading: '三、收到和处理政府信息公开申请情况',
      help: '每行依次是自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计。',
      table: applications,
    },
    {
      key: 'challenges',
      heading: '四、政府信息公开行政复议、行政诉讼情况',
      help: '每行依次是结果维持、结果纠正、其他结果、尚未审结、总计。',
      table: challenges,
    },
    {
      key: 'problems',
      heading: '五、存在的主要问题及改进情况',
      help: '写存在的问题和改进的办法，也写上一年问题的改进情况。',
    },
    {
      key: 'remarks',
      heading: '六、其他需要报告的事项',
      help: '收取信息处理费的情况在此处报告；没有其他事项的写“无。”。',
    },
  ];
}
