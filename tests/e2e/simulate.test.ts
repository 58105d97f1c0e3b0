import { expect, test } from 'vitest';
import { Viva } from '../support/viva.js';

const SMALL = ['simulate', '--cards', '30', '--days', '5', '--minutes', '5', '--learners', '4'];

test('viva simulate compares ways to prepare as a table', () => {
  const { stdout, status } = new Viva().run(SMALL);
  expect(status).toBe(0);
  expect(stdout).toContain('30 cards, 5 days, 5 minutes a day; 4 people (sketch), seed 7');
  for (const name of ['viva ', 'greedy', 'random', 'FSRS 0.9 ', 'FSRS 0.95', 'FSRS best']) {
    expect(stdout).toContain(`\n${name}`);
  }
});

test('equal seeds give equal figures, other seeds other ones', () => {
  const viva = new Viva();
  const one = viva.json(SMALL);
  expect(one).toMatchObject({ version: 1, learners: 4, seed: 7 });
  expect(one.standings).toHaveLength(8);
  for (const { recall, minutes } of one.standings) {
    expect(recall.mean).toBeGreaterThan(0);
    expect(recall.mean).toBeLessThan(1);
    // Each day may end with a card that exceeds it.
    expect(minutes.mean).toBeLessThan(5 * 7);
  }
  expect(viva.json(SMALL)).toEqual(one);
  expect(viva.json([...SMALL, '--seed', '8']).standings).not.toEqual(one.standings);
});

test('a number that does not fit is refused with its flag', () => {
  const { status, stderr } = new Viva().run(['simulate', '--days', '0']);
  expect(status).toBe(2);
  expect(stderr).toContain('--days');
});
