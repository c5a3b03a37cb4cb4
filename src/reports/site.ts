import { z } from 'zod';
import { settingsSchema } from './settings.ts';

const line = z.string().trim().min(1);

/** What a site may offer of each report beside its data, and what it is called. */
export const downloadFormats = { docx: 'Word', pdf: 'PDF', xlsx: 'Excel' } as const;
export type DownloadFormat = keyof typeof downloadFormats;
/** What a site may offer of the numbers of all reports beside CSV. */
const dataFormats = ['xlsx', 'parquet'] as const;
export type DataFormat = (typeof dataFormats)[number];
const downloads = Object.keys(downloadFormats) as DownloadFormat[];

/** `data/site.yaml`: what the site says of itself. */
export const siteSchema = z
  .strictObject({
    title: line.meta({ title: '网站名称', description: '印在每页顶部。' }),
    description: line.optional().meta({ title: '简介', description: '一句话，说明这个网站是什么。' }),
    publisher: line.meta({ title: '主办单位', description: '负责公布的机关。' }),
    contact: z
      .strictObject({
        address: line.optional().meta({ title: '地址' }),
        postcode: z
          .union([z.string().regex(/^\d{6}$/), z.int().min(10_000).max(999_999)])
          .transform((code) => String(code).padStart(6, '0'))
          .optional()
          .meta({ title: '邮政编码', description: '六位数字' }),
        telephone: line.optional().meta({ title: '电话' }),
        email: z.email().optional().meta({ title: '电子邮箱', description: '电子邮箱地址' }),
      })
      .optional()
      .meta({ title: '联系方式' }),
    baseUrl: z
      .string()
      .regex(/^https?:\/\/[^\s?#]+\/$/)
      .optional()
      .meta({
        title: '网址',
        description: '以 http:// 或 https:// 开头、以 / 结尾的网址；网站地图和固定网址要用它，可以不写',
      }),
    meta: z
      .strictObject({
        siteName: line.optional().meta({ title: '站点名称', description: 'SiteName；不写就用网站名称' }),
        siteIdCode: z
          .union([z.string(), z.int()])
          .transform(String)
          .pipe(z.string().regex(/^(\d{10}|bm\d{8})$/))
          .optional()
          .meta({ title: '网站标识码', description: '十位数字，或者 bm 和八位数字' }),
        columnName: line.optional().meta({ title: '栏目名称', description: '例如 政府信息公开年报' }),
        columnDescription: line.optional().meta({ title: '栏目描述' }),
        columnKeywords: line.optional().meta({ title: '栏目关键词', description: '用逗号隔开' }),
        columnType: line.optional().meta({ title: '栏目类别', description: '例如 信息公开' }),
      })
      .optional()
      .meta({ title: '网页标签', description: '政府网站每页都要写明的站点和栏目' }),
    about: line.optional().meta({ title: '关于本站', description: '印在“关于”页上的文字，可以分段。' }),
    downloads: z
      .array(z.enum(downloads))
      .refine((formats) => new Set(formats).size === formats.length)
      .default(['docx'])
      .meta({
        title: '下载文件',
        description:
          '每份报告另外生成哪些文件供下载：docx（Word）、pdf、xlsx（Excel）；默认 [docx]，都不要就写 []，不能重复。JSON 和 CSV 总是有',
      }),
    dataFormats: z
      .array(z.enum(dataFormats))
      .refine((formats) => new Set(formats).size === formats.length)
      .default([...dataFormats])
      .meta({
        title: '开放数据的格式',
        description:
          '全部报告的数除了 CSV 还生成哪些文件：xlsx（Excel，figures.xlsx）、parquet（cells.parquet）；默认 [xlsx, parquet]，都不要就写 []，不能重复',
      }),
    settings: settingsSchema.prefault({}).meta({ title: '核对设置' }),
  })
  .meta({ title: '网站设置' });

export type SiteConfig = z.output<typeof siteSchema>;
