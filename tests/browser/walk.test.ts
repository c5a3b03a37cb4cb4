/// <reference lib="dom" />
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser, openBrowser } from '../helpers/browser.js';
import { walkedSite } from '../helpers/walked-site.ts';

const site = walkedSite();
afterAll(() => site.remove());
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const desktop = { width: 1280, height: 900 };
const phone = { width: 360, height: 760 };
/** The page for missing pages has a base for servers, which the browser is to refuse on a disk, and says that it does. */
const refusesBase =
  /base URI to 'file:.* violates the following Content Security Policy directive: "base-uri http: https:"/;

interface Visit {
  page: Page;
  faults: string[];
}

describe.skipIf(!hasBrowser)('every page kind in a browser (Linux x64)', () => {
  let browser: Browser;
  const visits = new Map<string, Promise<Visit>>();
  // The first start on a machine unpacks the browser.
  beforeAll(async () => {
    browser = await openBrowser();
  }, 120_000);
  afterAll(() => browser?.close());

  /** One page for each way of looking, used again; what it complains of or asks elsewhere is collected. */
  async function open(path: string, way: string, options: BrowserContextOptions): Promise<Visit> {
    let made = visits.get(way);
    if (!made) {
      made = (async () => {
        const page = await (await browser.newContext(options)).newPage();
        const faults: string[] = [];
        page.on('console', (message) => {
          if (!['error', 'warning'].includes(message.type()) || refusesBase.test(message.text())) return;
          faults.push(message.text());
        });
        page.on('pageerror', (error) => faults.push(error.message));
        page.on('requestfailed', (request) => faults.push(`failed ${request.url()}`));
        page.on('request', (request) => {
          if (!request.url().startsWith(pathToFileURL(site.folder).href))
            faults.push(`asks ${request.url()}`);
        });
        return { page, faults };
      })();
      visits.set(way, made);
    }
    const visit = await made;
    visit.faults.length = 0;
    await visit.page.goto(pathToFileURL(join(site.folder, path)).href);
    return visit;
  }

  /** What axe finds, of WCAG 2.2 AA and its best practices. */
  async function accessibility(page: Page, only?: string[]): Promise<string[]> {
    await page.evaluate(axe);
    return page.evaluate(async (only) => {
      const { axe } = globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run({
        preload: false,
        rules: { 'target-size': { enabled: true } },
        ...(only ? { runOnly: only } : {}),
      });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    }, only);
  }

  const overflow = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  it.each(site.pages)('%s on a desktop, light', async (path) => {
    const { page, faults } = await open(path, 'desktop', { viewport: desktop });
    expect(await accessibility(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
  });

  it.each(site.pages)('%s on a phone, dark', async (path) => {
    const { page, faults } = await open(path, 'phone', {
      viewport: phone,
      colorScheme: 'dark',
      hasTouch: true,
    });
    // What depends on size and colours; the rest is the same as on the desktop.
    const only = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];
    expect(await accessibility(page, only)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
  });

  it.each(site.pages)('%s without script, and with text of twice the size', async (path) => {
    const options = { viewport: phone, javaScriptEnabled: false };
    const { page, faults } = await open(path, 'plain', options);
    expect(await overflow(page)).toBe(0);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.locator('button').count()).toBe(0);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    expect(await overflow(page)).toBe(0);
    expect(faults).toEqual([]);
  });

  it.each(site.pages)('%s by keyboard alone', async (path) => {
    const { page } = await open(path, 'desktop', { viewport: desktop });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    const stops: string[] = [];
    const dim: string[] = [];
    for (let i = 0; i < 400; i++) {
      const stop = await page.evaluate(() => {
        const node = document.activeElement;
        if (!node || node === document.body) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(node);
        const box = node.getBoundingClientRect();
        const seen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1 && box.width > 1;
        return { name: node.outerHTML.slice(0, 120), seen };
      });
      if (!stop) break;
      stops.push(stop.name);
      if (!stop.seen) dim.push(stop.name);
      await page.keyboard.press('Tab');
    }
    expect(dim).toEqual([]);
    expect(stops.length).toBeLessThan(400);
    if (/\/\d{4}\.html$/.test(path) && path.startsWith('organs/')) expect(stops.length).toBeLessThan(80);
  });

  it.each([true, false])('a missing page of a server leads on, at any depth; script: %s', async (script) => {
    const page = await (await browser.newContext({ javaScriptEnabled: script })).newPage();
    const address = 'https://example.org/nianbao/';
    const missing: string[] = [];
    await page.route('**', (route) => {
      const url = route.request().url();
      const path = join(site.folder, url.slice(address.length));
      if (url.startsWith(address) && existsSync(path)) return route.fulfill({ path });
      missing.push(url);
      return route.fulfill({ status: 404, path: join(site.folder, '404.html') });
    });
    const gone = `${address}organs/sikeshu/1999/x.html`;
    await page.goto(gone);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.skip')!).position)).toBe(
      'absolute',
    );
    expect(await page.locator('#near a').count()).toBe(script ? 1 : 0);
    expect(missing).toEqual([gone]);
    await page.click('text=搜索');
    expect(page.url()).toBe(`${address}search.html`);
    await page.context().close();
  });
});

describe('html-validate', () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      'doctype-style': ['error', { style: 'lowercase' }],
      'valid-id': ['error', { relaxed: true }],
      'prefer-native-element': ['error', { exclude: ['region', 'note'] }],
    },
  });

  it('finds nothing on any kind of page', async () => {
    const found: string[] = [];
    for (const path of site.pages) {
      const report = await validator.validateString(readFileSync(join(site.folder, path), 'utf8'));
      for (const { messages } of report.results)
        for (const { line, column, ruleId, message } of messages)
          found.push(`${path}:${line}:${column} ${ruleId} ${message}`);
    }
    expect(site.pages).toContain('404.html');
    expect(found.slice(0, 40)).toEqual([]);
  });
});
