import type { Database } from 'better-sqlite3';
import { weightsSchema } from '../../model/settings.js';
import { whileSame } from '../../model/while-same.js';
import { recallGain } from '../../schedule/recall-gain.js';

/** Adds viva_gain, which says what a review today adds to a card's later recall; see `recallGain`. */
export function addGainFunction(db: Database): void {
  const weightsOf = whileSame((text: string) => weightsSchema.parse(JSON.parse(text)));
  db.function(
    'viva_gain',
    { deterministic: true },
    (stability: number, difficulty: number, elapsed: number, text: string) =>
      recallGain({ stability, difficulty, elapsedDays: Math.max(0, elapsed) }, weightsOf(text)),
  );
}

/** SQL of the gain of the card in `memory y`; takes @today. Weights are numbers: nothing to bind. */
export function gainSql(weights: readonly number[]): string {
  return `viva_gain(y.stability, y.difficulty, @today - y.last_day, '${JSON.stringify(weights)}')`;
}
