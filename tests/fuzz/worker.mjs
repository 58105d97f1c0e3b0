import { parentPort, workerData } from 'node:worker_threads';
import fastCheck from 'fast-check';
import { Runner } from './runner.mjs';
import { TARGETS } from './targets.mjs';

const { address, names, seed, from, seconds, inputs, progress } = workerData;
const targets = TARGETS.filter(({ name }) => names.includes(name));
const runner = new Runner(targets, await import(address), fastCheck, seed);
const counts = Object.fromEntries(names.map((name) => [name, 0]));
const until = performance.now() + seconds * 1000;

let n = from;
for (; n < inputs && performance.now() < until; n++) {
  Atomics.store(progress, 0, n);
  const { target, finding } = runner.check(n);
  counts[target]++;
  if (finding !== null) parentPort.postMessage({ finding });
  if (n % 20_000 === 19_999) parentPort.postMessage({ counts });
}
parentPort.postMessage({ counts, done: true });
