/// <reference lib="dom" />
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hasBrowser, openBrowser } from '../helpers/browser.js';
import { walkedSite } from '../helpers/walked-site.ts';

const site = walkedSite();
afterAll(() => site.remove());
const address = (path: string) =>
  pathToFileURL(join(site.folder, path.split('#')[0]!)).href +
  (path.includes('#') ? `#${path.split('#')[1]}` : '');

describe.skipIf(!hasBrowser)('lists, search and comparison, opened from the disk (Linux x64)', () => {
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
    page = await browser.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    // What is still being loaded when a page is left is broken off.
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(request.url());
    });
  });
  beforeEach(async () => {
    // Another part of the same page would not load it anew.
    await page.goto('about:blank');
    faults.length = 0;
  });
  afterAll(() => browser?.close());

  const texts = (selector: string) => page.locator(selector).allInnerTexts();

  it('sorts a table by what a column holds, and back', async () => {
    await page.goto(address('years/2023.html'));
    const table = 'table[data-list]';
    const column = () => texts(`${table} tbody tr td:nth-child(2)`);
    const official = await column();
    const heading = page.locator(`${table} thead th`).nth(1);
    await heading.getByRole('button').click();
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    expect((await column()).map(Number)).toEqual(official.map(Number).sort((a, b) => b - a));
    await page.keyboard.press('Enter');
    expect((await column()).map(Number)).toEqual(official.map(Number).sort((a, b) => a - b));
    await page.keyboard.press('Enter');
    expect(await column()).toEqual(official);
    expect(faults).toEqual([]);
  });

  it('filters a table by any words of its rows', async () => {
    await page.goto(address('years/2023.html'));
    await page.getByLabel('筛选机关').fill('乡镇 逾期');
    expect(await texts('table[data-list] tbody tr:not([hidden]) th')).toEqual([
      expect.stringContaining('柏树乡'),
    ]);
    expect(await page.locator('.filter-bar output').innerText()).toMatch(/^\d+行里有1行$/);
  });

  it('finds sentences by any piece of them, by keyboard alone', async () => {
    await page.goto(address('search.html'));
    await page.keyboard.press('/');
    await page.keyboard.type('土空间');
    await page.locator('.results > li').first().waitFor();
    expect(await texts('.results > li > a')).toEqual(['自然资源局2022年', '自然资源局2020年']);
    expect(new Set(await texts('.results mark'))).toEqual(new Set(['土空间']));
    expect(page.url()).toContain(`#q=${encodeURIComponent('土空间')}`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('国土空间规划');
    await page.keyboard.press('Enter');
    await page.waitForURL(/organs\/zirun\/2022\.html#overview$/);
    expect(faults).toEqual([]);
  });

  it('waits for an input method, and leaves it its keys', async () => {
    const typed = await page.context().newCDPSession(page);
    const compose = (text: string) =>
      typed.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await page.goto(address('years/2023.html'));
    const rows = 'table[data-list] tbody tr:not([hidden])';
    const all = await page.locator(rows).count();
    await page.getByLabel('筛选机关').focus();
    await compose('baishu');
    expect(await page.locator(rows).count()).toBe(all);
    await typed.send('Input.insertText', { text: '柏树' });
    expect(await page.locator(rows).count()).toBe(1);

    await page.goto(address('search.html'));
    await page.getByLabel('查什么').focus();
    await compose('tukongjian');
    await page.waitForTimeout(400);
    expect(await page.locator('#list li:not([hidden])').count()).toBe(await page.locator('#list li').count());
    const key = { key: 'ArrowDown', bubbles: true, isComposing: true };
    await page.locator('#query').dispatchEvent('keydown', key);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('query');
    await typed.send('Input.insertText', { text: '土空间' });
    await page.locator('.results > li').first().waitFor();
    expect(page.url()).toContain(`#q=${encodeURIComponent('土空间')}`);
    expect(faults).toEqual([]);
  });

  it('finds organs by another name, years and rules in the list', async () => {
    await page.goto(address('search.html'));
    const shown = async (query: string) => {
      await page.getByLabel('查什么').fill(query);
      await page.waitForFunction((words) => decodeURIComponent(location.hash) === `#q=${words}`, query);
      return texts('#list li:not([hidden]) a');
    };
    expect(await shown('东街街道办')).toEqual(['示例县人民政府东街街道办事处']);
    expect(await shown('T3-CARRY')).toEqual(['T3-CARRY 上年结转等于上一年报告的结转下年度']);
    expect(await shown('逾期')).toContain('2023年度');
  });

  it('opens a search that was passed on, and says when nothing is found', async () => {
    await page.goto(address(`search.html#q=${encodeURIComponent('龘龘')}`));
    await page.getByText('没有报告写到这几个字。').waitFor();
    expect(faults).toEqual([]);
  });

  it('compares any two reports, at an address that can be passed on', async () => {
    await page.goto(address('compare.html#left=zirun-2020&right=shili-2023'));
    await page.getByText('两份报告都有的172格里').waitFor();
    expect(await texts('#comparison thead th')).toEqual(['项目', '自然资源局2020年', '示例县2023年', '差']);
    const row = page.locator('#comparison tbody tr', { hasText: '表二 · 行政许可' });
    expect(await row.locator('td').allInnerTexts()).toEqual(['207', '330', '+123']);
    await page.getByLabel('左边').selectOption('shili-2023');
    await page.getByText('0格不同').waitFor();
    expect(page.url()).toContain('#left=shili-2023&right=shili-2023');
    expect(faults).toEqual([]);
  });

  it('says the same of a report and the one before as the page made for them', async () => {
    const numbers = () => texts('table.figures tbody tr');
    await page.goto(address('organs/zirun/2021-compare.html'));
    const [sentence, expected] = [await page.locator('.sentence').innerText(), await numbers()];
    await page.goto(address('compare.html#left=zirun-2020&right=zirun-2021'));
    await page.locator('#comparison table').waitFor();
    expect(await page.locator('#comparison .sentence').innerText()).toBe(sentence);
    expect(await numbers()).toEqual(expected);
  });
});
