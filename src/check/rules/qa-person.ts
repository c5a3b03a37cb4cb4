import type { ReportRule } from '../rule.ts';
import { findPersonalData } from '../text/privacy.ts';
import { inTexts } from '../texts.ts';

export default {
  id: 'QA-PERSON',
  scope: 'report',
  severity: 'warning',
  title: '没有个人信息',
  source: '条例第十五条：涉及个人隐私的政府信息，不得公开；GB 11643—1999（身份证号码的校验码）',
  asks: '报告里没有身份证号码、手机号码、银行卡号、个人邮箱，不列工作人员的名单和联系人的姓名。身份证号按地区、出生日期和校验码判断，银行卡号按卡号校验位判断，数字随便凑的不算。作为联系方式公布的手机号码只作说明。担任职务的负责人姓名（“由镇长某某任组长”）可以公开，不算。消息里只写号码的头尾，不再重复。',
  wrong: '咨询电话请找组员王小明、李小红、张小强。',
  right: '咨询请联系党政办公室。',
  advice: '删去，或者改成机构名称和办公电话。已经公布的，先撤下再改。',
  seen: '188份真实报告里，1份列出了十一个人的姓名。',
  check: ({ report }) =>
    inTexts(
      report,
      (text) => findPersonalData(text, report.year).filter(({ kind }) => kind !== 'named-leader'),
      ({ kind, params }, section) => {
        const shown = `（${params['masked']}）`;
        switch (kind) {
          case 'id-number':
            return { message: `${section}里有身份证号码${shown}。`, hint: '删去；不能公开。' };
          case 'bank-card':
            return { message: `${section}里有银行卡号${shown}。`, hint: '删去；不能公开。' };
          case 'mobile':
            return params['contact']
              ? {
                  message: `${section}里的联系电话是手机号码${shown}，请确认是办公用的。`,
                  hint: '最好改成办公室的固定电话。',
                  severity: 'info',
                }
              : { message: `${section}里有手机号码${shown}。`, hint: '删去，或者改成办公电话。' };
          case 'private-mail':
            return { message: `${section}里有个人邮箱${shown}。`, hint: '删去，或者改成单位邮箱。' };
          case 'staff-list':
            return {
              message: `${section}里列出了${params['role']}的姓名${params['names'] ? `（${params['names']}人）` : ''}。`,
              hint: '写人数和职责，不写姓名。',
            };
          default:
            return { message: `${section}里有${params['role']}的姓名。`, hint: '改成机构名称。' };
        }
      },
    ),
} satisfies ReportRule as ReportRule;
