import * as z from '../schema.js';

/* What the records of an archive are made of. */

/** No text of a deck is longer, for no deck file is (see src/deck/text/decode.ts). */
const MAX_TEXT_LENGTH = 20 * 1024 * 1024;
export const text = z.string().check(z.maxLength(MAX_TEXT_LENGTH));
export const names = z.array(text);
export const key = z.int().check(z.minimum(1));
// The farthest time a Date can hold (ECMAScript, "Time Values").
export const time = z.int().check(z.minimum(0), z.maximum(8.64e15));
/** Nobody's clock says so: brought back so far that later changes still find a time that fits. */
const FAR_AHEAD = 8.63e15;
export const changeTime = time.check(z.overwrite((at) => (at > FAR_AHEAD + 5e12 ? FAR_AHEAD : at)));
export const day = z.int().check(z.minimum(-1), z.maximum(100_000_000));
export const count = z.int().check(z.minimum(0));
export const cardName = z
  .string()
  .check(z.regex(/^[0-9a-z]{12}$/, 'a card id is 12 lower-case letters and digits'));
export const eventName = z
  .string()
  .check(z.regex(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/, 'it is no ULID'));
