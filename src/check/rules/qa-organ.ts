import { levels } from '../../reports/organ.ts';
import { noOrgan, type ReportRule, unknown } from '../rule.ts';
import { findLevelWords, type LevelKind, ownLevelWords } from '../text/level-words.ts';
import { findOtherOrgans, findOwnName, type OrganKind } from '../text/names.ts';
import type { Finding } from '../text/types.ts';
import { answers, isInTitle, namesAmong, quote, type Say, textsOf } from '../texts.ts';

const noText = unknown('没有读出文字');

export default {
  id: 'QA-ORGAN',
  scope: 'report',
  severity: 'error',
  title: '写的是本机关',
  source: '国办公开办函〔2021〕30号：内容严格按本机关情况填写；防止照抄',
  asks: '报告里要出现本机关的名称，或者“我镇”“本局”这样的自称。以别的机关的口气说话（“某某镇高度重视”）、把联系单位写成别的机关的，是错误：多半是照抄时没有改名。只是提到别的镇、街道的（“与某某镇交界”）只作说明。自称与本机关不符（镇的报告写“我乡”）、替上级说话（“全县各级”）的，只作提示。上级、下级、前身的名称和县里的部门不算别的机关。照录过去已经公布的报告（source: {published: true}）只作提示。',
  wrong: '清河镇的报告：2023年，城关镇高度重视政府信息公开工作。',
  right: '清河镇的报告：2023年，清河镇高度重视政府信息公开工作。',
  advice: '改成本机关的名称。机关改过名、有别的叫法的，在 organ.yaml 的 aliases、predecessors 写明。',
  seen: '188份真实报告里，15份没有写本机关的名称，或者替别的机关说话。',
  check: ({ report, organ, organs }) => {
    if (!organ) return noOrgan;
    const parts = textsOf(report);
    if (parts.length === 0) return noText;
    const names = namesAmong(organs);
    const findings: Finding<OrganKind | LevelKind>[] = [];
    for (const { section, text } of parts) {
      for (const finding of [...findOtherOrgans(text, organ, names), ...findLevelWords(text, organ)]) {
        if (!isInTitle(report, section, finding)) findings.push({ ...finding, section });
      }
    }
    findings.push(...findOwnName(parts, organ, names, ownLevelWords(organ)));
    return answers(report, findings, say(organ.name, levels[organ.level]));
  },
} satisfies ReportRule as ReportRule;

function say(own: string, level: string): Say<Finding<OrganKind | LevelKind>> {
  return ({ kind, params }, section) => {
    const found = quote(params['found']);
    switch (kind) {
      case 'other-organ':
        return params['speaks']
          ? {
              message: `${section}里以${found}的名义说话，这是${own}的报告。`,
              hint: `改成${own}；照抄别处的，把整段改成本机关的情况。`,
            }
          : {
              message: `${section}里提到${found}，是另一个机关，请确认。`,
              hint: '属实的不必改。',
              severity: 'info',
            };
      case 'own-name-missing':
        return {
          message: `全文没有出现“${own}”，也没有“我”“本”开头的自称。`,
          hint: '写明是哪个机关的报告；另有叫法的，在 organ.yaml 的 aliases 写明。',
          severity: 'warning',
        };
      case 'wrong-level':
        return {
          message: `${section}里的${found}与本机关（${own}，${level}）不符。`,
          hint: params['own'] ? `改成“我${params['own']}”或者本机关的名称。` : '改成本机关的名称。',
          severity: 'warning',
        };
      case 'higher-level':
        return {
          message: `${section}里的${found}是替上级说话，这是${own}的报告。`,
          hint: '改成本机关的情况。',
          severity: 'warning',
        };
    }
  };
}
