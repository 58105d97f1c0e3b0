// Compares ways to prepare for a day on simulated people, over the whole grid:
//   node bench/plan.mjs [--learners 200] [--seed 7] [--workers 2] [--json FILE]
// The table goes to standard output, a line of progress a cell to standard error.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { loadSource } from '../scripts/load-source.mjs';

if (isMainThread) await main();
else await work();

async function main() {
  const { values } = parseArgs({
    options: {
      learners: { type: 'string', default: '200' },
      seed: { type: 'string', default: '7' },
      workers: { type: 'string', default: '2' },
      days: { type: 'string', default: '7,14,30,60' },
      minutes: { type: 'string', default: '10,20,40,60' },
      json: { type: 'string' },
    },
  });
  const numbers = (text) => text.split(',').map(Number);
  const jobs = numbers(values.days).flatMap((days) =>
    numbers(values.minutes).map((minutes) => ({ cards: 459, days, minutes })),
  );
  const request = { learners: Number(values.learners), seed: Number(values.seed) };
  const results = await runAll(jobs, request, Number(values.workers), (done) => {
    if (values.json) writeFileSync(values.json, JSON.stringify({ ...request, cells: done }));
  });
  console.log(table(results, request));
}

/** Hands the cells to workers, one after the other; gives the results in order of the cells. */
async function runAll(jobs, request, count, save) {
  const results = [];
  const waiting = [...jobs];
  const inOrder = () => results.filter(Boolean);
  await Promise.all(
    Array.from({ length: count }, async () => {
      const worker = new Worker(new URL(import.meta.url), { workerData: request });
      for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
        results[jobs.indexOf(job)] = await answerOf(worker, job);
        save(inOrder());
        console.error(`${job.days} days, ${job.minutes} min: done`);
      }
      await worker.terminate();
    }),
  );
  return inOrder();
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

async function work() {
  const folder = mkdtempSync(join(tmpdir(), 'viva-plan-'));
  const { simulateCell } = await loadSource(folder, { simulateCell: 'src/app/simulate.ts' });
  rmSync(folder, { recursive: true, force: true });
  parentPort.on('message', (cell) => {
    parentPort.postMessage(simulateCell(cell, workerData));
  });
}

/** The results as a table of Markdown: mean recall at the deadline with its 95 % interval. */
function table(cells, { learners, seed }) {
  const names = cells[0].standings.map(({ name }) => name);
  const percent = ({ mean, margin }) => `${(100 * mean).toFixed(1)} ±${(100 * margin).toFixed(1)}`;
  const lines = [
    `${learners} people a cell, seed ${seed}; recall in %, with its 95 % interval.`,
    '',
    `| days × min | ${names.join(' | ')} | best habit |`,
    `|---|${names.map(() => '---:').join('|')}|---|`,
  ];
  for (const { cell, habit, standings } of cells) {
    const recalls = standings.map(({ recall }) => percent(recall)).join(' | ');
    const best = `${habit.retention}, new by ${habit.introduceBy}`;
    lines.push(`| ${cell.days} × ${cell.minutes} | ${recalls} | ${best} |`);
  }
  return lines.join('\n');
}
