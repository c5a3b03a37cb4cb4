import type { Diagnostic, FixOption, Place } from '../../src/diagnostics/diagnostic.ts';
import { type Result, toResult } from '../../src/diagnostics/result.ts';
import { forms } from '../../src/forms/index.ts';
import { runCheck } from '../../src/pipeline.ts';
import { base, type Files, memory } from './memory.ts';
import { put, raw, reportData } from './report-data.ts';
import { write } from './written.ts';

/** Wrong in many ways at once: numbers, sums, keys, text, files, names with signs that formats give a meaning. */
export function brokenFiles(): Files {
  const report = reportData(2021);
  put(report, 'disclosure.licensing', raw('１８'));
  put(report, 'disclosure.punishment', raw("'<b>|`@all`'"));
  put(report, 'disclosure.fees', raw('1e3'));
  put(report, 'applications.newReceived', [3, 1, 0, 0, 1, 0, 4]);
  put(report, 'applications.granted', [3, 1, 0, 0, 1, 0, 4]);
  put(report, 'challenges.review', [1, 0, 0, 0, 0]);
  put(report, 'remark', raw('多出来的一项'));
  put(report, 'published', raw("'2024年1月'"));
  const sound = write(reportData(2021), 'yaml').text;
  return {
    'data/organs/zhen/2021.yaml': sound,
    'data/organs/zhen/2022.json': '{"form": 2021,\n "overview": "没有收尾\n',
    'data/organs/zhen/2023.yaml': write(report, 'yaml').text,
    'data/organs/zhen/2024.yaml': new Uint8Array([0xb1, 0xa8, 0xb8, 0xe6, 0x3a, 0x20, 0x31, 0x0a]),
    'data/organs/xiang/2023.yaml': sound.replace('form: 2021', 'form: 2019'),
    'data/organs/zhen/说明 50%[1](2)|`a`<b>&"c".txt': '',
    'data/organs/zhen/2023.yml': '',
  };
}

/** What `gouji check` finds in it, by all rules. */
export function brokenResult(more: Files = {}): Result {
  const data = memory({ ...base, ...brokenFiles(), ...more });
  return runCheck({ data, forms, progress: () => {} });
}

export const hostile = [
  'x]]>y',
  '<script>alert(1)</script>&amp;',
  '100%25::error::%0A',
  '| a | b |',
  '`code` ``` ~~~',
  '第一行\n第二行\r\n- 第三行\n# 第四行',
  '*粗* _斜_ [链接](http://evil.example/) ![图](x) https://evil.example/ www.evil.example',
  '@someone #12 !34 $5 ~bug &6',
  '</details><!-- -->',
  '\u0000\u0007\u001b[31m\ufffe\ud800',
  '\\ " \' {0} \u2028',
  `很长${'长'.repeat(5_000)}`,
];

/** Findings made of texts that break what is not escaped, with everything a finding may carry. */
export function hostileResult(): Result {
  const diagnostics = hostile.flatMap((text, i): Diagnostic[] => {
    const file = `data/organs/zhen/${text.slice(0, 40).replaceAll('/', '-')}.yaml`;
    const place: Place = { file, line: i + 1, column: 2, endLine: i + 1, endColumn: 5 };
    const about = { message: text, place, organ: 'zhen', year: 2023, cell: text, cellName: text, hint: text };
    const edits = [{ place, cell: text, cellName: text, from: text, to: text }];
    const option: FixOption = { title: text, kind: 'cell', edits };
    return [
      {
        code: 'T3-ROW-SUM',
        severity: 'error',
        ...about,
        left: 5,
        right: 4,
        related: [
          { group: text, message: text, place, cell: text },
          { group: '总计', message: '总计 4' },
        ],
        fix: { ...option, unique: true, complete: true, alternatives: [{ ...option, title: `${text}2` }] },
      },
      { code: 'T2-STOCK', severity: 'warning', ...about },
      { code: `X-${i}`, severity: 'info', message: text },
    ];
  });
  const checks = { pass: 0, fail: 0, unknown: 0 };
  const verdicts = { ...checks, notApplicable: 0, waived: 0 };
  const looked = { files: 1, organs: 1, reports: 1, cells: 200, checks, verdicts, rules: 1 };
  return toResult(looked, diagnostics);
}

export const plainContext = { text: () => undefined, color: false };
