import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BROWSE_KEYS, SORT_STROKES } from '../../src/tui/browse/keys.js';
import { openTerminal, type Terminal } from '../support/terminal/terminal.mjs';
import { BIN, moduleText, Viva } from '../support/viva.js';

/** A home with two modules of three cards. */
function home(): Viva {
  const viva = new Viva();
  const card = (name: string, companies: string) => ({
    q: `What is ${name}?`,
    a: `Of ${name}: see https://example.org/a and https://example.org/b.`,
    companies,
  });
  const google = ['one', 'two', 'three'].map((name) => card(`alpha ${name}`, 'Google'));
  const other = ['one', 'two', 'three'].map((name) => card(`beta ${name}`, 'Deep Mind'));
  viva.write('decks/a.md', moduleText('Alpha', 1, google));
  viva.write('decks/b.md', moduleText('Beta', 2, other));
  expect(viva.run(['import', 'decks']).status).toBe(0);
  return viva;
}

const ids = (viva: Viva, query: string): string[] =>
  viva.json(['list', query]).cards.map(({ id }: { id: string }) => id);

/** What a terminal sends for the keys that have no character of their own. */
const BYTES: Readonly<Record<string, string>> = {
  ...{ up: '\u001b[A', down: '\u001b[B', right: '\u001b[C', left: '\u001b[D' },
  ...{ home: '\u001b[H', end: '\u001b[F', 'page-up': '\u001b[5~', 'page-down': '\u001b[6~' },
  ...{ enter: '\r', escape: '\u001b', tab: '\t', 'shift-tab': '\u001b[Z' },
};
const bytesOf = (stroke: string) =>
  BYTES[stroke] ??
  (stroke.startsWith('ctrl-')
    ? String.fromCharCode(stroke.charCodeAt('ctrl-'.length) - 96)
    : stroke);

/** Every key that was struck where the browser takes it as a command. */
const struck = new Set<string>();

/** Strikes keys by their names, one after another. */
function strike({ send }: Terminal, ...strokes: string[]): void {
  for (const stroke of strokes) struck.add(stroke);
  send(strokes.map(bytesOf).join(''));
}

test('a session in the browser: find, read, mark, act, undo', async () => {
  const viva = home();
  const script = '-e s/alpha_two/&/ -e s/What.is.alpha.two/What_was_it/ -e s/^..Q:...$/&Newest?/';
  viva.env = { EDITOR: `sed -i ${script} -e 's/^<summary>Answer.*$/&\\n\\nThis./'` };
  const browser = viva.open(['browse', '--sort', 'module'], { columns: 120, rows: 30 });
  const see = (text: string | RegExp) => browser.waitFor(text);
  await see('module · 1/6');
  await see('Of alpha one');
  await see('not yet scheduled');

  strike(browser, 'j', 'j');
  await see('Of alpha three');
  strike(browser, 'G', 'K');
  await see('Of beta three');
  strike(browser, 'g', 'down', 'page-down', 'page-up');
  await see('Of alpha one');
  strike(browser, 'tab');
  await see('J K next, previous');
  strike(browser, 'J');
  await see('Of alpha two');
  strike(browser, 'escape');
  await see('/ find');

  strike(browser, '/');
  browser.send('comp');
  await see('company:');
  browser.send('\td');
  await see('company:"Deep Mind"');
  browser.send('\t');
  await see('1/3');
  browser.send(' is:nwe');
  await see('Did you mean');
  browser.send('\u007f\u007f\u007f');
  await see('a value is missing');
  browser.send('new\r');
  await see(/company:"Deep Mind" is:new +module · 1\/3/);

  strike(browser, 'v', 'v');
  await see('2 marked');
  strike(browser, 's');
  await see('2 cards suspended');
  expect(ids(viva, 'is:suspended')).toHaveLength(2);
  strike(browser, 'r');
  await see('2 cards back in the review');
  strike(browser, 'u', 'u');
  await see('Undone: suspend of 2 cards');
  strike(browser, 'b');
  await see('2 cards put off until tomorrow');
  strike(browser, 'escape');
  await see(/is:new +module/);
  strike(browser, 'a', 'f');
  await see('3 cards flagged');
  expect(ids(viva, 'is:flagged')).toHaveLength(3);
  strike(browser, 'F');
  await see('Make 3 cards new again?');
  browser.send('n');
  await see('Nothing was changed.');

  strike(browser, '/');
  browser.send('\u0015\r');
  await see(/all cards +3 marked · module/);
  strike(browser, 'escape');
  await see(/all cards +module/);
  strike(browser, 'S', 'a');
  await see('added · ');
  strike(browser, 'S', 'a');
  await see('added ↑ · ');
  strike(browser, 'S', 'x');
  await see('random · ');
  for (const [stroke, by] of Object.entries(SORT_STROKES)) {
    strike(browser, 'S', stroke);
    await see(new RegExp(`${by}( ↑)? · `));
  }
  strike(browser, 'S', 'm');
  await see('module · ');
  strike(browser, 'i');
  await see('has nothing but questions');
  strike(browser, 'q', '?');
  await see('look the list up again');
  strike(browser, 'q', 'R', 'g');
  await see('Of alpha one');
  strike(browser, 'o');
  await see('Open which link?');
  strike(browser, 'escape');
  await see('/ find');

  const file = () => readFileSync(`${viva.home}/decks/a.md`, 'utf8');
  strike(browser, 'j', 'e');
  await see('Card changed.');
  await see('What_was_it');
  expect(file()).toContain('What_was_it');
  strike(browser, 'u');
  await see(/Undone: the edit of card/);
  expect(file()).not.toContain('What_was_it');
  strike(browser, 'E');
  await see('Read again:');
  expect(file()).toContain('What_was_it');
  strike(browser, 'v', 'v', 'd');
  await see('3 ★★★');
  strike(browser, '3');
  await see('2 cards changed.');
  strike(browser, 'c');
  await see('Companies:');
  browser.send('+dee\t -Google\r');
  await see('2 cards changed.');
  strike(browser, 't');
  await see('Tags:');
  browser.send('=new\r');
  await see('2 cards changed.');
  const changed = viva.json(['list', 'tag:new']).cards;
  expect(changed).toMatchObject([
    { difficulty: 3, companies: ['Deep Mind'] },
    { difficulty: 3, companies: ['Deep Mind'] },
  ]);
  strike(browser, 'm');
  await see('Move to module:');
  browser.send('Be\t\r');
  await see('2 cards moved.');
  expect(ids(viva, 'module:2')).toHaveLength(5);
  strike(browser, 'u', 'u', 'u', 'u');
  await see(/Undone: the change of 2 cards/);
  expect(viva.run(['list', 'tag:new']).stderr).toContain('No card has the tag');
  strike(browser, 'n');
  await see('Card added to');
  expect(ids(viva, 'Newest')).toHaveLength(1);
  await see(/▸ +Newest/);
  strike(browser, 'L');
  await see('Only a retired card');

  const other: readonly [strokes: string[], shown: string | RegExp][] = [
    [['ctrl-r', 'home'], /▸ +What is alpha one/],
    [['end'], /▸ +Newest/],
    [['up', 'k', 'ctrl-b'], /▸ +What is alpha one/],
    [['ctrl-f'], /▸ +Newest/],
    [['l'], 'J K next, previous'],
    [['h'], '/ find'],
    [['right'], 'J K next, previous'],
    [['left'], '/ find'],
    [['enter'], 'J K next, previous'],
    [['shift-tab'], '/ find'],
  ];
  for (const [strokes, shown] of other) {
    strike(browser, ...strokes);
    await see(shown);
  }
  strike(browser, 'q');
  expect(await browser.waitForExit()).toEqual({ status: 0, signal: 0 });
});

test('the browser relinks a card that an edit has retired, one pane at a time', async () => {
  const viva = home();
  const [old = ''] = ids(viva, 'alpha one');
  viva.run(['grade', old, 'good']);
  const file = `${viva.home}/decks/a.md`;
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(
      /What is alpha one[\s\S]*?example\.org\/b\./,
      'Why?\n\n<details>\n<summary>Answer</summary>\n\nEntirely else.',
    ),
  );
  viva.run(['import']);
  expect(ids(viva, 'is:retired')).toEqual([old]);

  const browser = viva.open(['browse', 'is:retired'], { columns: 40, rows: 12 });
  await browser.waitFor('retired');
  browser.send('\r');
  await browser.waitFor('Esc list');
  browser.send('L');
  await browser.waitFor('History to (id or words):');
  browser.send('entirely\r');
  await browser.waitFor('cannot be undone');
  browser.send('y');
  await browser.waitFor('Joined');
  strike(browser, 'ctrl-d');
  expect((await browser.waitForExit()).status).toBe(0);
  expect(viva.json(['show', 'entirely']).history).toHaveLength(1);
});

test('Ctrl-Z puts the browser aside, and fg brings it back', async () => {
  const viva = home();
  // Job control needs a shell around the program.
  const terminal = openTerminal('bash', ['--norc', '--noprofile', '-i'], {
    env: { VIVA_HOME: `${viva.home}/viva`, VIVA_NOW: viva.now, PS1: 'shell> ' },
  });
  await terminal.waitFor('shell>');
  terminal.send(`'${process.execPath}' '${BIN}' browse\r`);
  await terminal.waitFor('? help');
  strike(terminal, 'ctrl-z');
  await terminal.waitFor(/Stopped/);
  terminal.send('fg\r');
  await terminal.waitFor('? help');
  strike(terminal, 'ctrl-c');
  await terminal.waitFor(/fg[\s\S]*shell>\s*$/);
  terminal.send('exit\r');
  await terminal.waitForExit();
});

test('every key of the table was struck in these sessions', () => {
  const strokes = BROWSE_KEYS.flatMap((row) => Object.keys(row.strokes));
  expect(strokes.filter((stroke) => !struck.has(stroke))).toEqual([]);
});

test('without a terminal it says what to run instead', () => {
  const { status, stderr } = home().run(['browse']);
  expect(status).toBe(1);
  expect(stderr).toContain('viva list');
});
