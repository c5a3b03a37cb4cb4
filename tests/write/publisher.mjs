// Publishes with the compiled program, as a process of its own that can be killed or hindered.
// Arguments: what to do, the folder, and for some the number of a step and an error code.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const [mode, out, step, code] = process.argv.slice(2);
const changing = ['cpSync', 'linkSync', 'mkdirSync', 'renameSync', 'rmSync', 'symlinkSync', 'writeFileSync'];
let calls = 0;

/** Runs `hinder` in place of the call of this number among all that change the disk. */
function atStep(number, hinder) {
  for (const name of changing) {
    const original = fs[name];
    fs[name] = (...args) => (calls++ === number ? hinder(name, original, args) : original(...args));
  }
  syncBuiltinESMExports();
}

const die = () => process.kill(process.pid, 'SIGKILL');

/** Half a file written, one file of a folder deleted: what a kill leaves of a call. */
function half(name, original, args) {
  if (name === 'writeFileSync') original(args[0], args[1].slice(0, args[1].length / 2), args[2]);
  if (name === 'rmSync' && fs.existsSync(args[0]) && fs.statSync(args[0]).isDirectory()) {
    const [first] = fs
      .readdirSync(args[0], { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile());
    if (first) original(`${first.parentPath ?? first.path}/${first.name}`);
  }
  if (['cpSync', 'linkSync', 'mkdirSync'].includes(name)) original(...args);
}

/** What the old site has too. */
const same = 'same '.repeat(500);

function* version(name, count) {
  for (let i = 0; i < count; i++) yield { path: `pages/${name}-${i}.html`, content: `${name} `.repeat(500) };
  yield { path: 'same/page.html', content: same };
  yield { path: 'index.html', content: `version ${name}` };
}

if (mode === 'kill') atStep(Number(step), die);
if (mode === 'half')
  atStep(Number(step), (...call) => {
    half(...call);
    die();
  });
if (mode === 'fail')
  atStep(Number(step), (name) => {
    throw Object.assign(new Error(`${code}: hindered, ${name}`), { code, errno: -1, syscall: name });
  });

const { publish } = await import('../../lib/write/publish.js');
if (mode === 'loop') {
  process.stdout.write('ready\n');
  const end = performance.now() + 10_000;
  for (let i = 0; performance.now() < end; i++)
    publish(out, version(`${process.pid}x${i % 7}`, 4 + (i % 7) * 6));
} else {
  const result = publish(out, version(step === undefined ? mode : 'new', 3));
  process.stdout.write(JSON.stringify({ ...result, calls }));
}
