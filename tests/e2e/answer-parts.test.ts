import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { moduleText, Viva } from '../support/viva.js';

const ANSWER = `**In short:** A cache keeps what was computed.

**Points:**

- names the keys
- names the values
- (+) names the cost of memory
- (x) says that it changes the result

The long rest of the answer.

**Trap:** forgetting the batch.

**Follow-up:** What does it cost?

Bytes for each token.

**Follow-up:** How is that made less? By sharing heads.
`;

function home(): Viva {
  const viva = new Viva();
  viva.write(
    'decks/a.md',
    moduleText('Alpha', 1, [{ q: 'What is a cache?', a: ANSWER }]) +
      moduleText('Beta', 2, [{ q: 'What is plain?', a: 'A plain answer.' }]).replace(
        /^---[\s\S]*?## Interview Questions\n/,
        '',
      ),
  );
  expect(viva.run(['import', 'decks']).status).toBe(0);
  return viva;
}

/** The newest review of the card that has parts. */
function newest(viva: Viva): { rating: number; points?: object } {
  const [{ id }] = viva.json(['list', 'cache']).cards;
  const { history } = viva.json(['show', id]);
  return history.findLast((event: { kind: string }) => event.kind === 'review');
}

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 40, rows: 12 },
];

describe.each(SIZES)('the review at $columns × $rows', (size) => {
  test('shows in short and the points before the rest, and no follow-up', async () => {
    const terminal = home().open(['review'], size);
    await terminal.waitFor('show answer');
    terminal.send(' ');
    await terminal.waitFor('1 Again');
    terminal.send('g');
    await terminal.waitFor('In short');
    terminal.send('G');
    await terminal.waitFor('Trap');
    expect(terminal.text()).not.toContain('What does it cost?');
    terminal.kill('SIGKILL');
  });

  test('m asks, answers, and goes back after the last; a rating counts anywhere', async () => {
    const viva = home();
    const terminal = viva.open(['review'], size);
    await terminal.waitFor('show answer');
    terminal.send('m');
    await terminal.waitFor('show answer');
    terminal.send(' ');
    await terminal.waitFor('1 Again');
    terminal.send('m');
    await terminal.waitFor('Follow-up 1 of 2');
    expect(terminal.text()).toContain('What does it cost?');
    expect(terminal.text()).not.toContain('Bytes for each token');
    terminal.send('m');
    await terminal.waitFor('Bytes for each token');
    terminal.send('m');
    await terminal.waitFor('Follow-up 2 of 2');
    expect(terminal.text()).not.toContain('sharing heads');
    terminal.send('m');
    await terminal.waitFor('sharing heads');
    terminal.send('m');
    await terminal.waitFor('1 Again');
    terminal.send('m');
    await terminal.waitFor('Follow-up 1 of 2');
    terminal.send('\u001b');
    await terminal.waitFor('1 Again');
    terminal.send('m4');
    await terminal.waitFor('What is plain?');
    terminal.kill('SIGKILL');
    await terminal.waitForExit();
    expect(newest(viva)).toMatchObject({ rating: 4 });
    expect(newest(viva).points).toBeUndefined();
  });

  test('p ticks points by digits, suggests a rating, and the journal keeps them', async () => {
    const viva = home();
    const terminal = viva.open(['review'], size);
    await terminal.waitFor('show answer');
    terminal.send(' ');
    await terminal.waitFor('1 Again');
    terminal.send('p');
    await terminal.waitFor('1-4 tick');
    terminal.send('13');
    await terminal.waitFor('1 [x]');
    terminal.send('3');
    await terminal.waitFor('1/2 points · 2 Hard?');
    // Ticks are void once the points are others, and a digit for one of them does not rate.
    const other = readFileSync(join(viva.home, 'decks/a.md'), 'utf8');
    viva.write('decks/a.md', other.replace('- names the keys', '- names all keys\n- more'));
    expect(viva.run(['import', 'decks']).status).toBe(0);
    terminal.send('2');
    await terminal.waitFor('of this card was changed');
    expect(terminal.text()).not.toContain('Hard?');
    terminal.send('p23\r');
    await terminal.waitFor('2/3 points · 2 Hard?');
    await terminal.waitFor('1 Again');
    terminal.send('2');
    await terminal.waitFor('What is plain?');
    terminal.send(' p');
    await terminal.waitFor('no points to tick');
    terminal.kill('SIGKILL');
    await terminal.waitForExit();
    expect(newest(viva)).toMatchObject({
      rating: 2,
      points: { good: [1, 2], goodOf: 3, extra: [], extraOf: 1, wrong: [], wrongOf: 1 },
    });
    expect(viva.json(['list', 'is:missed-points']).cards).toHaveLength(1);
    viva.run(['undo']);
    expect(viva.json(['list', 'is:missed-points']).cards).toHaveLength(0);
  });
});

test('a setting begins with the whole answer as it stands', async () => {
  const viva = home();
  expect(viva.run(['config', 'set', 'answerFirst', 'whole']).status).toBe(0);
  const terminal = viva.open(['review'], { columns: 80, rows: 40 });
  await terminal.waitFor('show answer');
  terminal.send(' ');
  await terminal.waitFor('(x) says that it changes the result');
  expect(terminal.text()).toContain('Follow-up: What does it cost?');
  terminal.kill('SIGKILL');
});

test('the plain review takes ticks and follow-ups line by line', () => {
  const viva = home();
  const { stdout } = viva.run(['review', '--plain'], 'm\n\nm\nm\nm\np 9\np 1 2 3\n4\nq\n');
  expect(stdout).toContain('See the answer first');
  expect(stdout.indexOf('What does it cost?')).toBeLessThan(stdout.indexOf('Bytes for each token'));
  expect(stdout).toContain('Follow-up 2 of 2:');
  expect(stdout).toContain('Points are numbered 1 to 4.');
  expect(stdout).toContain('2/2 points +1 · 4 Easy?');
  expect(newest(viva)).toMatchObject({ rating: 4, points: { good: [0, 1], extra: [0] } });
});

describe('the interview', () => {
  test.each(SIZES)('ticks by itself and asks follow-ups at $columns × $rows', async (size) => {
    const viva = home();
    const terminal = viva.open(['interview', 'cache'], size);
    await terminal.waitFor('show answer');
    terminal.send(' ');
    await terminal.waitFor('1-4 tick');
    terminal.send('14');
    await terminal.waitFor('1/2 points ✗1 · 1 Again?');
    terminal.send('\r');
    // On a small screen the end of the answer comes first.
    await terminal.waitFor(/Space (follow-up|scroll on)/);
    while (terminal.text().includes('Space scroll on')) {
      const shown = terminal.text();
      terminal.send(' ');
      await terminal.waitFor((text) => text !== shown && /Space (follow-up|scroll on)/.test(text));
      await pause(50);
    }
    terminal.send(' ');
    await terminal.waitFor('What does it cost?');
    expect(terminal.lines()[0]).toMatch(/^ *1:00/);
    terminal.send('3');
    terminal.send(' ');
    await terminal.waitFor('Bytes for each token');
    terminal.send(' ');
    await terminal.waitFor('How is that made less?');
    terminal.send(' ');
    await terminal.waitFor('sharing heads');
    await terminal.waitFor('1 Again');
    terminal.send('1');
    await terminal.waitFor('q quit');
    terminal.send('u');
    await terminal.waitFor('1/2 points ✗1 · 1 Again?');
    terminal.send('1');
    await terminal.waitFor('q quit');
    terminal.send('q');
    expect(await terminal.waitForExit()).toEqual({ status: 0, signal: 0 });
    expect(newest(viva)).toMatchObject({ rating: 1, points: { good: [0], wrong: [0] } });
  });

  test('does so line by line', () => {
    const viva = home();
    const lines = '\np 1 2\n\n\n\n\n3\nq\n';
    const { stdout } = viva.run(['interview', 'cache', '--plain'], lines);
    expect(stdout).toContain('Follow-up 1, 1:00 for its answer');
    expect(stdout).toContain('sharing heads');
    expect(newest(viva)).toMatchObject({ rating: 3, points: { good: [0, 1] } });
  });

  test('reports points and what sank an answer, and is in the history', () => {
    const viva = home();
    expect(viva.run(['interview', '--history']).stdout).toContain('No interviews yet');
    const { stdout } = viva.run(['interview', 'cache', '--plain'], '\np 1 4\n\n\n\n\n1\nq\n');
    expect(stdout).toMatch(/Part +Testing +1 of 2/);
    expect(stdout).toMatch(/Disqualifying mistakes\n +1 ✗ says that it changes/);
    expect(stdout).toContain('viva interview module:1 --minutes 15');
    expect(stdout).toContain('viva list is:missed-points');
    const [past] = viva.json(['interview', '--history']).interviews;
    expect(past).toMatchObject({ rated: 1, good: 0, named: 1, points: 2, recorded: true });
    expect(past.questions).toMatchObject([{ question: 'What is a cache?', rating: 1 }]);
    const text = viva.run(['interview', '--history']).stdout;
    expect(text).toMatch(/2026-11-24 08:00 +1 of 1 rated, 0 Good or Easy, 1 of 2 points/);
    expect(viva.run(['stats', '--plain']).stdout).toMatch(/1 of 2 good points missed/);
  });
});

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
