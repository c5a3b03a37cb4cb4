import { notApplicable, type ReportRule } from '../rule.ts';
import { findContactFaults, givesContact } from '../text/contact.ts';
import { inTexts, quote, textsOf } from '../texts.ts';

const none = notApplicable('没有写联系方式');

export default {
  id: 'QA-CONTACT',
  scope: 'report',
  severity: 'warning',
  title: '联系方式写得对',
  source: '国家统一格式的报告供公众查询；国家号码与邮政编码的编号规则',
  asks: '写了联系方式的：邮箱有 @，域名像样（qq.con、163.co 是写错的）；电话的位数和区号对；邮政编码是六位；写了“联系电话：”的后面要有号码。没有写的不核对。',
  wrong: '电子邮箱：dangzhengban@qq.con，联系电话：0571-886321。',
  right: '电子邮箱：dangzhengban@qq.com，联系电话：0571-88632100。',
  advice: '照正确的改；不想公布的，连“联系电话：”几个字一起删去。',
  seen: '188份真实报告里有2份：邮箱没有 @，域名写成 qq.con。',
  check: ({ report }) => {
    if (!textsOf(report).some(({ text }) => givesContact(text))) return none;
    return inTexts(report, findContactFaults, ({ kind, params }, section) => {
      const found = quote(params['found']);
      switch (kind) {
        case 'mail': {
          const why = { 'no-at': '没有 @', domain: '域名不对', form: '不是邮箱地址' }[
            params['why'] as 'no-at' | 'domain' | 'form'
          ];
          const write = params['write'];
          return {
            message: `${section}里的邮箱${found}${why}。`,
            hint: write ? `域名是不是 ${write}？` : '照正确的邮箱改。',
          };
        }
        case 'telephone':
          return {
            message: `${section}里的电话${found}有 ${params['digits']}位数字，不是电话号码。`,
            hint: '写区号和七位或八位号码，例如 0571-88632100。',
          };
        case 'postcode':
          return { message: `${section}里的邮政编码${found}不对。`, hint: '邮政编码是六位数字。' };
        case 'empty':
          return { message: `${section}里的${found}后面是空的。`, hint: '补上，或者整个删去。' };
      }
    });
  },
} satisfies ReportRule as ReportRule;
