// What a diligent person does over the years: every card on its day, new ones evenly over time.
import { mulberry } from './random.mjs';

const DAY_MS = 86_400_000;
/** A learnt card takes about so many reviews over the time; the rest is filled with crams. */
const REVIEWS_A_CARD = 11;
/** Of all cards: the others are still new. */
const MAX_INTRODUCED = 0.9;

/**
 * Returns exactly so many reviews in the order of time. Each is applied before the next is asked
 * for: `dueDayOf` gives the study day a card is due, null within its learning steps.
 */
export function* yearsOfReviews({ cards, reviews, days, dueDayOf }) {
  const random = mulberry(1);
  const introduced = Math.floor(Math.min(cards * MAX_INTRODUCED, reviews / REVIEWS_A_CARD));
  const spread = days.last - days.first + 1;
  const dueOn = new Map();
  let left = reviews;
  let known = 0;
  for (let day = days.first; day <= days.last; day++) {
    const waiting = dueOn.get(day) ?? [];
    dueOn.delete(day);
    const now = Math.ceil((introduced * (day - days.first + 1)) / spread);
    while (known < now) waiting.push(++known);
    // Later days have more to review: crams leave them room, and the last day fills up.
    const room = day === days.last ? 1 : 0.8;
    const share = Math.ceil((room * left) / (days.last - day + 1));
    const clock = clockOf(day, Math.max(share, waiting.length * 4));
    for (const one of reviewsOfDay({ waiting, share, day, clock })) {
      if (left-- === 0) return;
      yield one;
    }
  }

  /** All that are due, each until it is through its learning steps; then crams to the share. */
  function* reviewsOfDay({ waiting, share, day, clock }) {
    let done = 0;
    for (const key of waiting) {
      let dueDay = null;
      for (; dueDay === null; done++) {
        yield review(key, clock(), random);
        dueDay = dueDayOf(key);
      }
      addTo(dueOn, Math.max(dueDay, day + 1), key);
    }
    for (; done < share; done++) {
      yield { ...review(1 + Math.floor(random() * known), clock(), random), cram: true };
    }
  }
}

/** The hours of a study day, in so many even steps from 07:00 UTC. */
function clockOf(day, steps) {
  let step = 0;
  return () => {
    const at = Math.floor(day * DAY_MS + 7 * 3_600_000 + (12 * 3_600_000 * step++) / steps);
    return { at, day };
  };
}

function review(key, { at, day }, random) {
  return {
    key,
    at,
    day,
    rating: ratingOf(random()),
    durationMs: 2_000 + Math.floor(random() * 30_000),
  };
}

/** Again 8 %, Hard 7 %, Good 70 %, Easy 15 %. */
function ratingOf(chance) {
  if (chance < 0.08) return 1;
  if (chance < 0.15) return 2;
  return chance < 0.85 ? 3 : 4;
}

function addTo(lists, name, value) {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [value]);
  else list.push(value);
}
