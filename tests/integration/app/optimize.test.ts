import { describe, expect, test } from 'vitest';
import { type OptimizeRequest, optimize } from '../../../src/app/memory/optimize.js';
import type { Trainer } from '../../../src/app/memory/ports.js';
import type { Store } from '../../../src/app/ports.js';
import { DEFAULT_WEIGHTS } from '../../../src/model/settings.js';
import { recordsOf } from '../../support/journal-archive.js';
import { journalOf, weightsTimes } from '../../support/learner.js';
import { noon, openTestStore, temporaryPath } from '../store/support.js';

const FIRST_DAY = 20_000;
const STRONG = weightsTimes([2.5, 2.5, 2.5, 2.5]);
/** Much worse, and by another curve: the initial stabilities alone do not catch it. */
const WEAK = weightsTimes([0.3, 0.3, 0.3, 0.3], { 8: 1.2, 20: 0.4 });

function learner(hidden: readonly number[], cards: number, days: number, seed = 1): Store {
  const store = openTestStore(temporaryPath());
  store.mergeArchive(recordsOf(journalOf(hidden, cards, days, seed), FIRST_DAY), false);
  return store;
}

function request(days: number, more: Partial<OptimizeRequest> = {}): OptimizeRequest {
  const moment = noon(FIRST_DAY + days);
  const nothing = () => {};
  return {
    moment,
    relearningSteps: 1,
    dryRun: false,
    reschedule: false,
    trainer: null,
    onTraining: nothing,
    ...more,
  };
}

const giving = (weights: readonly number[]): Trainer => ({ train: async () => weights });

describe('optimize', () => {
  test('takes from the trainer what is better, and says what it compared', async () => {
    const store = learner(WEAK, 250, 120);
    const done = await optimize(request(120, { trainer: giving(WEAK) }), store);
    expect(done.best?.fitted).toBe('all');
    expect(store.weights()).toEqual(WEAK.map((weight) => Math.round(weight * 1e4) / 1e4));
    expect(done.candidates).toHaveLength(2);
  });

  test('leaves what is worse', async () => {
    const store = learner(DEFAULT_WEIGHTS, 250, 120);
    const wrong = weightsTimes([0.1, 0.1, 0.1, 0.1]);
    const done = await optimize(request(120, { trainer: giving(wrong) }), store);
    expect(done.best?.fitted).not.toBe('all');
    expect(done.candidates.find(({ fitted }) => fitted === 'all')?.better).toBe(false);
  });

  test('hardly ever changes a memory that the defaults fit, and then hardly', async () => {
    let adopted = 0;
    for (let seed = 1; seed <= 8; seed++) {
      const { adopted: set } = await optimize(request(50), learner(DEFAULT_WEIGHTS, 120, 50, seed));
      adopted += set === null ? 0 : 1;
    }
    expect(adopted).toBeLessThanOrEqual(3);
  });

  test('judges weights in force on what came after them alone', async () => {
    const store = learner(STRONG, 250, 80);
    await optimize(request(40), store);
    const [first] = store.parameterSets();
    // What the store holds beyond day 40 is new to that set.
    const second = await optimize(request(80), store);
    expect(first).toBeDefined();
    expect(second.tested).toBeLessThan(second.predictions * 0.75);
  });

  test('a dry run changes nothing, not even what is offered', async () => {
    const store = learner(STRONG, 200, 60);
    const before = store.reviewsSinceTraining();
    const done = await optimize(request(60, { dryRun: true }), store);
    expect(done.best).not.toBeNull();
    expect(done.adopted).toBeNull();
    expect(store.parameterSets()).toEqual([]);
    expect(store.reviewsSinceTraining()).toBe(before);
  });

  test('without anything better a training still counts as done', async () => {
    const store = learner(DEFAULT_WEIGHTS, 150, 60);
    expect(store.reviewsSinceTraining()).toBeGreaterThan(300);
    await optimize(request(60), store);
    expect(store.reviewsSinceTraining()).toBe(0);
  });
});
