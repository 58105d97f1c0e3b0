import { describe, expect, test, vi } from 'vitest';
import { moduleText, Viva } from '../support/viva.js';

// Each test starts the program many times, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000 });

/** Cards of two companies, `each` of each, known by c0, c1 … in the order of the module. */
function home(each = 2): Viva {
  const viva = new Viva();
  const cards = Array.from({ length: 2 * each }, (_, n) => ({
    q: `What is card number ${n}?`,
    a: `It is the answer ${n}.`,
    companies: n < each ? 'Anthropic' : 'Google',
  }));
  viva.write('decks/m.md', moduleText('Alpha', 1, cards));
  expect(viva.run(['import', 'decks']).status).toBe(0);
  return viva;
}

const ids = (viva: Viva, query: string): string[] =>
  viva.json(['list', query]).cards.map(({ id }: { id: string }) => id);

/** Learns so many new cards as Easy, in one go. */
function learn(viva: Viva, cards: number): void {
  const lines = Array.from({ length: cards }, () => '\n4\n').join('');
  const { status, stderr } = viva.run(['review', '--plain', '--new', String(cards)], lines);
  expect(status, stderr).toBe(0);
}

describe('viva config set retention --for', () => {
  test('schedules the cards of the query by it, and others not', () => {
    const viva = home();
    const rule = ['retention', '0.97', '--for', 'company:anthropic'];
    expect(viva.run(['config', 'set', ...rule]).stdout).toContain('0.97 for company:anthropic');
    viva.run(['config', 'set', 'fuzz', 'off']);
    const easy = (query: string) => viva.json(['grade', ids(viva, query)[0] ?? '', 'easy']);
    const strict = easy('company:anthropic');
    const usual = easy('company:google');
    expect(strict.intervalDays).toBeLessThan(usual.intervalDays / 2);
    expect(viva.run(['config', 'list']).stdout).toMatch(/retention --for company:anthropic +0\.97/);
    expect(viva.json(['config', 'get', 'retention', '--for', 'company:anthropic'])).toMatchObject({
      value: 0.97,
    });
    expect(viva.run(['config', 'unset', 'retention', '--for', 'company:anthropic']).status).toBe(0);
    expect(viva.json(['config', 'list']).settings.retentionRules).toEqual([]);
    expect(viva.run(['doctor']).status).toBe(0);
  });

  test('refuses what is no rule, and says what is', () => {
    const viva = home();
    const set = (...args: string[]) => viva.run(['config', 'set', ...args]);
    const unknown = set('retention', '0.9', '--for', 'company:antropic');
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('Did you mean "Anthropic"?');
    expect(set('retention', '0.9', '--for', 'rated:7').stderr).toContain('rated:');
    expect(set('retention', '0.9', '--for', ' ').stderr).toContain('every card');
    expect(set('retention', '1.5', '--for', 'company:google').status).toBe(2);
    expect(set('fuzz', 'off', '--for', 'company:google').stderr).toContain('--for applies to');
    const gone = viva.run(['config', 'unset', 'retention', '--for', 'company:google']);
    expect(gone.stderr).toContain('There is no rule');
    expect(viva.json(['config', 'list']).settings.retentionRules).toEqual([]);
  });
});

describe('viva break', () => {
  test('moves what falls due in it before and after, and is undone by remove', () => {
    const viva = home(6);
    learn(viva, 12);
    const days = '2026-12-02..2026-12-04';
    const before = viva.json(['due']).forecast;
    const made = viva.json(['break', days]).break;
    expect(made).toMatchObject({ from: '2026-12-02', to: '2026-12-04' });
    const { forecast, break: off } = viva.json(['due']);
    expect(off).toEqual({ from: '2026-12-02', to: '2026-12-04', now: false });
    type Days = { date: string; due: number }[];
    const total = (list: Days) => list.reduce((sum, { due }) => sum + due, 0);
    const inBreak = (list: Days) =>
      total(list.filter(({ date }) => date >= '2026-12-02' && date <= '2026-12-04'));
    expect(inBreak(before)).toBeGreaterThan(0);
    expect(inBreak(forecast)).toBe(0);
    expect(made.before + made.after).toBe(inBreak(before));
    expect(total(forecast)).toBe(total(before));
    expect(viva.run(['break', 'list']).stdout).toContain('2026-12-02');
    expect(viva.run(['break', 'remove', '2026-12-02']).status).toBe(0);
    expect(viva.json(['due']).forecast).toEqual(before);
    expect(viva.json(['break']).breaks).toEqual([]);
  });

  test('leaves the review screen with nothing to do on its days', async () => {
    const viva = home();
    expect(viva.run(['break', '2026-11-24']).status).toBe(0);
    const terminal = viva.open(['review']);
    await terminal.waitFor('On a break until 2026-11-24: nothing is due.');
    terminal.send('q');
    expect((await terminal.waitForExit()).status).toBe(0);
    expect(viva.run(['due']).stdout).toContain('On a break until 2026-11-24: nothing is due.');
    viva.now = '2026-11-25T08:00:00Z';
    expect(viva.json(['due']).today.new).toBe(4);
  });

  test('refuses days that are none', () => {
    const viva = home();
    for (const days of [
      'tomorrow',
      '2026-12-24..2026-12-01',
      '2026-02-30',
      '2026-11-01',
      '3000-01-01',
    ]) {
      expect(viva.run(['break', days]).status, days).toBe(2);
    }
    expect(viva.run(['break', 'remove', '2026-12-24']).stderr).toContain('There is no break');
  });
});

describe('load balancing', () => {
  test('shows on the answer screen the interval that the rating gives', async () => {
    const viva = home(15);
    learn(viva, 20);
    const terminal = viva.open(['review', '--new', '5']);
    await terminal.waitFor('show answer');
    terminal.send(' ');
    await terminal.waitFor('4 Easy');
    const screen = terminal.text();
    const shown = Number(/4 Easy +(\d+)d/.exec(screen)?.[1]);
    const question = /What is card number \d+\?/.exec(screen)?.[0];
    terminal.send('4');
    await terminal.waitFor('show answer');
    terminal.send('q');
    await terminal.waitFor('q quit');
    terminal.send('q');
    await terminal.waitForExit();
    const { cards } = viva.json(['list', `"${question}"`]);
    expect(cards).toHaveLength(1);
    const days = (Date.parse(cards[0].due) - Date.parse('2026-11-24T04:00:00Z')) / 86_400_000;
    expect(days).toBe(shown);
  });

  test('keeps easy days free', () => {
    const viva = home(6);
    expect(viva.run(['config', 'set', 'easyDays', 'wed=0,thu=0']).status).toBe(0);
    learn(viva, 12);
    const { forecast } = viva.json(['due']);
    // 2 and 3 December are a Wednesday and a Thursday.
    const on = (date: string) => forecast.find((each: { date: string }) => each.date === date).due;
    expect(on('2026-12-02') + on('2026-12-03')).toBe(0);
    expect(viva.run(['config', 'set', 'easyDays', 'wednesday']).status).toBe(2);
  });
});

describe('a backlog', () => {
  test('is announced by due and by the review, with its end', async () => {
    const viva = home(12);
    learn(viva, 24);
    viva.now = '2027-02-01T08:00:00Z';
    const line =
      /24 overdue: 20 a day will clear them by \d+ February 2027\. New cards wait until\s+then\./;
    expect(viva.run(['due']).stdout).toMatch(line);
    expect(viva.json(['due']).backlog).toMatchObject({ overdue: 24, perDay: 20, newPaused: true });
    expect(viva.json(['due']).today).toMatchObject({ review: 20 });
    // The days to come agree with it: 20 today, what is left and comes back tomorrow.
    const [today, tomorrow] = viva.json(['due']).forecast.map(({ due }: { due: number }) => due);
    expect(today).toBe(20);
    expect(tomorrow).toBeGreaterThanOrEqual(4);
    expect(tomorrow).toBeLessThanOrEqual(20);
    const { stdout } = viva.run(['review', '--plain'], 'q\n');
    expect(stdout).toContain(`Tomorrow: ${tomorrow} reviews.`);
    const terminal = viva.open(['review'], { columns: 100 });
    await terminal.waitFor(/24 overdue: 20 a day will clear/);
    terminal.send('q');
    await terminal.waitFor('q quit');
    terminal.send('q');
    await terminal.waitForExit();
    expect(viva.run(['review', '--plain'], 'q\n').stdout).toMatch(line);
  });
});

describe('a leech', () => {
  test('is explained by viva show', () => {
    const viva = home();
    const [id = ''] = ids(viva, 'company:google');
    const grade = (day: string, rating: string) => {
      viva.now = `${day}T08:00:00Z`;
      viva.run(['grade', id, rating]);
    };
    grade('2026-11-24', 'easy');
    for (const day of ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-28']) {
      grade(day, 'again');
      grade(day, 'good');
    }
    expect(viva.run(['show', id]).stdout).toMatch(
      /leech +4 lapses where its own predictions make 0\.\d likely \(chance .* %\)/,
    );
    expect(ids(viva, 'is:leech')).toEqual([id]);
    expect(viva.run(['doctor']).status).toBe(0);
  });
});
