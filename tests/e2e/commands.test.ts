import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { moduleText, Viva } from '../support/viva.js';

function home(): Viva {
  const viva = new Viva();
  viva.write(
    'decks/a.md',
    moduleText('Alpha', 1, [
      { q: 'What is alpha one?', a: 'Alpha one is first.', companies: 'Google, Anthropic' },
      { q: 'What is alpha two?', a: 'Alpha two is second.', stars: '★★★', companies: 'Meta' },
    ]),
  );
  viva.write('decks/b.md', moduleText('Beta', 2, [{ q: 'What is beta?', a: 'Beta is next.' }]));
  expect(viva.run(['import', 'decks']).status).toBe(0);
  return viva;
}

const idOf = (viva: Viva, query: string): string => viva.json(['list', query]).cards[0].id;

describe('viva import', () => {
  test('tells what it added, and that nothing is new the second time', () => {
    const viva = new Viva();
    viva.write('m.md', moduleText('Alpha', 1, [{ q: 'What is it?', a: 'It is this.' }]));
    const first = viva.json(['import', 'm.md']);
    expect(first.version).toBe(1);
    expect(first.modules).toEqual({ total: 1, added: 1, updated: 0, unchanged: 0 });
    expect(first.cards).toMatchObject({ total: 1, added: 1, edited: 0, moved: 0, retired: 0 });
    expect(first.repaired).toEqual({ encoding: 0, lost: 0, residue: 0 });
    const again = viva.json(['import', 'm.md']);
    expect(again.cards).toMatchObject({ total: 1, added: 0, unchanged: 1, retired: 0 });
    expect(again.modules).toEqual({ total: 1, added: 0, updated: 0, unchanged: 1 });
  });

  test('reads standard input', () => {
    const viva = new Viva();
    const text = moduleText('Alpha', 1, [{ q: 'What is it?', a: 'It is this.' }]);
    expect(viva.run(['import', '-', '--as', 'piped'], text).status).toBe(0);
    expect(viva.json(['collections']).collections[0]).toMatchObject({
      name: 'piped',
      source: null,
      cards: 1,
    });
  });

  test('with --dry-run lists the changes and makes none', () => {
    const viva = home();
    const path = `${viva.home}/decks/a.md`;
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('Alpha one is first', 'Alpha one is the first'),
    );
    const dry = viva.run(['import', 'decks', '--dry-run']);
    expect(dry.stdout).toContain('dry run');
    expect(dry.stdout).toMatch(/edited +\w{12} +Alpha: What is alpha one\?/);
    expect(viva.json(['list', 'alpha']).cards[0].answer).toBe('Alpha one is first.');
    expect(viva.json(['import', 'decks']).cards.edited).toBe(1);
  });

  test('keeps the cards of a module whose front matter broke, and exits 1', () => {
    const viva = home();
    const path = `${viva.home}/decks/a.md`;
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replace('title: "Alpha"', 'title: "Alpha'));
    const broken = viva.run(['import', 'decks']);
    expect(broken.status).toBe(1);
    expect(broken.stderr).toMatch(/a\.md:\d+:\d+ error front-matter-invalid/);
    expect(viva.json(['list']).cards).toHaveLength(3);
    writeFileSync(path, text);
    expect(viva.json(['import', 'decks']).cards).toMatchObject({ total: 3, added: 0, retired: 0 });
  });

  test('does not let another folder of the same name take a collection over', () => {
    const viva = home();
    viva.write(
      'other/decks/c.md',
      moduleText('Gamma', 3, [{ q: 'What is gamma?', a: 'It is third.' }]),
    );
    const clash = viva.run(['import', 'other/decks']);
    expect(clash.status).toBe(1);
    expect(clash.stderr).toContain('--as');
    expect(viva.run(['import', 'other/decks', '--as', 'second']).status).toBe(0);
    expect(viva.json(['list']).cards).toHaveLength(4);
  });

  test('without a path looks at every known collection again', () => {
    const viva = home();
    viva.write('decks/c.md', moduleText('Gamma', 3, [{ q: 'What is gamma?', a: 'It is third.' }]));
    expect(viva.json(['import']).cards).toMatchObject({ added: 1, total: 4 });
  });
});

describe('viva due', () => {
  test('counts what today holds, and groups it', () => {
    const viva = home();
    const due = viva.json(['due']);
    expect(due.version).toBe(1);
    expect(due.now).toBe('2026-11-24T08:00:00.000Z');
    expect(due.today).toEqual({ new: 3, learning: 0, review: 0, total: 3 });
    expect(due.byCompany).toContainEqual({ name: 'Google', new: 2, learning: 0, review: 0 });
    expect(due.byDifficulty).toContainEqual({ name: '3', new: 1, learning: 0, review: 0 });
    expect(due.byPart).toEqual([{ name: 'Testing', new: 3, learning: 0, review: 0 }]);
    expect(due.forecast[0]).toEqual({ date: '2026-11-24', due: 0 });
    expect(viva.json(['due', 'company:meta']).today.new).toBe(1);
    expect(viva.run(['due']).stdout).toContain('3 due today');
  });

  test('holds the limit of new cards over the whole day', () => {
    const viva = home();
    viva.run(['config', 'set', 'newPerDay', '2']);
    expect(viva.json(['due']).today.new).toBe(2);
    viva.run(['grade', idOf(viva, 'beta'), 'good']);
    expect(viva.json(['due']).today.new).toBe(1);
    viva.now = '2026-11-25T05:00:00Z';
    expect(viva.json(['due']).today.new).toBe(2);
  });
});

describe('viva grade and undo', () => {
  test('give the shape that scripts rely on', () => {
    const viva = home();
    const id = idOf(viva, 'beta');
    const graded = viva.json(['grade', id, 'easy']);
    expect(graded).toMatchObject({
      version: 1,
      card: id,
      rating: 4,
      before: null,
      state: 'review',
    });
    expect(graded.event).toMatch(/^[0-9A-Z]{26}$/);
    expect(graded.after.stability).toBeCloseTo(8.2956, 4);
    expect(graded.intervalDays).toBeGreaterThan(5);
    expect(Date.parse(graded.due)).toBeGreaterThan(Date.parse('2026-11-29T00:00:00Z'));
    expect(viva.json(['undo']).undone).toMatchObject({ kind: 'review', rating: 4, undone: true });
    expect(viva.json(['show', id]).card).toMatchObject({ state: 'new', memory: null, due: null });
    const kinds = viva.json(['show', id]).history.map((event: { kind: string }) => event.kind);
    expect(kinds).toEqual(['review', 'undo']);
    const nothing = viva.run(['undo']);
    expect(nothing.status).toBe(1);
    expect(nothing.stderr).toContain('nothing to undo');
  });

  test('one undo takes back a command over all its cards, and in a copied folder nothing', () => {
    const viva = home();
    viva.run(['suspend', 'collection:*', '--yes']);
    const suspended = viva.json(['list', 'is:suspended']).cards.length;
    expect(suspended).toBeGreaterThan(2);
    const copy = join(viva.home, 'copy');
    cpSync(join(viva.home, 'viva'), copy, { recursive: true });
    viva.env = { VIVA_HOME: copy };
    expect(viva.run(['undo']).status).toBe(1);
    viva.env = {};
    expect(viva.run(['undo']).stdout).toBe(`Undone: "suspend" of ${suspended} cards\n`);
    expect(viva.json(['list', 'is:suspended']).cards).toEqual([]);
    expect(viva.run(['undo']).status).toBe(1);
  });

  test('give the published FSRS-6 intervals, graded when due and without fuzz', () => {
    const viva = home();
    viva.run(['config', 'set', 'fuzz', 'off']);
    const id = idOf(viva, 'beta');
    const words = [
      'good',
      'good',
      'good',
      'good',
      'good',
      'good',
      'again',
      'again',
      'good',
      'good',
      'good',
      'good',
      'good',
    ];
    const intervals = words.map((word) => {
      const graded = viva.json(['grade', id, word]);
      viva.now = graded.due;
      return graded.intervalDays;
    });
    // ts-fsrs and py-fsrs publish this row for FSRS-6 with default weights.
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });
});

describe('viva grade --at', () => {
  test('takes a local date, and what was graded so can be exported and imported', () => {
    const viva = home();
    viva.env = { TZ: 'America/New_York' };
    const id = idOf(viva, 'beta');
    expect(viva.run(['grade', id, 'good', '--at', '2026-03-01']).status).toBe(0);
    expect(viva.run(['grade', id, 'good', '--at', '2026-03-08T23:30']).status).toBe(0);
    // Today, at 3 in the morning of a day that began yesterday at 4.
    expect(viva.run(['grade', id, 'good', '--at', '2026-11-23']).status).toBe(0);
    viva.now = '2026-11-24T20:00:00Z';
    const days = viva
      .json(['stats'])
      .calendar.days.filter((day: { reviews: number }) => day.reviews);
    expect(days.map((day: { date: string }) => day.date)).toEqual([
      '2026-03-01',
      '2026-03-08',
      '2026-11-23',
    ]);
    const other = new Viva();
    other.write('a.json', viva.run(['export', 'json']).stdout);
    expect(other.run(['import', 'a.json']).status).toBe(0);
  });

  test('refuses days that are none, or past what is kept, or yet to come', () => {
    const viva = home();
    const id = idOf(viva, 'beta');
    for (const at of ['2026-02-30', '1969-12-31', '2026-11-25', '2026-11-24T08:01', '2999-01-01']) {
      const { status, stderr } = viva.run(['grade', id, 'good', '--at', at]);
      expect(status, at).toBe(2);
      expect(stderr).toContain(`--at: "${at}" is`);
    }
    expect(viva.json(['show', id]).history).toEqual([]);
    expect(viva.run(['grade', id, 'good', '--at', '2026-11-24']).status).toBe(0);
    for (const now of ['soon', '2026-02-30', '1969-07-21', '3026-01-01T00:00:00Z']) {
      viva.now = now;
      expect(viva.run(['due']).stderr, now).toContain(`VIVA_NOW: "${now.slice(0, 10)}`);
    }
  });
});

describe('viva suspend, resume, forget', () => {
  test('change all cards of a query, once they are told to', () => {
    const viva = home();
    const asked = viva.run(['suspend', 'company:google']);
    expect(asked.status).toBe(2);
    expect(asked.stderr).toContain('--yes');
    expect(viva.json(['suspend', 'company:google', '--yes']).changed).toBe(2);
    expect(viva.json(['due']).today.new).toBe(1);
    expect(viva.json(['resume', 'is:suspended', '--yes']).changed).toBe(2);
    const id = idOf(viva, 'beta');
    viva.run(['grade', id, 'good']);
    expect(viva.json(['forget', 'is:learning', '--yes']).changed).toBe(1);
    expect(viva.json(['show', id]).card).toMatchObject({ state: 'new', reps: 0 });
    viva.run(['undo']);
    expect(viva.json(['show', id]).card).toMatchObject({ state: 'learning', reps: 1 });
  });

  test('take ids and their beginnings, one or several', () => {
    const viva = home();
    const [a = '', b = ''] = ['alpha', 'beta'].map((word) => idOf(viva, word));
    expect(viva.json(['suspend', a.slice(0, 6), b, '--yes']).changed).toBe(2);
    expect(viva.json(['resume', b.slice(0, 6), '--yes']).changed).toBe(1);
    expect(viva.json(['show', 'is:suspended']).card.id).toBe(a);
  });

  test('refuse to take every card by accident', () => {
    const viva = home();
    expect(viva.run(['forget', '--yes']).status).toBe(2);
  });
});

describe('viva new, edit and set', () => {
  test('write to the file alone, say what is wrong at its line, and are undone', () => {
    const viva = home();
    const path = join(viva.home, 'decks/a.md');
    const before = readFileSync(path, 'utf8');
    const id = idOf(viva, 'alpha one');
    const dry = viva.run(['set', id.slice(0, 5), 'difficulty:1', 'company:+meta', '--dry-run']);
    expect(dry.stdout).toContain(
      '-### ★★☆ _(Google, Anthropic)_\n+### ★☆☆ _(Google, Anthropic, Meta)_\n',
    );
    expect(readFileSync(path, 'utf8')).toBe(before);
    const set = viva.json(['set', id, 'difficulty:1', 'tag:+own,other', 'company:=']);
    expect(set).toMatchObject({ changed: 1, dryRun: false, files: [{ file: path }] });
    expect(viva.json(['list', 'tag:own']).cards[0]).toMatchObject({
      id,
      difficulty: 1,
      companies: [],
    });

    viva.env = { EDITOR: `sed -i -e 's/one is first/one is the first/'` };
    const unedited = readFileSync(path, 'utf8');
    const tried = viva.run(['edit', id, '--dry-run']);
    expect(tried.stdout).toMatch(/^-.*one is first[\s\S]*^\+.*one is the first/m);
    expect(tried.stderr).toContain('nothing was written');
    expect(readFileSync(path, 'utf8')).toBe(unedited);
    viva.env = { EDITOR: 'true' };
    expect(viva.run(['edit', 'alpha one']).stdout).toContain('1 card changed.');
    expect(readFileSync(path, 'utf8')).toContain('one is the first');
    viva.env = { EDITOR: `sed -i -e 's/<.details>//'` };
    const refused = viva.run(['edit', id]);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/drafts\/edit-\w{12}\.md:\d+: this <details> is not closed/);
    viva.env = { EDITOR: 'true' };
    expect(viva.run(['edit', id]).stderr).toContain('Continuing with the text kept in');

    viva.env = {
      EDITOR: `sed -i -e 's/^[*][*]Q:[*][*] $/**Q:** What is new?/' -e 's/^<summary>.*$/&\\n\\nThis./'`,
    };
    const written = viva.json([
      'new',
      '--module',
      '2',
      '--difficulty',
      'hard',
      '--company',
      'acme',
    ]);
    expect(written).toMatchObject({
      changed: 1,
      module: 'Beta',
      files: [join(viva.home, 'decks/b.md')],
    });
    expect(viva.json(['list', 'module:2 company:acme difficulty:3']).cards).toHaveLength(1);
    expect(viva.run(['undo']).stdout).toContain('Undone: the new card');
    expect(viva.run(['undo']).stdout).toContain(`Undone: the edit of card ${id}`);
    expect(viva.run(['undo']).stdout).toContain(`Undone: the change of card ${id}`);
    expect(readFileSync(path, 'utf8')).toBe(before);

    for (const [words, message] of [
      [['set', id], 'No change was given'],
      [['set', id, 'difficulty:1', 'difficulty:2'], 'given twice'],
      [['edit'], 'No card was named'],
    ] as const) {
      const wrong = viva.run(words);
      expect([wrong.status, wrong.stderr]).toEqual([2, expect.stringContaining(message)]);
    }
  });

  test('flag and bury take ids and queries, and are undone', () => {
    const viva = home();
    const id = idOf(viva, 'alpha one');
    expect(viva.run(['flag', id.slice(0, 5)]).stdout).toBe('1 card flagged\n');
    expect(viva.json(['list', 'flag:1']).cards[0].id).toBe(id);
    expect(viva.json(['flag', 'is:flagged', '--off']).changed).toBe(1);
    expect(viva.run(['bury', 'alpha', '--yes']).stdout).toBe('2 cards put off until tomorrow\n');
    expect(viva.json(['list', 'is:buried']).cards).toHaveLength(2);
    expect(viva.run(['undo']).stdout).toContain('2 cards');
    expect(viva.json(['list', 'is:buried']).cards).toHaveLength(0);
  });
});

describe('viva list and show', () => {
  test('give every field that scripts rely on', () => {
    const viva = home();
    const { cards } = viva.json(['list', 'difficulty:3']);
    expect(cards).toHaveLength(1);
    expect(cards[0]).toMatchObject({
      collection: 'decks',
      module: { number: 1, title: 'Alpha', part: 'Testing' },
      difficulty: 3,
      companies: ['Meta'],
      tags: ['test'],
      question: 'What is alpha two?',
      answer: 'Alpha two is second.',
      flags: [],
      state: 'new',
      due: null,
      memory: null,
      reps: 0,
      lapses: 0,
      suspended: false,
    });
    expect(viva.run(['list', '--limit', '1']).stdout).toContain('1 of 3 cards');
    expect(viva.run(['list', '--company', 'google', '--difficulty', '1,2']).stdout).toContain(
      '2 cards',
    );
    expect(viva.run(['show', cards[0].id.slice(0, 6)]).stdout).toContain('Alpha two is second.');
  });
});

describe('viva collections', () => {
  test('lists them, and removes one without losing its history', () => {
    const viva = home();
    const id = idOf(viva, 'beta');
    viva.run(['grade', id, 'easy']);
    expect(viva.json(['collections', 'remove', 'decks', '--yes'])).toMatchObject({
      removed: 'decks',
      retired: 3,
    });
    expect(viva.json(['list']).cards).toEqual([]);
    viva.run(['import', 'decks']);
    expect(viva.json(['show', id]).card).toMatchObject({ state: 'review', reps: 1 });
  });
});

describe('viva config', () => {
  test('sets, gets, lists and unsets', () => {
    const viva = home();
    expect(viva.run(['config', 'set', 'retention', '95%']).stdout).toBe('retention = 0.95\n');
    expect(viva.run(['config', 'get', 'retention']).stdout).toBe('0.95\n');
    expect(viva.json(['config', 'list']).settings).toMatchObject({
      retention: 0.95,
      newPerDay: 10,
    });
    expect(viva.run(['config', 'set', 'learningSteps', '5m 1h']).stdout).toBe(
      'learningSteps = 5m 1h\n',
    );
    viva.run(['config', 'unset', 'retention']);
    expect(viva.run(['config', 'get', 'retention']).stdout).toBe('0.9\n');
  });

  test('names the nearest key and refuses a value that does not fit', () => {
    const viva = home();
    const unknown = viva.run(['config', 'set', 'newPerDy', '3']);
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('newPerDay');
    expect(viva.run(['config', 'set', 'retention', '2']).status).toBe(2);
    expect(viva.run(['config', 'get', 'retention']).stdout).toBe('0.9\n');
  });
});

describe('viva lint and convert', () => {
  test('lint gives findings at their line and fails on errors', () => {
    const viva = new Viva();
    viva.write('bad.md', '---\ntitle: [\n---\n');
    viva.write('warn.md', moduleText('Warn', 1, [{ q: 'What is it?', a: '' }]));
    const bad = viva.run(['lint', 'bad.md']);
    expect(bad.status).toBe(1);
    expect(bad.stdout).toMatch(/bad\.md:\d+:\d+ error front-matter-invalid/);
    expect(viva.run(['lint', 'warn.md']).status).toBe(0);
    expect(viva.run(['lint', 'warn.md', '--strict']).status).toBe(1);
    expect(viva.json(['lint', 'warn.md']).diagnostics[0]).toMatchObject({
      code: 'answer-empty',
      severity: 'warning',
    });
  });

  test('convert writes one clean file a module, and overwrites nothing', () => {
    const viva = new Viva();
    const both = ['One', 'Two'].map((title, at) =>
      moduleText(title, at, [{ q: `What is ${title}?`, a: 'It is this.' }]),
    );
    viva.write('all.txt', both.join('\n'));
    const converted = viva.json(['convert', 'all.txt', '-o', 'out']);
    expect(converted.written.map((path: string) => path.split('/').at(-1))).toEqual([
      '00-one.md',
      '01-two.md',
    ]);
    expect(viva.json(['import', 'out']).cards.total).toBe(2);
    const again = viva.run(['convert', 'all.txt', '-o', 'out']);
    expect(again.status).toBe(1);
    expect(again.stderr).toContain('--force');
  });
});

describe('viva relink', () => {
  test('joins a retired card with the new one that took its place', () => {
    const viva = home();
    const old = idOf(viva, 'beta');
    viva.run(['grade', old, 'easy']);
    viva.write(
      'decks/b.md',
      moduleText('Beta', 2, [
        { q: 'Explain the entire idea behind gradient clipping.', a: 'Something else.' },
      ]),
    );
    expect(viva.json(['import']).cards).toMatchObject({ added: 1, retired: 1 });
    const fresh = idOf(viva, 'clipping');
    viva.run(['relink', old, fresh]);
    const { card } = viva.json(['show', old]);
    expect(card).toMatchObject({
      retired: false,
      reps: 1,
      question: 'Explain the entire idea behind gradient clipping.',
    });
    expect(viva.json(['import']).cards).toMatchObject({ added: 0, retired: 0, unchanged: 3 });
  });
});

describe('viva review --plain', () => {
  test('reviews line by line through a pipe', () => {
    const viva = home();
    const { stdout, status } = viva.run(['review', '--plain'], '\n3\n\n4\nq\n');
    expect(status).toBe(0);
    expect(stdout).toContain('What is alpha one?');
    expect(stdout).toContain('Alpha one is first.');
    expect(viva.json(['stats']).day).toMatchObject({ reviews: 2, introduced: 2 });
  });

  test('keeps what was rated when the input just ends', () => {
    const viva = home();
    expect(viva.run(['review', '--plain'], '\n1').status).toBe(0);
    expect(viva.json(['stats']).day.reviews).toBe(1);
  });

  test('crams without changing a schedule', () => {
    const viva = home();
    viva.run(['review', '--plain', '--cram', 'module:2'], '\n3\n');
    const { card, history } = viva.json(['show', idOf(viva, 'beta')]);
    expect(card.state).toBe('new');
    expect(history[0]).toMatchObject({ kind: 'review', reviewKind: 'cram' });
  });
});

describe('the first run', () => {
  test('imports the bundled decks and reviews them', async () => {
    const viva = new Viva();
    const terminal = viva.open([]);
    await terminal.waitFor('Space begin');
    terminal.send(' ');
    await terminal.waitFor('show answer');
    terminal.send('qq');
    await terminal.waitForExit();
    expect(viva.json(['collections']).collections[0].name).toBe('viva');
    expect(viva.json(['stats']).cards.total).toBeGreaterThan(25);
  });
});

describe('errors', () => {
  test.each([
    ['a missing file', ['import', 'no-such.md'], 1, 'There is no file or folder'],
    ['an unknown command', ['reveiw'], 2, 'Did you mean "viva review"?'],
    ['an unknown flag', ['due', '--compani', 'x'], 2, '--company'],
    ['a flag without its value', ['list', '--limit'], 2, 'limit'],
    ['a flag with a wrong value', ['list', '--limit', 'many'], 2, 'limit'],
    ['a number too small', ['interview', '--questions', '0'], 2, '1 or more'],
    ['a missing argument', ['show'], 2, 'card'],
    ['an unknown card', ['show', 'zzzz'], 1, 'No card matches "zzzz".'],
    ['cards to change that are unknown', ['suspend', 'zzzz', '-y'], 1, 'No card matches "zzzz".'],
    ['cards to list that are unknown', ['list', 'zzzz'], 1, 'No card matches "zzzz".'],
    ['an unknown rating', ['grade', 'zzzz', 'superb'], 2, 'superb'],
    ['a wrong time', ['grade', 'zzzz', 'good', '--at', 'noon'], 2, 'noon'],
    ['a wrong query', ['list', 'dificulty:3'], 2, 'difficulty'],
    ['an unknown company', ['list', 'company:gogle'], 2, 'Google'],
    ['no terminal', ['review'], 1, '--plain'],
    ['an unknown collection', ['collections', 'remove', 'nothing', '--yes'], 1, 'viva collections'],
  ])('%s', (_, args, status, said) => {
    const result = home().run(args);
    expect(result.status).toBe(status);
    expect(result.stderr).toContain(said);
    expect(result.stderr).not.toMatch(/^\s+at /m);
    expect(result.stdout).toBe('');
  });

  test('a folder without modules', () => {
    const viva = new Viva();
    mkdirSync(`${viva.home}/empty`);
    const { status, stderr } = viva.run(['import', 'empty']);
    expect(status).toBe(1);
    expect(stderr).toContain('holds no *.md');
  });

  test('a binary file', () => {
    const viva = new Viva();
    writeFileSync(`${viva.home}/b.md`, Buffer.from([0, 1, 2, 255]));
    const { status, stderr } = viva.run(['import', 'b.md']);
    expect(status).toBe(1);
    expect(stderr).toContain('not-utf8');
  });

  test('a data folder that cannot be written', () => {
    const viva = new Viva();
    viva.write('viva', 'a file where the folder should be');
    const { status, stderr } = viva.run(['due']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/data-folder-unwritable/);
  });

  test('a damaged database', () => {
    const viva = new Viva();
    viva.write(
      'viva/viva.db',
      'this is no database, but it is long enough to look at. '.repeat(100),
    );
    const { status, stderr } = viva.run(['due']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/database-damaged/);
    expect(readFileSync(`${viva.home}/viva/viva.db`, 'utf8')).toContain('this is no database');
  });

  test('a wrong clock', () => {
    const viva = new Viva();
    viva.now = 'yesterday';
    expect(viva.run(['due']).status).toBe(2);
  });

  test('come as JSON with --json, and with their origin under --debug', () => {
    const viva = home();
    const asked = viva.run(['show', 'zzzz', '--json']);
    expect(JSON.parse(asked.stdout)).toMatchObject({ version: 1, error: { code: 'card-unknown' } });
    expect(viva.run(['show', 'zzzz', '--debug']).stderr).toMatch(/^\s+at /m);
  });

  test('a reader that has seen enough is none', async () => {
    const viva = home();
    const { spawnSync } = await import('node:child_process');
    const { BIN } = await import('../support/viva.js');
    const command = `'${process.execPath}' '${BIN}' list --json | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', command], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, VIVA_HOME: `${viva.home}/viva` },
    });
    expect(stdout.trim()).toBe('0');
    expect(stderr).toBe('');
  });
});

describe('help', () => {
  test('says the version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(new Viva().run(['--version']).stdout).toBe(`${version}\n`);
  });

  test('of every command has an example, the common flags and exit status 0', () => {
    const viva = new Viva();
    const overview = viva.run(['--help']).stdout;
    const names = [...overview.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(14);
    for (const name of names.filter((name) => name !== 'viva')) {
      const { stdout, status } = viva.run([name, '--help']);
      expect(status, name).toBe(0);
      for (const part of ['Examples:', `$ viva`, '--json', '--db', '--debug', '--no-color']) {
        expect(stdout, `${name} ${part}`).toContain(part);
      }
    }
  }, 120_000);
});
