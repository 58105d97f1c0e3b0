import { describe, expect, test } from 'vitest';
import type { Terminal } from '../support/terminal/terminal.mjs';
import { moduleText, Viva } from '../support/viva.js';

const MAX_WIDTH = 120;
const MIN_WIDTH = 20;
/** Widths at which the screen is held against that of a program started there. */
const FRESH = [20, 21, 37, 40, 47, 48, 59, 60, 70, 71, 72, 80, 100, 119];
const ROWS = 24;
/** Time in which no more of a frame comes, ms. */
const SETTLED_MS = 12;

const ANSWER =
  'Rows are **fetched** at once. 行は一度に取得される。\n\n| kind | cost |\n| --- | ---: |\n| seek | 10 |\n\n- one\n- two';

function home(): Viva {
  const viva = new Viva();
  viva.write(
    'decks/a.md',
    moduleText('Storage engines and what they cost', 1, [
      { q: 'Why?', a: ANSWER },
      { q: 'How does a log-structured store read a key that was never written?', a: ANSWER },
    ]),
  );
  expect(viva.run(['import', 'decks']).status).toBe(0);
  return viva;
}

interface Screen {
  readonly args: readonly string[];
  readonly shown: RegExp;
  readonly keys?: string;
  readonly after?: RegExp;
  /** Columns from one size to the next; 1 where it is left out. */
  readonly step?: number;
}

const SCREENS: readonly (readonly [string, Screen])[] = [
  ['a question', { args: ['review'], shown: /Space/ }],
  ['an answer', { args: ['review'], shown: /Space/, keys: ' ', after: /── Answer/ }],
  ['typing', { args: ['review'], shown: /Space/, keys: 'tan index', after: /an index/, step: 11 }],
  ['the summary', { args: ['review'], shown: /Space/, keys: 'q', after: /Tomorrow/, step: 11 }],
  ['an interview', { args: ['interview', 'log-structured'], shown: /Space/, step: 3 }],
  [
    "an interview's answer",
    {
      args: ['interview', 'log-structured'],
      shown: /Space/,
      keys: ' ',
      after: /── Answer/,
      step: 3,
    },
  ],
  ['the browser', { args: ['browse'], shown: /help/, step: 7 }],
  ['the statistics', { args: ['stats'], shown: /help/, step: 3 }],
];

async function open(viva: Viva, screen: Screen, columns: number): Promise<Terminal> {
  const terminal = viva.open(screen.args, { columns, rows: ROWS });
  await terminal.waitFor(screen.shown);
  await settled(terminal);
  if (screen.keys !== undefined) {
    terminal.send(screen.keys);
    await terminal.waitFor(screen.after ?? '');
    await settled(terminal);
  }
  return terminal;
}

/** Waits until nothing more is drawn. */
async function settled(terminal: Terminal): Promise<void> {
  let before = -1;
  while (before !== terminal.raw().length) {
    before = terminal.raw().length;
    await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
  }
}

async function resized(terminal: Terminal, columns: number): Promise<string> {
  const before = terminal.raw().length;
  terminal.resize(columns, ROWS);
  while (!terminal.raw().slice(before).includes('\u001b[?2026l')) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await settled(terminal);
  return JSON.stringify(terminal.cells());
}

describe('a resize draws the screen as a program started at that size does', () => {
  test.each(SCREENS)(
    '%s, from 120 columns down to 20 and back',
    async (_, screen) => {
      const viva = home();
      const fresh = new Map<number, string>();
      const { step = 1 } = screen;
      const isVisited = (columns: number) => (MAX_WIDTH - 1 - columns) % step === 0;
      for (const columns of FRESH.filter(isVisited)) {
        const terminal = await open(viva, screen, columns);
        fresh.set(columns, JSON.stringify(terminal.cells()));
        terminal.kill();
        await terminal.waitForExit();
      }
      const terminal = await open(viva, screen, MAX_WIDTH);
      const shrunk = new Map<number, string>();
      for (let columns = MAX_WIDTH - 1; columns >= MIN_WIDTH; columns -= step) {
        shrunk.set(columns, await resized(terminal, columns));
        if (fresh.has(columns)) expect(shrunk.get(columns), `${columns}`).toBe(fresh.get(columns));
      }
      for (const columns of [...shrunk.keys()].reverse().slice(1)) {
        expect((await resized(terminal, columns)) === shrunk.get(columns), `${columns}`).toBe(true);
      }
      terminal.kill();
      await terminal.waitForExit();
    },
    120_000,
  );

  test('across many columns at once, again and again', async () => {
    const viva = home();
    const screen = { args: ['review'], shown: /Space/ };
    const terminal = await open(viva, screen, 80);
    const first = JSON.stringify(terminal.cells());
    for (const columns of [60, 40, 70, 20, 120, 80]) await resized(terminal, columns);
    expect(JSON.stringify(terminal.cells())).toBe(first);
    terminal.kill();
    await terminal.waitForExit();
  });
});
