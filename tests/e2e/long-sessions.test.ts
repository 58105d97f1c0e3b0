import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { moduleText, Viva } from '../support/viva.js';

const HOUR = 3_600_000;

function home(): Viva {
  const viva = new Viva();
  const cards = (name: string) =>
    [1, 2, 3].map((n) => ({ q: `What is ${name} ${n}?`, a: `It is ${name} ${n}.` }));
  viva.write('decks/a.md', moduleText('Alpha', 1, cards('alpha')));
  viva.write('more/b.md', moduleText('Beta', 2, cards('beta')));
  expect(viva.run(['import', 'decks', 'more']).status).toBe(0);
  return viva;
}

const reviewed = (viva: Viva) =>
  viva.json(['list']).cards.filter((card: { state: string }) => card.state !== 'new').length;

describe('a review that stays open', () => {
  test('goes on when the collection of its card is removed elsewhere', async () => {
    const viva = home();
    const terminal = viva.open(['review', 'module:1,2']);
    await terminal.waitFor('What is alpha 1?');
    terminal.send(' ');
    await terminal.waitFor('1 Again');
    expect(viva.run(['collections', 'remove', 'decks', '--yes']).status).toBe(0);
    terminal.send('3');
    await terminal.waitFor('That card is gone');
    await terminal.waitFor('What is beta 1?');
    terminal.send(' 3');
    await terminal.waitFor('What is beta 2?');
    terminal.send('qq');
    expect((await terminal.waitForExit()).status).toBe(0);
    expect(reviewed(viva)).toBe(1);
  });

  test('takes settings that are changed elsewhere', async () => {
    const viva = home();
    const terminal = viva.open(['review']);
    await terminal.waitFor('6 new');
    expect(viva.run(['config', 'set', 'newPerDay', '2']).status).toBe(0);
    terminal.send(' ');
    await terminal.waitFor('The settings have changed.');
    await terminal.waitFor('2 new');
    viva.write('viva/config.json', 'not JSON');
    terminal.send('3');
    await terminal.waitFor('1 new');
    terminal.send('qq');
    expect((await terminal.waitForExit()).status).toBe(0);
  });

  test('offers in the morning what the new day brings', async () => {
    const viva = home();
    expect(viva.run(['config', 'set', 'newPerDay', '2']).status).toBe(0);
    const clock = viva.write('clock', '0');
    viva.now = '';
    viva.env = {
      NODE_OPTIONS: `--import ${resolve('tests/support/moved-clock.mjs')}`,
      MOVED_CLOCK: clock,
    };
    const terminal = viva.open(['review']);
    await terminal.waitFor('2 new');
    terminal.send(' 4 4');
    await terminal.waitFor('nothing more is due now');
    viva.write('clock', String(24 * HOUR));
    await terminal.waitFor('2 cards to review now', 20_000);
    terminal.send(' ');
    await terminal.waitFor('2 new');
    terminal.send('qq');
    expect((await terminal.waitForExit()).status).toBe(0);
    await terminal.waitFor('2 cards in');
  });
});
