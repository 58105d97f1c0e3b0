import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { statisticsPage } from '../../../src/export/html/statistics-report.js';
import { hasChromium, openChromium } from '../../support/chromium.mjs';
import { HOSTILE, sampleStatistics } from '../../support/statistics.js';

// One page for all tests of the file, so the folder outlives each of them.
const folder = mkdtempSync(join(tmpdir(), 'viva-report-'));
const file = join(folder, 'report.html');
const address = pathToFileURL(file).href;

describe.skipIf(!hasChromium)('the page of statistics in Chromium', () => {
  let browser: Browser;
  let page: Page;
  /** Everything the browser complained of or asked for. */
  const said: string[] = [];
  const asked: string[] = [];

  beforeAll(async () => {
    writeFileSync(file, await statisticsPage(sampleStatistics()));
    browser = await openChromium();
    page = await browser.newPage({ viewport: { width: 900, height: 800 } });
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address, { waitUntil: 'load' });
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([400, 900, 1200])(
    'shows its charts at %d px, whole and as wide as the page',
    async (width) => {
      await page.setViewportSize({ width, height: 800 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const drawn = await page.$$eval('.chart svg', (charts) =>
          charts
            .map((chart) => ({
              box: chart.getBoundingClientRect(),
              marks: chart.querySelectorAll('path, rect').length,
              // The smallest letters, px.
              text: Math.min(
                ...[...chart.querySelectorAll('text')].map((one) => {
                  const scale =
                    chart.getBoundingClientRect().width /
                    Number(chart.getAttribute('viewBox')?.split(' ')[2]);
                  return Number.parseFloat(getComputedStyle(one).fontSize) * scale;
                }),
              ),
            }))
            .filter(({ box }) => box.width > 0)
            .map(({ box: { left, right, height }, marks, text }) => ({
              left,
              right,
              height,
              marks,
              text,
            })),
        );
        expect(drawn.length).toBeGreaterThanOrEqual(12);
        for (const { left, right, height, marks, text } of drawn) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(width);
          expect(right - left).toBeGreaterThan(Math.min(width, 1152) - 60);
          expect(height).toBeGreaterThan(50);
          expect(marks).toBeGreaterThan(2);
          expect(text).toBeGreaterThanOrEqual(9);
        }
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
      const tiles = await page.$$eval('.tiles strong', (all) =>
        all.map((one) => ({
          lines:
            one.getBoundingClientRect().height /
            Number.parseFloat(getComputedStyle(one).lineHeight),
          over: one.scrollWidth - one.clientWidth,
        })),
      );
      expect(tiles.filter(({ lines, over }) => lines > 1.5 || over > 0)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'light' });
      await page.setViewportSize({ width: 900, height: 800 });
    },
  );

  test('logs nothing, asks for nothing but itself, and hostile text does not run', async () => {
    expect(await page.title()).toBe('How ready you are');
    expect(await page.textContent('#hardest table')).toContain(HOSTILE.slice(0, 60));
    expect(await page.$$eval('script, img, iframe, link, object', (found) => found.length)).toBe(0);
    expect(asked).toEqual([address]);
    expect(said).toEqual([]);
  });

  test('would stop a script that got in: the policy holds', async () => {
    const other = await browser.newPage();
    const text = await statisticsPage(sampleStatistics());
    const bad = join(folder, 'bad.html');
    writeFileSync(bad, text.replace('</main>', '<script>document.title="owned"</script></main>'));
    await other.goto(pathToFileURL(bad).href);
    expect(await other.title()).toBe('How ready you are');
    await other.close();
  });

  test('has a dark set of colours', async () => {
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const bar = () =>
      page.$eval(
        '#forecast .chart path[fill="var(--accent)"]',
        (one) => getComputedStyle(one).fill,
      );
    await page.emulateMedia({ colorScheme: 'light' });
    const light = [await paper(), await bar()];
    await page.emulateMedia({ colorScheme: 'dark' });
    const dark = [await paper(), await bar()];
    expect(light).toEqual(['rgb(255, 255, 255)', 'rgb(47, 111, 219)']);
    expect(dark).toEqual(['rgb(20, 23, 28)', 'rgb(110, 162, 255)']);
  });

  test('fits a phone: only tables scroll sideways, within themselves', async () => {
    await page.setViewportSize({ width: 360, height: 700 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(360);
    await page.setViewportSize({ width: 900, height: 800 });
  });

  test('prints on several sheets', async () => {
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(10_000);
  });

  test('names every chart for a person who cannot see it', async () => {
    const names = await page.$$eval('figure[role=img]', (figures) =>
      figures.map((figure) => figure.getAttribute('aria-label') ?? ''),
    );
    expect(names.length).toBeGreaterThanOrEqual(12);
    expect(names.filter((name) => name.length < 10)).toEqual([]);
  });
});
