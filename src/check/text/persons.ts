import { type Needles, needles, occurs } from './needles.ts';
import { scan } from './scan.ts';
import type { Finding } from './types.ts';

/**
 * QA-PERSON, people by name. The findings do not repeat the names. Kinds:
 * - `contact-person`: 联系人：张三. params: role
 * - `staff-list`: three names or more in a row after a role. params: role, names (how many)
 * - `named-leader`: 由镇长张三任组长. Who holds an office is public, so a rule may leave this one out.
 *   params: role
 */
export type PersonNameKind = 'contact-person' | 'staff-list' | 'named-leader';

export function findPersonNames(text: string): Finding<PersonNameKind>[] {
  const all = (kind: PersonNameKind, pattern: RegExp, sought?: Needles) =>
    scan(text, pattern, sought).map(
      ({ start, end, groups }): Finding<PersonNameKind> => ({
        rule: 'QA-PERSON',
        kind,
        start,
        end,
        params: { role: groups[1]! },
      }),
    );
  const lists = [...staffLists(text, staffList, roles), ...staffLists(text, commonStaffList, commonRoles)];
  const single = all('contact-person', contactPerson, announcing).filter(
    ({ start }) => !lists.some((list) => list.start === start),
  );
  return [
    ...lists,
    ...single,
    ...(occurs(text, offices) && takesOffice.test(text) ? all('named-leader', namedLeader) : []),
  ].sort((a, b) => a.start - b.start);
}

function staffLists(text: string, pattern: RegExp, sought: Needles): Finding<PersonNameKind>[] {
  return scan(text, pattern, sought).map(({ start, end, groups }) => {
    const role = groups[1]!;
    const names = groups[2]!.split(/[、，,\s]+/).length;
    return {
      rule: 'QA-PERSON',
      kind: 'staff-list',
      start: start + 1 - role.length,
      end,
      params: { role, names },
    };
  });
}

/** The commonest surnames; a name that begins with another one is not seen. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤';

/** 石桥村 and 金融办 are no people, and 王五等 is 王五. */
const name =
  `[${surnames}]\\s?[㐀-鿿](?:(?![等为任共的负参])[㐀-鿿])?` +
  `(?<![村镇乡街道办所局室科股站委组部处厅院会县区社队])`;

/** Of a role the last character is looked for, which is one of a few, then what stands before it. */
const inARow = (last: string, roles: readonly string[]) =>
  new RegExp(
    `[${last}](?<=(${roles.join('|')}))(?:分别)?(?:有|为|是)?[:：]?\\s*(${name}(?:[、，,\\s]\\s?${name}){2,})` +
      `(?=[^㐀-鿿]|$|等|为|任|组成|同志|负责|共|参加)`,
    'g',
  );
const roleWords = [
  ...['副组长', '组长', '组员', '成员', '联系人', '经办人', '承办人', '责任人', '负责人', '联络员', '审核人'],
];
const roles = needles(roleWords);
const staffList = inARow('长员人', roleWords);
/** Apart, because they are named in these texts again and again. */
const commonRoleWords = ['工作人员', '信息员', '公开员'];
const commonRoles = needles(commonRoleWords);
const commonStaffList = inARow('员', commonRoleWords);

const announcing = needles(['人：', '人:', '姓名']);
const contactPerson = new RegExp(
  `(联系人|经办人|承办人|填报人|填表人|审核人)(?:姓名)?[:：]\\s*${name}(?=[，。；、）)\\s]|$|联系|电话)`,
  'g',
);

const offices = needles(['组长', '负责人', '责任人', '主任']);
const takesOffice = /[任为](?:副?组长|总?负责人|第一责任人|副?主任)/;
const namedLeader = new RegExp(
  `(副?书记|副?[镇乡县区市局处科所站]长|副?主任|主席|部长)(?:${name}(?:同志)?|[㐀-鿿]{2,4}同志)` +
    `(?=(?:任|为|担任)(?:组长|副组长|总?负责人|第一责任人|主任|副主任))`,
  'g',
);
