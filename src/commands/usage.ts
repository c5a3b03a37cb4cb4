import type { CommanderError, HelpConfiguration, Option } from 'commander';
import { width } from '../diagnostics/width.ts';

const titles: Record<string, string> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Arguments:': '内容：',
};

/** The help of commander in Chinese, and only what a reader of it needs. */
export const chineseHelp: HelpConfiguration = {
  displayWidth: width,
  boxWrap,
  styleTitle: (title) => titles[title] ?? title,
  styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '[命令]'),
  subcommandTerm: (command) =>
    [
      command.name(),
      ...command.registeredArguments.map((argument) => {
        const name = `${argument.name()}${argument.variadic ? '…' : ''}`;
        return argument.required ? `<${name}>` : `[${name}]`;
      }),
    ].join(' '),
  optionDescription,
};

/** A blank between 汉字 and what begins with a Latin letter. */
function apart(text: string): string {
  return /^[!-~]/.test(text) ? ` ${text}` : text;
}

/** Lines of so many columns, broken between any two 汉字, but not within a word of Latin letters or before a closing mark. */
function boxWrap(text: string, columns: number): string {
  const lines = [''];
  for (const piece of text.match(/[（“]*(?:[!-~]+|[^!-~])[、，。；：）”]*/gu) ?? []) {
    const line = lines.at(-1)!;
    if (line !== '' && width(line + piece.trimEnd()) > columns) lines.push(piece.trimStart());
    else lines[lines.length - 1] = line + piece;
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}

function optionDescription({ description, argChoices, defaultValue, ...option }: Option): string {
  const takesValue = option.required || option.optional;
  const more = [
    argChoices && `可以写 ${argChoices.join('、')}`,
    takesValue &&
      defaultValue !== undefined &&
      `不写就是${apart(String(option.defaultValueDescription ?? defaultValue))}`,
    option.envVar && `也可以写在环境变量 ${option.envVar} 里`,
  ].filter((text) => typeof text === 'string');
  return more.length > 0 ? `${description}（${more.join('；')}）` : description;
}

/** What was wrong with the command line, in Chinese; the name it concerns is quoted in commander's own message. */
export function usageFault({ code, message }: CommanderError): string {
  const name = /'([^']+)'/.exec(message)?.[1] ?? '';
  const nearest = /Did you mean (.+?)\?/.exec(message)?.[1];
  const suggestion = nearest ? `是不是 ${nearest}？` : '';
  switch (code) {
    case 'commander.unknownCommand':
      return `没有 ${name} 这个命令。${suggestion}`;
    case 'commander.unknownOption':
      return `没有 ${name} 这个选项。${suggestion}`;
    case 'commander.optionMissingArgument':
      return `选项 ${name} 后面少了内容。`;
    case 'commander.missingArgument':
      return `少写了“${name}”。`;
    case 'commander.invalidArgument': {
      const choices = /Allowed choices are (.+?)\.$/.exec(message)?.[1];
      return `选项 ${name} 的内容不对，${choices ? `可以写：${choices}。` : (/is invalid\. (.+)$/.exec(message)?.[1] ?? '')}`;
    }
    case 'commander.excessArguments':
      return '多写了内容。';
    default:
      return '要写一个命令，例如 gouji check。';
  }
}
