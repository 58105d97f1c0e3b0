import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { killImports } from '../crash/kill-imports.js';
import { killMerges } from '../crash/kill-merges.js';
import { killReviews } from '../crash/kill-reviews.js';
import { killSyncs } from '../crash/kill-syncs.js';
import { seeded } from '../crash/random.js';

// The short form runs with every test; `npm run test:crash` sets these for the long one.
const KILLS = Number(process.env.VIVA_KILLS ?? 6);
const SEED = Number(process.env.VIVA_SEED ?? 1);
const REPORT = process.env.VIVA_CRASH_REPORT;

const TIME = { timeout: 60_000 + KILLS * 15_000 };

function report(what: string, counts: object): void {
  if (REPORT)
    writeFileSync(REPORT, `${JSON.stringify({ what, seed: SEED, ...counts })}\n`, { flag: 'a' });
}

test(`a review killed ${KILLS} times loses no rating whose next card was shown`, TIME, async () => {
  const counts = await killReviews(KILLS, seeded(SEED));
  report('reviews', counts);
  expect(counts.kills).toBe(KILLS);
  expect(counts.confirmed).toBeGreaterThan(0);
});

test(`an import killed ${KILLS} times happened wholly or not at all`, TIME, async () => {
  const counts = await killImports(KILLS, seeded(SEED + 1));
  report('imports', counts);
  expect(counts.nothing + counts.all).toBe(KILLS);
});

test(
  `a merge or repair killed ${KILLS} times happened wholly or not at all, and can be said again`,
  TIME,
  async () => {
    const counts = await killMerges(KILLS, seeded(SEED + 2));
    report('merges', counts);
    expect(counts.nothing + counts.all).toBe(KILLS);
  },
);

/** Each takes several whole syncs to judge. */
const SYNCS = Math.ceil(KILLS / 2);

test(
  `a sync that is killed ${SYNCS} times loses nothing, brings nothing twice, and goes on`,
  TIME,
  async () => {
    report('syncs', await killSyncs(SYNCS, seeded(SEED + 3)));
  },
);
