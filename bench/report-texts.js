/**
 * Generated texts of annual reports: any number of organs and years, the same at every run.
 * Reports are independent of each other but for the statutory opening and a stock of usual phrases.
 */

/** A small generator of pseudo-random numbers (mulberry32). */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (n) => Math.floor(next() * n);
  return { next, below, pick: (list) => list[below(list.length)] };
}

const words = (text) => text.trim().split(/\s+/);

const stems = words(
  '清河 柏树 城关 青山 石桥 龙潭 白云 双溪 金沙 永安 太平 长乐 新民 红旗 大营 马家 李家 王庄 高岭 平川 东山 西坡 南湖 北塔 河湾 沙田 松林 竹园 桃源 梅岭 兰亭 菊坡 凤鸣 鹤山 虎跳 牛角 羊场 鸡冠 麻柳 花溪 草海 木洞 铁厂 铜锣 银坑 锡山 玉泉 珠江 瓦窑 土门',
);
const endings = words('镇 乡 街道');
const time = words(
  '全年 年初 上半年 下半年 三月份 汛期 换届之后 机构改革期间 每季度末 年中 秋收前后 入冬以来 春节前 开学季 项目开工前 每逢赶集日 周一例会上 年度预算批复后 巡查整改期间 两会结束后',
);
const actors = words(
  '党政办公室 财政所 民政窗口 社会事务办 综合执法队 便民服务中心 村务监督委员会 驻村工作队 分管领导 承办人员 档案室 农技站 司法所 规划建设办 应急管理站 文化站 退役军人服务站 网格员 信息员 法律顾问 党建办 统计站 水利站 林业站',
);
const verbs = words(
  '梳理 核对 张贴 录入 复查 汇编 解读 更新 归档 抽检 清点 移交 补发 撤换 公示 登记 回访 翻印 讲解 汇总 修订 扫描 比对 誊写 校改 发放 上传 采集 转办 督办',
);
const objects = words(
  '惠农补贴名册 低保公示表 危房改造清单 征地补偿方案 财政预决算表 采购合同 招聘公告 办事指南 防汛值班表 殡葬服务价目 医保缴费须知 学区划分图 道路施工通告 水费收缴明细 集体资产台账 村规民约 环评受理公告 消防检查结果 食品抽检通报 公租房轮候名单 水库巡查记录 农机补贴目录 土地流转合同 粮种发放登记 养老机构名录 应急避难场所图 权责清单 证明事项目录 失效文件目录 复议答复材料 扶持资金去向 高龄津贴名单 残疾人补贴台账 垃圾清运路线 公交时刻表 图书借阅须知',
);
const manner = words(
  '逐条 按月 分类 随机 当面 连夜 集中 统一 限时 反复 按村组 按年份 对照底册 依照清单 会同站所 请专人 分三批 借助广播 通过二维码 结合走访',
);
const results = words(
  '群众来电明显减少 查阅时间缩短一半 差错率下降 三个村主动请求推广 老人也能看懂 没有再出现漏发 退回材料少了 窗口排队现象缓解 台账与网页完全对应 上级抽查未提意见 误读的情况不再发生 村民代表表示认可 旧版本全部撤下 信息滞后得到扭转 附件缺失问题消除 电话咨询转为网上查询 多个站所参照执行 补正次数随之下降 纸张浪费得以避免 部门之间不再推诿',
);
const lacks = words(
  '人员更替频繁 检索路径太深 图表太少 解读照搬原文 村级更新偏慢 新媒体互动不足 登记格式不一 审核记录缺失 少数民族文字材料不全 夜间无人值守 旧档案尚未扫描 保密审查偏松 业务培训流于形式 群众知晓率低 线下查阅点偏远 数据口径前后不一 公开目录重复 链接失效 附件过大难以下载 手机页面排版错乱',
);
const cures = words(
  '实行双人复核 把目录压到两级 每季度请群众试读 设流动查阅车 建一本通用台账 引入语音播报 安排跟班学习 改用通用文件格式 设置到期提醒 公布责任人分机 编一册问答 与县档案馆共享索引 在集市设咨询点 每月通报一次 聘请监督员 合并重复栏目 压缩附件 增设夜间热线 分批补录旧档 开展模拟办理',
);

/** Organs with names of their own; `count` may go beyond the stock of names, which then get a number word. */
export function makeOrgans(count) {
  const digits = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'];
  return Array.from({ length: count }, (_, i) => {
    const round = Math.floor(i / stems.length);
    let mark = '';
    for (let n = round; n > 0; n = Math.floor(n / digits.length)) mark += digits[n % digits.length];
    const name = `${stems[i % stems.length]}${mark}${endings[i % endings.length]}`;
    const level = name.endsWith('街道') ? 'subdistrict' : 'township';
    return {
      slug: `organ-${String(i).padStart(6, '0')}`,
      name,
      fullName: `示例县${name}${level === 'township' ? '人民政府' : '办事处'}`,
      level,
    };
  });
}

const openings = [
  (o, y) =>
    `根据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号要求，${o.name}编制本报告。本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。数据统计期限为${y}年1月1日至${y}年12月31日。报告电子版可在县政府门户网站下载，如有疑问请与${o.name}党政综合办公室联系。`,
  (o, y) =>
    `按照《中华人民共和国政府信息公开条例》规定，现公布${o.fullName}${y}年政府信息公开工作年度报告。全文包括总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议、行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项。所列数据的统计期限自${y}年1月1日起至12月31日止。`,
];

function sentence(r) {
  const own = r.below(9) + 2;
  const shapes = [
    () =>
      `${r.pick(time)}，由${r.pick(actors)}${r.pick(manner)}${r.pick(verbs)}${r.pick(objects)}${own}份，${r.pick(results)}。`,
    () =>
      `${r.pick(actors)}与${r.pick(actors)}${r.pick(manner)}${r.pick(verbs)}${r.pick(objects)}、${r.pick(objects)}，${r.pick(results)}。`,
    () =>
      `针对${r.pick(objects)}，${r.pick(time)}安排${r.pick(actors)}${r.pick(manner)}${r.pick(verbs)}，${r.pick(results)}。`,
    () =>
      `${r.pick(objects)}改由${r.pick(actors)}${r.pick(verbs)}，${r.pick(time)}${r.pick(manner)}完成${own}轮，${r.pick(results)}。`,
  ];
  return r.pick(shapes)();
}

const several = (r, n) => Array.from({ length: n }, () => sentence(r)).join('');

/** The texts of one report, by section key. */
export function makeTexts(organ, year, seed) {
  const r = randomNumbers(seed);
  const count = r.below(300);
  return {
    opening: openings[seed % openings.length](organ, year),
    overview: [
      `${year}年，${organ.name}${sentence(r)}`,
      `（一）主动公开。全年公开信息${count}条。${several(r, 3)}`,
      `（二）依申请公开。收到政府信息公开申请${r.below(9)}件。${several(r, 2)}`,
      `（三）政府信息管理。${several(r, 3)}`,
      `（四）政府信息公开平台建设。${several(r, 3)}`,
      `（五）监督保障。${several(r, 3)}`,
    ].join('\n\n'),
    problems: `存在的不足：${r.pick(lacks)}，${r.pick(lacks)}；${several(r, 2)}\n\n下一步，${r.pick(cures)}，${r.pick(cures)}；${several(r, 2)}`,
    remarks: '本年度没有收取信息处理费，无其他需要报告的事项。',
  };
}

/** Texts as the copy finder takes them. */
export function asSource(organ, year, texts) {
  return {
    organ: organ.slug,
    year,
    parts: Object.entries(texts).map(([section, text]) => ({ section, text })),
  };
}

/** Independent reports of all organs and years, organ by organ. */
export function* makeSources(organs, years) {
  for (const [i, organ] of organs.entries()) {
    for (const year of years) yield asSource(organ, year, makeTexts(organ, year, i * 100 + (year % 100)));
  }
}
