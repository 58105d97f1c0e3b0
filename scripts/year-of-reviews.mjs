import { loadSource } from './load-source.mjs';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const NEW_A_DAY = 3;

/**
 * Plays a year of reviews into a database that has its cards: a person who
 * mostly studies in the morning or in the evening, skips days, and forgets as
 * often as the forgetting curve says. The same every time. Takes a folder to
 * work in, the database, and the day (ms since 1970, UTC) before which it ends.
 */
export async function playYear(folder, path, end) {
  const source = await loadSource(folder, {
    openStore: 'src/store/open.ts',
    momentAt: 'src/schedule/study-day.ts',
    schedulerConfig: 'src/model/settings.ts',
    settingsSchema: 'src/model/settings.ts',
  });
  const random = makeRandom(11);
  const bytes = (count) => Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
  const store = source.openStore({ path, device: 'laptop', random: bytes });
  const config = source.schedulerConfig(source.settingsSchema.parse({}));
  const momentAt = (at) => source.momentAt(at, { offsetMinutes: () => 0 }, 4);
  for (let day = 364; day >= 1; day--) {
    if (random() < (day % 7 < 2 ? 0.3 : 0.08)) continue;
    const hour = random() < 0.6 ? 6.5 + random() * 2 : 19 + random() * 3;
    playDay(store, config, momentAt, Math.floor(end - day * DAY + hour * HOUR), random);
  }
  store.close();
}

function playDay(store, config, momentAt, start, random) {
  const pools = store.pools({
    query: { kind: 'all' },
    moment: momentAt(start),
    order: 'due',
    reviewLimit: 60,
    freshLimit: NEW_A_DAY,
  });
  let at = start;
  const rate = (id) => {
    const durationMs = 6_000 + Math.floor(random() ** 2 * 40_000);
    at += durationMs;
    const moment = momentAt(at);
    const { memory, retrievability } = store.get(id, moment);
    const rating = ratingOf(retrievability ?? 0.6, random);
    const reviewKind = KINDS[memory.state];
    const draft = { kind: 'review', card: id, rating, durationMs, reviewKind };
    return store.append(draft, moment, config).after.dueAt !== null;
  };
  let learning = [...pools.learning, ...pools.reviews, ...pools.fresh].map(({ id }) => id);
  while (learning.length > 0) {
    learning = learning.filter(rate);
    at += 11 * 60_000;
  }
}

const KINDS = { new: 'learn', learning: 'learn', review: 'review', relearning: 'relearn' };

function ratingOf(recall, random) {
  if (random() > recall) return 1;
  const ease = random();
  return ease < 0.15 ? 2 : ease < 0.85 ? 3 : 4;
}

/** Park and Miller's minimal standard generator. */
function makeRandom(seed) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
