import { readDocument } from '../../source/document.ts';
import { toValue } from '../../source/node.ts';
import { ImportFault } from '../fault.ts';
import type { Format } from '../index.ts';
import { ownJson } from '../own-data.ts';
import { decodeText } from '../text.ts';

/** A report in the data format, as we publish it. */
export default {
  endings: ['.json'],
  async read(bytes) {
    const { root, faults } = readDocument('x.json', decodeText(bytes));
    const data = root && faults.length === 0 ? ownJson(toValue(root)) : undefined;
    if (data) return data;
    const [fault] = faults;
    throw new ImportFault(`不是勾稽发布的 JSON 文件${fault?.what ? `：${fault.what}。` : '。'}`);
  },
} satisfies Format;
