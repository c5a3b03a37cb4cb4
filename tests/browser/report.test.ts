/// <reference lib="dom" />
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formById } from '../../src/forms/index.ts';
import { hasBrowser, openBrowser } from '../helpers/browser.js';
import { walkedSite } from '../helpers/walked-site.ts';

const site = walkedSite();
afterAll(() => site.remove());
const address = (path: string) => pathToFileURL(join(site.folder, path)).href;
const report = address('organs/zirun/2023.html');
const cell = (name: string) => `[id="${name}"]`;

describe.skipIf(!hasBrowser)('the page of a report in a browser (Linux x64)', () => {
  let browser: Browser;
  // The first start on a machine unpacks the browser.
  beforeAll(async () => {
    browser = await openBrowser();
  }, 120_000);
  afterAll(() => browser?.close());

  async function open(options: Parameters<Browser['newContext']>[0], url = report): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    await page.goto(url);
    return page;
  }
  const desktop = { viewport: { width: 1280, height: 900 } };
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };

  /** Addresses of the cells that stand out as addends, and as sums. */
  const lit = (page: Page) =>
    page.evaluate(() => {
      const probe = document.createElement('i');
      document.body.append(probe);
      const color = (name: string) => {
        probe.style.backgroundColor = `var(${name})`;
        return getComputedStyle(probe).backgroundColor;
      };
      const [addend, sum] = [color('--lit'), color('--sum')];
      probe.remove();
      const cells = [...document.querySelectorAll('.form td')];
      const of = (wanted: string) =>
        cells.filter((td) => getComputedStyle(td).backgroundColor === wanted).map(({ id }) => id);
      return { addends: of(addend), sums: of(sum) };
    });

  it('lights up exactly the addends of each sum, without script', async () => {
    const form = formById(2021)!;
    const page = await open({ ...desktop, javaScriptEnabled: false });
    const sums = new Set(form.equations.map(({ at }) => at));
    expect(sums.size).toBe(40);
    for (const at of sums) {
      const id = form.cells[at]!.address;
      const addends = form.equations
        .filter((equation) => equation.at === at)
        .flatMap(({ left, right }) => [...left, ...right])
        .filter((index) => index !== at)
        .sort((a, b) => a - b)
        .map((index) => form.cells[index]!.address);
      await page.goto(`${report}#${id}`);
      expect(await lit(page), id).toEqual({ addends: [...new Set(addends)], sums: [id] });
    }
  });

  it('shows the equation of a sum that is pointed at', async () => {
    const page = await open(desktop);
    await page.hover(cell('applications.carriedForward.natural'));
    const panel = page.locator('.form-box:has(.form-applications) .cell-panel');
    expect(await panel.innerText()).toContain('✓ 相符　20 + 1 = 20 + 1');
    expect((await lit(page)).addends).toEqual(
      ['newReceived', 'carriedOver', 'total'].map((row) => `applications.${row}.natural`),
    );
    await page.hover('h2');
    expect((await lit(page)).addends).toEqual([]);
  });

  it('explains a cell that is chosen by keyboard: meaning, article, rules, all years', async () => {
    const page = await open(desktop);
    await page.focus(cell('applications.newReceived.natural'));
    for (const key of ['ArrowDown', 'ArrowDown', 'End']) await page.keyboard.press(key);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('applications.granted.total');
    expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outline)).toMatch(
      /^rgb\(11, 79, 138\) solid 3px$/,
    );
    const panel = page.locator('.form-box:has(.form-applications) .cell-panel');
    await panel.locator('.cell-years').waitFor();
    const text = await panel.innerText();
    expect(text).toContain('表三 · （一）予以公开 · 总计');
    expect(text).toContain('9 + 2 = 11');
    expect(text).toContain('条例第三十六条第（一）项、第（二）项');
    expect(text).toContain('历年：2020年 9，2021年 8，2022年 13，2023年 11');
    expect(text).toContain('有关的规则：各类申请人之和等于总计；');
    const rule = panel.locator('.cell-rules a').first();
    expect(await rule.getAttribute('href')).toBe('../../rules/t3-row-sum.html');
    await page.keyboard.press('Enter');
    expect(new URL(page.url()).hash).toBe('#applications.granted.total');
  });

  it('is one stop of the keyboard for each table', async () => {
    const page = await open(desktop);
    const stops = await page.locator('.form td[tabindex="0"], .form td > a:not([tabindex="-1"])').count();
    expect(stops).toBe(3);
  });

  it('sets last year beside this year and takes it away again', async () => {
    const page = await open(desktop);
    const [first] = await page.locator('.beside').all();
    await first!.click();
    await page.locator('.before').first().waitFor();
    expect(await page.locator('.before').count()).toBe(200);
    expect(await page.locator(cell('applications.granted.total')).innerText()).toMatch(/^11\s+2022年 13$/);
    await first!.click();
    expect(await page.locator('.before').count()).toBe(0);
  });

  it('explains what it can where the figures of other years are missing', async () => {
    const page = await (await browser.newContext(desktop)).newPage();
    await page.route('**/cells.js', (route) => route.abort());
    await page.goto(report);
    await page.click(cell('applications.granted.total'));
    const panel = page.locator('.form-box:has(.form-applications) .cell-panel');
    expect(await panel.innerText()).toContain('9 + 2 = 11');
    await page.locator('.beside').first().click();
    expect(await page.locator('.beside').first().getAttribute('aria-pressed')).toBe('false');
  });

  it('has no year before the first', async () => {
    const page = await open(desktop, address('organs/zirun/2020.html'));
    expect(await page.locator('.beside').count()).toBe(0);
  });

  describe('on a phone', () => {
    it('shows one column of table three under its own heading, the one that is chosen', async () => {
      const page = await open({ ...phone, javaScriptEnabled: false });
      const shown = () =>
        page.evaluate(() => {
          const table = document.querySelector('.form-applications')!;
          const seen = (node: Element) => node.getClientRects().length > 0;
          return {
            heads: [...table.querySelectorAll('.column')].filter(seen).map((th) => th.textContent),
            cells: [...table.querySelectorAll('td')].filter(seen).map(({ id }) => id),
          };
        });
      const rows = formById(2021)!.cells.filter(
        ({ path, column }) => path[0] === 'applications' && column === 'welfare',
      );
      expect((await shown()).heads).toEqual(['总计']);
      await page.locator('label', { hasText: '社会公益组织' }).click();
      const { heads, cells } = await shown();
      expect(heads).toEqual(['社会公益组织']);
      expect(cells).toEqual(rows.map((row) => row.address));
      await page.locator('label', { hasText: '全部各列' }).click();
      expect((await shown()).cells.length).toBe(175);
    });

    it('keeps the labels in view when all columns are shown', async () => {
      const page = await open({ ...phone, javaScriptEnabled: false });
      await page.locator('label', { hasText: '全部各列' }).click();
      const lefts = () =>
        page.evaluate(() =>
          ['.rowGroup', '.row:not([colspan])', '.stub', 'td'].map((part) =>
            Math.round(document.querySelector(`.form-applications ${part}`)!.getBoundingClientRect().left),
          ),
        );
      const before = await lefts();
      await page.evaluate(() => {
        document.querySelector('.scroll:has(.form-applications)')!.scrollLeft = 150;
      });
      const after = await lefts();
      // The border at the edge moves out of the box.
      for (const i of [0, 1, 2]) expect(Math.abs(after[i]! - before[i]!)).toBeLessThanOrEqual(1);
      expect(after[3]).toBe(before[3]! - 150);
    });

    it('is a stop of the keyboard in the column that is shown', async () => {
      const page = await open(phone);
      const stop = () => page.locator('.form-applications td[tabindex="0"]').getAttribute('id');
      expect(await stop()).toBe('applications.newReceived.total');
      await page.locator('label', { hasText: '商业企业' }).click();
      expect(await stop()).toBe('applications.newReceived.business');
    });

    it('keeps the heading in view', async () => {
      const page = await open(phone);
      await page.evaluate(
        (id) => document.getElementById(id)!.scrollIntoView(),
        'applications.unable.notHeld.total',
      );
      const top = await page.evaluate(
        () => document.querySelector('.form-applications thead')!.getBoundingClientRect().top,
      );
      expect(Math.abs(top)).toBeLessThan(2);
    });

    it('never covers the chosen cell by heading or explanation', async () => {
      const page = await open(phone);
      await page.click(cell('applications.newReceived.total'));
      for (const key of [...Array(24).fill('ArrowDown'), ...Array(24).fill('ArrowUp')]) {
        await page.keyboard.press(key);
        await page.locator('.form-box:has(.form-applications) .cell-rules').waitFor();
        const room = await page.evaluate(() => {
          const at = document.activeElement!;
          const box = at.closest('.form-box')!;
          const edge = (name: string) => box.querySelector(name)!.getBoundingClientRect();
          const { top, bottom } = at.getBoundingClientRect();
          return Math.min(top - edge('thead').bottom, edge('.cell-panel').top - bottom);
        });
        expect(room, await page.evaluate(() => document.activeElement!.id)).toBeGreaterThanOrEqual(-2);
      }
    });

    it('shows the column of a cell that an address names', async () => {
      const page = await open(phone, `${report}#applications.granted.business`);
      expect(await page.locator(cell('applications.granted.business')).isVisible()).toBe(true);
      expect(await page.locator(cell('applications.granted.total')).isVisible()).toBe(false);
    });

    it('sets the rows of table three as blocks when the text is twice as large', async () => {
      const page = await open(phone);
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
      const display = await page.evaluate(
        () => getComputedStyle(document.querySelector('.form-applications tbody tr')!).display,
      );
      expect(display).toBe('flex');
    });
  });

  it('remembers large type and high contrast', async () => {
    const page = await open(desktop);
    const size = () =>
      page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
    const ink = () => page.evaluate(() => getComputedStyle(document.body).color);
    const [before, soft] = [await size(), await ink()];
    await page.check('#set-large');
    await page.check('#set-contrast');
    expect(await size()).toBe(before * 1.3125);
    expect([soft, await ink()]).toEqual(['rgb(27, 29, 31)', 'rgb(0, 0, 0)']);
    await page.goto(address('about.html'));
    expect(await size()).toBe(before * 1.3125);
    expect(await ink()).toBe('rgb(0, 0, 0)');
  });

  it('prints all columns and no furniture, whatever is chosen on the screen', async () => {
    const page = await open(phone);
    await page.locator('label', { hasText: '商业企业' }).click();
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['.site-header', '.page-bar', '.actions', '.contents', '#checks', '.cell-panel'])
      expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
    for (const there of ['h1', '.facts', '.address', cell('applications.granted.natural')])
      expect(await page.locator(there).first().isVisible(), there).toBe(true);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length;
    expect(pages).toBeGreaterThanOrEqual(4);
    expect(pages).toBeLessThanOrEqual(7);
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  });
});
