import { describe, expect, test } from 'vitest';
import type { Terminal } from '../support/terminal/terminal.mjs';
import { moduleText, Viva } from '../support/viva.js';

/** A home with one card reviewed yesterday and today, and one new card with a hostile question. */
function home(): Viva {
  const viva = new Viva();
  viva.write(
    'decks/a.md',
    moduleText('Alpha', 1, [
      { q: 'What is alpha one?', a: 'First.' },
      { q: '=HYPERLINK("https://evil.example", "alpha two")', a: 'Second.', companies: 'Meta' },
    ]),
  );
  expect(viva.run(['import', 'decks']).status).toBe(0);
  viva.now = '2026-11-23T08:00:00Z';
  grade(viva, 'alpha one', 'easy');
  viva.now = '2026-11-24T08:00:00Z';
  grade(viva, 'hyperlink', 'again');
  return viva;
}

function grade(viva: Viva, text: string, rating: string): void {
  const { cards } = viva.json(['list', text]);
  expect(viva.run(['grade', cards[0].id, rating]).status).toBe(0);
}

describe('viva stats', () => {
  test('writes its figures as JSON, of a query and of a period', () => {
    const viva = home();
    const all = viva.json(['stats']);
    expect(all).toMatchObject({ version: 1, query: '', today: '2026-11-24' });
    expect(all.day).toMatchObject({ reviews: 1, passed: 0 });
    expect(all.streak).toEqual({ current: 2, longest: 2, longestEnd: '2026-11-24' });
    expect(all.ratings.total).toBe(2);
    expect(viva.json(['stats', 'company:meta']).ratings.total).toBe(1);
    expect(viva.json(['stats', '--until', '1d']).ratings.total).toBe(1);
    expect(viva.json(['stats', '--since', '2026-11-24']).calendar.days).toHaveLength(1);
  });

  test('writes one long table as CSV, in which nothing is a formula', () => {
    const { stdout, status } = home().run(['stats', '--csv']);
    expect(status).toBe(0);
    expect(stdout.startsWith('section,group,name,value,unit\r\n')).toBe(true);
    expect(stdout).toContain('\r\nstreak,,current,2,days\r\n');
    expect(stdout).toContain(`"'=HYPERLINK(""https://evil.example"", ""alpha two"")"`);
    expect(stdout).not.toMatch(/(^|,)"?=/m);
  });

  test('writes text into a pipe, without colours; ASCII where the locale knows no more', () => {
    const viva = home();
    const { stdout } = viva.run(['stats']);
    expect(stdout).toContain('True retention');
    expect(stdout).toContain('What is alpha one?');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).toContain('█');
    for (const run of [
      viva.run(['stats', '--ascii']),
      withEnv(viva, { LC_ALL: 'C' }).run(['stats']),
    ]) {
      expect(run.status).toBe(0);
      expect([...run.stdout].every((character) => character < '\u0080')).toBe(true);
    }
  });

  test.each([
    [['--since', 'yesterday'], 'a span back from today'],
    [['--until', '2026-11-25'], 'in the future'],
    [['--since', '2026-11-20', '--until', '2026-11-19'], 'after the end'],
  ])('refuses %j', (args, message) => {
    const { stderr, status } = home().run(['stats', ...args]);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

function withEnv(viva: Viva, env: Record<string, string>): Viva {
  viva.env = env;
  return viva;
}

describe('the dashboard', () => {
  async function start(viva: Viva, args: string[] = [], size = {}): Promise<Terminal> {
    const terminal = viva.open(['stats', ...args], size);
    await terminal.waitFor('q quit');
    return terminal;
  }

  async function quit(terminal: Terminal, keys = 'q'): Promise<void> {
    terminal.send(keys);
    expect(await terminal.waitForExit()).toEqual({ status: 0, signal: 0 });
    expect(terminal.isAlternate()).toBe(false);
    expect(terminal.cursorVisible()).toBe(true);
    expect(terminal.scrollback()).toBe(0);
  }

  test('turns its tabs by arrows, Tab and numbers, in the alternate screen', async () => {
    const terminal = await start(home());
    expect(terminal.isAlternate()).toBe(true);
    expect(terminal.text()).toContain('7 Hardest');
    await terminal.waitFor('1 review of 1 card');
    terminal.send('\u001b[C');
    await terminal.waitFor('Reviews by day');
    terminal.send('\t');
    await terminal.waitFor('Due on the coming days');
    terminal.send('\u001b[D\u001b[D\u001b[D');
    await terminal.waitFor('Leeches and hardest cards');
    terminal.send('4');
    await terminal.waitFor('True retention');
    terminal.send('?');
    await terminal.waitFor('a tab by its number');
    terminal.send('?');
    await terminal.waitFor('True retention');
    await quit(terminal);
  });

  test('scrolls on a small screen and follows its size', async () => {
    const terminal = await start(home(), [], { columns: 40, rows: 12 });
    await terminal.waitFor('1/7 Today');
    terminal.send('5');
    await terminal.waitFor('Known now');
    terminal.send('jjjj');
    await terminal.waitFor((text) => text.includes('↑ 4') && !text.includes('Known now'));
    terminal.send('G');
    await terminal.waitFor('90–100 %');
    terminal.resize(80, 24);
    await terminal.waitFor((text) => text.includes('7 Hardest') && text.includes('90–100 %'));
    await quit(terminal, '\u0003');
  });

  test('has no colours with NO_COLOR, and no Unicode in a locale without it', async () => {
    const viva = withEnv(home(), { NO_COLOR: '1', LC_ALL: 'C' });
    const terminal = await start(viva);
    const cells = terminal.cells().flat();
    expect(cells.filter(({ color, background }) => color !== null || background !== null)).toEqual(
      [],
    );
    expect(cells.filter(({ text }) => text > '\u007f')).toEqual([]);
    await quit(terminal);
  });

  test('gives the terminal back when it is ended from outside', async () => {
    const terminal = await start(home());
    terminal.kill('SIGTERM');
    expect(await terminal.waitForExit()).toMatchObject({ status: 143 });
    expect(terminal.isAlternate()).toBe(false);
  });

  test('is text where --plain says so', async () => {
    const terminal = home().open(['stats', '--plain'], { rows: 200 });
    await terminal.waitFor('Hardest to recall');
    expect(await terminal.waitForExit()).toEqual({ status: 0, signal: 0 });
    expect(terminal.raw()).not.toContain('\u001b[?1049h');
  });
});
