import { LOST_BYTES } from './codepage.js';
import { decode, followers } from './utf8.js';

/** What stands beside a sequence that lost a byte. */
export interface Surroundings {
  /** The character before it, repaired where need be; empty at the start. */
  readonly before: string;
  /** The character after it as the damaged text has it; empty at the end. */
  readonly after: string;
  /** True where the emoji variation selector follows. */
  readonly emojiStyle: boolean;
}

interface Choice {
  readonly character: string;
  readonly when?: (around: Surroundings) => boolean;
}

// A large file loses the same few characters over and over.
const KNOWN_CANDIDATES = new Map<string, readonly string[]>();
const UNASSIGNED = /\p{Cn}/u;
const isAttached = ({ before }: Surroundings) => /[\p{L}\p{N})\]⁺⁻]/u.test(before);
const joinsEmoji = ({ before, after }: Surroundings) =>
  /\p{Extended_Pictographic}|\ufe0f|[\u{1f3fb}-\u{1f3ff}]/u.test(before) && /[๐ðโâ]/.test(after);

/** By the bytes that are left, the one character that a person would have meant. */
const LIKELY: Readonly<Record<string, readonly Choice[]>> = {
  // In a Greek word it could as well be ύ.
  cf: [{ character: 'ρ', when: ({ before }) => !/\p{Script=Greek}/u.test(before) }],
  c2: [{ character: '\u00a0', when: ({ after }) => after === ' ' }],
  // The A0 of à is a no-break space, which programs like to make a plain one.
  c3: [{ character: 'à', when: ({ after }) => after === ' ' }],
  e0b9: [{ character: 'แ' }],
  e280: [{ character: '\u200d', when: joinsEmoji }, { character: '”' }],
  e282: [{ character: '₁' }],
  e284: [{ character: 'ℝ' }],
  e286: [{ character: '←' }],
  e287: [{ character: '⇐' }],
  e28c: [{ character: '❌' }],
  e293: [{ character: '❓' }],
  e294: [{ character: '┐', when: ({ before }) => before === '─' }],
  e2ad: [{ character: '⭐' }],
  efb8: [{ character: '\ufe0f' }],
  f09f97: [{ character: '🏗', when: ({ emojiStyle }) => emojiStyle }],
  f09f9b: [{ character: '🐛', when: ({ emojiStyle }) => !emojiStyle }],
};

// E2 81 B0 … BF, whose 81 is lost: written right after what they raise.
const SUPERSCRIPTS = '⁰ⁱ  ⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ';

/**
 * Returns the character that stands out among those a sequence with lost bytes can
 * have been; null where several are as likely.
 */
export function likelyCharacter(bytes: readonly number[], around: Surroundings): string | null {
  if (around.emojiStyle || bytes[0] === 0xf0) {
    const [only, ...others] = emojiAmong(candidates(bytes), around.emojiStyle);
    if (only !== undefined && others.length === 0) return only;
  }
  const choices = LIKELY[hex(bytes)] ?? [];
  const choice = choices.find(({ when }) => when === undefined || when(around));
  return choice?.character ?? superscript(bytes, around);
}

/** Returns the characters that a sequence can have been before it lost one or two bytes. */
function candidates(bytes: readonly number[]): readonly string[] {
  const key = hex(bytes);
  const known = KNOWN_CANDIDATES.get(key);
  if (known !== undefined) return known;
  const [lead = 0] = bytes;
  const found = new Set<string>();
  for (const whole of completions(bytes, followers(lead) + 1, 1)) {
    const character = decode(whole);
    if (character !== null && !UNASSIGNED.test(character)) found.add(character);
  }
  KNOWN_CANDIDATES.set(key, [...found]);
  return [...found];
}

/** Puts lost bytes in wherever they can have been, until the sequence has its length. */
function* completions(
  bytes: readonly number[],
  length: number,
  from: number,
): Generator<readonly number[]> {
  if (bytes.length === length) yield bytes;
  if (bytes.length >= length) return;
  for (let at = from; at <= bytes.length; at++) {
    for (const byte of LOST_BYTES) {
      yield* completions([...bytes.slice(0, at), byte, ...bytes.slice(at)], length, at + 1);
    }
  }
}

/** Returns the characters that a person would be offered to choose from. */
export function plausibleCandidates(
  bytes: readonly number[],
  around: Surroundings,
): readonly string[] {
  const all = candidates(bytes);
  const emoji = emojiAmong(all, around.emojiStyle);
  return emoji.length > 0 ? emoji : all;
}

function emojiAmong(characters: readonly string[], emojiStyle: boolean): string[] {
  return characters.filter(
    (character) =>
      /\p{Emoji}/u.test(character) && /\p{Emoji_Presentation}/u.test(character) !== emojiStyle,
  );
}

function superscript(bytes: readonly number[], around: Surroundings): string | null {
  const [lead, last = 0] = bytes;
  if (bytes.length !== 2 || lead !== 0xe2 || last < 0xb0 || !isAttached(around)) return null;
  return SUPERSCRIPTS[last - 0xb0]?.trim() || null;
}

function hex(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16)).join('');
}
