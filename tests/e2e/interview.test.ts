import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTerminal, type Terminal } from '../support/terminal/terminal.mjs';
import { BIN, moduleText, Viva } from '../support/viva.js';

const LONG_ANSWER = Array.from({ length: 60 }, (_, n) => `Paragraph number ${n + 1} of it.`).join(
  '\n\n',
);

/** A home with an easy question, a harder one with a long answer, and one that Google does not ask. */
function home(): Viva {
  const viva = new Viva();
  viva.write(
    'decks/a.md',
    moduleText('Alpha', 1, [
      { q: 'What is alpha?', a: 'Alpha is first. It is **bold**.', stars: '★☆☆' },
    ]),
  );
  viva.write(
    'decks/b.md',
    moduleText('Beta', 2, [
      { q: 'What is beta?', a: LONG_ANSWER, stars: '★★★' },
      { q: 'What is gamma?', a: 'Gamma is third.', companies: 'Meta' },
    ]),
  );
  expect(viva.run(['import', 'decks']).status).toBe(0);
  return viva;
}

const GOOGLE = ['interview', '--company', 'Google'];

async function start(viva: Viva, args: string[] = [], size = {}): Promise<Terminal> {
  const terminal = viva.open([...GOOGLE, ...args], size);
  await terminal.waitFor('show answer');
  return terminal;
}

async function finish(terminal: Terminal): Promise<void> {
  terminal.send('q');
  await terminal.waitFor('q quit');
  terminal.send('q');
  expect(await terminal.waitForExit()).toEqual({ status: 0, signal: 0 });
}

/** Ratings in the journal that are not undone, oldest first. */
function ratings(viva: Viva): number[] {
  const [header = '', ...rows] = viva.run(['export', 'revlog']).stdout.trim().split(/\r?\n/);
  const at = header.split(',').indexOf('review_rating');
  expect(at).toBeGreaterThanOrEqual(0);
  return rows.map((row) => Number(row.split(',')[at]));
}

describe('the interview screen', () => {
  test('asks what the company asks, easy first, with its clocks', async () => {
    const viva = home();
    const terminal = await start(viva);
    const [first = '', second = ''] = terminal.lines();
    expect(first).toMatch(/3:00 of 3:00 {3}total 11:00 of 11:00 +1\/2/);
    expect(second).toMatch(/🧪 Alpha · Testing · Google +★☆☆/);
    expect(terminal.text()).toContain('What is alpha?');
    expect(terminal.text()).not.toContain('Alpha is first');
    expect(terminal.isAlternate()).toBe(true);
    expect(terminal.cursorVisible()).toBe(false);
    await finish(terminal);
    expect(terminal.isAlternate()).toBe(false);
    expect(terminal.cursorVisible()).toBe(true);
    expect(terminal.text()).toContain('1 of 2 questions, 0 rated');
  });

  test.each([' ', '\r'])(
    'reveals the answer with %j, rendered, and stops the clock',
    async (key) => {
      const terminal = await start(home());
      terminal.send(key);
      await terminal.waitFor('Alpha is first');
      expect(terminal.text()).toContain('What is alpha?');
      expect(terminal.text()).toContain('clock stopped');
      expect(terminal.text()).toMatch(/1 Again \d+m · 2 Hard \d+m · 3 Good \d+m · 4 Easy \d+d/);
      await finish(terminal);
    },
  );

  test.each([
    ['1', 1],
    ['2', 2],
    ['3', 3],
    ['4', 4],
    [' ', 3],
  ])('rates with %j; killed after that, the rating is in the journal', async (key, rating) => {
    const viva = home();
    const terminal = await start(viva);
    terminal.send(' ');
    await terminal.waitFor('1 Again');
    terminal.send(key);
    await terminal.waitFor('What is beta?');
    terminal.kill('SIGKILL');
    await terminal.waitForExit();
    expect(ratings(viva)).toEqual([rating]);
  });

  test('takes no rating on the question side', async () => {
    const viva = home();
    const terminal = await start(viva);
    terminal.send('1234?');
    await terminal.waitFor('Keys');
    terminal.send('\u001b');
    await terminal.waitFor('What is alpha?');
    await finish(terminal);
    expect(ratings(viva)).toEqual([]);
  });

  test('takes keys struck fast one after another, and ends with the report', async () => {
    const viva = home();
    const terminal = await start(viva);
    terminal.send(' 1 4');
    await terminal.waitFor('2 questions, 2 rated, 1 of them Good or Easy');
    const text = terminal.text();
    expect(text).toMatch(/1 What is alpha\? +★☆☆ +Again +0:00 +3:00/);
    expect(text).toMatch(/2 What is beta\? +★★★ +Easy +0:00 +8:00/);
    expect(text).toContain('No weak areas: in none did at least two cards');
    expect(text).toContain('Next: viva review module:1');
    expect(text).toContain('2 ratings recorded as reviews.');
    terminal.send('q');
    expect((await terminal.waitForExit()).status).toBe(0);
    // The report stays in the terminal, to copy the command from.
    expect(terminal.text()).toContain('Next: viva review module:1');
    expect(ratings(viva)).toEqual([1, 4]);
  });

  test('goes on with s, before the answer and after it, without a rating; n writes a card', async () => {
    const viva = home();
    viva.env = {
      EDITOR: `sed -i -e 's/^[*][*]Q:[*][*] $/**Q:** What came to mind?/' -e 's/^<summary>.*$/&\\n\\nThis./'`,
    };
    const terminal = await start(viva);
    terminal.send('n');
    await terminal.waitFor('Card added to');
    terminal.send('s');
    await terminal.waitFor('What is beta?');
    terminal.send(' s');
    await terminal.waitFor(/2 What is beta\? .*skipped/);
    await finishReport(terminal);
    expect(viva.json(['list', 'came to mind']).cards).toHaveLength(1);
    expect(ratings(viva)).toEqual([]);
  });

  test('goes back with u: a rating, a skip and the end are undone', async () => {
    const viva = home();
    const terminal = await start(viva);
    terminal.send('u');
    await terminal.waitFor('There is nothing to undo.');
    terminal.send(' 4');
    await terminal.waitFor('What is beta?');
    terminal.send('u');
    await terminal.waitFor('Alpha is first');
    terminal.send('2s');
    await terminal.waitFor('q quit');
    terminal.send('u');
    await terminal.waitFor('What is beta?');
    terminal.send('q');
    await terminal.waitFor('q quit');
    terminal.send('u');
    await terminal.waitFor('show answer');
    await finish(terminal);
    expect(ratings(viva)).toEqual([2]);
  });

  test('lets the answer be typed with t, every letter of it', async () => {
    const terminal = await start(home());
    terminal.send('t');
    await terminal.waitFor('Your answer');
    terminal.send('q n u [1] firsx');
    terminal.send('\u007f');
    terminal.send('t');
    await terminal.waitFor('q n u [1] first');
    terminal.send('\r');
    await terminal.waitFor('Alpha is first');
    expect(terminal.text()).toContain('q n u [1] first');
    await finish(terminal);
  });

  test('stops typing with Escape', async () => {
    const terminal = await start(home());
    terminal.send('tabc');
    await terminal.waitFor('abc');
    terminal.send('\u001b');
    await terminal.waitFor('type it first');
    expect(terminal.text()).not.toContain('abc');
    await finish(terminal);
  });

  test('scrolls with j k g G, arrows and page keys', async () => {
    const terminal = await start(home(), ['--difficulty', '3']);
    terminal.send(' ');
    await terminal.waitFor('Paragraph number 1 of it.');
    terminal.send('jj');
    await terminal.waitFor(/↑ 2/);
    terminal.send('k');
    await terminal.waitFor(/↑ 1 /);
    terminal.send('\u001b[B');
    await terminal.waitFor(/↑ 2/);
    terminal.send('\u001b[A');
    await terminal.waitFor(/↑ 1 /);
    terminal.send('G');
    await terminal.waitFor('Paragraph number 60 of it.');
    terminal.send('g');
    await terminal.waitFor('Paragraph number 1 of it.');
    terminal.send('\u001b[6~');
    await terminal.waitFor((text) => !text.includes('Paragraph number 1 of it.'));
    terminal.send('\u001b[5~\u001b[F');
    await terminal.waitFor('Paragraph number 60 of it.');
    terminal.send('\u001b[H\u0006\u0002');
    await terminal.waitFor('Paragraph number 1 of it.');
    await finish(terminal);
  });

  test('opens the link of an answer with o, without a shell', async () => {
    const viva = new Viva();
    const a = 'See [the paper](https://example.org/paper).';
    viva.write('decks/a.md', moduleText('Alpha', 1, [{ q: 'What is alpha?', a }]));
    expect(viva.run(['import', 'decks']).status).toBe(0);
    const log = viva.write('opened.txt', '');
    const opener = viva.write('opener', `#!/bin/sh\nprintf '%s' "$1" > '${log}'\n`);
    chmodSync(opener, 0o755);
    viva.env = { BROWSER: opener };
    const terminal = await start(viva);
    terminal.send(' ');
    await terminal.waitFor('the paper');
    terminal.send('o');
    await terminal.waitFor('Opening https://example.org/paper');
    await terminal.waitFor(() => readFileSync(log, 'utf8') === 'https://example.org/paper');
    await finish(terminal);
  });

  test('shows the help with ?, with the time by stars', async () => {
    const terminal = await start(home(), [], { rows: 40 });
    terminal.send('?');
    await terminal.waitFor('skip: next question, without a rating');
    expect(terminal.text()).toMatch(/★★★ +8 min/);
    terminal.send('?');
    await terminal.waitFor('What is alpha?');
    await finish(terminal);
  });

  test.each(['q', '\u0003'])('ends with %j and the report', async (key) => {
    const terminal = await start(home());
    terminal.send(' 3');
    await terminal.waitFor('What is beta?');
    terminal.send(key);
    await terminal.waitFor('2 questions, 1 rated');
    expect(terminal.text()).toMatch(/2 What is beta\? .*not rated/);
    await finishReport(terminal);
  });

  test('records nothing with --no-record, and says so', async () => {
    const viva = home();
    const terminal = await start(viva, ['--no-record']);
    expect(terminal.lines()[0]).toContain('not recorded 1/2');
    terminal.send(' ');
    await terminal.waitFor('1 Again · 2 Hard · 3 Good · 4 Easy');
    terminal.send('1s');
    await terminal.waitFor('Not recorded: no schedule has changed.');
    await finishReport(terminal);
    expect(ratings(viva)).toEqual([]);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('gives the terminal back at %s', async (signal, status) => {
    const viva = home();
    const terminal = await start(viva);
    terminal.send(' 3');
    await terminal.waitFor('What is beta?');
    terminal.kill(signal);
    expect((await terminal.waitForExit()).status).toBe(status);
    expect(terminal.isAlternate()).toBe(false);
    expect(terminal.cursorVisible()).toBe(true);
    expect(ratings(viva)).toEqual([3]);
  });

  test('can be put aside with Ctrl-Z', async () => {
    const viva = home();
    const terminal = openTerminal('bash', ['--norc', '-i'], {
      env: { VIVA_HOME: `${viva.home}/viva`, VIVA_NOW: viva.now, PS1: 'shell$ ' },
    });
    await terminal.waitFor('shell$');
    terminal.send(`'${process.execPath}' '${BIN}' interview\r`);
    await terminal.waitFor('show answer');
    terminal.send('\u001a');
    await terminal.waitFor((text) => text.includes('shell$') && !text.includes('show answer'));
    expect(terminal.isAlternate()).toBe(false);
    terminal.send('fg\r');
    await terminal.waitFor('show answer');
    await terminal.waitFor(() => terminal.isAlternate());
    terminal.send('qq');
    await terminal.waitFor((text) => /shell\$ *$/.test(text.trimEnd()) && !terminal.isAlternate());
    terminal.send('exit\r');
    await terminal.waitForExit();
  });
});

async function finishReport(terminal: Terminal): Promise<void> {
  await terminal.waitFor('q quit');
  terminal.send('q');
  expect(await terminal.waitForExit()).toEqual({ status: 0, signal: 0 });
}

describe('the clock of an interview', () => {
  /** An interview on the machine's clock, which the test can move. */
  async function timed(viva: Viva): Promise<{ terminal: Terminal; ahead: (ms: number) => void }> {
    const moved = viva.write('clock', '0');
    const args = ['--import', resolve('tests/support/moved-clock.mjs'), BIN, ...GOOGLE];
    const env = { VIVA_HOME: `${viva.home}/viva`, MOVED_CLOCK: moved };
    const terminal = openTerminal(process.execPath, args, { env });
    await terminal.waitFor('show answer');
    return { terminal, ahead: (ms) => writeFileSync(moved, String(ms)) };
  }

  test('ticks once a second and writes no more than the digits', async () => {
    const { terminal } = await timed(home());
    await terminal.waitFor(/2:5\d of 3:00 {3}total 10:5\d of 11:00/);
    const from = terminal.raw().length;
    await new Promise((done) => setTimeout(done, 3_200));
    const ticks = terminal.raw().slice(from);
    const frames = ticks.split('\u001b[?2026h').length - 1;
    expect(frames).toBeGreaterThanOrEqual(2);
    expect(frames).toBeLessThanOrEqual(4);
    expect(ticks).not.toContain('What is alpha?');
    const printed = ticks.replaceAll(/\u001b\[[?\d;]*[a-zA-Z]/g, '');
    // Two clocks of up to two digits each, and a cell of the bar.
    expect(printed.length).toBeLessThanOrEqual(5 * frames);
    await finish(terminal);
  });

  /** Of 256 colours, for a background that nobody knows (`src/model/text/palette.ts`). */
  const CLOCK = { green: 65, yellow: 100, red: 167 };

  test('turns red when the time is up and counts on; the answer waits for its person', async () => {
    const viva = home();
    const { terminal, ahead } = await timed(viva);
    expect(terminal.cells()[0]?.[1]?.color).toBe(CLOCK.green);
    ahead(160_000);
    await terminal.waitFor(/^ 0:[12]\d of 3:00/);
    expect(terminal.cells()[0]?.[1]?.color).toBe(CLOCK.yellow);
    ahead(240_000);
    await terminal.waitFor(/^ \+1:0\d over 3:00 {3}total 6:5\d of 11:00/);
    expect(terminal.cells()[0]?.[1]?.color).toBe(CLOCK.red);
    expect(terminal.text()).not.toContain('Alpha is first');
    terminal.send(' ');
    await terminal.waitFor('Alpha is first');
    ahead(900_000);
    terminal.send('3');
    await terminal.waitFor(/^ 8:00 of 8:00 {3}total 6:5\d of 11:00/);
    ahead(1_500_000);
    await terminal.waitFor(/^ \+2:0\d over 8:00 {3}total \+3:0\d over 11:00/);
    terminal.send(' 3');
    await terminal.waitFor('2 questions, 2 rated, 2 of them Good or Easy, 2 over time');
    expect(terminal.text()).toMatch(/Good +4:0\d +3:00/);
    await finishReport(terminal);
  });
});

describe('any terminal', () => {
  test.each([
    [80, 24],
    [120, 40],
    [40, 12],
  ])('of %i×%i shows question, answer and report, and follows a resize', async (columns, rows) => {
    const terminal = await start(home(), ['--difficulty', '3'], { columns, rows });
    expect(terminal.lines()[0]).toMatch(/^ 8:00.*total 8:00.*1\/1$/);
    expect(terminal.text()).toContain('What is beta?');
    terminal.send(' ');
    await terminal.waitFor('3 Good');
    terminal.resize(60, 20);
    await terminal.waitFor(
      (text) =>
        /^[─━]{60}$/.test(terminal.lines()[2] ?? '') &&
        /Space (Good|scroll on|follow-up)/.test(text),
    );
    terminal.resize(columns, rows);
    await terminal.waitFor(
      () => /^[─━]+$/.test(terminal.lines()[2] ?? '') && terminal.lines()[2]?.length === columns,
    );
    terminal.send('3');
    await terminal.waitFor('q quit');
    expect(terminal.text()).toContain('1 question, 1 rated, 1 of them');
    await finishReport(terminal);
    expect(terminal.raw()).not.toContain('\u001b[3J');
  });

  test('has no colours under NO_COLOR', async () => {
    const viva = home();
    viva.env = { NO_COLOR: '1' };
    const terminal = await start(viva);
    const colored = () =>
      terminal
        .cells()
        .flat()
        .filter((cell) => cell.color !== null);
    terminal.send(' ');
    await terminal.waitFor('1 Again');
    expect(colored()).toEqual([]);
    terminal.send('1q');
    await terminal.waitFor('q quit');
    expect(colored()).toEqual([]);
    await finishReport(terminal);
  });

  test('hides the stars until the answer shows when asked to', async () => {
    const viva = home();
    viva.run(['config', 'set', 'hideStars', 'on']);
    const terminal = await start(viva);
    expect(terminal.text()).not.toContain('★');
    terminal.send(' ');
    await terminal.waitFor('★☆☆');
    await finish(terminal);
  });

  test('shows escape sequences of a deck as marks and sends none', async () => {
    const viva = new Viva();
    const hostile = 'Bad \u001b]0;owned\u0007 and \u001b[2J and \u202e text?';
    const text = moduleText('Hos\u001b[31mtile', 1, [{ q: hostile, a: hostile }]);
    viva.write('decks/h.md', text.replace('part: "Testing"', 'part: "P\\e[31m"'));
    viva.run(['import', 'decks']);
    const terminal = await start(viva);
    terminal.send(' 1');
    await terminal.waitFor('q quit');
    await finishReport(terminal);
    expect(terminal.text()).toContain('␛]0;owned');
    for (const sequence of ['\u001b]0;', '\u202e', '\u001b[2J and']) {
      expect(terminal.raw()).not.toContain(sequence);
    }
  });
});

describe('line by line', () => {
  test('runs in a pipe by itself: typed answers, ratings, back and next', () => {
    const viva = home();
    const { stdout, status } = viva.run(GOOGLE, '3\nit is first\n4\nu\n2\ns\n');
    expect(status).toBe(0);
    expect(stdout).toContain('[1/2] Alpha · Testing · ★☆☆ · Google');
    expect(stdout).toContain('3:00 for this one, total 11:00 of 11:00');
    expect(stdout).toContain('See the answer first: press Enter.');
    expect(stdout).toContain('Answer (3:00 left of 3:00):\nAlpha is first.');
    expect(stdout).toMatch(/1 Again \d+m · 2 Hard/);
    expect(stdout).toMatch(/ 1 What is alpha\? +★☆☆ +Hard +0:00 +3:00/);
    expect(stdout).toMatch(/ 2 What is beta\? .*skipped/);
    expect(stdout).not.toContain('\u001b');
    expect(ratings(viva)).toEqual([2]);
  });

  test('runs on a terminal with --plain, and where a screen reader is said to be', async () => {
    const viva = home();
    for (const [args, env] of [
      [['--plain'], {}],
      [[], { INK_SCREEN_READER: 'true' }],
    ] as const) {
      viva.env = env;
      const terminal = viva.open([...GOOGLE, ...args]);
      await terminal.waitFor('total');
      expect(terminal.isAlternate()).toBe(false);
      terminal.send('q\r');
      expect((await terminal.waitForExit()).status).toBe(0);
    }
  });

  test('ends with the end of input, with the report', () => {
    const { stdout, status } = home().run(GOOGLE, '');
    expect(status).toBe(0);
    expect(stdout).toContain('1 of 2 questions, 0 rated');
  });
});

describe('the report as JSON', () => {
  test('has standard output to itself', () => {
    const viva = home();
    const { stdout, stderr, status } = viva.run([...GOOGLE, '--json'], 'mine\n1\n\n3\n');
    expect(status).toBe(0);
    expect(stderr).toContain('What is alpha?');
    const { version, interview } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(interview).toMatchObject({
      rated: 2,
      good: 1,
      recorded: 2,
      record: true,
      notReached: 0,
      plannedMs: 660_000,
      nextCommand: 'viva review module:1',
    });
    expect(interview.questions[0]).toMatchObject({
      question: 'What is alpha?',
      typed: 'mine',
      rating: 1,
      stars: 1,
      outcome: 'rated',
      module: { number: 1, title: 'Alpha' },
    });
    expect(interview.weakAreas).toEqual([]);
  });

  test('is the same draw for the same seed, from the same cards and interviews', () => {
    const seeds = ['5', '5', '6', '7', '8'].map((seed) => {
      const viva = new Viva();
      const cards = Array.from({ length: 12 }, (_, n) => ({
        q: `Question ${n}?`,
        a: `It is ${n}.`,
      }));
      viva.write('decks/a.md', moduleText('Alpha', 1, cards));
      viva.run(['import', 'decks']);
      const { stdout } = viva.run(
        ['interview', '--seed', seed, '--json', '--questions', '3'],
        's\ns\ns\n',
      );
      return JSON.stringify(
        JSON.parse(stdout).interview.questions.map((each: { id: string }) => each.id),
      );
    });
    expect(seeds[0]).toBe(seeds[1]);
    expect(new Set(seeds).size).toBeGreaterThan(1);
  });
});

describe('wrong wishes', () => {
  test.each([
    [['--minutes', '0'], '--minutes', 2],
    [['--questions', '1.5'], '--questions', 2],
    [['--seed', 'x'], '--seed', 2],
    [['--minutes', '2'], 'No question fits in 2 min', 1],
    [['module:77'], 'No card matches', 1],
    [['--company', 'Gogle'], 'Google', 2],
  ])('%j: says %j', (args, said, status) => {
    const result = home().run(['interview', ...args]);
    expect(result.stderr).toContain(said);
    expect(result.status).toBe(status);
  });
});

test('a list of what was asked that cannot be written is said, and the interview goes on', () => {
  const viva = home();
  mkdirSync(`${viva.home}/viva/viva-interviews.json`);
  const { stdout, status } = viva.run(GOOGLE, '\n3\n');
  expect(status).toBe(0);
  expect(stdout).toContain('What is beta?');
  expect(ratings(viva)).toEqual([3]);
});
