// Measures `viva stats --json` against one plain scan of the tables behind it, in the same run:
//   node bench/stats.mjs --cards 100000 --reviews 1000000 [--db FILE] [--rounds 5]
// The database is the same for the same sizes; with --db it is kept, and used again.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Sqlite from 'better-sqlite3';
import { loadSource } from '../scripts/load-source.mjs';
import { fillDatabase, NOW, TODAY } from './review-history.mjs';

const MOST = 1.5;
const { values } = parseArgs({
  options: {
    cards: { type: 'string', default: '100000' },
    reviews: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    db: { type: 'string' },
  },
});

const folder = mkdtempSync(join(tmpdir(), 'viva-bench-'));
try {
  await main(values.db ?? join(folder, 'viva.db'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main(path) {
  const source = await loadSource(folder, {
    openStore: 'src/store/open.ts',
    computeStatistics: 'src/app/stats.ts',
    settingsSchema: 'src/model/settings.ts',
    DEFAULT_WEIGHTS: 'src/model/settings.ts',
  });
  const open = () =>
    source.openStore({ path, device: 'bench', random: (bytes) => new Uint8Array(bytes) });
  if (!existsSync(path)) {
    open().close();
    const size = { cards: Number(values.cards), reviews: Number(values.reviews) };
    console.log(`database: ${size.cards} cards, ${size.reviews} reviews …`);
    fillDatabase(path, size);
  }
  const scans = [];
  const stats = [];
  // By turns, so that neither has the machine to itself.
  for (let round = 0; round < Number(values.rounds); round++) {
    scans.push(timed(() => plainScan(path)));
    stats.push(timed(() => statsJson(source, open)));
  }
  report(scans, stats);
}

/** One walk over every column of events and memory, as better-sqlite3 gives rows fastest. */
function plainScan(path) {
  const db = new Sqlite(path);
  let rows = 0;
  for (const table of ['events', 'memory']) {
    for (const _ of db.prepare(`SELECT * FROM ${table}`).raw().iterate()) rows++;
  }
  db.close();
  return rows;
}

function statsJson(source, open) {
  const store = open();
  const request = {
    query: { kind: 'all' },
    since: null,
    until: null,
    moment: { now: NOW, today: TODAY, dayStart: NOW - 14_400_000, dayEnd: NOW + 72_000_000 },
    zone: { offsetMinutes: (at) => -new Date(at).getTimezoneOffset() },
    settings: source.settingsSchema.parse({}),
    weights: source.DEFAULT_WEIGHTS,
  };
  const text = JSON.stringify(source.computeStatistics(request, store));
  store.close();
  return text.length;
}

function timed(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function report(scans, stats) {
  const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];
  const ratio = median(stats) / median(scans);
  const shown = (times) =>
    `${median(times).toFixed(0)} ms (of ${times.map((ms) => ms.toFixed(0)).join(', ')})`;
  console.log(`plain scan of events and memory: ${shown(scans)}`);
  console.log(`viva stats --json:               ${shown(stats)}`);
  console.log(`ratio: ${ratio.toFixed(2)} (at most ${MOST})`);
  if (ratio >= MOST) process.exitCode = 1;
}
