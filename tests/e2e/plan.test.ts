import { describe, expect, test } from 'vitest';
import { moduleText, Viva } from '../support/viva.js';

const questions = (name: string, count: number, companies: string) =>
  Array.from({ length: count }, (_, n) => ({
    q: `What is ${name} ${n + 1}?`,
    a: `${name} ${n + 1} is an answer.`,
    companies,
  }));

/**
 * Twelve cards of Anthropic's in one module, eight of Google's in another. With
 * two minutes a day time is scarce, so that a plan begins at once.
 */
function home(): Viva {
  const viva = new Viva();
  viva.write('decks/a.md', moduleText('Alpha', 1, questions('alpha', 12, 'Anthropic')));
  viva.write('decks/b.md', moduleText('Beta', 2, questions('beta', 8, 'Google')));
  expect(viva.run(['import', 'decks']).status).toBe(0);
  return viva;
}

const add = (viva: Viva, ...more: string[]) =>
  viva.json(['plan', 'add', '--company', 'Anthropic', '--date', '2026-12-01', ...more]);

/** Reviews everything of today line by line: Good for every card. Gives the questions in order. */
function reviewAll(viva: Viva, ...args: string[]): string[] {
  const { stdout, status } = viva.run(['review', '--plain', ...args], '\n3\n'.repeat(200));
  expect(status).toBe(0);
  return [...stdout.matchAll(/What is (\w+ \d+)\?/g)].map(([, question = '']) => question);
}

describe('viva plan', () => {
  test('adds, lists, shows, changes and removes', () => {
    const viva = home();
    expect(viva.run(['plan']).stdout).toContain('There is no plan');
    const added = add(viva, '--time', '14:30', '--minutes', '40', '--target', '90%');
    expect(added).toMatchObject({
      version: 1,
      plan: {
        number: 1,
        name: 'Anthropic',
        query: 'company:Anthropic',
        deadline: '2026-12-01T14:30:00.000Z',
        date: '2026-12-01',
        minutesPerDay: 40,
        target: 0.9,
        state: 'in force',
        removed: null,
      },
      daysLeft: 7,
      cards: 12,
      newCards: 12,
    });
    expect(viva.json(['plan', 'list']).plans).toMatchObject([{ number: 1, cards: 12 }]);
    expect(viva.run(['plan', 'list']).stdout).toMatch(/1 +Anthropic +2026-12-01 14:30 +in 7 days/);

    const edited = viva.json(['plan', 'edit', 'anth', '--minutes', '15', '--date', '2026-12-05']);
    expect(edited.plan).toMatchObject({
      number: 1,
      minutesPerDay: 15,
      deadline: '2026-12-05T14:30:00.000Z',
      target: 0.9,
    });
    expect(viva.json(['plan', 'edit', '1', '--query', 'company:google']).plan).toMatchObject({
      query: 'company:google',
      name: 'Anthropic',
    });

    expect(viva.json(['plan', 'remove', '1']).removed).toMatchObject({ state: 'removed' });
    expect(viva.json(['plan', 'list']).plans).toEqual([]);
    expect(viva.json(['plan', 'list', '--all']).plans).toMatchObject([{ state: 'removed' }]);
  });

  test('takes a query in words, and names the plan after it', () => {
    const viva = home();
    const { plan, cards } = viva.json(['plan', 'add', 'module:2', '--date', '2026-12-01']);
    expect(plan).toMatchObject({ name: 'module:2', query: 'module:2', minutesPerDay: 30 });
    expect(cards).toBe(8);
    const named = ['plan', 'add', '--date', '2026-12-02', '--name', 'Final round'];
    expect(viva.json(named)).toMatchObject({ plan: { name: 'Final round', query: '' }, cards: 20 });
    expect(viva.json(['plan', 'show', 'final', 'round']).sharedCards).toBe(8);
  });

  test.each([
    [['add', '--company', 'Antropic', '--date', '2026-12-01'], 2, 'Did you mean "Anthropic"?'],
    [['add', '--date', '2026-11-01'], 2, '2026-11-01 10:00 is in the past'],
    [['add', '--date', '01.12.2026'], 2, '"01.12.2026" is not a date'],
    [['add', '--date', '2026-12-01', '--time', '25:00'], 2, '"25:00" is not a time of day'],
    [['add'], 2, 'Use --date YYYY-MM-DD'],
    [['add', 'zebra', '--date', '2026-12-01'], 1, 'No card matches "zebra"'],
    [['add', 'is:new', '--date', '2026-12-01'], 2, 'changes with every review'],
    [['add', '--date', '2026-12-01', '--minutes', '0'], 2, 'must be at least 1'],
    [['add', '--date', '2026-12-01', '--target', '1.5'], 2, 'such as 0.95'],
    [['add', '--date', '2026-12-01', '--target', '0.2'], 2, 'must be at least 0.5'],
    [['show', 'Nobody'], 1, 'There is no plan'],
    [['edit', '1'], 2, 'Nothing to change'],
    [['remove'], 2, 'Name the plan'],
    [['dance'], 2, '"dance" is not an action'],
  ])('%j is refused with status %i', (args, status, message) => {
    const result = home().run(['plan', ...args]);
    expect(result.stderr).toContain(message);
    expect(result.status).toBe(status);
    expect(result.stdout).toBe('');
  });

  test('explains what could be several plans', () => {
    const viva = home();
    add(viva, '--name', 'Google phone');
    add(viva, '--name', 'Google onsite');
    const { stderr, status } = viva.run(['plan', 'show', 'goo']);
    expect(status).toBe(1);
    expect(stderr).toContain('1 (Google phone), 2 (Google onsite)');
  });

  test('shows a forecast that fits any terminal, in ASCII too', async () => {
    const viva = home();
    add(viva, '--minutes', '2');
    const report = viva.json(['plan', 'show']);
    const { expected, interval80, minutesByDay, byBudget } = report.forecast;
    expect(interval80[0]).toBeLessThanOrEqual(expected);
    expect(interval80[1]).toBeGreaterThanOrEqual(expected);
    expect(minutesByDay.length).toBeGreaterThanOrEqual(7);
    expect(byBudget.length).toBeGreaterThan(1);
    expect(report.byPart).toMatchObject([{ name: 'Testing', cards: 12 }]);
    const missing = report.byDifficulty.reduce(
      (sum: number, group: { missing: number }) => sum + group.missing,
      0,
    );
    expect(missing).toBeCloseTo(12 * (1 - expected), 3);
    for (const columns of [40, 80]) {
      const terminal = viva.open(['plan', 'show', '1'], { columns, rows: 60 });
      await terminal.waitForExit();
      expect(terminal.text()).toContain('Minutes a day');
      // A line that were too long would go on in the next one, within a word.
      expect(terminal.text()).toMatch(/^Most at risk .* missed$/m);
      expect(terminal.lines().every((line) => line.trimEnd().length <= columns)).toBe(true);
    }
    const ascii = viva.run(['plan', 'show', '--ascii']).stdout;
    expect(ascii).toMatch(/^[\x20-\x7e\n]+$/);
    viva.env = { LC_ALL: 'C' };
    expect(viva.run(['plan', 'show']).stdout).toBe(ascii);
  });
});

describe('the review under a plan', () => {
  test('rests in a break, which the forecast knows, and on an easy day takes its share', () => {
    const viva = home();
    viva.run(['config', 'set', 'easyDays', 'sun=0.5']);
    expect(viva.run(['break', '2026-11-24..2026-11-26']).status).toBe(0);
    const { plan, daysOff, easyDays, forecast } = add(viva, '--minutes', '2');
    expect({ plan, daysOff, easyDays }).toMatchObject({
      plan: { number: 1 },
      daysOff: 3,
      easyDays: 1,
    });
    // Today and the four days that are left: of the others it has none.
    expect(forecast.minutesByDay).toHaveLength(5);
    expect(forecast.minutesByDay[0]).toBe(0);
    expect(Math.max(...forecast.minutesByDay)).toBeGreaterThan(1);
    expect(viva.run(['plan', 'show']).stdout).toContain(
      '2 min a day (none on 3 days off, fewer on 1 easy day)',
    );
    expect(viva.run(['due']).stdout).toContain('On a break until 2026-11-26: nothing is due.');
    expect(reviewAll(viva)).toEqual([]);
    viva.now = '2026-11-27T09:00:00Z';
    expect(reviewAll(viva).length).toBeGreaterThan(0);
  });

  test('of seven days is played to its end, and the ordinary schedule after it', () => {
    const viva = home();
    add(viva, '--minutes', '2', '--target', '0.97');
    const seen = new Set<string>();
    let planned = 0;
    for (let day = 24; day <= 30; day++) {
      viva.now = `2026-11-${day}T08:00:00Z`;
      const [plan] = viva.json(['due']).plans;
      expect(plan).toMatchObject({ name: 'Anthropic', daysLeft: 31 - day });
      const cards = reviewAll(viva);
      const alphas = cards.filter((question) => question.startsWith('alpha'));
      planned += alphas.length;
      for (const question of alphas) seen.add(question);
      expect(viva.json(['due']).today).toMatchObject({ review: 0 });
    }
    // At two minutes a day not every card is reached, and those that are come back.
    expect(seen.size).toBeGreaterThan(6);
    expect(planned).toBeGreaterThan(seen.size);
    const { forecast } = viva.json(['plan', 'show']);
    expect(forecast.expectedWithoutReviews).toBeGreaterThan((0.8 * seen.size) / 12);

    // On the day itself the plan is in force to its hour.
    viva.now = '2026-12-01T09:00:00Z';
    expect(viva.json(['due']).plans).toMatchObject([{ daysLeft: 0 }]);
    viva.now = '2026-12-01T10:00:00Z';
    expect(viva.json(['due']).plans).toEqual([]);
    expect(viva.run(['plan', 'list']).stdout).toContain('over');
    expect(viva.run(['plan', 'show', '1']).stdout).toContain('normal schedule');
    viva.now = '2027-12-01T10:00:00Z';
    expect(viva.json(['due', 'company:anthropic']).today.review).toBe(seen.size);
    const { cards } = viva.json(['list', 'company:anthropic']);
    const reviewed = cards.filter(({ state }: { state: string }) => state === 'review');
    expect(reviewed).toHaveLength(seen.size);
    expect(viva.run(['doctor']).status).toBe(0);
  }, 120_000);

  test('is the ordinary one with --no-plan', () => {
    const viva = home();
    viva.run(['config', 'set', 'newPerDay', '4']);
    add(viva);
    expect(new Set(reviewAll(viva, '--no-plan')).size).toBe(4);
  });

  test('comes first in the terminal, and its header tells of it', async () => {
    const viva = home();
    add(viva, '--minutes', '2', '--target', '99%');
    const terminal = viva.open([], { columns: 90 });
    await terminal.waitFor('show answer');
    expect(terminal.text()).toMatch(/Anthropic in 7 days · 0\.\d\d expected · 0 of \d+ min today/);
    expect(terminal.text()).toContain('What is alpha');
    for (let n = 0; n < 2; n++) {
      terminal.send(' ');
      await terminal.waitFor('1 Again');
      terminal.send('4');
      await terminal.waitFor('show answer');
      expect(terminal.text()).toContain('What is alpha');
    }
    const question = /What is alpha \d+/.exec(terminal.text())?.[0] ?? '';
    terminal.kill('SIGKILL');
    await terminal.waitForExit();

    const narrow = viva.open([], { columns: 60 });
    await narrow.waitFor('show answer');
    expect(narrow.text()).toContain(question);
    expect(narrow.text()).toMatch(/Anthropic 7 d · 0\.\d\d · \d+ of \d+ min/);
    narrow.resize(40, 24);
    await narrow.waitFor(() => !narrow.text().includes('of'));
    expect(narrow.text()).toContain('show answer');
    narrow.send('q');
    await narrow.waitFor('q quit');
    narrow.send('q');
    expect((await narrow.waitForExit()).status).toBe(0);
  });

  test('offers more of the plan where its part of the day is done', async () => {
    const viva = home();
    add(viva, '--minutes', '2');
    const [card] = viva.json(['list', 'company:anthropic']).cards;
    viva.run(['grade', card.id, 'easy', '--seconds', '120']);
    const terminal = viva.open([]);
    await terminal.waitFor('p 10 min more of the plan');
    expect(terminal.text()).toMatch(/Plan +Anthropic in 7 days · 0\.\d\d expected · 2 of 2 min/);
    terminal.send('p');
    await terminal.waitFor('show answer');
    expect(terminal.text()).toMatch(/2 of \d+ min today/);
    expect(terminal.text()).toContain('What is alpha');
    terminal.send('q');
    await terminal.waitFor('q quit');
    expect(terminal.text()).not.toContain('more of the plan');
    terminal.resize(40, 12);
    await terminal.waitFor(/Plan +2 of \d+ min/);
    terminal.send('q');
    expect((await terminal.waitForExit()).status).toBe(0);
  });

  test('says in `due` what the plan wants', () => {
    const viva = home();
    add(viva, '--minutes', '2');
    const { plans, today } = viva.json(['due']);
    expect(plans).toHaveLength(1);
    expect(plans[0]).toMatchObject({
      number: 1,
      daysLeft: 7,
      minutesDone: 0,
      targetReached: false,
      today: 'open',
    });
    // What is expected is the same wherever it is said.
    expect(plans[0].expected).toBe(viva.json(['plan', 'show']).forecast.expected);
    expect(plans[0].minutesToday).toBeGreaterThan(0);
    expect(plans[0].expected).toBeGreaterThan(0.3);
    // Those that the plan has time for, and no new ones of Google's beside them.
    expect(today.new).toBeGreaterThan(1);
    expect(today.new).toBeLessThan(8);
    expect(viva.json(['due', 'company:google']).today.new).toBe(8);
    expect(viva.run(['due']).stdout).toMatch(/^Anthropic in 7 days · 0\.\d\d expected · 0 of/m);
    viva.run(['plan', 'remove', '1']);
    expect(viva.json(['due']).plans).toEqual([]);
  });
});

describe('a plan in ordinary and odd use', () => {
  /** One company's cards; the session at eight, the interview at ten. */
  function atEight(cards: number, ...more: string[]) {
    const viva = new Viva();
    viva.now = '2026-11-24T08:00:00Z';
    viva.write('decks/a.md', moduleText('Alpha', 1, questions('alpha', cards, 'Anthropic')));
    viva.run(['import', 'decks']);
    return { viva, report: add(viva, '--time', '10:00', ...more) };
  }

  test('begins at once, and never says that it cannot be done over a table that says it can', () => {
    const { viva, report } = atEight(35, '--date', '2026-12-24', '--minutes', '30');
    expect(report.forecast.minutesByDay[0]).toBeGreaterThan(5);
    const text = viva.run(['plan', 'show']).stdout;
    expect(text).not.toContain('easible');
    expect(text).toMatch(/minutes a day are enough/);
    expect(viva.run(['due']).stdout).toMatch(/0 of \d+ min today/);
    expect(reviewAll(viva).length).toBeGreaterThan(20);
  });

  test('in one minute forecasts one minute, and over centuries answers, too', () => {
    const { viva, report } = atEight(30, '--date', '2999-12-31');
    expect(report.forecast.minutesByDay).toHaveLength(366);
    const edit = ['plan', 'edit', '1', '--date', '2026-11-24', '--time', '08:01'];
    const { expected, byBudget } = viva.json(edit).forecast;
    expect(expected).toBeLessThan(0.15);
    expect(byBudget.at(-1).expected).toBe(expected);
    expect(viva.json(['due']).plans[0].minutesToday).toBeLessThan(2);
  });

  test('of one card says so, and with all of them suspended expects nothing', () => {
    const { viva } = atEight(1);
    const text = viva.run(['plan', 'show']).stdout;
    expect(text).toContain('1 card, 1 of them new');
    expect(text).not.toMatch(/\b1 cards/);
    expect(text).toContain('1 minute a day is enough');
    expect(viva.run(['suspend', 'company:anthropic', '--yes']).stderr).toBe('');
    expect(viva.json(['due']).plans).toMatchObject([{ expected: null, today: 'empty' }]);
    expect(viva.run(['due']).stdout).toContain('no cards');
    expect(viva.run(['plan', 'show']).stdout).not.toContain('0.00');
  });

  test('time that `grade` takes counts: what is said, or the usual', () => {
    const { viva } = atEight(30, '--minutes', '5');
    const [card, other] = viva.json(['list']).cards;
    viva.run(['grade', card.id, 'easy', '--seconds', '90']);
    expect(viva.json(['due']).plans[0].minutesDone).toBeCloseTo(1.5, 9);
    viva.run(['grade', other.id, 'easy']);
    expect(viva.json(['due']).plans[0].minutesDone).toBeCloseTo(3, 9);
    const refused = viva.run(['grade', other.id, 'easy', '--seconds', '-1']);
    expect(refused.status).toBe(2);
  });
});

test('an archive takes plans along', () => {
  const viva = home();
  add(viva);
  viva.run(['export', 'json', '-o', 'all.json']);
  const other = new Viva();
  const archive = other.write('all.json', viva.run(['export', 'json']).stdout);
  expect(other.json(['import', archive]).plans).toMatchObject({ added: 1, known: 0 });
  expect(other.json(['plan', 'list']).plans).toMatchObject([{ name: 'Anthropic', cards: 12 }]);
  expect(other.json(['import', archive]).plans).toMatchObject({ added: 0, known: 1 });
});
