/**
 * Makes the pictures of the README from the sample site: `npm run pictures`. The same machine makes the same bytes;
 * with other fonts than Noto CJK they look different.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildCommand } from '../../lib/commands/build.js';
import { openBrowser } from '../../tests/helpers/browser.js';

const here = dirname(fileURLToPath(import.meta.url));
const limit = 200_000;

const pictures = [
  { name: 'report', width: 1280, height: 760 },
  {
    name: 'sum',
    width: 1280,
    height: 1250,
    show: '#applications .form-box',
    choose: '[id="applications.carriedForward.natural"]',
    /** Without the contents beside it. */
    clip: { x: 290, y: 8, width: 940, height: 1238 },
  },
  {
    name: 'phone',
    width: 390,
    height: 780,
    scale: 1.5,
    show: '[id="applications.granted.total"]',
    choose: '[id="applications.denied.thirdParty.total"]',
  },
];

const site = mkdtempSync(join(tmpdir(), 'gouji-pictures-'));
const quiet = { out: () => {}, err: () => {}, color: false };
if (buildCommand({ root: join(here, '../..'), format: 'pretty', out: site }, quiet) !== 0) {
  throw new Error('the sample does not build');
}
const browser = await openBrowser();
for (const { name, width, height, scale = 1, show, choose, clip } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, deviceScaleFactor: scale });
  await page.goto(pathToFileURL(join(site, 'organs/zirun/2023.html')).href);
  if (show) {
    await page.click(choose);
    await page.locator('.cell-rules').first().waitFor();
    await page.evaluate((cell) => document.querySelector(cell).scrollIntoView({ block: 'start' }), show);
    await page.mouse.move(0, 0);
  }
  const picture = await page.screenshot(clip ? { clip } : {});
  if (picture.length > limit) throw new Error(`${name}.png has ${picture.length} bytes`);
  writeFileSync(join(here, `${name}.png`), picture);
}
await browser.close();
rmSync(site, { recursive: true });
