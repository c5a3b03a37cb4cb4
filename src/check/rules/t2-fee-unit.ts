import type { Form } from '../../forms/compile.ts';
import { isNumber } from '../../forms/value.ts';
import { type CellRule, fail, noNumber, noOrgan, notApplicable, pass, spot } from '../rule.ts';

const notUsed = notApplicable('格里写的是“不适用”');
const decimals = 4;
const amounts = (form: Form) => form.cells.filter((cell) => cell.kind === 'amount');

export default {
  id: 'T2-FEE-UNIT',
  scope: 'cell',
  severity: 'warning',
  title: '金额以万元为单位',
  source: '2021年版表二“本年收费金额（单位：万元）”；2019年版“采购总金额”没有印单位，本站一律用万元',
  asks: `金额以万元为单位。小数超过${decimals}位，或者超过本层级的界限（limits.fees：乡镇、街道默认 1000 万元，部门和县 100000 万元，市和省 1000000 万元）的，请核对是不是把元写成了万元，或者换算时多移了小数点。`,
  wrong: '某镇：fees: 251000',
  right: '某镇：fees: 25.1',
  advice: '对照财务账换算成万元；属实的不必改，界限可以在 data/site.yaml 调整。',
  seen: '真实报告里，1份把表头的“万元”改成“元”，1份写了六位小数；2019年版有在格里写元、在表头写万元的。',
  protects: amounts,
  cells: amounts,
  check: (value, cell, { report, organ }, { limits }) => {
    if (value === '不适用') return notUsed;
    if (!isNumber(value)) return noNumber;
    if (!organ) return noOrgan;
    const limit = limits.fees[organ.level];
    const long = !Number.isInteger(value) && Number(value.toFixed(decimals)) !== value;
    if (value <= limit && !long) return pass;
    return fail(() => ({
      at: spot(report, cell.address),
      message: `${cell.name}：写的是 ${value} 万元，${value > limit ? `超过 ${limit} 万元` : `小数超过${decimals}位`}，是不是把元写成了万元？`,
      hint: '对照财务账换算成万元；属实的不必改。',
      left: value,
    }));
  },
} satisfies CellRule as CellRule;
