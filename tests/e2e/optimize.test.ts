import { describe, expect, test } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../src/model/settings.js';
import { archiveText } from '../support/journal-archive.js';
import { journalOf, weightsTimes } from '../support/learner.js';
import { Viva } from '../support/viva.js';

const FIRST_DAY = 20_000;
/** A memory two and a half times as good as the defaults say. */
const STRONG = weightsTimes([2.5, 2.5, 2.5, 2.5]);
/** One that is much worse, and forgets by another curve. */
const WEAK = weightsTimes([0.3, 0.3, 0.3, 0.3], { 8: 1.4, 20: 0.3 });

function learner(cards: number, days: number, hidden: readonly number[] = STRONG): Viva {
  const viva = new Viva();
  viva.write('lab.jsonl', archiveText(journalOf(hidden, cards, days), FIRST_DAY));
  viva.now = new Date((FIRST_DAY + days) * 86_400_000 + 12 * 3_600_000).toISOString();
  viva.json(['import', 'lab.jsonl']);
  return viva;
}

/** Makes the trainer impossible to load, as on a machine that it has no build for. */
function withoutTrainer(viva: Viva): void {
  const hook = viva.write(
    'no-trainer.cjs',
    `const Module = require('node:module');
     const resolve = Module._resolveFilename;
     Module._resolveFilename = (name, ...rest) => {
       if (name.startsWith('@open-spaced-repetition/')) throw new Error('no build for this machine');
       return resolve(name, ...rest);
     };`,
  );
  viva.env = { NODE_OPTIONS: `--require=${hook}` };
}

const archiveOf = (viva: Viva) => JSON.parse(viva.run(['export', 'json']).stdout);
const memories = (viva: Viva) =>
  archiveOf(viva).cards.map((card: { memory: object }) => card.memory);

// Dozens of starts of the program, on a machine that may be busy.
const SLOW = 120_000;

describe('viva optimize', () => {
  test(
    'refuses where there is too little, and says how much is missing',
    () => {
      const viva = learner(20, 20);
      const { status, stderr } = viva.run(['optimize']);
      expect(status).toBe(1);
      expect(stderr).toMatch(/Training needs 100 reviews, and there are \d+: \d+ more to go/);
      expect(viva.json(['optimize', '--list'])).toMatchObject({ defaultsInForce: true, sets: [] });
    },
    SLOW,
  );

  test(
    'with few reviews fits the initial stabilities; cards go on under them',
    () => {
      const viva = learner(200, 60);
      const memory = memories(viva);
      expect(viva.run(['optimize', '--dry-run']).stdout).toContain('nothing was changed');
      expect(viva.json(['optimize', '--list']).sets).toEqual([]);
      const { stdout } = viva.run(['optimize']);
      expect(stdout).toContain('Set 1 is in force: the four initial stabilities.');
      expect(stdout).toMatch(/All 21 weights need 1000 such reviews; \d+ more to go/);
      const [set] = viva.json(['optimize', '--list']).sets;
      expect(set).toMatchObject({ number: 1, inForce: true, fitted: 'initial' });
      expect(set.weights.slice(4)).toEqual(DEFAULT_WEIGHTS.slice(4));
      expect(set.after.logLoss).toBeLessThan(set.before.logLoss);
      // The past stays as it was; the next review is made under the new weights.
      expect(memories(viva)).toEqual(memory);
      const { cards } = viva.json(['list', 'is:due']);
      viva.json(['grade', cards[0].id, 'good']);
      const configs = archiveOf(viva).configs;
      expect(configs.at(-1).config.weights).toEqual(set.weights);
    },
    SLOW,
  );

  test(
    'with enough of them the Rust trainer fits all weights',
    () => {
      const viva = learner(300, 120, WEAK);
      const done = viva.json(['optimize']);
      expect(done).toMatchObject({ version: 1, trainerMissing: null, dryRun: false });
      expect(done.predictions).toBeGreaterThanOrEqual(1000);
      const all = done.candidates.find(({ fitted }: { fitted: string }) => fitted === 'all');
      expect(all.better).toBe(true);
      expect(all.logLoss).toBeLessThan(done.inForce.logLoss);
      expect(done.best.weights).toHaveLength(21);
      expect(done.best.weights[20]).not.toBe(DEFAULT_WEIGHTS[20]);
    },
    SLOW,
  );

  test(
    'without the trainer it fits the initial stabilities, and says how to have it',
    () => {
      const viva = learner(300, 120, WEAK);
      withoutTrainer(viva);
      const { status, stdout, stderr } = viva.run(['optimize']);
      expect(status).toBe(0);
      expect(stdout).toContain('Set 1 is in force: the four initial stabilities.');
      // As ES modules the package itself is found, and says in its own words what it lacks.
      expect(stderr).toMatch(
        /cannot be loaded \((no build for this machine|Cannot find native binding)/,
      );
      expect(stderr).toContain('npm install -g @open-spaced-repetition/binding');
    },
    SLOW,
  );

  test(
    'rescheduling counts the past too, doctor agrees, and it goes back',
    () => {
      const viva = learner(200, 60);
      const memory = memories(viva);
      const done = viva.json(['optimize', '--reschedule']);
      expect(done.changed).toBeGreaterThan(100);
      expect(memories(viva)).not.toEqual(memory);
      expect(viva.run(['doctor']).stdout).not.toContain('does not match the journal');
      expect(viva.run(['doctor']).status).toBe(0);
      expect(viva.json(['optimize', '--use', 'default', '--reschedule'])).toMatchObject({
        inForce: 'default',
        changed: done.changed,
      });
      expect(memories(viva)).toEqual(memory);
      expect(viva.json(['optimize', '--use', '1'])).toMatchObject({ inForce: 1, changed: 0 });
      expect(viva.json(['optimize', '--list'])).toMatchObject({
        defaultsInForce: false,
        sets: [{ number: 1, inForce: true }],
      });
    },
    SLOW,
  );

  test(
    'is offered with the statistics and after a review, once a week, until the next training',
    () => {
      const viva = learner(200, 60);
      const offer = /Run `viva optimize` to fit [\d,]+ reviews/;
      expect(viva.run(['stats']).stdout).toMatch(offer);
      expect(viva.run(['review', '--plain'], '\n3\nq\n').stdout).not.toMatch(offer);
      viva.now = new Date(Date.parse(viva.now) + 7 * 86_400_000).toISOString();
      expect(viva.run(['review', '--plain'], '\n3\nq\n').stdout).toMatch(offer);
      viva.now = new Date(Date.parse(viva.now) + 8 * 86_400_000).toISOString();
      viva.json(['optimize']);
      expect(viva.run(['stats']).stdout).not.toMatch(offer);
      expect(viva.run(['review', '--plain'], '\n3\nq\n').stdout).not.toMatch(offer);
    },
    SLOW,
  );

  test(
    '--workload shows what each retention costs, and which takes the least time',
    () => {
      const viva = learner(60, 30);
      const { stdout } = viva.run(['optimize', '--workload']);
      expect(stdout).toContain('60 cards over a year');
      expect(stdout).toMatch(/0\.90 .*█.*← now/);
      expect(stdout).toContain('← least time');
      for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(90);
      expect(viva.run(['optimize', '--workload', '--ascii']).stdout).toMatch(/0\.90 .*#.*<- now/);
      const told = viva.json(['optimize', '--workload']);
      expect(told.workload).toHaveLength(28);
      expect(told).toMatchObject({ version: 1, cards: 60, retention: 0.9 });
      expect(viva.json(['optimize', '--workload'])).toEqual(told);
    },
    SLOW,
  );

  test('training again at once is refused: nothing is left to judge it on', () => {
    const viva = learner(200, 60);
    viva.json(['optimize']);
    const { status, stderr } = viva.run(['optimize']);
    expect(status).toBe(1);
    expect(stderr).toContain('since the weights in force were learned');
  });

  test.each([
    [['--use', '7'], 'No parameters were fitted yet', 1],
    [['--use', 'best'], '--use must be a number or "default"', 2],
    [['--list', '--dry-run'], '--list cannot be combined', 2],
    [['--workload', '--use', '1'], '--workload cannot be combined', 2],
    [['--use', 'default', '--dry-run'], '--use has no dry run', 2],
  ])('%s is refused', (args, message, exit) => {
    const { status, stderr } = new Viva().run(['optimize', ...args]);
    expect(stderr).toContain(message);
    expect(status).toBe(exit);
  });
});
