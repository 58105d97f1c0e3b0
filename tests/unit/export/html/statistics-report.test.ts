import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { statisticsPage } from '../../../../src/export/html/statistics-report.js';
import { HOSTILE, sampleStatistics } from '../../../support/statistics.js';

const page = await statisticsPage(sampleStatistics());

/** A page of a person who has just begun: no reviews, no groups. */
async function emptyPage(): Promise<string> {
  const full = sampleStatistics();
  const none = { passed: 0, failed: 0, retention: null };
  return statisticsPage({
    ...full,
    calendar: { ...full.calendar, days: [], reviews: 0, timeMs: 0, activeDays: 0 },
    forecast: { days: [], total: 0 },
    retention: {
      desired: 0.9,
      rows: full.retention.rows.map(({ window }) => ({
        window,
        young: none,
        mature: none,
        all: none,
      })),
    },
    hours: full.hours.map(({ hour }) => ({ hour, reviews: 0, passed: 0, accuracy: null })),
    readiness: {
      all: { ...full.readiness.all, readiness: null, share: null },
      companies: [],
      parts: [],
      modules: [],
      stars: [],
    },
    points: { reviews: 0, missed: 0, of: 0, wrong: 0, modules: [], companies: [] },
    hardest: [],
    leeches: [],
  });
}

describe('the page of statistics', () => {
  test('has a strict policy whose hash is that of its only style sheet', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`;
    expect(page.includes(policy)).toBe(true);
    expect(page.match(/<style>/g)).toHaveLength(1);
  });

  test('holds no script, no inline style, no handler and no address outside', () => {
    // What stands within quotes and between tags is text, escaped.
    const tags = page.match(/<[a-z][^>]*>/gi) ?? [];
    const bare = [...new Set(tags.map((tag) => tag.replaceAll(/"[^"]*"/g, '""')))];
    const bad =
      /^<(?:script|link|iframe|object|embed|img|image|use|base|form)\b|\s(?:style|on[a-z]+|src|action)=/i;
    expect(bare.length).toBeGreaterThan(20);
    expect(bare.filter((tag) => bad.test(tag))).toEqual([]);
    const links = tags.flatMap((tag) => [...tag.matchAll(/\shref="([^"]*)"/g)].map(([, to]) => to));
    expect(links.filter((to) => !to?.startsWith('#'))).toEqual([]);
  });

  test('shows hostile text as text, its escape sequences as marks', () => {
    expect(page.includes('&lt;script&gt;document.title=&quot;owned&quot;')).toBe(true);
    expect(page.includes(HOSTILE.slice(0, 20))).toBe(false);
    expect(page.match(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g)).toBeNull();
  });

  test('says that companies do not add up where a card is of two of them', async () => {
    const note = 'A card of two companies counts for both.';
    const full = sampleStatistics();
    const company = full.readiness.companies.slice(0, 1);
    const { cards } = full.readiness.all;
    const pageOf = (counts: number[]) =>
      statisticsPage({
        ...full,
        readiness: {
          ...full.readiness,
          companies: counts.flatMap((each) => company.map((one) => ({ ...one, cards: each }))),
        },
      });
    expect(await pageOf([cards, 1])).toContain(note);
    expect(await pageOf([cards - 1, 1])).not.toContain(note);
  });

  test('has for each chart a text alternative and the table behind it', () => {
    const charts = page.match(/<div class="chart small"><svg /g)?.length ?? 0;
    expect(charts).toBeGreaterThanOrEqual(12);
    expect(page.match(/<figure role="img" aria-label="[^"]{10,}"/g)).toHaveLength(charts);
    for (const section of page.split('<section ').slice(1)) {
      expect(/<table>|Nothing yet/.test(section), section.slice(0, 60)).toBe(true);
    }
  });

  test('says the figures it was given', () => {
    for (const text of [
      '61.3\u00a0%',
      '281 of 459',
      '12 days',
      '42',
      '14 left',
      '9.2\u00a0s',
      '★★★',
      '22 KV Cache',
      'Points missed most',
      '5 of 12 good points missed in 4 ticked answers.',
    ]) {
      expect(page.includes(text), text).toBe(true);
    }
    expect(page.includes('<th scope="row">ever</th>')).toBe(true);
  });

  test('is whole for a person who has not begun', async () => {
    const empty = await emptyPage();
    expect(empty.includes('Nothing yet.')).toBe(true);
    expect(empty.match(/NaN|undefined|Infinity/g)).toBeNull();
    expect(page.match(/NaN|undefined|Infinity/g)).toBeNull();
  });

  test('gives every section a name of its own', () => {
    const ids = [...page.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !page.includes(`href="#${id}"`))).toEqual([]);
  });
});
