// The review in a real pseudo-terminal: first frame, keys, memory.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyDatabase } from '../data/copy.mjs';
import { openTerminal } from '../terminal.mjs';
import { VIVA } from '../world.mjs';

const QUESTION = 'show answer';
const ANSWER = '1 Again';
const CARDS_A_ROUND = 25;
/** See KEEP_AFTER_MS in src/cli/start/run-program.ts. */
const KEPT_AFTER_MS = 2_500;
const BOX = { limit: 'box', against: 'one-box Ink app' };

export function firstFrameMeasure(world, cards) {
  const name = 'review: spawn to first question';
  const database = world.database(cards);
  return {
    name,
    rows: [{ name, taken: 'review', goal: 1.2, ...BOX }],
    begin: () => warm(review(database), world.env),
    round: async () => ({
      box: await firstFrame([await world.oneBox()], world.env),
      review: await firstFrame(review(database), world.env),
    }),
  };
}

export function memoryMeasure(world, cards) {
  const name = 'memory (RSS) while reviewing';
  const database = world.database(cards);
  return {
    name,
    warmUp: false,
    rows: [{ name, taken: 'review', unit: 'MB', goal: 1.5, ...BOX }],
    round: async () => ({
      box: await residentSize([await world.oneBox()], world.env),
      review: await residentSize(review(database), world.env),
    }),
  };
}

/** The first keys of a session are in it: nobody's first key may be slow either. */
export function keyMeasure(world, cards) {
  const name = 'rating key to next question, committed';
  const original = world.database(cards);
  const copy = join(world.folder, 'keys.db');
  return {
    name,
    rows: [{ name, taken: 'key', goal: 16, statistic: 'p99' }],
    begin: () => warm(review(original), world.env),
    // Every round rates the same cards.
    round: async () => {
      copyDatabase(original, copy);
      return { key: await keyTimes(review(copy), world.env) };
    },
  };
}

function review(database) {
  return [VIVA, 'review', '--new', '1000', '--db', database];
}

/** Lets a review live long enough to keep what V8 compiled of it, as every day's first one does. */
async function warm(args, env) {
  const terminal = openTerminal(args, env);
  await terminal.seen(QUESTION);
  await pause(KEPT_AFTER_MS);
  terminal.kill();
}

async function firstFrame(args, env) {
  const from = performance.now();
  const terminal = openTerminal(args, env);
  const to = await terminal.seen(QUESTION);
  terminal.kill();
  return to - from;
}

/** Ms from each rating key to the last byte of the next question's frame. */
async function keyTimes(args, env) {
  const terminal = openTerminal(args, env);
  await terminal.seen(QUESTION);
  const times = [];
  for (let card = 0; card < CARDS_A_ROUND; card++) {
    await press(terminal, ' ', ANSWER);
    times.push(await press(terminal, '3', QUESTION));
  }
  terminal.kill();
  return times;
}

async function press(terminal, key, awaited) {
  // A person reads what is shown; the program has come to rest by then.
  await pause(20);
  terminal.mark();
  const from = performance.now();
  terminal.send(key);
  return (await terminal.seen(awaited)) - from;
}

async function residentSize(args, env) {
  const terminal = openTerminal(args, env);
  await terminal.seen(QUESTION);
  await pause(1_000);
  const status = readFileSync(`/proc/${terminal.pid}/status`, 'utf8');
  terminal.kill();
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}

function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}
