/**
 * The narrative of a report that no rule has anything to say of, whatever organ it is: short sentences, so that
 * the same text in two years or two organs is no copy, and the number of applications as in table three.
 */
export function soundTexts(received: unknown) {
  return {
    overview: `本机关工作平稳。公布信息38条。收到政府信息公开申请${String(received)}件。文件统一登记。院内设公开栏。网站按月更新。专人负责审核。先审查后公开。按季自查一次。开展培训两次。列入年度考核。社会评议良好。没有责任追究。来访都有记录。资料分类存档。办事指南齐全。信件当日答复。`,
    problems: '公开不够及时，今后改进。上年的问题已经解决。',
    remarks: '没有收取信息处理费。',
  };
}
