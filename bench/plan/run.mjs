// The plan's tournament: viva as it is against simple ways to prepare, on simulated people.
//   npm run bench -- plan [--quick] [--people N] [--cells TEXT,…] [--truths NAME,…] [--ways NAME,…]
//                         [--workers N] [--rows FILE] [--fresh NAME,…] [--page FILE]
// The report goes to standard output, progress to standard error. What was played is kept in the file
// of rows and not played again, but for the ways named with --fresh (viva, if nothing is said).
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { loadSource } from '../../scripts/load-source.mjs';

/** A dozen cells in which nearly everything occurs, by their number in the list. */
const QUICK_CELLS = [2, 5, 6, 8, 9, 16, 25, 27, 30, 34, 35, 39];
const QUICK_PEOPLE = 8;
const PEOPLE = 40;

const folder = mkdtempSync(join(tmpdir(), 'viva-tournament-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const source = await loadSource(
  folder,
  Object.fromEntries(
    ['CELLS', 'cellName', 'pageOf', 'play', 'reportOf', 'summaryOf', 'WAYS'].map((name) => [
      name,
      'bench/plan/tournament.ts',
    ]),
  ),
);
if (isMainThread) await main();
else work();

async function main() {
  const flags = readFlags();
  const cells = chosenCells(flags);
  const ways = flags.ways === undefined ? source.WAYS : flags.ways.split(',');
  const kept = keptRows(flags);
  // Person by person over all cells: a run that is broken off has as many people in each.
  const jobs = Array.from({ length: flags.people }, (_, person) =>
    cells.map((cell) => ({
      cell,
      person,
      ways: ways.filter((way) => !kept.has(keyOf({ cell: source.cellName(cell), person, way }))),
    })),
  ).flat();
  const rows = [
    ...kept.values(),
    ...(await playAll(
      jobs.filter((job) => job.ways.length > 0),
      flags,
    )),
  ];
  const wanted = rows.filter(({ person, way }) => person < flags.people && ways.includes(way));
  const summary = source.summaryOf(cells, wanted);
  writeFileSync(flags.out, `${JSON.stringify(summary, null, 2)}\n`);
  const report = source.reportOf(summary);
  if (flags.page) writeFileSync(flags.page, `${source.pageOf(summary)}\n`);
  console.log(report);
}

function readFlags() {
  const { values } = parseArgs({
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      people: { type: 'string' },
      cells: { type: 'string' },
      truths: { type: 'string' },
      ways: { type: 'string' },
      workers: { type: 'string', default: '2' },
      rows: { type: 'string', default: 'bench/results/plan-rows.jsonl' },
      fresh: { type: 'string', default: 'viva' },
      out: { type: 'string', default: 'bench/results/plan.json' },
      page: { type: 'string' },
    },
  });
  const people = Number(values.people ?? (values.quick ? QUICK_PEOPLE : PEOPLE));
  for (const file of [values.rows, values.out]) mkdirSync(dirname(file), { recursive: true });
  return { ...values, people, workers: Number(values.workers) };
}

/** The cells whose name holds one of the texts, and whose truth is one of those named. */
function chosenCells({ quick, cells, truths }) {
  const texts = cells?.split(',') ?? [''];
  const names = truths?.split(',');
  return source.CELLS.filter(
    (cell, index) =>
      (!quick || QUICK_CELLS.includes(index)) &&
      texts.some((text) => source.cellName(cell).includes(text)) &&
      (names === undefined || names.includes(cell.truth)),
  );
}

function keptRows({ rows, fresh }) {
  if (!existsSync(rows)) return new Map();
  const anew = fresh.split(',');
  const read = readFileSync(rows, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return new Map(
    read
      .filter(({ way }) => !anew.includes(way.split(' ')[0]) && !anew.includes(way))
      .map((row) => [keyOf(row), row]),
  );
}

function keyOf({ cell, person, way }) {
  return `${cell} ${person} ${way}`;
}

/** Lets workers play; returns the rows and adds them to the file as they come. */
async function playAll(jobs, { workers, rows: file }) {
  const rows = [];
  const waiting = [...jobs];
  const start = performance.now();
  const take = async () => {
    const worker = new Worker(new URL(import.meta.url));
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      const played = await answerOf(worker, job);
      rows.push(...played);
      appendFileSync(file, played.map((row) => `${JSON.stringify(row)}\n`).join(''));
      const done = jobs.length - waiting.length;
      if (done % 10 === 0) progress(done, jobs.length, start);
    }
    await worker.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(workers, jobs.length) }, take));
  return rows;
}

function progress(done, all, start) {
  const seconds = (performance.now() - start) / 1000;
  const left = (seconds / done) * (all - done);
  console.error(`${done} of ${all} people, ${seconds.toFixed(0)} s, ${left.toFixed(0)} s to go`);
}

function answerOf(worker, job) {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (answer) => {
      worker.off('error', reject);
      resolve(answer);
    });
    worker.postMessage(job);
  });
}

function work() {
  parentPort.on('message', ({ cell, person, ways }) => {
    const rows = ways.map((way) => ({
      cell: source.cellName(cell),
      person,
      way,
      played: source.play({ cell, person, way, foretells: true }),
    }));
    parentPort.postMessage(rows);
  });
}
