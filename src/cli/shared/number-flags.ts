import * as z from '../../model/schema.js';

/** Returns the schema of a flag that takes a number. */
export const numberFlag = () => z.coerce.number();

/** Returns the schema of a flag that takes a whole number from `min` to `max`. */
export function wholeNumberFlag(min: number, max = Number.MAX_SAFE_INTEGER) {
  return numberFlag().check(z.int(), z.minimum(min, `must be ${min} or more`), z.maximum(max));
}
