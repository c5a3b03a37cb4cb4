import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../../src', import.meta.url));

export interface Import {
  /** A module below `src/`, or the name of a package or Node module. */
  target: string;
  /** Erased by the compiler. */
  typeOnly: boolean;
  /** `import(…)` with something else than a fixed name; the target is what stands there. */
  computed: boolean;
  /** `import(…)`: loaded when it is reached, not with the module. */
  lazy: boolean;
}

export interface Module {
  /** Below `src/`. */
  path: string;
  /** Without comments and without the texts in quotes. */
  code: string;
  imports: Import[];
}

/** Every source file with what it imports. */
export function readModules(): Map<string, Module> {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return new Map(
    files.sort().map((file) => {
      const path = file.replaceAll('\\', '/');
      const text = withoutComments(readFileSync(join(src, file), 'utf8'));
      return [
        path,
        { path, code: text.replace(/(['"`])(?:\\.|(?!\1)[^\\])*\1/gs, '$1$1'), imports: imports(path, text) },
      ];
    }),
  );
}

function withoutComments(text: string): string {
  return text.replace(/^\s*\/\*.*?\*\/|^\s*\/\/[^\n]*|(?<=[;,{)]\s*)\/\/[^\n]*/gms, '');
}

function imports(path: string, text: string): Import[] {
  const fixed = [
    ...text.matchAll(/^(?:import|export)\b([^'";=(]*?)\bfrom\s*'([^']+)'|^import\s*'([^']+)'/gm),
  ].map(([, clause = '', from, bare]) => ({
    target: target(path, from ?? bare ?? ''),
    typeOnly: isTypeOnly(clause),
    computed: false,
    lazy: false,
  }));
  const lazy = [...text.matchAll(/\bimport\(\s*(?:'([^']+)'\s*\)|([^)]*))/g)].map(([, name, other = '']) => ({
    target: name === undefined ? other : target(path, name),
    typeOnly: false,
    computed: name === undefined,
    lazy: true,
  }));
  return [...fixed, ...lazy];
}

/** `import type …`, or braces in which every name is marked as a type. */
function isTypeOnly(clause: string): boolean {
  if (/^\s*type\b/.test(clause)) return true;
  const names = /^\s*\{([^}]*)\}\s*$/
    .exec(clause)?.[1]
    ?.split(',')
    .filter((name) => name.trim() !== '');
  return names?.every((name) => /^\s*type\s/.test(name)) ?? false;
}

function target(path: string, name: string): string {
  if (!name.startsWith('.')) return name;
  return relative(src, join(src, dirname(path), name)).replaceAll('\\', '/');
}
