import type { Form } from '../../forms/compile.ts';
import type { PartRepair, Proposal } from './result.ts';
import { proposalSentence, proposalTitle, rowNameOf, told, undeterminedSentence } from './sentence.ts';

/** Ways told one by one; of more than these the likeliest is told, and where the others are. */
const waysTold = 5;

/** What to do about the failed sums of a part: the change that mends them, or the changes between which they do not decide. */
export function repairHint(form: Form, part: PartRepair): string {
  const [first] = part.proposals;
  if (!first) return undeterminedSentence(form, part) ?? '';
  if (first.unique) return `${proposalSentence(form, first, part)}改之前对照原始登记核实。`;
  const equals = part.proposals.filter(({ size }) => size === first.size);
  if (first.others === equals.length - 1 && equals.length <= waysTold) return choice(form, equals);
  const where = undeterminedSentence(form, part) ?? '请对照原始登记核对。';
  return `${proposalSentence(form, first, part)}${where}`;
}

function choice(form: Form, ways: readonly Proposal[]): string {
  const start = `只改 ${ways[0]!.size} 格就全部成立的改法有 ${ways.length} 种`;
  return `${start}：${inOneRow(form, ways) ?? listed(form, ways)}。勾稽关系定不出是哪一种，对照原始登记，只按其中一种改。`;
}

/** “表四 · 行政复议”一行的总计由 11 改为 10，或结果维持由 9 改为 10; undefined where it is more than one cell of one row. */
function inOneRow(form: Form, ways: readonly Proposal[]): string | undefined {
  const changes = ways.map(({ changes }) => changes[0]!);
  const rows = new Set(changes.map(({ cell }) => rowNameOf(form, cell)));
  if (rows.size > 1 || ways.some(({ changes }) => changes.length > 1)) return undefined;
  const cells = changes.map((change) => told(form.cells[change.cell]!.columnName, change));
  return `“${[...rows][0]}”一行的${cells.join('，或')}`;
}

function listed(form: Form, ways: readonly Proposal[]): string {
  return ways.map((way, i) => `（${i + 1}）${proposalTitle(form, way)}`).join('；');
}
