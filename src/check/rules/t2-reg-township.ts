import { isNumber } from '../../forms/value.ts';
import type { Level, Organ } from '../../reports/organ.ts';
import { cellsOf } from '../cells.ts';
import { type CellRule, fail, noNumber, noOrgan, notApplicable, pass, spot, unknown } from '../rule.ts';

const row = 'disclosure.regulations';
/** Levels whose governments cannot make 规章: the power begins at cities with districts and autonomous prefectures. */
const without: ReadonlySet<Level> = new Set<Level>(['township', 'subdistrict', 'county']);
/** 2019 form: what was disclosed may have been made elsewhere; only what was made is beyond doubt. */
const disclosedOnly = new Set(['newlyDisclosed', 'totalDisclosed']);

const mayMake = notApplicable('这一层级可以有规章');
const noParent = unknown('部门没有写上级机关，不知道是哪一级的');

export default {
  id: 'T2-REG-TOWNSHIP',
  scope: 'cell',
  severity: 'error',
  title: '县级以下没有规章',
  source: '立法法：规章由国务院部门，省、自治区、直辖市和设区的市、自治州的人民政府制定',
  asks: '乡镇、街道、县级政府和县级部门，表二“规章”各格都是 0。2019年版表格的“本年新公开数量”“对外公开总数量”可能计了上级的规章，只作提示。',
  wrong: '某镇：regulations: [2, 0, 2]',
  right: '某镇：regulations: [0, 0, 0]',
  advice: '改成 0；是规范性文件的，填到下一行。',
  seen: '30份看得到表二的乡镇、街道报告里，3份填了规章。',
  cells: (form) => cellsOf(form, row),
  protects: (form) => cellsOf(form, row),
  check: (value, cell, { report, organ, parent }) => {
    const power = mayMakeRegulations(organ, parent);
    if (typeof power === 'object') return power;
    if (power) return mayMake;
    if (!isNumber(value)) return noNumber;
    if (value === 0) return pass;
    return fail(() => ({
      at: spot(report, cell.address),
      message: `${cell.name}：写的是 ${value}，县级以下（含县级）没有制定规章的权限，应当是 0。`,
      hint: '改成 0；是规范性文件的，填到下一行。',
      ...(disclosedOnly.has(cell.column ?? '') ? { severity: 'warning' } : {}),
      left: value,
      right: 0,
    }));
  },
} satisfies CellRule as CellRule;

function mayMakeRegulations(organ: Organ | undefined, parent: Organ | undefined) {
  if (!organ) return noOrgan;
  if (organ.level !== 'department') return !without.has(organ.level);
  return parent ? !without.has(parent.level) : noParent;
}
