// Measures viva against bare limits in the same run; prints tables and writes bench/results.json.
//   npm run bench [-- --quick] [--only WORD] [--cards N] [--rounds N] [--keep FOLDER] [--out FILE]
//     [--page FILE]
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { exponent, judge } from './arithmetic.mjs';
import { GROUPS } from './groups.mjs';
import { writeToPage } from './page.mjs';
import { growthTable, resultTable } from './table.mjs';
import { takeSamples } from './take.mjs';
import { makeWorld } from './world.mjs';

const ROUNDS = 9;
const { values: flags } = parseArgs({
  options: {
    /** Smaller data, less of growth: less than two minutes on a quiet machine. */
    quick: { type: 'boolean', default: false },
    /** Cards of the table's measures. */
    cards: { type: 'string' },
    rounds: { type: 'string', default: `${ROUNDS}` },
    /** Only groups whose name has one of these words, parted by commas, in it. */
    only: { type: 'string', default: '' },
    /** Where data are made and kept for the next run. */
    keep: { type: 'string' },
    out: { type: 'string', default: 'bench/results.json' },
    /** A page of Markdown that gets the table of this Node's major version. */
    page: { type: 'string' },
  },
});
const size = Number(flags.cards ?? (flags.quick ? 3_000 : 100_000));
const rounds = Number(flags.rounds);

const folder = flags.keep ? resolve(flags.keep) : mkdtempSync(join(tmpdir(), 'viva-bench-'));
try {
  const world = await makeWorld(folder);
  const load = loadavg()[0];
  const { results, growth } = await measureAll(world);
  if (flags.page) writeToPage(flags.page, { ...machine(), size, load, results, growth });
  console.log(`\n${resultTable(results)}`);
  if (growth.length > 0) console.log(`\n${growthTable(growth)}`);
  if (size < 100_000)
    console.log(
      '\nThe goals are set for 100,000 cards; with fewer, starting costs more than working.',
    );
} finally {
  if (!flags.keep) rmSync(folder, { recursive: true, force: true });
}

async function measureAll(world) {
  const results = [];
  const growth = [];
  for (const group of GROUPS) {
    if (!flags.only.split(',').some((word) => group.name.includes(word))) continue;
    const rows = await measure(world, group, size, rounds);
    results.push(...rows);
    const sizes = flags.quick && group.slow ? undefined : group.sizes;
    if (sizes !== undefined) growth.push(...(await grow(world, group, rows)));
    // After each group: a run takes a quarter of an hour, and the next group may fail.
    save(results, growth);
  }
  return { results, growth };
}

function save(results, growth) {
  const text = JSON.stringify({ machine: machine(), results, growth }, null, 2);
  writeFileSync(flags.out, `${text}\n`);
}

async function measure(world, { name, make }, cards, times) {
  console.error(`${name}, ${cards.toLocaleString('en')} cards …`);
  const group = make(world, cards);
  const start = performance.now();
  const samples = await takeSamples(group, times);
  console.error(`  ${((performance.now() - start) / 1_000).toFixed(1)} s`);
  return group.rows.map((row) => ({
    ...judge(row, samples),
    percent: row.percent === true,
    cards,
  }));
}

/** Measures a group at its other sizes; returns, for each of its rows, the cost by size. */
async function grow(world, group, rows) {
  const runs = [{ cards: size, rows }];
  for (const cards of group.sizes.filter((one) => one !== size && !(flags.quick && one > size))) {
    runs.push({ cards, rows: await measure(world, group, cards, group.growthRounds ?? ROUNDS) });
  }
  runs.sort((a, b) => a.cards - b.cards);
  return rows.map(({ name, unit }, at) => {
    const points = runs.map((run) => ({ size: run.cards, cost: run.rows[at].value }));
    return { name, unit, points, exponent: exponent(points) };
  });
}

function machine() {
  const { platform, arch, version } = process;
  return { node: version, platform, arch, cpu: cpus()[0]?.model, cpus: cpus().length, rounds };
}
