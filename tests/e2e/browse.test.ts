import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { moduleText, Viva } from '../support/viva.js';

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

test('a session in the browser: find, read, mark, act, undo', async () => {
  const viva = home();
  const script = '-e s/alpha_two/&/ -e s/What.is.alpha.two/What_was_it/ -e s/^..Q:...$/&Newest?/';
  viva.env = { EDITOR: `sed -i ${script}` };
  const browser = viva.open(['browse', '--sort', 'module'], { columns: 120, rows: 30 });
  const see = (text: string | RegExp) => browser.waitFor(text);
  await see('module · 1/6');
  await see('Of alpha one');
  await see('not yet scheduled');

  browser.send('jj');
  await see('Of alpha three');
  browser.send('GK');
  await see('Of beta three');
  browser.send('g\u001b[B\u001b[6~\u001b[5~');
  await see('Of alpha one');
  browser.send('\t');
  await see('J K next, previous');
  browser.send('J');
  await see('Of alpha two');
  browser.send('\u001b');
  await see('/ find');

  browser.send('/comp');
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

  browser.send('vv');
  await see('2 marked');
  browser.send('s');
  await see('2 cards suspended');
  expect(ids(viva, 'is:suspended')).toHaveLength(2);
  browser.send('r');
  await see('2 cards back in the review');
  browser.send('uu');
  await see('Undone: suspend of 2 cards');
  browser.send('b');
  await see('2 cards put off until tomorrow');
  browser.send('\u001b');
  await see(/is:new +module/);
  browser.send('af');
  await see('3 cards flagged');
  expect(ids(viva, 'is:flagged')).toHaveLength(3);
  browser.send('F');
  await see('Make 3 cards new again?');
  browser.send('n');
  await see('Nothing was changed.');

  browser.send('/\u0015\r');
  await see(/all cards +3 marked · module/);
  browser.send('\u001b');
  await see(/all cards +module/);
  browser.send('Sa');
  await see('added · ');
  browser.send('Sa');
  await see('added ↑ · ');
  browser.send('Sx');
  await see('random · ');
  browser.send('Sm');
  await see('module · ');
  browser.send('i');
  await see('has nothing but questions');
  browser.send('q?');
  await see('look the list up again');
  browser.send('qRg');
  await see('Of alpha one');
  browser.send('o');
  await see('Open which link?');
  browser.send('\u001b');
  await see('/ find');

  const file = () => readFileSync(`${viva.home}/decks/a.md`, 'utf8');
  browser.send('je');
  await see('Card changed.');
  await see('What_was_it');
  expect(file()).toContain('What_was_it');
  browser.send('u');
  await see(/Undone: the edit of card/);
  expect(file()).not.toContain('What_was_it');
  browser.send('E');
  await see('Read again:');
  expect(file()).toContain('What_was_it');
  browser.send('vvd');
  await see('3 ★★★');
  browser.send('3');
  await see('2 cards changed.');
  browser.send('c');
  await see('Companies:');
  browser.send('+dee\t -Google\r');
  await see('2 cards changed.');
  browser.send('t');
  await see('Tags:');
  browser.send('=new\r');
  await see('2 cards changed.');
  const changed = viva.json(['list', 'tag:new']).cards;
  expect(changed).toMatchObject([
    { difficulty: 3, companies: ['Deep Mind'] },
    { difficulty: 3, companies: ['Deep Mind'] },
  ]);
  browser.send('m');
  await see('Move to module:');
  browser.send('Be\t\r');
  await see('2 cards moved.');
  expect(ids(viva, 'module:2')).toHaveLength(5);
  browser.send('uuuu');
  await see(/Undone: the change of 2 cards/);
  expect(viva.run(['list', 'tag:new']).stderr).toContain('No card has the tag');
  browser.send('n');
  await see('Card added to');
  expect(ids(viva, 'Newest')).toHaveLength(1);
  await see(/▸ +Newest/);
  browser.send('L');
  await see('Only a retired card');
  browser.send('q');
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
  browser.send('q');
  expect((await browser.waitForExit()).status).toBe(0);
  expect(viva.json(['show', 'entirely']).history).toHaveLength(1);
});

test('without a terminal it says what to run instead', () => {
  const { status, stderr } = home().run(['browse']);
  expect(status).toBe(1);
  expect(stderr).toContain('viva list');
});
