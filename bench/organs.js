// @ts-check
/**
 * Invented counties with their departments, subdistricts and townships.
 * @typedef {object} Organ
 * @property {string} slug
 * @property {string} name
 * @property {string} fullName
 * @property {'county' | 'department' | 'subdistrict' | 'township'} level
 * @property {string} [parent]
 * @property {string} self  How its reports call it: 我镇.
 */

/** A county government, four departments, three subdistricts, and townships for the rest. */
const countySize = 20;
const departments = ['自然资源局', '教育局', '民政局', '交通运输局'];
const subdistricts = 3;

/** From the 千字文, so that nobody takes them for real places. */
const countyNames = [
  '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往',
  '秋收冬藏闰余成岁律吕调阳云腾致雨露结霜岗',
  '金玉丽水昆冈剑珠',
];
const townNames = [
  '海咸河淡鳞潜羽翔龙师火帝鸟官皇始制乃服衣裳推让虞陶唐吊民伐罪',
  '殷汤坐朝问道垂拱平爱育黎臣伏戎羌遐迩率宾归王鸣凤在竹白驹场化',
  '被草木赖盖身恭惟鞠养岂敢毁伤女慕贞洁男效才良知过必改得能莫忘罔谈彼短靡恃己',
];

/**
 * @param {number} index  The same organ for the same index, whatever the number of organs.
 * @returns {Organ}
 */
export function organAt(index) {
  const number = Math.floor(index / countySize);
  const place = index % countySize;
  const county = `${nameAt(countyNames, number)}县`;
  const parent = `xian-${String(number + 1).padStart(4, '0')}`;
  if (place === 0) {
    const fullName = `${county}人民政府`;
    return { slug: parent, name: county, fullName, level: 'county', self: '我县' };
  }
  const slug = `${parent}-${String(place).padStart(2, '0')}`;
  const department = departments[place - 1];
  if (department) {
    const name = county + department;
    return { slug, name, fullName: name, level: 'department', parent, self: '我局' };
  }
  const town = nameAt(townNames, index);
  if (place <= departments.length + subdistricts) {
    const fullName = `${county}人民政府${town}街道办事处`;
    return { slug, name: `${town}街道`, fullName, level: 'subdistrict', parent, self: '我街道' };
  }
  const kind = place % 2 === 0 ? '镇' : '乡';
  const fullName = `${county}${town}${kind}人民政府`;
  return { slug, name: town + kind, fullName, level: 'township', parent, self: `我${kind}` };
}

/**
 * Counts through the syllables like digits, so that no name comes twice.
 * @param {string[]} syllables
 * @param {number} index
 */
function nameAt([first = '', second = '', third = ''], index) {
  const rest = Math.floor(index / first.length);
  const beyond = Math.floor(rest / second.length);
  if (beyond > third.length) throw new Error(`no invented name left for number ${index}`);
  return `${first[index % first.length]}${second[rest % second.length]}${third[beyond - 1] ?? ''}`;
}

/** @param {Organ} organ */
export function organYaml({ name, fullName, level, parent }) {
  const above = parent ? `parent: ${parent}\n` : '';
  return `name: ${name}\nfullName: ${fullName}\nlevel: ${level}\n${above}example: true\n`;
}
