import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

/**
 * The browser comes from npm and runs on Linux x64 only; elsewhere GOUJI_BROWSER names a Chromium to use, and
 * without it the tests of `tests/browser/` are left out, in plain sight.
 */
const own = process.env['GOUJI_BROWSER'];
export const hasBrowser = own !== undefined || (process.platform === 'linux' && process.arch === 'x64');

/** Starts the browser; fails where it cannot start. */
export async function openBrowser() {
  if (own !== undefined) return start(own);
  const folder = await unpacked();
  const program = join(folder, 'chromium');
  try {
    return await start(program);
  } catch (error) {
    // A bare system lacks libraries; the package brings them, and one font.
    if (!/shared libraries/.test(String(error))) throw error;
    return start(program, {
      LD_LIBRARY_PATH: join(folder, 'al2023/lib'),
      FONTCONFIG_PATH: join(folder, 'fonts'),
    });
  }
}

/** @param {string} executablePath @param {Record<string, string>} env */
function start(executablePath, env = {}) {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    env: { .../** @type {Record<string, string>} */ (process.env), ...env },
  });
}

/** Unpacks once per machine; two at the same time do not see each other's halves. */
async function unpacked() {
  const folder = join(tmpdir(), 'gouji-chromium-147.0.0');
  if (existsSync(folder)) return folder;
  const before = { ...process.env };
  const making = mkdtempSync(`${folder}-`);
  process.env['TMPDIR'] = making;
  // Without it the package leaves its libraries packed; with it, it changes the environment.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs20.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    await packed.executablePath();
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
  return folder;
}
