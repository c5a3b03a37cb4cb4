import type { Column, Row, Table } from '../edition.ts';

/** Sources: 国办公开办函〔2019〕60号 and 〔2021〕30号, annexed forms; the editions have this in common. */

/** 表三的列。 */
const applicantColumns: readonly Column[] = [
  {
    label: '申请人情况',
    columns: [
      { key: 'natural', label: '自然人', help: '以个人名义提出的申请。' },
      {
        label: '法人或其他组织',
        columns: [
          { key: 'business', label: '商业企业', help: '公司、个体工商户等营利组织提出的申请。' },
          { key: 'research', label: '科研机构', help: '高等院校、研究院所等提出的申请。' },
          {
            key: 'welfare',
            label: '社会公益组织',
            help: '社会团体、基金会等公益组织提出的申请。',
          },
          { key: 'legalService', label: '法律服务机构', help: '律师事务所等提出的申请。' },
          { key: 'otherOrg', label: '其他', help: '以上各类之外的组织提出的申请。' },
        ],
      },
      { key: 'total', label: '总计', variants: ['合计'], help: '各类申请人相加。' },
    ],
  },
];

const denied: Row = {
  key: 'denied',
  label: '（三）不予公开',
  rows: [
    {
      key: 'stateSecret',
      label: '1.属于国家秘密',
      article: '第十四条',
      help: '依法确定为国家秘密的信息。',
    },
    {
      key: 'otherLaw',
      label: '2.其他法律行政法规禁止公开',
      variants: ['2.其他法律行政止公开'],
      article: '第十四条',
      help: '其他法律、行政法规不准公开的信息。',
    },
    {
      key: 'securityStability',
      label: '3.危及“三安全一稳定”',
      article: '第十四条',
      help: '公开后可能危及国家安全、公共安全、经济安全、社会稳定的信息。',
    },
    {
      key: 'thirdParty',
      label: '4.保护第三方合法权益',
      article: '第十五条',
      help: '涉及他人的商业秘密或个人隐私，他人不同意公开，也没有更重的公共利益。',
    },
    {
      key: 'internalAffairs',
      label: '5.属于三类内部事务信息',
      article: '第十六条第一款',
      help: '人事管理、后勤管理、内部工作流程三类信息。',
    },
    {
      key: 'processInfo',
      label: '6.属于四类过程性信息',
      article: '第十六条第二款',
      help: '办理中形成的讨论记录、过程稿、磋商信函、请示报告四类信息。',
    },
    {
      key: 'enforcementFile',
      label: '7.属于行政执法案卷',
      article: '第十六条第二款',
      help: '行政执法案卷里的信息。',
    },
    {
      key: 'adminQuery',
      label: '8.属于行政查询事项',
      article: '第三十六条第（七）项',
      help: '工商、不动产登记等另有查询办法的信息。',
    },
  ],
};

const unable: Row = {
  key: 'unable',
  label: '（四）无法提供',
  rows: [
    {
      key: 'notHeld',
      label: '1.本机关不掌握相关政府信息',
      article: '第三十六条第（四）项、第（五）项',
      help: '找过，没有这项信息，或者由别的机关负责。',
    },
    {
      key: 'needsCreation',
      label: '2.没有现成信息需要另行制作',
      article: '第三十八条',
      help: '需要重新制作、加工或分析才能得到的信息。',
    },
    {
      key: 'unclear',
      label: '3.补正后申请内容仍不明确',
      article: '第三十条',
      help: '请申请人补充过，仍看不出要什么信息。',
    },
  ],
};

const notProcessed: Row = {
  key: 'notProcessed',
  label: '（五）不予处理',
  rows: [
    {
      key: 'petition',
      label: '1.信访举报投诉类申请',
      article: '第三十九条第一款',
      help: '以申请公开信息的名义信访、举报或投诉。',
    },
    {
      key: 'repeat',
      label: '2.重复申请',
      article: '第三十六条第（六）项',
      help: '同一申请人再次申请已经答复过的信息。',
    },
    {
      key: 'publication',
      label: '3.要求提供公开出版物',
      article: '第三十九条第二款',
      help: '要求提供公报、报刊、书籍等公开出版的东西。',
    },
    {
      key: 'excessive',
      label: '4.无正当理由大量反复申请',
      article: '第三十五条',
      help: '数量、次数明显超出合理范围，说明的理由不能成立。',
    },
    {
      key: 'reconfirm',
      label: '5.要求行政机关确认或重新出具已获取信息',
      variants: ['5.要求行政机关确认或重新出具已获取的信息'],
      help: '要求确认，或再给一次已经拿到的信息。',
    },
  ],
};

/** 表三。`other` is the row （六）其他处理, the one thing in which the editions differ. */
export function applicationsTable(other: Row): Table {
  return {
    number: '表三',
    title: '收到和处理政府信息公开申请情况',
    stubWidth: 3,
    unit: '件',
    codes: { number: 'T3-NONNEG-INT', blank: 'T3-BLANK' },
    blocks: [
      {
        stub: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
        columns: applicantColumns,
        rows: [
          {
            key: 'newReceived',
            label: '一、本年新收政府信息公开申请数量',
            article: '第二十七条、第二十九条',
            help: '1月1日到12月31日收到的申请。',
          },
          {
            key: 'carriedOver',
            label: '二、上年结转政府信息公开申请数量',
            help: '上一年收到、到本年1月1日还没有答复的申请，等于上一年报告的“结转下年度继续办理”。',
          },
          {
            label: '三、本年度办理结果',
            rows: [
              {
                key: 'granted',
                label: '（一）予以公开',
                article: '第三十六条第（一）项、第（二）项',
                help: '提供了信息，或者告知了在哪里已经公开。',
              },
              {
                key: 'partiallyGranted',
                label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
                variants: ['（二）部分公开'],
                article: '第三十七条',
                help: '能分开的，公开其中可以公开的部分；只计在这里。',
              },
              denied,
              unable,
              notProcessed,
              other,
              { key: 'total', label: '（七）总计', help: '全年办结的申请，各种结果相加。' },
            ],
          },
          {
            key: 'carriedForward',
            label: '四、结转下年度继续办理',
            article: '第三十三条',
            help: '到12月31日还没有答复、期限也还没到的申请。',
          },
        ],
      },
    ],
    equations: [
      {
        code: 'T3-ROW-SUM',
        name: '各类申请人之和等于总计',
        source: '表格的总计栏',
        each: 'row',
        left: ['natural', 'business', 'research', 'welfare', 'legalService', 'otherOrg'],
        right: ['total'],
        sides: ['各类申请人相加', '总计'],
        at: 'total',
        seen: '12套完整的真实数据里，填了总计的各行都相符；有一份2019年的报告空着11行总计。',
      },
      {
        code: 'T3-RESULT-SUM',
        name: '各种办理结果之和等于（七）总计',
        source: '表格的总计栏',
        each: 'column',
        left: ['granted', 'partiallyGranted', 'denied', 'unable', 'notProcessed', 'other'],
        right: ['total'],
        sides: ['各种办理结果相加', '（七）总计'],
        at: 'total',
        seen: '12套完整的真实数据里没有不符的。',
      },
      {
        code: 'T3-BALANCE',
        name: '本年新收加上年结转等于总计加结转下年度',
        source: '表格印明的勾稽关系',
        each: 'column',
        left: ['newReceived', 'carriedOver'],
        right: ['total', 'carriedForward'],
        sides: ['本年新收加上年结转', '（七）总计加结转下年度'],
        at: 'carriedForward',
        seen: '12套完整的真实数据（84列）里没有不符的。',
      },
    ],
  };
}
