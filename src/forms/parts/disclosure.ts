import type { Block, Row, Table } from '../edition.ts';

/** Sources: 国办公开办函〔2019〕60号 and 〔2021〕30号, annexed forms; the editions have this in common. */

export const regulations: Row = {
  key: 'regulations',
  label: '规章',
  help: '部门规章和地方政府规章；县和乡镇不能制定规章。',
};

/** 表二. The editions differ in its blocks; no edition prints a relation in it. */
export function disclosureTable(blocks: readonly Block[]): Table {
  return {
    number: '表二',
    title: '主动公开政府信息情况',
    stubWidth: 1,
    unit: '件',
    codes: { number: 'T2-INT', blank: 'T2-BLANK' },
    blocks,
    equations: [],
  };
}
