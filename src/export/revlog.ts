import { KIND_NUMBERS, kindOfCode, ratingOfCode } from '../model/review-code.js';
import type { ReviewColumns } from '../stats/review-columns.js';
import { csvLine } from './csv.js';
import { inPieces } from './pieces.js';

/** The columns that optimisers of FSRS read (open-spaced-repetition/fsrs-optimizer, its README). */
const REVLOG_HEADER = [
  'card_id',
  'review_time',
  'review_rating',
  'review_state',
  'review_duration',
] as const;

const NEW = 0;
/** What a card was before a review, by the number of its kind. */
const STATES = new Map([
  [KIND_NUMBERS.learn, 1],
  [KIND_NUMBERS.review, 2],
  [KIND_NUMBERS.relearn, 3],
]);

/**
 * Writes reviews as a CSV file by card and time. Cram is left out, and what a
 * "forget" made void: the card was new again, and is so for the optimiser.
 */
export function revlogPieces(reviews: ReviewColumns): Generator<string> {
  reviews.sort();
  return inPieces(lines(reviews, byCard(reviews)));
}

function* lines(reviews: ReviewColumns, rows: Uint32Array): Generator<string> {
  yield csvLine(REVLOG_HEADER);
  for (let from = 0; from < rows.length; ) {
    const to = endOfCard(reviews, rows, from);
    yield* cardLines(reviews, rows.subarray(startOfCounting(reviews, rows, from, to), to));
    from = to;
  }
}

function* cardLines(reviews: ReviewColumns, rows: Uint32Array): Generator<string> {
  let isFirst = true;
  for (const row of rows) {
    const code = reviews.code[row] ?? 0;
    const state = STATES.get(kindOfCode(code));
    if (state === undefined) continue;
    const { card, at, durationMs } = reviews;
    const before = isFirst ? NEW : state;
    isFirst = false;
    yield csvLine([card[row] ?? 0, at[row] ?? 0, ratingOfCode(code), before, durationMs[row] ?? 0]);
  }
}

function endOfCard({ card }: ReviewColumns, rows: Uint32Array, from: number): number {
  const own = card[rows[from] ?? 0];
  let to = from + 1;
  while (to < rows.length && card[rows[to] ?? 0] === own) to++;
  return to;
}

function startOfCounting(
  { code }: ReviewColumns,
  rows: Uint32Array,
  from: number,
  to: number,
): number {
  for (let at = to - 1; at >= from; at--) if (code[rows[at] ?? 0] === 0) return at + 1;
  return from;
}

/** Returns the rows card by card, each card's in the order in which they stand: a counting sort. */
function byCard({ card, length }: ReviewColumns): Uint32Array {
  const own = card.subarray(0, length);
  const cards = own.reduce((most, key) => Math.max(most, key), 0) + 1;
  const next = new Uint32Array(cards + 1);
  for (const key of own) next[key + 1] = (next[key + 1] ?? 0) + 1;
  for (let key = 1; key <= cards; key++) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0);
  const rows = new Uint32Array(length);
  own.forEach((key, row) => {
    const place = next[key] ?? 0;
    rows[place] = row;
    next[key] = place + 1;
  });
  return rows;
}
