import { splitSaraAm } from './sara-am.js';

// What is here was measured with string-width 8.3, Ink 6.8 and @xterm/headless 6, its own tables
// and one that joins clusters as newer terminals do (see terminal.test.tsx):
// - An emoji of several code points (with a joiner, a skin tone, U+FE0F, a keycap) is 2 columns to
//   string-width and newer terminals, but the sum of its parts to the others: 1 to 8 columns.
// - Ink gives each invisible character that stands alone a cell, then cuts as much off the line.
// - SARA AM counts 1 with its consonant and is drawn as 2; so is its Lao twin.
// Each becomes the nearest text whose width all agree on. A flag is 2 columns everywhere.

/** Marks that make a picture of the digit before: without them `1️⃣` is `1`. */
const KEYCAP = /(?<=[0-9#*]\ufe0f?)\u20e3/gu;
/** Characters that take a cell on terminals though they are empty. */
const FILLER = /[\u115f\u1160\u3164\uffa0]/gu;
/** Joiners belong to Indic scripts and Persian; signs before Arabic numbers are visible. */
const INVISIBLE =
  /(?!\u200c|\u200d|[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u{110bd}\u{110cd}])[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const SKIN_TONE = /(?<=\S)\p{Emoji_Modifier}/gu;
const EMOJI_JOINER = /(?<=\p{Extended_Pictographic})\u200d|\u200d(?=\p{Extended_Pictographic})/gu;
/** Half a character: written out, it becomes U+FFFD, which has a width. */
const LONE_SURROGATE = /\p{Surrogate}/gu;
const HANGUL_PARTS = /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?/gu;
const LONE_MARK = /(?<=^|\s)[\p{M}\u200c\u200d]/gu;

const MAYBE_UNSTEADY =
  /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Emoji_Modifier}\p{Surrogate}\u1100-\u1112]|[\u0e33\u0eb3]|\u20e3|(?:^|\s)\p{M}/u;

/** Returns text as `steadyText` does, for text that is not plain ASCII. */
export function steadied(text: string): string {
  if (!MAYBE_UNSTEADY.test(text)) return text;
  return splitSaraAm(text)
    .replaceAll(KEYCAP, '')
    .replaceAll(FILLER, ' ')
    .replaceAll(INVISIBLE, '')
    .replaceAll(SKIN_TONE, '')
    .replaceAll(EMOJI_JOINER, '')
    .replaceAll(LONE_SURROGATE, '\ufffd')
    .replaceAll(HANGUL_PARTS, (parts) => parts.normalize('NFC'))
    .replaceAll(LONE_MARK, (mark) => `\u25cc${mark}`);
}
