import { z } from 'zod';
import { type Block, ordinary } from './blocks.ts';

/** Lines that the page sets under the title: date, source, size of type. */
export function isFurniture(block: Block): boolean {
  if (block.kind !== 'text') return false;
  const text = ordinary(block.text);
  return (
    /^[[【(（]?(发布|公布|公开|成文|发文|生成|更新)?(日期|时间)\s*[:：]|^(信息)?(来源|索引号|发布机构|发文字号|文号|字体|字号|浏览次数|访问量|作者|责任编辑|有效性|主题分类|名称|标题)\s*[:：]/.test(
      text,
    ) ||
    /^[[【(（]?(打印|关闭|分享|收藏|大|中|小|下载)[\]】)）]?$/.test(text) ||
    isDate(text)
  );
}

function isDate(text: string): boolean {
  const close = text.replaceAll(' ', '');
  return /^[(（]?20\d\d[-/年.]\d{1,2}[-/月.]\d{1,2}日?(\d{1,2}:\d{2}(:\d{2})?)?[)）]?$/.test(close);
}

/** 公布日期：2024年1月15日, also 发布日期 and 2024-01-15. */
export function dateOf(block: Block): string | undefined {
  if (block.kind !== 'text') return undefined;
  const [, year, month, day] =
    /^[[【(（]?(?:发布|公布|公开)(?:日期|时间)[:：](20\d\d)[-/年.](\d{1,2})[-/月.](\d{1,2})(?!\d)/.exec(
      ordinary(block.text).replaceAll(' ', ''),
    ) ?? [];
  const date = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return year && z.iso.date().safeParse(date).success ? date : undefined;
}

/** Where the last section ends, and what a page or an office sets below it begins: signature, date, files, links. */
export function endOfText(blocks: readonly Block[], organName: string | undefined): number {
  let end = blocks.length;
  while (end > 0 && isBelow(blocks[end - 1]!, organName)) end--;
  return end;
}

function isBelow(block: Block, organName: string | undefined): boolean {
  if (block.kind !== 'text') return false;
  const text = ordinary(block.text);
  return (
    isFurniture(block) ||
    text.replaceAll(' ', '') === organName ||
    /^(附件|相关附件|附件下载|相关链接|相关文章)\s*\d*\s*([:：]|$)/.test(text) ||
    /^(附件)?\s*\d*[.、．]?\s*\S{1,60}\.(docx?|xlsx?|pdf|wps|et|ofd|zip|rar)$/i.test(text) ||
    /^(扫一扫|上一[篇条]|下一[篇条]|主办单位?\s*[:：]|承办单位?\s*[:：]|网站标识码|版权所有|分享到|https?:\/\/\S+$)/.test(
      text,
    ) ||
    /^\S{0,12}ICP备\d/.test(text) ||
    /^([[【(（]\s*(打印|关闭|打印本页|关闭窗口|返回顶部|收藏)\s*[\]】)）]\s*)+$/.test(text)
  );
}
