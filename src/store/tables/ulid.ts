import { type EventId, eventId } from '../../model/ids.js';

/** Crockford's base 32, in which text order is number order. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TIME_LENGTH = 10;
const RANDOM_BYTES = 10;

/**
 * Makes a ULID (github.com/ulid/spec): 48 bits of time, 80 random bits. Takes
 * the time (ms since 1970), a source of that many random bytes, and the newest
 * id of this device, or null. The new id always sorts after that one, however
 * the clock runs.
 */
export function nextUlid(
  now: number,
  random: (bytes: number) => Uint8Array,
  newest: string | null,
): EventId {
  const time = encodeTime(now);
  if (newest !== null && newest.slice(0, TIME_LENGTH) >= time) return eventId(increment(newest));
  return eventId(time + encodeRandom(random(RANDOM_BYTES)));
}

function encodeTime(now: number): string {
  let rest = Math.max(0, Math.floor(now));
  let text = '';
  for (let i = 0; i < TIME_LENGTH; i += 1) {
    text = ALPHABET.charAt(rest % 32) + text;
    rest = Math.floor(rest / 32);
  }
  return text;
}

function encodeRandom(bytes: Uint8Array): string {
  if (bytes.length < RANDOM_BYTES) throw new RangeError('a ULID needs ten random bytes');
  let bits = 0n;
  for (const byte of bytes.subarray(0, RANDOM_BYTES)) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let i = 0; i < 16; i += 1) {
    text = ALPHABET.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return text;
}

function increment(id: string): string {
  const last = ALPHABET.indexOf(id.slice(-1));
  const head = id.slice(0, -1);
  if (last < 31) return head + ALPHABET.charAt(last + 1);
  return `${increment(head)}0`;
}
