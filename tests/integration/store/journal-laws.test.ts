import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import type { EventDraft } from '../../../src/app/review/ports.js';
import { REVIEW_KINDS } from '../../../src/model/event.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
import { RATINGS } from '../../../src/model/rating.js';
import type { SchedulerConfig } from '../../../src/model/settings.js';
import { foldCard } from '../../../src/schedule/fold.js';
import {
  CONFIG,
  importChange,
  importDeck,
  noon,
  openRaw,
  openTestStore,
  temporaryPath,
} from './support.js';

const IDS = ['m1c0', 'm1c1', 'm2c0'].map(cardId);
const CONFIGS: readonly SchedulerConfig[] = [
  CONFIG,
  { ...CONFIG, retention: 0.8, learningSteps: [], leechLapses: 1 },
  { ...CONFIG, fuzz: false, relearningSteps: ['2d', '3d'] },
];

const card = fc.constantFrom(...IDS);
const draft: fc.Arbitrary<EventDraft> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('review' as const),
      card,
      rating: fc.constantFrom(...RATINGS),
      durationMs: fc.nat(),
      reviewKind: fc.constantFrom(...REVIEW_KINDS),
    }),
  },
  fc.record({ kind: fc.constantFrom('suspend', 'resume', 'forget'), card }),
  fc.record({ kind: fc.constant('flag' as const), card, value: fc.nat({ max: 7 }) }),
  fc.record({
    kind: fc.constant('bury' as const),
    card,
    until: fc.nat({ max: 100 }).map((n) => studyDay(20_000 + n)),
  }),
);

/** A step: an undo where there is no draft. Days come in any order. */
const steps = fc.array(
  fc.record({
    draft: fc.option(draft, { freq: 4 }),
    day: fc.nat({ max: 60 }),
    ms: fc.nat({ max: 3 }),
    config: fc.constantFrom(...CONFIGS),
  }),
  { maxLength: 30 },
);

function memories(store: Store) {
  return IDS.map((id) => store.get(id, noon(20_100))?.memory);
}

test('memory is the fold of what is not undone, and a rebuild gives the very same', () => {
  fc.assert(
    fc.property(steps, fc.boolean(), (taken, merge) => {
      const path = temporaryPath();
      const store = openTestStore(path);
      importDeck(store, [2, 1]);
      for (const { draft, day, ms, config } of taken) {
        const moment = noon(20_000 + day, ms);
        if (draft === null) store.undoLast(moment);
        else store.append(draft, moment, config);
      }
      if (merge) {
        store.applyImport(importChange([], { retired: store.storedCards('viva').slice(0, 1) }));
        store.relink(IDS[0]!, IDS[2]!);
      }

      const kept = memories(store);
      const configs = store.configs();
      const live = merge ? IDS.slice(0, 2) : IDS;
      const folded = live.map((id) => {
        const counted = store.history(id).filter(({ undone }) => !undone);
        return foldCard(
          counted.map(({ event }) => event),
          configs,
        );
      });
      expect(kept.slice(0, live.length)).toEqual(folded);

      expect(store.rebuild()).toBe(0);
      openRaw(path).exec(
        `UPDATE memory SET state = 'review', stability = 77, reps = 99, flag = 1, leech = 1,
           suspended = 1, last_day = 5, introduced_day = 6, buried_until = 7, due_day = 8`,
      );
      expect(store.rebuild()).toBe(IDS.length);
      expect(memories(store)).toEqual(kept);
      store.close();
    }),
    { numRuns: 40 },
  );
});

test('undoing everything gives back a collection nobody has touched', () => {
  fc.assert(
    fc.property(steps, (taken) => {
      const store = openTestStore(temporaryPath());
      importDeck(store, [2, 1]);
      const untouched = memories(store);
      const drafts = taken.flatMap(({ draft, ...step }) =>
        draft === null ? [] : [{ draft, step }],
      );
      for (const { draft, step } of drafts) {
        store.append(draft, noon(20_000 + step.day, step.ms), step.config);
      }
      for (const _ of drafts) store.undoLast(noon(20_061));
      expect(store.undoLast(noon(20_061))).toEqual([]);
      expect(memories(store)).toEqual(untouched);
      store.close();
    }),
    { numRuns: 15 },
  );
});
