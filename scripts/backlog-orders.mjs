/*
 * Which order works a backlog off best? Learners with hidden FSRS memories of
 * 1,000 cards come back after an absence and review so many a day for 90 days;
 * reports the mean recall over all cards on days 30 and 90, its mean over the
 * 90 days, and the day on which nothing is overdue any more.
 *
 *   node scripts/backlog-orders.mjs
 */
import { fsrs, Rating } from 'ts-fsrs';

const LEARNERS = 20;
const CARDS = 1000;
const DAYS = 90;

const ORDERS = {
  'least recalled first': ({ r }) => r,
  'best recalled first': ({ r }) => -r,
  'most overdue first': ({ card, today }) => card.due - today,
  random: ({ random }) => random,
  'greatest gain first': ({ gain }) => -gain,
};

/** A generator of numbers 0..1 (mulberry32), so that every run says the same. */
function generator(seed) {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const engine = fsrs({ enable_fuzz: false, enable_short_term: false });
const recall = (card, day) => engine.forgetting_curve(Math.max(0, day - card.last), card.s);

function reviewed(card, day, grade) {
  const next = engine.next_state({ stability: card.s, difficulty: card.d }, day - card.last, grade);
  const interval = Math.max(1, Math.round(engine.next_interval(next.stability, 0)));
  return { s: next.stability, d: next.difficulty, last: day, due: day + interval };
}

/** What a review adds to the recall of the card 30 days on, in expectation. */
function gainOf(card, day, r) {
  const later = day + 30;
  const good = reviewed(card, day, Rating.Good);
  const again = reviewed(card, day, Rating.Again);
  return r * recall(good, later) + (1 - r) * recall(again, later) - recall(card, later);
}

/** A year of learning, 1,000 cards at ever later days, reviewed on time. */
function learned(random) {
  return Array.from({ length: CARDS }, (_, n) => {
    const first = engine.next_state(null, 0, random() < 0.8 ? Rating.Good : Rating.Hard);
    let card = { s: first.stability, d: first.difficulty, last: Math.floor((n * 365) / CARDS) };
    card.due = card.last + Math.max(1, Math.round(card.s));
    while (card.due <= 365) {
      const grade = random() < recall(card, card.due) ? Rating.Good : Rating.Again;
      card = reviewed(card, card.due, grade);
    }
    return card;
  });
}

function run(order, absence, perDay, seed) {
  const random = generator(seed);
  const cards = learned(random);
  const luck = generator(seed + 1000);
  const start = 365 + absence;
  const result = { sum: 0, at30: 0, at90: 0, cleared: null };
  for (let day = start; day < start + DAYS; day++) {
    const due = cards.filter((card) => card.due <= day);
    const keyed = due.map((card) => {
      const r = recall(card, day);
      const gain = order === 'greatest gain first' ? gainOf(card, day, r) : 0;
      return { card, r, key: ORDERS[order]({ card, r, today: day, random: luck(), gain }) };
    });
    keyed.sort((a, b) => a.key - b.key);
    for (const { card, r } of keyed.slice(0, perDay)) {
      Object.assign(card, reviewed(card, day, luck() < r ? Rating.Good : Rating.Again));
    }
    if (result.cleared === null && due.length <= perDay) result.cleared = day - start + 1;
    const mean = cards.reduce((sum, card) => sum + recall(card, day), 0) / CARDS;
    result.sum += mean;
    if (day === start + 29) result.at30 = mean;
    if (day === start + DAYS - 1) result.at90 = mean;
  }
  return { ...result, mean: result.sum / DAYS };
}

const average = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
for (const [absence, perDay] of [
  [30, 40],
  [90, 40],
  [90, 60],
  [180, 40],
]) {
  console.log(`\n${absence} days away, ${perDay} reviews a day`);
  for (const order of Object.keys(ORDERS)) {
    const runs = Array.from({ length: LEARNERS }, (_, n) => run(order, absence, perDay, n + 1));
    const of = (key) => average(runs.map((each) => each[key])).toFixed(3);
    const cleared = runs.map((each) => each.cleared ?? DAYS + 1).sort((a, b) => a - b)[
      LEARNERS / 2
    ];
    console.log(
      `${order.padEnd(22)} day 30 ${of('at30')}  day 90 ${of('at90')}  mean ${of('mean')}  cleared day ${cleared}`,
    );
  }
}
