/**
 * The two code pages that UTF-8 bytes are shown in when a program guesses
 * wrong: windows-874, with windows-1252 for the bytes that windows-874 lacks,
 * and windows-1252 alone. Neither has a character for 81, 8D, 8F, 90 and 9D:
 * some programs drop them, others pass them on as C1 control characters.
 *
 * Source: Unicode's mapping tables CP874.TXT and CP1252.TXT.
 */

/** The code page a damaged stretch went through: its letters tell. */
export type CodePage = 'thai' | 'latin';

/** Bytes that no code page shows, so that they are gone from the text. */
export const LOST_BYTES: readonly number[] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

// Both code pages agree on 80–9F wherever windows-874 has a character at all.
const FROM_80_TO_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
// What right text has directly after a letter: the first in any script, the second after Latin
// letters (ŠŒŽ are letters themselves, ™ and † stand behind names and words).
const ENCLOSING = '‘’“”…–—•‹›«»\u00a0';
const AFTER_LATIN = '‚„†‡™©®ª°¹²³·ºŠŒŽšœžŸ';

// The characters of 80–9F and A1–BF that are in neither of these.
const OUT_OF_PLACE = '\u0080-\u009f€ƒˆ‰˜';
const OUT_OF_PLACE_SIGNS = '¡-¨¬-¯±´-¶¸¼-¿';

/**
 * Matches somewhere in every text that has gone through a code page, and hardly
 * ever in one that has not: a quick look before the thorough one.
 */
export const HINT_OF_DAMAGE = new RegExp(
  [
    `[\u0e22-\u0e54Û-Þ][\u0e01-\u0e1f${ENCLOSING}]{0,2}[${OUT_OF_PLACE}‚„†‡™ŠŒŽšœžŸ]`,
    `[\u0e40-\u0e44][${FROM_80_TO_9F}]`,
    'ย[\u0e10-\u0e1e]|ร[—ท]|[ฮฯ][\u0e01-\u0e1f]',
    `[Â-ô][${ENCLOSING}${AFTER_LATIN}]{0,2}[${OUT_OF_PLACE}${OUT_OF_PLACE_SIGNS}]`,
    `[ÂÃ][${AFTER_LATIN}]`,
  ].join('|'),
);

const BYTE = 0xff;
const THAI = 0x100;
const LATIN = 0x200;
const SHARED = 0x400;
const ENCLOSES = 0x800;
const FOLLOWS_LATIN = 0x1000;

const TABLE = table();

/** Returns the byte behind a UTF-16 code unit as a code page shows it; 0 where it shows none. */
export function byteOf(code: number): number {
  return (TABLE[code] ?? 0) & BYTE;
}

/** Is this a quotation mark, dash or other sign that right text has after a letter of any script? */
export function encloses(code: number): boolean {
  return ((TABLE[code] ?? 0) & ENCLOSES) !== 0;
}

/** Does right text have this character directly after a Latin letter, though not after any letter? */
export function followsLatin(code: number): boolean {
  return ((TABLE[code] ?? 0) & FOLLOWS_LATIN) !== 0;
}

/** Returns the code page that alone has this character; undefined for both or neither. */
export function codePageOf(code: number): CodePage | undefined {
  const flags = TABLE[code] ?? 0;
  if ((flags & THAI) !== 0) return 'thai';
  return (flags & LATIN) === 0 ? undefined : 'latin';
}

/** Returns where the stretch of characters of one code page that begins at `start` ends. */
export function endOfStretch(text: string, start: number): number {
  let allowed = THAI | LATIN | SHARED;
  for (let at = start; at < text.length; at++) {
    const flags = TABLE[text.charCodeAt(at)] ?? 0;
    if ((flags & allowed) === 0) return at;
    if ((flags & (THAI | LATIN)) !== 0) allowed = (flags & (THAI | LATIN)) | SHARED;
  }
  return text.length;
}

function table(): Uint16Array {
  const flags = new Uint16Array(0x2200);
  for (let byte = 0x80; byte <= 0xff; byte++) flags[byte] = byte | LATIN;
  for (let byte = 0xa1; byte <= 0xfb; byte++) {
    if (byte < 0xdb || byte > 0xde) flags[0x0e01 + byte - 0xa1] = byte | THAI;
  }
  for (let byte = 0x80; byte <= 0xa0; byte++) flags[byte] = byte | SHARED;
  for (let index = 0; index < FROM_80_TO_9F.length; index++) {
    flags[FROM_80_TO_9F.charCodeAt(index)] = (0x80 + index) | SHARED;
  }
  // windows-874 has nothing at DB–DE and FC–FF: ÛÜÝÞ and üýþÿ come from windows-1252.
  for (const character of 'ÛÜÝÞüýþÿ') {
    const byte = character.charCodeAt(0);
    flags[byte] = byte | SHARED;
  }
  mark(flags, ENCLOSING, ENCLOSES);
  mark(flags, AFTER_LATIN, FOLLOWS_LATIN);
  return flags;
}

function mark(flags: Uint16Array, characters: string, flag: number): void {
  for (const character of characters) {
    const code = character.charCodeAt(0);
    flags[code] = (flags[code] ?? 0) | flag;
  }
}
