// The day planned at a session's start: a plan of 5,000 cards, the journal that years of review leave.
import { join } from 'node:path';
import { copyDatabase } from '../data/copy.mjs';
import { timed } from '../take.mjs';
import { MOMENT } from '../world.mjs';

const CARDS = 5_000;
const DAYS = 30;
const DAY_MS = 86_400_000;

export function planDayMeasure(world) {
  const name = `plan a day of ${CARDS.toLocaleString('en')} cards`;
  const copy = join(world.folder, 'plan-day.db');
  let store;
  return {
    name,
    rows: [{ name, taken: 'plan', goal: 500 }],
    begin() {
      copyDatabase(world.database(CARDS), copy);
      store = world.open(copy);
      store.addPlan({
        name: 'Interview',
        query: '',
        deadlineAt: MOMENT.now + DAYS * DAY_MS,
        deadlineDay: MOMENT.today + DAYS,
        minutesPerDay: 40,
        target: 0.99,
        createdAt: MOMENT.now - DAYS * DAY_MS,
      });
    },
    round: async () => ({
      plan: await timed(() => world.source.planToday(store, world.config, world.settings, MOMENT)),
    }),
    end: () => store?.close(),
  };
}
