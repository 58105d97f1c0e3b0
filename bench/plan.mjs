// Compares ways to prepare for a day on simulated people, over the whole grid:
//   node bench/plan.mjs [--people sketch] [--learners 200] [--seed 7] [--workers 2] [--json FILE] [--ample]
// With --ample: the fewest minutes by which a rival recalls as much as viva with its target.
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
      people: { type: 'string', default: 'sketch' },
      workers: { type: 'string', default: '2' },
      days: { type: 'string', default: '7,14,30,60' },
      minutes: { type: 'string', default: '10,20,40,60' },
      json: { type: 'string' },
      ample: { type: 'boolean', default: false },
    },
  });
  const numbers = (text) => text.split(',').map(Number);
  const jobs = numbers(values.days).flatMap((days) =>
    numbers(values.minutes).map((minutes) => ({
      people: values.people,
      cards: 459,
      days,
      minutes,
    })),
  );
  const { ample } = values;
  const request = { learners: Number(values.learners), seed: Number(values.seed), ample };
  const results = await runAll(jobs, request, Number(values.workers), (done) => {
    if (values.json) writeFileSync(values.json, JSON.stringify({ ...request, cells: done }));
  });
  console.log(ample ? ampleTable(results) : table(results, request));
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
  const { simulateAmple, simulateCell } = await loadSource(folder, {
    simulateAmple: 'src/app/plan/simulate.ts',
    simulateCell: 'src/app/plan/simulate.ts',
  });
  const run = workerData.ample ? simulateAmple : simulateCell;
  rmSync(folder, { recursive: true, force: true });
  parentPort.on('message', (cell) => {
    parentPort.postMessage(run(cell, workerData));
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

function ampleTable(cells) {
  const lines = ['| days × min | recall | viva | best rival | fewer |', '|---|---:|---:|---|---:|'];
  for (const { cell, viva, rival } of cells) {
    const fewer =
      rival === null ? '' : `${(100 * (1 - viva.minutes / rival.minutes)).toFixed(0)} %`;
    const best = rival === null ? 'none' : `${rival.minutes.toFixed(0)} min (${rival.name})`;
    const recall = `${(100 * viva.recall).toFixed(1)} %`;
    const minutes = `${viva.minutes.toFixed(0)} min`;
    lines.push(`| ${cell.days} × ${cell.minutes} | ${recall} | ${minutes} | ${best} | ${fewer} |`);
  }
  return lines.join('\n');
}
