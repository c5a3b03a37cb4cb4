// @ts-check
/**
 * One process of the measurement by stages: `node bench/stages.js ROOT PASSES [OUT]` goes through the compiled pipeline,
 * as far as the checks where there is no OUT, several times and prints the milliseconds of processor time of each stage as JSON, a line for each pass. The first pass shows what a
 * command costs, the later ones what the code costs once it is warm.
 *
 * The stages are told apart from outside, by what the pipeline asks its environment for: `list` and `read`, a line of
 * progress after loading and one after checking, then `publish`, which draws the rendered files one by one.
 */
import { clock, compiled } from './measure.js';

/** @type {typeof import('../src/build.ts')} */
const { runBuild } = await compiled('build.js');
/** @type {typeof import('../src/pipeline.ts')} */
const { runCheck } = await compiled('pipeline.js');
/** @type {typeof import('../src/forms/index.ts')} */
const { forms } = await compiled('forms/index.js');
/** @type {typeof import('../src/reports/folder.ts')} */
const { dataFolder } = await compiled('reports/folder.js');
/** @type {typeof import('../src/render/template-folder.ts')} */
const { templateFolder } = await compiled('render/template-folder.js');
/** @type {typeof import('../src/write/publish.ts')} */
const { publish } = await compiled('write/publish.js');
/** @type {typeof import('../src/source/document.ts')} */
const { readDocument } = await compiled('source/document.js');
/** @type {typeof import('../src/source/yaml.ts')} */
const { parseAnyYaml } = await compiled('source/yaml.js');

/** The checks ask for it; nothing they say of generated data depends on it. */
const today = '2025-06-30';

/**
 * One build, by stages.
 * @param {string} root
 * @param {string | undefined} out
 */
function onePass(root, out) {
  const folder = dataFolder(root);
  /** @type {number[]} */
  const marks = [];
  let reading = 0;
  let drawing = 0;
  let publishing = 0;
  let begun = 0;
  const start = clock();
  const env = {
    forms,
    today,
    data: {
      list: () => {
        const [files, time] = timed(() => folder.list());
        reading += time;
        return files;
      },
      /** @param {string} path */
      read: (path) => {
        const [bytes, time] = timed(() => folder.read(path));
        reading += time;
        return bytes;
      },
    },
    progress: () => void marks.push(clock()),
  };
  /** @type {Pick<import('../src/build.ts').BuildEnv, 'publish' | 'templates'>} */
  const site = {
    templates: templateFolder(root),
    publish: (files, isSound) => {
      begun = clock();
      const pages = files[Symbol.iterator]();
      const next = () => {
        const [page, time] = timed(() => pages.next());
        drawing += time;
        return page;
      };
      const sound = () => {
        const [answer, time] = timed(isSound);
        drawing += time;
        return answer;
      };
      const [published, time] = timed(() =>
        publish(out ?? '', { [Symbol.iterator]: () => ({ next }) }, sound),
      );
      publishing = time;
      return published;
    },
  };
  const result = out ? runBuild({ ...env, ...site }) : runCheck(env);
  const end = clock();
  if (!result.ok) throw new Error(`faults in the data: ${JSON.stringify(result.diagnostics[0])}`);
  const [loaded = start, checked = start] = marks;
  return {
    'list and read': reading,
    'parse and validate': loaded - start - reading,
    check: checked - loaded,
    ...(out && {
      'templates and model': begun - checked,
      'pages, render, audit': drawing,
      write: publishing - drawing,
    }),
    'the whole': end - start,
  };
}

/**
 * A parser alone, over the same files; the one that is used is a part of `parse and validate`.
 * @param {string} root
 * @param {(path: string, text: string) => { faults: readonly unknown[] }} parse
 */
function parseAll(root, parse) {
  const folder = dataFolder(root);
  const decoder = new TextDecoder();
  const files = folder.list().filter(({ path }) => path.endsWith('.yaml'));
  const texts = files.map(({ path }) => ({ path, text: decoder.decode(folder.read(path)) }));
  return timed(() => {
    for (const { path, text } of texts) {
      if (parse(path, text).faults.length > 0) throw new Error(`${path} has faults`);
    }
  })[1];
}

/** @template T @param {() => T} work @returns {[T, number]} */
function timed(work) {
  const start = clock();
  return [work(), clock() - start];
}

const [root = '', passes = '1', out] = process.argv.slice(2);
for (let pass = 0; pass < Number(passes); pass++) {
  const times = onePass(root, out);
  // After the first pass, so as not to warm up the parser for it; the full parser once, since it takes long.
  const line = {
    ...times,
    ...(pass > 0 ? { 'of that, parse': parseAll(root, readDocument) } : {}),
    ...(pass === 1 ? { 'the same by the full parser': parseAll(root, (_, text) => parseAnyYaml(text)) } : {}),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
