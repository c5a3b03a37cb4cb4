import nunjucks from 'nunjucks';

/** A node of nunjucks' syntax tree; positions count from 0. */
export interface TemplateNode {
  typename: string;
  lineno: number;
  colno: number;
  fields: string[];
  [field: string]: unknown;
}

export interface SyntaxFault {
  what: string;
  line: number;
  column: number;
}

const { parser } = nunjucks as unknown as {
  parser: { parse(text: string, extensions: [], options: object): TemplateNode };
};

/** How blanks around marks are read, when a template is looked over and when it is rendered. */
export const syntax = { trimBlocks: true, lstripBlocks: true };

export function parseTemplate(text: string): TemplateNode | SyntaxFault {
  try {
    return parser.parse(text, [], syntax);
  } catch (error) {
    const { message, lineno, colno } = error as { message: string; lineno?: number; colno?: number };
    const what = translate(message.split('\n').at(-1)!.trim());
    if (lineno !== undefined) return { what, line: lineno, column: colno ?? 1 };
    const lines = text.trimEnd().split('\n');
    return { what, line: lines.length, column: lines.at(-1)!.length + 1 };
  }
}

const texts: [RegExp, (...found: string[]) => string][] = [
  [/^unknown block tag: (.+)/, (tag) => `没有“${tag}”这种标记，或者它在这里是多余的`],
  [/end of (file|comment)/, () => '到文件末尾还没有收尾'],
  [/^expected variable end/, () => '双大括号没有收尾，或者里面多写了东西'],
  [/^expected block end/, () => '标记没有收尾，或者里面多写了东西'],
  [/^unexpected token: (.+)/, (token) => `这里不该有“${token}”`],
];

function translate(message: string): string {
  for (const [pattern, text] of texts) {
    const found = pattern.exec(message);
    if (found) return text(...found.slice(1));
  }
  return message;
}
