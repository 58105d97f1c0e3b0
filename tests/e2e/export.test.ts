import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { BUNDLED_DECKS, moduleText, Viva } from '../support/viva.js';

const prepared = mkdtempSync(join(tmpdir(), 'viva-export-'));
afterAll(() => rmSync(prepared, { recursive: true, force: true }));

const PARTED = [
  ...['**In short:** First.', '**Points:**', '- one\n- two\n- (+) three\n- (x) four'],
  ...['The rest.', '**Follow-up:** And then?', 'Second.', '**Trap:** None.'],
].join('\n\n');

/** A home with three cards; one was reviewed twice, of another a rating was taken back. */
function home(): Viva {
  const viva = new Viva();
  viva.now = '2026-11-24T08:00:00Z';
  // Made once and copied: every command is a start of the program.
  if (readdirSync(prepared).length === 0) cpSync(prepare().home, prepared, { recursive: true });
  cpSync(prepared, viva.home, { recursive: true });
  return viva;
}

function prepare(): Viva {
  const viva = new Viva();
  const alpha = moduleText('Alpha: ../etc', 1, [
    { q: 'What is alpha one?', a: PARTED, stars: '★★★', companies: 'Google, Meta' },
    { q: '=HYPERLINK("https://evil.example", "alpha two")', a: '```js\nf("x")\n```' },
  ]);
  viva.write('decks/a.md', alpha);
  viva.write('decks/b.md', moduleText('Beta', 2, [{ q: 'What is beta?', a: 'Third.' }]));
  expect(viva.run(['import', 'decks']).status).toBe(0);
  const [one, , beta] = viva.json(['list']).cards;
  viva.now = '2026-11-23T08:00:00Z';
  for (const step of [['grade', one.id, 'easy'], ['grade', beta.id, 'good'], ['undo']]) {
    expect(viva.run(step).status).toBe(0);
  }
  viva.now = '2026-11-24T08:00:00Z';
  expect(viva.run(['grade', one.id, 'again']).status).toBe(0);
  return viva;
}

const read = (viva: Viva, name: string) => readFileSync(join(viva.home, name), 'utf8');
const copyTo = (from: Viva, name: string): Viva => {
  const viva = new Viva();
  viva.write(name, read(from, name));
  return viva;
};

describe('viva export json and jsonl', () => {
  test.each(['json', 'jsonl'])('%s comes back as the same cards, memory and history', (format) => {
    const viva = home();
    const file = `all.${format}`;
    const flags = format === 'json' ? [] : ['--no-parts'];
    expect(viva.run(['export', format, '-o', file, ...flags]).stdout).toContain(file);
    expect(statSync(join(viva.home, file)).mode & 0o777).toBe(0o600);

    const other = copyTo(viva, file);
    const { stdout, status } = other.run(['import', file]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/1 collection, 2 modules\n {2}3 cards \(0 known before\)\n {2}4 events/);
    const list = viva.json(['list']);
    expect(other.json(['list'])).toEqual(list);
    const show = ['show', list.cards[0].id];
    expect(other.json(show)).toEqual(viva.json(show));

    expect(other.json(['import', file]).events).toEqual({ added: 0, known: 4 });
    expect(other.run(['export', format, ...flags]).stdout).toBe(read(viva, file));
    expect(read(viva, file).includes('"parts":')).toBe(format === 'json');
  });

  test('a dry run says what would come, and brings nothing', () => {
    const viva = home();
    viva.run(['export', 'json', '-oall.json']);
    const other = copyTo(viva, 'all.json');
    expect(other.run(['import', 'all.json', '--dry-run']).stdout).toContain('nothing was changed');
    expect(other.json(['collections']).collections).toEqual([]);
  });

  test('a query takes its cards alone', () => {
    const viva = home();
    const { stdout } = viva.run(['export', 'json', 'company:meta']);
    const { complete, cards, events, modules } = JSON.parse(stdout);
    expect(complete).toBe(false);
    expect(cards).toMatchObject([
      { question: 'What is alpha one?', companies: ['Google', 'Meta'] },
    ]);
    expect(cards[0].parts).toEqual(viva.json(['show', 'alpha one']).card.parts);
    expect(cards[0].parts).toMatchObject({
      short: 'First.',
      points: [{ kind: 'good' }, {}, { kind: 'extra', text: 'three' }, { kind: 'wrong' }],
      followUps: [{ question: 'And then?', answer: 'Second.' }],
      trap: 'None.',
      rest: 'The rest.',
    });
    expect(events).toMatchObject([{ rating: 4 }, { rating: 1 }]);
    expect(modules).toHaveLength(1);
  });

  test('a damaged archive is refused with its place, and nothing is written', () => {
    const viva = home();
    const lines = viva.run(['export', 'jsonl']).stdout.replace('"rating":4', '"rating":40');
    const other = new Viva();
    other.write('bad.jsonl', lines);
    const { stderr, status } = other.run(['import', 'bad.jsonl']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/bad\.jsonl:\d+: line \d+: rating: /);
    expect(stderr).toContain('Nothing was imported.');
    expect(other.json(['collections']).collections).toEqual([]);
  });
});

describe('viva export csv and revlog', () => {
  test('csv has a card a record, safe for a spreadsheet', () => {
    const { stdout } = home().run(['export', 'csv', 'alpha']);
    const lines = stdout.split('\r\n');
    expect(lines[0]).toMatch(
      /^id,collection,part,module_number,module_title,difficulty,companies,/,
    );
    expect(stdout).toContain(
      ',false,false,First.,"one\ntwo\n(+) three\n(x) four","And then?\nSecond.",',
    );
    expect(lines[1]).toMatch(/^\w{12},decks,Testing,1,Alpha: ..\/etc,3,Google; Meta,test,What is/);
    expect(stdout).toContain(`"'=HYPERLINK(""https://evil.example"", ""alpha two"")"`);
    expect(lines).toHaveLength(4);
  });

  test('revlog has the reviews that count', () => {
    const viva = home();
    const times = ['2026-11-23T08:00:00Z', '2026-11-24T08:00:00Z'].map(Date.parse);
    expect(viva.run(['export', 'revlog', '-o', '-']).stdout).toBe(
      'card_id,review_time,review_rating,review_state,review_duration\r\n' +
        `1,${times[0]},4,0,20000\r\n1,${times[1]},1,2,20000\r\n`,
    );
    expect(viva.run(['export', 'revlog', 'beta']).stdout.split('\r\n')).toHaveLength(2);
    expect(viva.run(['export', 'revlog', 'alpha']).stdout.split('\r\n')).toHaveLength(4);
  });
});

/** What of a card a module file holds. */
// biome-ignore lint/suspicious/noExplicitAny: the shape of `list --json`
const texts = ({ cards }: { cards: any[] }) =>
  cards.map(({ question, answer, companies, difficulty, tags, module }) => ({
    ...{ question, answer, companies, difficulty, tags, module },
  }));

describe('viva export md', () => {
  test('gives module files that are read as the same cards', () => {
    const viva = new Viva();
    viva.run(['import', BUNDLED_DECKS, '--as', 'decks']);
    const all = viva.json(['list']);
    expect(all.cards.length).toBeGreaterThan(400);
    expect(viva.json(['export', 'md', '-o', 'out'])).toMatchObject({ cards: all.cards.length });
    expect(viva.run(['import', 'out', '--as', 'copy']).status).toBe(0);
    expect(texts(viva.json(['list', 'collection:copy']))).toEqual(texts(all));
    // The files are stable: exported again they are the same.
    viva.run(['export', 'md', 'collection:copy', '-o', 'again']);
    const names = readdirSync(join(viva.home, 'out'), { recursive: true }).map(String);
    const files = names.filter((name) => name.endsWith('.md'));
    expect(files.length).toBeGreaterThan(50);
    for (const name of files) {
      expect(read(viva, join('again', name))).toBe(read(viva, join('out', name)));
    }
  });

  test('puts each module into the folder of its part, and stays in the folder named', () => {
    const viva = home();
    const { written } = viva.json(['export', 'md', 'alpha', '-o', 'out']);
    expect(written).toEqual([join(viva.home, 'out/testing/01-alpha-etc.md')]);
    expect(read(viva, 'out/testing/01-alpha-etc.md')).not.toContain('<!-- id:');
  });

  test('--ids writes the ids, by which cards keep their history when their text changes', () => {
    const viva = home();
    const [card] = viva.json(['list', 'alpha one']).cards;
    viva.run(['export', 'md', 'alpha', '-o', 'out', '--ids']);
    expect(read(viva, 'out/testing/01-alpha-etc.md')).toContain(`<!-- id: ${card.id} -->`);
    expect(viva.run(['import', 'out', '--as', 'copy']).status).toBe(0);
    expect(viva.json(['list', 'collection:copy']).cards).toHaveLength(2);
  });
});

describe('viva export', () => {
  test('overwrites nothing unless told to', () => {
    const viva = home();
    viva.write('all.json', 'precious');
    const { status, stderr } = viva.run(['export', 'json', '-o', 'all.json']);
    expect([status, stderr]).toEqual([1, expect.stringContaining('(file-exists)')]);
    expect(read(viva, 'all.json')).toBe('precious');
    expect(viva.run(['export', 'json', '-o', 'all.json', '--force']).status).toBe(0);
    expect(read(viva, 'all.json')).toContain('viva-archive');
    viva.run(['export', 'md', 'alpha', '-o', 'out']);
    const again = viva.run(['export', 'md', '-o', 'out']);
    expect(again.stderr).toContain('(file-exists)');
    expect(existsSync(join(viva.home, 'out/testing/02-beta.md'))).toBe(false);
  });

  test.each([
    [['export', 'xlsx'], /"xlsx" is not an export format/],
    [['export'], /missing required argument/i],
    [['export', 'md'], /-o FOLDER/],
    [['export', 'csv', '--ids'], /--ids applies to md/],
    [['export', 'csv', '--no-parts'], /--no-parts is for json/],
    [['export', 'json', '--json'], /name it with -o/],
    [['import', 'a.json', '--as', 'x'], /--as does not apply to archives/],
  ])('%j is a mistake that is explained', (args, message) => {
    const { status, stderr, stdout } = new Viva().run(args);
    expect([status, `${stdout}${stderr}`]).toEqual([2, expect.stringMatching(message)]);
  });
});
