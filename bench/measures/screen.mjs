// The review and the browser in a real pseudo-terminal: first frame, keys, memory.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTerminal } from '../../tests/support/terminal/bytes.mjs';
import { copyDatabase } from '../data/copy.mjs';
import { timed } from '../take.mjs';
import { MOMENT, VIVA } from '../world.mjs';

const QUESTION = 'show answer';
const ANSWER = '1 Again';
const LIST = 'find';
const CARDS_A_ROUND = 25;
/** From a question to the summary, and from there out. */
const LEAVE = ['q', 'q'];
const BOX = { limit: 'box', against: 'one-box Ink app' };

export function firstFrameMeasure(world, cards) {
  const name = 'review: spawn to first question';
  const database = world.database(cards);
  return {
    name,
    rows: [{ name, taken: 'review', goal: 1.2, ...BOX }],
    begin: () => warm(review(database), world.env, QUESTION, LEAVE),
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
    rows: [{ name, taken: 'key', goal: 10, statistic: 'p99' }],
    begin() {
      copyDatabase(original, copy);
      return warm(review(copy), world.env, QUESTION, [' ', '3', ' ', '3', ...LEAVE]);
    },
    // Every round rates the same cards.
    round: async () => {
      copyDatabase(original, copy);
      return { key: await keyTimes(review(copy), world.env) };
    },
  };
}

/** The browser's list of all cards, beside the card at the cursor. */
export function browserFrameMeasure(world, cards) {
  const name = 'browse: spawn to first list';
  const database = world.database(cards);
  return {
    name,
    rows: [{ name, taken: 'browse', goal: 1.2, ...BOX }],
    begin: () => warm(browse(database), world.env, LIST),
    round: async () => ({
      box: await firstFrame([await world.oneBox()], world.env),
      browse: await firstFrame(browse(database), world.env, LIST),
    }),
  };
}

export function browserMemoryMeasure(world, cards) {
  const name = 'memory (RSS) while browsing';
  const database = world.database(cards);
  return {
    name,
    warmUp: false,
    rows: [{ name, taken: 'browse', unit: 'MB', goal: 1.5, ...BOX }],
    round: async () => ({
      box: await residentSize([await world.oneBox()], world.env),
      browse: await residentSize(browse(database), world.env, LIST),
    }),
  };
}

/**
 * Keys that move, then the letters of a query, each of which searches all cards: every letter but
 * the first is struck while a search goes on. What the longest of these searches takes, beside
 * the screen, is a row of its own.
 */
export function browserKeyMeasure(world, cards) {
  const name = 'browse: key to next frame';
  const database = world.database(cards);
  let store;
  return {
    name,
    rows: [
      { name, taken: 'key', goal: 16, statistic: 'p99' },
      { name: 'browse: the search for "a", behind the keys', taken: 'search' },
    ],
    begin() {
      store = world.open(database);
      return warm(browse(database), world.env, LIST, ['j', 'k', '/', 'a', '\u001b', 'q']);
    },
    round: async () => ({
      key: await browserTimes(browse(database), world.env),
      search: await timed(() => store.keysOf(world.source.parseQuery('a'), BY_DUE, MOMENT)),
    }),
    end: () => store?.close(),
  };
}

const BY_DUE = { by: 'due', reversed: false, seed: 0 };
const MOVES = [...'jjjjjjkk', '\u001b[6~', '\u001b[6~', 'G', '\u001b[5~', 'g', ...'vvjk'];
const CURSOR = '▸';

async function browserTimes(args, env) {
  const terminal = openTerminal(args, env);
  await terminal.seen(LIST);
  const times = [];
  for (const stroke of MOVES) times.push(await press(terminal, stroke, CURSOR));
  await press(terminal, '/', 'take back');
  for (let at = 1; at <= WORD.length; at++) {
    const shown = `/${WORD.slice(0, at)}\u001b[7m`;
    times.push(await press(terminal, WORD[at - 1], shown));
  }
  terminal.kill();
  return times;
}

const WORD = 'attention';

function browse(database) {
  return [VIVA, 'browse', '--db', database];
}

function review(database) {
  return [VIVA, 'review', '--new', '1000', '--db', database];
}

/** A short session that keeps what V8 compiled of it when it is left, as the first after an installation does. */
async function warm(args, env, shown = QUESTION, keys = ['q']) {
  const terminal = openTerminal(args, env);
  await terminal.seen(shown);
  for (const key of keys) {
    await pause(250);
    terminal.send(key);
  }
  await terminal.ended;
}

async function firstFrame(args, env, shown = QUESTION) {
  const from = performance.now();
  const terminal = openTerminal(args, env);
  const to = await terminal.seen(shown);
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

async function residentSize(args, env, shown = QUESTION) {
  const terminal = openTerminal(args, env);
  await terminal.seen(shown);
  await pause(1_000);
  const status = readFileSync(`/proc/${terminal.pid}/status`, 'utf8');
  terminal.kill();
  return Number(/VmRSS:\s+(\d+)/.exec(status)[1]) / 1024;
}

function pause(ms) {
  return new Promise((done) => setTimeout(done, ms));
}
