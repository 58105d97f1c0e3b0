import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { moduleText, Viva } from '../support/viva.js';

const question = (q: string) => [{ q, a: `${q} It is this.` }];

function home(): Viva {
  const viva = new Viva();
  viva.write('a.md', moduleText('Alpha Beta', 1, question('What is alpha?')));
  viva.write('b.md', moduleText('Gamma', 2, question('What is gamma?')));
  expect(viva.run(['import', 'a.md', 'b.md']).status).toBe(0);
  return viva;
}

describe('a command', () => {
  test('may stand behind the common flags', () => {
    const viva = home();
    const other = join(viva.home, 'other.db');
    expect(viva.run(['--db', other, 'import', 'b.md']).status).toBe(0);
    const listed = JSON.parse(viva.run(['--json', '--db', other, 'list']).stdout);
    expect(listed.cards).toHaveLength(1);
    expect(viva.json(['list']).cards).toHaveLength(2);
  });

  test('that is none gets the nearest, behind common flags too', () => {
    const viva = new Viva();
    for (const words of [
      ['lst'],
      ['--no-color', 'lst'],
      ['--db', 'x.db', 'lst'],
      ['help', 'lst'],
    ]) {
      const { status, stderr } = viva.run(words);
      expect(stderr, words.join(' ')).toContain('Did you mean "viva list"?');
      expect(status).toBe(2);
    }
  });

  test('nor a topic of the help gets the nearest topic', () => {
    const { status, stderr } = new Viva().run(['help', 'querys']);
    expect(stderr).toContain('Did you mean "viva help queries"?');
    expect(status).toBe(2);
  });
});

test('the help of a command with a query names its terms, and they are right', () => {
  const viva = home();
  const [, query = ''] =
    /Query:\n([\s\S]+), joined/.exec(viva.run(['list', '--help']).stdout) ?? [];
  const terms = query.match(/[a-z]+:\S+/g) ?? [];
  expect(terms.length).toBeGreaterThan(8);
  for (const term of terms.filter((each) => !/^(company|part|tag|module):/.test(each))) {
    expect(viva.run(['list', term]), term).toMatchObject({ status: 0, stderr: '' });
  }
  expect(viva.run(['show', '--help']).stdout).not.toContain('Query:');
  // A start of the program for each.
}, 120_000);

test('help explains a subject, and a report of a fault has all versions', () => {
  const viva = new Viva();
  const help = viva.run(['help', 'queries']);
  expect(help).toMatchObject({ status: 0, stderr: '' });
  const terms = [...help.stdout.matchAll(/(?<=^ {2}[a-z]+: +)[a-z]+:[^\s,]+/gm)];
  expect(terms.length).toBeGreaterThan(8);
  for (const [term] of terms) {
    if (/^(company|part|tag|collection|id|is):|"/.test(term)) continue;
    expect(viva.run(['list', term]), term).toMatchObject({ stderr: '' });
  }
  const versions = viva.json(['--version']);
  expect(versions).toMatchObject({ version: 1, node: process.versions.node, sqliteProblem: null });
  expect(versions.sqlite).toMatch(/^3\./);
  expect(versions.fsrs).toMatch(/FSRS-\d/);
}, 60_000);

describe('a name with blanks', () => {
  test.each([['module:alpha beta'], ['--module', 'alpha beta'], ['-module:gamma']])(
    'is one name: %s %s',
    (...words) => {
      const { cards } = home().json(['list', ...words]);
      expect(cards.map(({ question }: { question: string }) => question)).toEqual([
        'What is alpha?',
      ]);
    },
  );
});

describe('--json gives one object', () => {
  test('for several imports, with their sums', () => {
    const viva = home();
    expect(viva.run(['export', 'json', '-o', 'all.json']).status).toBe(0);
    const two = viva.json(['import', 'a.md', 'b.md']);
    expect(two).toMatchObject({
      version: 1,
      modules: { total: 2, unchanged: 2 },
      cards: { total: 2, unchanged: 2 },
      repaired: { encoding: 0, lost: 0, residue: 0 },
      diagnostics: [],
    });
    expect(two.imports.map(({ collection }: { collection: string }) => collection)).toEqual([
      'a',
      'b',
    ]);
    expect(viva.json(['import']).imports).toHaveLength(2);
    const mixed = viva.json(['import', 'all.json', 'a.md']);
    expect(mixed.cards.total).toBe(1);
    expect(mixed.imports[0]).toMatchObject({ archive: join(viva.home, 'all.json') });
  });

  test('for a review line by line, which is told on standard error', () => {
    const viva = home();
    const { stdout, stderr, status } = viva.run(['review', '--plain', '--json'], '\n3\nq\n');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1 });
    expect(stderr).toContain('Answer:');
  });

  test('where the question on the terminal is answered with no', async () => {
    const viva = home();
    for (const [words, wanted] of [
      [['suspend', 'collection:*'], '"changed":0'],
      [['collections', 'remove', 'a'], '"removed":null'],
    ] as const) {
      const terminal = viva.open([...words, '--json']);
      await terminal.waitFor('[y/N]');
      terminal.send('n\r');
      await terminal.waitFor(wanted);
      expect((await terminal.waitForExit()).status).toBe(0);
    }
    expect(viva.json(['list', '-is:suspended']).cards).toHaveLength(2);
  });
});

test.each([
  [['review', '--limit', '0'], '--limit must be 1 or more'],
  [['review', '--limit', 'x'], '--limit must be a number'],
  [['review', '--new', '1.5'], '--new must be a whole number'],
  [['review', '--minutes', '0'], '--minutes must be more than 0'],
  [['list', '--limit', '-1'], '--limit must be 1 or more'],
  [['config', 'get'], 'config get needs the name of a setting'],
  [['config', 'unset'], 'config unset needs the name of a setting'],
  [['stats', '--csv', '--json'], '--csv and --json exclude each other'],
])('%o is a usage error', (words, message) => {
  const { stderr, status } = new Viva().run(words);
  expect(stderr).toContain(message);
  expect(status).toBe(2);
});

test('convert takes a folder, and says where nothing in it is a module or a list', () => {
  const viva = new Viva();
  expect(viva.run(['convert', '.', '-o', 'out'])).toMatchObject({ status: 1, stdout: '' });
  viva.write('notes/a.md', moduleText('Alpha', 1, question('What is alpha?')));
  expect(viva.run(['convert', 'notes', '-o', 'out']).status).toBe(0);
  expect(viva.json(['lint', 'out'])).toMatchObject({ cards: 1 });
});

test('all cards are taken out with the words that the error names', () => {
  const viva = home();
  const { stderr, status } = viva.run(['suspend', '--yes']);
  expect(status).toBe(2);
  const [, term = ''] = /viva suspend "(.+)"/.exec(stderr) ?? [];
  expect(viva.json(['suspend', term, '--yes']).changed).toBe(2);
});
