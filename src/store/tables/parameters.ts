import type { ParameterSet } from '../../model/parameters.js';
import { insertInto, listed } from './columns.js';
import { readOrigin, readWeights, writeOrigin, writeWeights } from './json-columns.js';

/** A row of `parameters`, but for its key. */
export interface SetRow {
  readonly id: string;
  readonly weights: string | null;
  readonly adopted_at: number;
  readonly reviews: number;
  readonly reschedules_before: number | null;
  readonly origin: string;
}

const COLUMNS = [
  ...(['id', 'weights', 'adopted_at', 'reviews', 'reschedules_before', 'origin'] as const),
] as const satisfies readonly (keyof SetRow)[];

/** The columns of a `SetRow`. */
export const SET_COLUMNS = listed(COLUMNS);

/** Adds a set; takes a `setRow`. */
export const INSERT_SET = insertInto('parameters', COLUMNS);

/** Returns the parameter set that a row holds. */
export function setOf(row: SetRow): ParameterSet {
  return {
    id: row.id,
    weights: row.weights === null ? null : readWeights(row.weights),
    adoptedAt: row.adopted_at,
    reviews: row.reviews,
    reschedulesBefore: row.reschedules_before,
    origin: readOrigin(row.origin),
  };
}

/** Returns the row that holds a parameter set. */
export function setRow(set: ParameterSet): SetRow {
  return {
    id: set.id,
    weights: set.weights === null ? null : writeWeights(set.weights),
    adopted_at: set.adoptedAt,
    reviews: set.reviews,
    reschedules_before: set.reschedulesBefore,
    origin: writeOrigin(set.origin),
  };
}
