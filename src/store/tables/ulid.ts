import { type EventId, eventId } from '../../model/ids.js';

/** Crockford's base 32, in which text order is number order. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LENGTH = 10;
const MAX_TIME = 2 ** 48 - 1;
const RANDOM_BYTES = 10;

/** The characters of a command's mark, 40 random bits, and of an event's place in the command. */
const MARK_LENGTH = 8;
const MARK_BYTES = 5;
const PLACE_LENGTH = 5;
/** The random characters at the end of an event's id, 15 bits. */
const TAIL_LENGTH = 3;
const TAIL_BYTES = 2;

/** How many characters the ids of one command's events have in common. */
const COMMAND_LENGTH = TIME_LENGTH + MARK_LENGTH;

type Random = (bytes: number) => Uint8Array;

/** Makes a ULID (github.com/ulid/spec) of a time (ms since 1970) and ten random bytes. */
export function ulid(time: number, bytes: Uint8Array): EventId {
  if (bytes.length < RANDOM_BYTES) throw new RangeError('a ULID needs ten random bytes');
  return eventId(encodeNumber(timeWithin(time), TIME_LENGTH) + encodeBytes(bytes, 16));
}

/**
 * Makes a ULID that sorts after the newest one (null: after none), however the
 * clock runs. Its 80 random bits are drawn anew each time: two machines, or a
 * machine and what was restored on it, that count on from one id would make
 * the same ids for different things.
 */
export function nextUlid(now: number, random: Random, newest: string | null): EventId {
  return ulid(timeAfter(newest, now), random(RANDOM_BYTES));
}

/**
 * Returns a function that makes the ids of one command's events. Each is a ULID
 * that sorts after `newest` and after the one before. Time and the first 40
 * random bits are the command's own, then come 25 bits of the event's place in
 * it and 15 random ones.
 */
export function commandIds(now: number, random: Random, newest: string | null): () => EventId {
  const time = encodeNumber(timeWithin(timeAfter(newest, now)), TIME_LENGTH);
  const command = time + encodeBytes(random(MARK_BYTES), MARK_LENGTH);
  let place = 0;
  return () => {
    const tail = encodeBytes(random(TAIL_BYTES), TAIL_LENGTH);
    return eventId(command + encodeNumber(place++, PLACE_LENGTH) + tail);
  };
}

/** Returns the first id that a command's events can have and the first one beyond them. */
export function idsOfCommand(id: string): { readonly from: string; readonly beyond: string } {
  const command = id.slice(0, COMMAND_LENGTH);
  return { from: command, beyond: `${command}~` };
}

function timeAfter(newest: string | null, now: number): number {
  if (newest === null) return now;
  let time = 0;
  for (const character of newest.slice(0, TIME_LENGTH)) {
    time = time * 32 + ALPHABET.indexOf(character);
  }
  return Math.max(now, time + 1);
}

function timeWithin(time: number): number {
  return Math.min(MAX_TIME, Math.max(0, Math.floor(time)));
}

function encodeNumber(value: number, length: number): string {
  let rest = value;
  let text = '';
  for (let i = 0; i < length; i += 1) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

/** Takes the bits of bytes from the first on, five a character. */
function encodeBytes(bytes: Uint8Array, length: number): string {
  let text = '';
  for (let bit = 0; text.length < length; bit += 5) {
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0);
    text += ALPHABET.charAt((pair >> (11 - (bit & 7))) & 31);
  }
  return text;
}
