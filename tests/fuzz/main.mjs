// npm run fuzz -- [--seconds 60] [--inputs N] [--seed N] [--target NAME]
// npm run fuzz -- --replay FILE...   (each named after its target, as findings are: parser-….txt)
// Feeds the readers of untrusted text with changed real modules and checks laws that must hold for
// whatever comes. Each finding is written to fuzz-findings/ in the smallest form that still breaks.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import fastCheck from 'fast-check';
import { bundle } from './bundle.mjs';
import { Runner, replay } from './runner.mjs';
import { TARGETS } from './targets.mjs';

const FINDINGS = 'fuzz-findings';
/** One input that takes longer hangs, ms. */
const HANG_MS = 30_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    replay: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '60' },
    inputs: { type: 'string', default: String(2 ** 31 - 1) },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    target: { type: 'string', multiple: true, default: TARGETS.map(({ name }) => name) },
  },
});
const [seconds, inputs, seed] = [values.seconds, values.inputs, values.seed].map(Number);
const targets = TARGETS.filter(({ name }) => values.target.includes(name));
if (targets.length === 0 || ![seconds, inputs, seed].every(Number.isFinite)) {
  console.error(
    `--seconds, --inputs and --seed are numbers; targets: ${TARGETS.map((t) => t.name)}`,
  );
  process.exit(2);
}

// Within the checkout, so that what is not bundled is found.
mkdirSync('node_modules/.cache', { recursive: true });
const folder = mkdtempSync(join('node_modules/.cache', 'viva-fuzz-'));
const began = performance.now();
const address = await bundle(targets, folder);
const found = new Map();
const totals = {};
if (values.replay) {
  const loaded = await import(address);
  rmSync(folder, { recursive: true, force: true });
  process.exit(positionals.filter((path) => !holds(path, loaded)).length);
}
console.log(`seed ${seed}, ${targets.map(({ name }) => name).join(', ')}`);

for (let from = 0; from !== null; ) from = await runWorker(from);
rmSync(folder, { recursive: true, force: true });
report();
process.exit(found.size > 0 ? 1 : 0);

/** Returns whether the laws hold for a file that once broke one. */
function holds(path, loaded) {
  const target = TARGETS.find(({ name }) => basename(path).startsWith(`${name}-`));
  if (target === undefined) throw new Error(`${path} is named after no target`);
  const broken = replay(target, loaded, readFileSync(path, 'utf8'));
  console.log(`${broken === null ? 'holds' : `broken (${broken.kind})`}  ${path}`);
  return broken === null;
}

/** Runs inputs from a number on. Returns the number to go on from after one that hangs, else null. */
async function runWorker(from) {
  const progress = new Int32Array(new SharedArrayBuffer(4));
  const left = seconds - (performance.now() - began) / 1000;
  const names = targets.map(({ name }) => name);
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    workerData: { address, names, seed, from, seconds: left, inputs, progress },
  });
  let counts = {};
  let hanging = null;
  const watch = watchdog(progress, (n) => {
    hanging = n;
    void worker.terminate();
  });
  worker.on('message', (message) => {
    if (message.finding) keep(message.finding);
    if (message.counts) counts = message.counts;
    if (message.counts && !message.done) console.log(line({ ...totals }, counts));
  });
  await new Promise((resolve, reject) => worker.on('error', reject).on('exit', resolve));
  clearInterval(watch);
  for (const [name, count] of Object.entries(counts)) totals[name] = (totals[name] ?? 0) + count;
  if (hanging === null) return null;
  await keepHanging(hanging);
  return hanging + 1;
}

function watchdog(progress, onHang) {
  let last = -1;
  return setInterval(() => {
    const n = Atomics.load(progress, 0);
    if (n === last && n > 0) onHang(n);
    last = n;
  }, HANG_MS);
}

async function keepHanging(n) {
  const { target, text } = new Runner(targets, await import(address), fastCheck, seed).input(n);
  keep({ target: target.name, n, text, kind: 'hangs', message: `longer than ${HANG_MS} ms` });
}

function keep(finding) {
  const key = `${finding.target}: ${finding.kind}`;
  const known = found.get(key);
  found.set(key, { count: (known?.count ?? 0) + 1, finding: known?.finding ?? finding });
  if (known) return;
  mkdirSync(FINDINGS, { recursive: true });
  const hash = createHash('sha256').update(finding.text).digest('hex').slice(0, 12);
  const path = join(FINDINGS, `${finding.target}-${hash}.txt`);
  writeFileSync(path, finding.text);
  console.log(`${key}\n  input ${finding.n}, saved as ${path}\n  ${firstLines(finding.message)}`);
}

function firstLines(message) {
  return message.split('\n').slice(0, 4).join('\n  ');
}

function line(before, counts) {
  const sums = targets.map(({ name }) => `${name} ${(before[name] ?? 0) + (counts[name] ?? 0)}`);
  const time = ((performance.now() - began) / 1000).toFixed(0);
  return `${sums.join(', ')} after ${time} s`;
}

function report() {
  console.log(`done: ${line(totals, {})}, ${found.size} findings`);
  for (const [key, { count, finding }] of found)
    console.log(`  ${key} (${count} times, input ${finding.n})`);
}
