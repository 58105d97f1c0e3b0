import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Terminal } from '../support/terminal/terminal.mjs';
import { moduleText, Viva } from '../support/viva.js';

const LONG_ANSWER = Array.from({ length: 60 }, (_, n) => `Paragraph number ${n + 1} of it.`).join(
  '\n\n',
);

/** A home with two modules of two cards each; every answer names its question. */
function home(): Viva {
  const viva = new Viva();
  viva.write(
    'decks/a.md',
    moduleText('Alpha', 1, [
      {
        q: 'What is alpha one?',
        a: 'Alpha one is first. See [the paper](https://example.org/one).',
      },
      { q: 'What is alpha two?', a: 'Alpha two is second.' },
    ]).replace(
      '## Interview',
      '## Key Insights\n\n> [!tip] Insight\n> Alphas come before betas.\n\n## Interview',
    ),
  );
  viva.write(
    'decks/b.md',
    moduleText('Beta', 2, [
      { q: 'What is beta one?', a: LONG_ANSWER, companies: 'Anthropic' },
      { q: 'What is beta two?', a: 'Beta two is last.', companies: 'Anthropic' },
    ]),
  );
  expect(viva.run(['import', 'decks']).status).toBe(0);
  return viva;
}

async function start(viva: Viva, args: string[] = [], size = {}): Promise<Terminal> {
  const terminal = viva.open(['review', ...args], size);
  await terminal.waitFor('show answer');
  return terminal;
}

async function finish(terminal: Terminal): Promise<void> {
  terminal.send('q');
  await terminal.waitFor(/q quit/);
  terminal.send('q');
  expect(await terminal.waitForExit()).toEqual({ status: 0, signal: 0 });
}

/** Ratings in the journal, oldest first, of all cards. */
function ratings(viva: Viva): number[] {
  const { cards } = viva.json(['list']);
  return cards
    .flatMap(({ id }: { id: string }) => viva.json(['show', id]).history)
    .filter((event: { kind: string; undone: boolean }) => event.kind === 'review' && !event.undone)
    .map((event: { rating: number }) => event.rating);
}

describe('the review screen', () => {
  test.each([
    ['--ascii', ['--ascii'], {}],
    ['a locale without Unicode', [], { LC_ALL: 'C' }],
  ])('is drawn with ASCII alone by %s', async (_, args, env) => {
    const viva = home();
    viva.env = env;
    const terminal = await start(viva, args);
    terminal.send(' ');
    await terminal.waitFor('1 Again');
    expect(terminal.text()).toContain('-- Answer --');
    const ownEmoji = '🧪';
    expect(terminal.text().replace(ownEmoji, '')).toMatch(/^[\x20-\x7e\n]+$/);
    await finish(terminal);
  });

  test('shows where the card is from, and hides the answer', async () => {
    const terminal = await start(home());
    const [first = '', second = ''] = terminal.lines();
    expect(first).toContain('🧪 Alpha');
    expect(first).toContain('0/4 done');
    expect(second).toContain('Testing · ★★☆ · Google');
    expect(second).toContain('4 new · 0 learning · 0 due');
    expect(terminal.text()).toContain('What is alpha one?');
    expect(terminal.text()).not.toContain('Alpha one is first');
    expect(terminal.isAlternate()).toBe(true);
    expect(terminal.cursorVisible()).toBe(false);
    await finish(terminal);
    expect(terminal.isAlternate()).toBe(false);
    expect(terminal.cursorVisible()).toBe(true);
  });

  test.each([' ', '\r'])('reveals the answer with %j and keeps the question', async (key) => {
    const terminal = await start(home());
    terminal.send(key);
    await terminal.waitFor('Alpha one is first');
    expect(terminal.text()).toContain('What is alpha one?');
    expect(terminal.text()).toMatch(/1 Again \d+m · 2 Hard \d+m · 3 Good \d+m · 4 Easy \d+d/);
    await finish(terminal);
  });

  test.each([
    ['1', 1],
    ['2', 2],
    ['3', 3],
    ['4', 4],
    [' ', 3],
  ])('rates with %j, and the rating is in the journal', async (key, rating) => {
    const viva = home();
    const terminal = await start(viva);
    terminal.send(' ');
    await terminal.waitFor('1 Again');
    terminal.send(key);
    await terminal.waitFor('What is beta one?');
    terminal.kill('SIGKILL');
    await terminal.waitForExit();
    expect(ratings(viva)).toEqual([rating]);
  });

  test('takes no rating on the question side', async () => {
    const viva = home();
    const terminal = await start(viva);
    terminal.send('1234');
    terminal.send('?');
    await terminal.waitFor('Keys');
    terminal.send('\u001b');
    await terminal.waitFor('What is alpha one?');
    await finish(terminal);
    expect(ratings(viva)).toEqual([]);
  });

  test('takes keys struck fast one after another', async () => {
    const viva = home();
    const terminal = await start(viva);
    terminal.send(' 3 4 3');
    await terminal.waitFor('1 new · 2 learning');
    await finish(terminal);
    expect(ratings(viva).sort()).toEqual([3, 3, 4]);
  });

  test('takes a paste for text where an answer is typed, and for nothing elsewhere', async () => {
    const viva = home();
    const terminal = await start(viva);
    const paste = (text: string) => terminal.send(`\u001b[200~${text}\u001b[201~`);
    paste(' 3\re q');
    terminal.send(' ');
    await terminal.waitFor('1 Again');
    expect(terminal.text()).toContain('0/4 done');
    paste('4');
    terminal.send('?');
    await terminal.waitFor('Keys');
    paste('q');
    terminal.send('\u001b');
    await terminal.waitFor('1 Again');
    terminal.send('4');
    await terminal.waitFor('What is beta one?');
    terminal.send('tit is ');
    paste('first:\r\n\tq\u001b[A\r');
    await terminal.waitFor('it is first:');
    expect(terminal.text()).toMatch(/it is first:\n +q/);
    expect(terminal.text()).toContain('Enter show answer');
    terminal.send('!\r');
    await terminal.waitFor('1 Again');
    expect(terminal.text()).toContain('Paragraph number 1');
    await finish(terminal);
    expect(terminal.raw()).toContain('\u001b[?2004h');
    expect(terminal.raw().lastIndexOf('\u001b[?2004l')).toBeGreaterThan(
      terminal.raw().lastIndexOf('\u001b[?2004h'),
    );
    expect(ratings(viva)).toEqual([4]);
  });

  test('undoes with u, in this session and from the one before', async () => {
    const viva = home();
    let terminal = await start(viva);
    terminal.send(' 4');
    await terminal.waitFor('What is beta one?');
    terminal.send('u');
    await terminal.waitFor('Undone: the rating Easy.');
    expect(terminal.text()).toContain('What is alpha one?');
    terminal.send(' 4');
    await terminal.waitFor('What is beta one?');
    await finish(terminal);
    terminal = await start(viva);
    terminal.send('u');
    await terminal.waitFor('What is alpha one?');
    terminal.send('u');
    await terminal.waitFor('There is nothing to undo.');
    await finish(terminal);
    expect(ratings(viva)).toEqual([]);
  });

  test('suspends with s', async () => {
    const viva = home();
    const terminal = await start(viva);
    terminal.send('s');
    await terminal.waitFor('What is beta one?');
    expect(terminal.text()).toContain('Suspended.');
    await finish(terminal);
    const { cards } = viva.json(['list', 'is:suspended']);
    expect(cards.map((card: { question: string }) => card.question)).toEqual([
      'What is alpha one?',
    ]);
  });

  test('buries till tomorrow with b', async () => {
    const viva = home();
    const terminal = await start(viva);
    terminal.send('b');
    await terminal.waitFor('What is beta one?');
    await finish(terminal);
    expect(viva.json(['due']).today.new).toBe(3);
    viva.now = '2026-11-25T04:00:00Z';
    expect(viva.json(['due']).today.new).toBe(4);
  });

  test('flags with f, and takes the flag away again', async () => {
    const viva = home();
    const terminal = await start(viva);
    terminal.send('f');
    await terminal.waitFor('⚑');
    expect(viva.json(['list', 'is:flagged']).cards).toHaveLength(1);
    terminal.send('f');
    await terminal.waitFor((text) => !text.includes('⚑'));
    await finish(terminal);
    expect(viva.json(['list', 'is:flagged']).cards).toHaveLength(0);
  });

  test('shows the module with i and goes back with Escape', async () => {
    const terminal = await start(home());
    terminal.send('i');
    await terminal.waitFor('Alphas come before betas.');
    terminal.send('\u001b');
    await terminal.waitFor('What is alpha one?');
    await finish(terminal);
  });

  test('opens a link with o, without a shell', async () => {
    const viva = home();
    const log = viva.write('opened.txt', '');
    const opener = viva.write('opener', `#!/bin/sh\nprintf '%s' "$1" > '${log}'\n`);
    const { chmodSync } = await import('node:fs');
    chmodSync(opener, 0o755);
    viva.env = { BROWSER: opener };
    const terminal = await start(viva);
    terminal.send(' o');
    await terminal.waitFor('Opening https://example.org/one');
    await terminal.waitFor(() => readFileSync(log, 'utf8') === 'https://example.org/one');
    await finish(terminal);
  });

  test('lets the answer be typed first with t, and shows it beside the real one', async () => {
    const terminal = await start(home());
    terminal.send('t');
    await terminal.waitFor('Your answer');
    terminal.send('f(x) *is* [q] firsx');
    terminal.send('\u007f');
    terminal.send('t');
    await terminal.waitFor('f(x) *is* [q] first');
    // Line feed, left, Home, a word and a line away, right, End.
    terminal.send('\nsecond\u001b[D!\u001b[H>\u001b[F gone\u0017');
    await terminal.waitFor(/^ +>secon!d █?/m);
    terminal.send('\u001b[A\u001b[A\u001b[H<\u001b[C~\u001b[B');
    await terminal.waitFor('<f~(x) *is* [q] first');
    terminal.send('\r');
    await terminal.waitFor('Alpha one is first');
    expect(terminal.text()).toContain('<f~(x) *is* [q] first');
    terminal.send('1');
    await terminal.waitFor('What is beta one?');
    terminal.send('ut');
    await terminal.waitFor('Your answer');
    terminal.send('\u001b[A');
    await terminal.waitFor('<f~(x) *is* [q] first');
    terminal.send('\u0015anew');
    await terminal.waitFor('anew█');
    terminal.send('\u001b');
    await terminal.waitFor('type it first');
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

  test('scrolls long answers with j k g G, page keys and the space bar', async () => {
    const viva = home();
    const terminal = await start(viva, ['module:2']);
    terminal.send(' ');
    await terminal.waitFor('Paragraph number 1 of it.');
    expect(terminal.text()).toMatch(/↓ \d+ more/);
    terminal.send('jj');
    await terminal.waitFor(/↑ 2/);
    terminal.send('k');
    await terminal.waitFor(/↑ 1 /);
    terminal.send('G');
    await terminal.waitFor('Paragraph number 60 of it.');
    terminal.send('g');
    await terminal.waitFor('Paragraph number 1 of it.');
    terminal.send('\u001b[6~');
    await terminal.waitFor((text) => !text.includes('Paragraph number 1 of it.'));
    terminal.send('\u001b[5~');
    await terminal.waitFor('Paragraph number 1 of it.');
    terminal.send('\u001b[B\u001b[B');
    await terminal.waitFor(/↑ 2/);
    terminal.send('\u001b[A');
    await terminal.waitFor(/↑ 1 /);
    terminal.send('\u0006');
    await terminal.waitFor((text) => !text.includes('Paragraph number 1 of it.'));
    terminal.send('\u0002');
    await terminal.waitFor('Paragraph number 1 of it.');
    terminal.send('\u001b[F');
    await terminal.waitFor('Paragraph number 60 of it.');
    terminal.send('\u001b[H');
    await terminal.waitFor('Paragraph number 1 of it.');
    // An answer whose end was not seen is not rated by the space bar, but scrolled.
    expect(terminal.text()).toContain('Space scroll on');
    terminal.send(' ');
    await terminal.waitFor((text) => !text.includes('Paragraph number 1 of it.'));
    expect(ratings(viva)).toEqual([]);
    viva.run(['config', 'set', 'spaceScrolls', 'off']);
    terminal.send(' ');
    await terminal.waitFor('What is beta two?');
    await finish(terminal);
  });

  test('edits the card in $EDITOR at its line and goes on with the new text', async () => {
    const viva = home();
    const log = viva.write('arguments.txt', '');
    const editor = viva.write(
      'my editor.sh',
      `printf '%s\\n' "$@" > '${log}'\nsed -i 's/What is alpha one?/What is alpha one, really?/' "$2"\n`,
    );
    viva.env = { EDITOR: `sh "${editor}" +1` };
    const terminal = await start(viva);
    terminal.send('e');
    await terminal.waitFor('What is alpha one, really?');
    expect(terminal.text()).toContain('Card changed.');
    expect(terminal.isAlternate()).toBe(true);
    terminal.send(' 3');
    await terminal.waitFor('What is beta one?');
    await finish(terminal);
    expect(viva.json(['list', 'is:retired']).cards).toHaveLength(0);
    expect(ratings(viva)).toEqual([3]);
  });

  test.each([
    ['s/<.details>//', 'Not saved; your text is kept', 'What is alpha one?'],
    ['/alpha one/d; /Alpha one/d', 'Not saved; your text is kept', 'What is alpha one?'],
    ['', 'Nothing was changed.', 'What is alpha one?'],
  ])('says what came of an edit: %s', async (script, said, shown) => {
    const viva = home();
    const before = readFileSync(`${viva.home}/decks/a.md`, 'utf8');
    viva.env = { EDITOR: `sed -i -e '${script}'` };
    const terminal = await start(viva);
    terminal.send('e');
    await terminal.waitFor(said);
    await terminal.waitFor(shown);
    terminal.send(' 3');
    await terminal.waitFor('What is beta one?');
    await finish(terminal);
    expect(ratings(viva)).toEqual([3]);
    expect(readFileSync(`${viva.home}/decks/a.md`, 'utf8')).toBe(before);
  });

  test('writes a card with n into the module, and takes that back with u', async () => {
    const viva = home();
    viva.env = {
      EDITOR: `sed -i -e 's/^[*][*]Q:[*][*] $/**Q:** What is alpha three?/' -e 's/^<summary>.*$/&\\n\\nThis./'`,
    };
    const before = readFileSync(`${viva.home}/decks/a.md`, 'utf8');
    const terminal = await start(viva);
    terminal.send('n');
    await terminal.waitFor('Card added to "Alpha".');
    expect(terminal.text()).toContain('What is alpha one?');
    expect(readFileSync(`${viva.home}/decks/a.md`, 'utf8')).toContain('What is alpha three?');
    terminal.send('u');
    await terminal.waitFor('Undone: the new card.');
    await finish(terminal);
    expect(readFileSync(`${viva.home}/decks/a.md`, 'utf8')).toBe(before);
  });

  test('says what is wrong when the editor fails, and stays on the card', async () => {
    const viva = home();
    viva.env = { EDITOR: 'no-such-editor' };
    const terminal = await start(viva);
    terminal.send('e');
    await terminal.waitFor('no-such-editor');
    expect(terminal.text()).toContain('What is alpha one?');
    await finish(terminal);
  });

  test('shows the help with ?', async () => {
    const terminal = await start(home());
    terminal.send('?');
    await terminal.waitFor('bury until tomorrow');
    terminal.send('?');
    await terminal.waitFor('What is alpha one?');
    await finish(terminal);
  });

  test.each(['q', '\u0003', '\u0004'])('finishes with %j and a summary', async (key) => {
    const terminal = await start(home());
    terminal.send(' 3');
    await terminal.waitFor('What is beta one?');
    terminal.send(key);
    await terminal.waitFor('Stopped; all ratings are kept.');
    const text = terminal.text();
    expect(text).toMatch(/Cards +1 \(1 ratings?, 1 new\)/);
    expect(text).toMatch(/Accuracy +100 %/);
    expect(text).toMatch(/Streak +1 day/);
    expect(text).toMatch(/Tomorrow +0 reviews/);
    terminal.send('q');
    expect((await terminal.waitForExit()).status).toBe(0);
    expect(terminal.text()).toContain('1 card in');
  });
});

describe('the end of a session', () => {
  test('offers more new cards', async () => {
    const viva = home();
    viva.run(['config', 'set', 'newPerDay', '1']);
    const terminal = await start(viva);
    terminal.send(' 4');
    await terminal.waitFor('n learn more new cards');
    terminal.send('n');
    await terminal.waitFor('What is beta one?');
    await finish(terminal);
  });

  test('offers another look at the missed ones, which changes no schedule', async () => {
    const viva = home();
    const terminal = await start(viva, ['--limit', '1']);
    terminal.send(' 1');
    await terminal.waitFor('m the missed ones again');
    const before = viva.json(['list', 'is:learning']).cards[0];
    terminal.send('m');
    await terminal.waitFor('cram');
    expect(terminal.text()).toContain('What is alpha one?');
    terminal.send(' 3');
    await terminal.waitFor('q quit');
    terminal.send('q');
    await terminal.waitForExit();
    expect(viva.json(['list', 'is:learning']).cards[0]).toEqual(before);
  });

  test('comes after --minutes with the card at hand', async () => {
    const viva = home();
    viva.now = '';
    const terminal = await start(viva, ['--minutes', '0.02']);
    await new Promise((resolve) => setTimeout(resolve, 1300));
    terminal.send(' 3');
    await terminal.waitFor('Time is up.');
    terminal.send('q');
    await terminal.waitForExit();
    expect(ratings(viva)).toEqual([3]);
  });
});

describe('after a kill', () => {
  test('the next start lands on the same card', async () => {
    const viva = home();
    let terminal = await start(viva);
    terminal.send(' 4 1');
    await terminal.waitFor('2 new · 1 learning');
    const question = terminal.lines().find((line) => line.includes('What is'));
    terminal.kill('SIGKILL');
    await terminal.waitForExit();
    terminal = await start(viva);
    expect(terminal.lines().find((line) => line.includes('What is'))).toBe(question);
    await finish(terminal);
  });

  test.each(['SIGTERM', 'SIGHUP'] as const)('by %s the terminal is restored', async (signal) => {
    const terminal = await start(home());
    terminal.kill(signal);
    await terminal.waitForExit();
    expect(terminal.isAlternate()).toBe(false);
    expect(terminal.cursorVisible()).toBe(true);
    expect(terminal.exitOf()?.status).toBe(signal === 'SIGTERM' ? 143 : 129);
  });
});

describe('the screen', () => {
  test('is put aside with Ctrl-Z and comes back', async () => {
    const viva = home();
    const { openTerminal } = await import('../support/terminal/terminal.mjs');
    const { BIN } = await import('../support/viva.js');
    // Job control needs a shell around the program.
    const terminal = openTerminal('bash', ['--norc', '--noprofile', '-i'], {
      env: { VIVA_HOME: `${viva.home}/viva`, VIVA_NOW: viva.now, PS1: 'shell> ' },
    });
    await terminal.waitFor('shell>');
    terminal.send(`'${process.execPath}' '${BIN}' review\r`);
    await terminal.waitFor('show answer');
    terminal.send('\u001a');
    await terminal.waitFor(/Stopped/);
    expect(terminal.isAlternate()).toBe(false);
    terminal.send('fg\r');
    await terminal.waitFor('show answer');
    expect(terminal.isAlternate()).toBe(true);
    terminal.send('q');
    await terminal.waitFor('q quit');
    terminal.send('q');
    // Only once its prompt is back does the shell read what is typed.
    await terminal.waitFor(/Nothing reviewed[\s\S]*shell>/);
    terminal.send('exit\r');
    await terminal.waitForExit();
  });

  test.each([
    [80, 24],
    [120, 40],
    [40, 12],
  ])('fits %i×%i and is redrawn on a resize', async (columns, rows) => {
    const viva = home();
    const terminal = await start(viva, ['module:2'], { columns, rows });
    terminal.send(' ');
    await terminal.waitFor('1 Again');
    expect(terminal.lines()).toHaveLength(rows);
    expect(terminal.text()).toContain('Paragraph number 1');
    terminal.resize(60, 20);
    await terminal.waitFor(() => terminal.lines().some((line) => line.includes('Space scroll on')));
    expect(terminal.text()).toContain('Paragraph number 1');
    terminal.resize(columns, rows);
    await terminal.waitFor('4 Easy');
    await finish(terminal);
    expect(terminal.raw()).not.toContain('\u001b[3J');
  });

  test('never wipes the scrollback', async () => {
    const viva = home();
    const { openTerminal } = await import('../support/terminal/terminal.mjs');
    const { BIN } = await import('../support/viva.js');
    const script = `for i in $(seq 1 60); do echo "before $i"; done; '${process.execPath}' '${BIN}' review`;
    const terminal = openTerminal('bash', ['-c', script], {
      rows: 12,
      columns: 40,
      env: { VIVA_HOME: `${viva.home}/viva`, VIVA_NOW: viva.now },
    });
    await terminal.waitFor('show answer');
    const before = terminal.scrollback();
    terminal.send(' ');
    await terminal.waitFor('1 Again');
    terminal.resize(40, 8);
    await terminal.waitFor('1 Again');
    terminal.resize(40, 12);
    await terminal.waitFor('1 Again');
    await finish(terminal);
    expect(before).toBeGreaterThan(40);
    expect(terminal.scrollback()).toBeGreaterThanOrEqual(before);
    expect(terminal.raw()).not.toContain('\u001b[3J');
  });

  test("has the colours of the terminal's background, and none under NO_COLOR", async () => {
    const viva = home();
    const background = 'rgb:ffff/ffff/ffff';
    const light = viva.open(['review'], { background });
    const colorOf = (text: string) =>
      light
        .cells()
        .flat()
        .find((cell) => cell.text === text)?.color;
    await light.waitFor(() => colorOf('★') === 94);
    light.send(' ');
    // The answer was no key: the card is the first one, its answer side shown by the blank.
    await light.waitFor('Alpha one is first');
    light.send('qq');
    await light.waitForExit();

    viva.env = { NO_COLOR: '1' };
    const terminal = viva.open(['review'], { background });
    await terminal.waitFor('show answer');
    expect(terminal.raw()).not.toContain('\u001b]11');
    terminal.send(' ');
    await terminal.waitFor('1 Again');
    expect(
      terminal
        .cells()
        .flat()
        .filter((cell) => cell.color !== null),
    ).toEqual([]);
    await finish(terminal);
  });

  test("works in Ink's screen-reader mode, without the alternate screen", async () => {
    const viva = home();
    viva.env = { INK_SCREEN_READER: 'true' };
    const terminal = await start(viva);
    expect(terminal.isAlternate()).toBe(false);
    terminal.send(' ');
    await terminal.waitFor('Alpha one is first');
    terminal.send('3');
    await terminal.waitFor('What is beta one?');
    await finish(terminal);
  });

  test('hides the stars until the answer shows when asked to', async () => {
    const viva = home();
    viva.run(['config', 'set', 'hideStars', 'on']);
    const terminal = await start(viva);
    expect(terminal.text()).not.toContain('★');
    terminal.send(' ');
    await terminal.waitFor('★★☆');
    await finish(terminal);
  });

  test('shows escape sequences of a deck as marks and sends none', async () => {
    const viva = new Viva();
    const hostile = 'Bad \u001b]0;owned\u0007 and \u001b[2J and \u202e and \u009b31m text?';
    viva.write(
      'decks/h.md',
      moduleText('Hos\u001b[31mtile', 1, [{ q: hostile, a: `${hostile} So it is.` }]),
    );
    viva.run(['import', 'decks']);
    const terminal = await start(viva);
    terminal.send(' ');
    await terminal.waitFor('1 Again');
    expect(terminal.text()).toContain('␛]0;owned');
    expect(terminal.raw()).not.toContain('\u001b]0;');
    expect(terminal.raw()).not.toContain('\u009b');
    expect(terminal.raw()).not.toContain('\u202e');
    await finish(terminal);
  });
});

test('a file that changes on disk while reviewing keeps its old cards until it is read again', async () => {
  const viva = home();
  const terminal = await start(viva);
  const path = `${viva.home}/decks/a.md`;
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('alpha one', 'alpha 1'));
  terminal.send(' 3');
  await terminal.waitFor('What is beta one?');
  await finish(terminal);
  expect(viva.json(['import']).cards.edited).toBe(1);
  expect(ratings(viva)).toEqual([3]);
});
