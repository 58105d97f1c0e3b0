/** An encoding that a file may be in, as a person knows it. */
export type OtherEncoding = 'UTF-16' | 'Windows-1252' | 'Windows-1251';

/** A text that was no UTF-8, and what it was taken for. */
export interface OtherText {
  readonly text: string;
  readonly encoding: OtherEncoding;
  /** The file says so by its byte order mark. */
  readonly isCertain: boolean;
}

/** Characters that no text file holds. */
const UNWRITTEN = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F]/;
/** So much of what is beyond ASCII must be plausible. */
const MIN_PLAUSIBLE = 0.9;
/** Of so many pairs of bytes the second must be NUL, in Western text of UTF-16. */
const MIN_HALF_EMPTY = 0.7;
/** Letters beyond ASCII are at most so many of those within it, in Western text. */
const MAX_ACCENTED = 0.34;

/** Decodes what is no UTF-8 where it is certain enough what it is; null elsewhere. */
export function decodeOther(bytes: Uint8Array): OtherText | null {
  const wide = wideEncoding(bytes);
  if (wide !== null) return decodeWide(bytes, wide);
  if (bytes.includes(0) || isDamagedUtf8(bytes)) return null;
  const western = decodeWestern(bytes);
  if (isWestern(western)) return { text: western, encoding: 'Windows-1252', isCertain: false };
  const cyrillic = new TextDecoder('windows-1251').decode(bytes);
  if (isCyrillic(cyrillic)) return { text: cyrillic, encoding: 'Windows-1251', isCertain: false };
  return null;
}

/** The signs of 0x80 to 0x9F; a blank stands for the five that are none. */
const SIGNS_OF_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Decoders of some versions of Node leave the signs out and decode as Latin-1. */
function decodeWestern(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replaceAll(/[\u0080-\u009F]/g, (unsigned) => {
    const sign = SIGNS_OF_1252.charAt(unsigned.charCodeAt(0) - 0x80);
    return sign === ' ' ? unsigned : sign;
  });
}

interface WideEncoding {
  readonly label: 'utf-16le' | 'utf-16be';
  readonly isMarked: boolean;
}

function wideEncoding(bytes: Uint8Array): WideEncoding | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return { label: 'utf-16le', isMarked: true };
  if (first === 0xfe && second === 0xff) return { label: 'utf-16be', isMarked: true };
  if (bytes.length < 8 || bytes.length % 2 === 1) return null;
  const empty = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === 0) empty[at % 2] = (empty[at % 2] ?? 0) + 1;
  }
  const enough = (bytes.length / 2) * MIN_HALF_EMPTY;
  const [even = 0, odd = 0] = empty;
  if (odd >= enough && even === 0) return { label: 'utf-16le', isMarked: false };
  return even >= enough && odd === 0 ? { label: 'utf-16be', isMarked: false } : null;
}

function decodeWide(bytes: Uint8Array, { label, isMarked }: WideEncoding): OtherText | null {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return UNWRITTEN.test(text) ? null : { text, encoding: 'UTF-16', isCertain: isMarked };
  } catch {
    return null;
  }
}

/** Are there sequences of UTF-8, so that a few broken ones are damage and no other encoding? */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  let sound = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at);
    if (length === 0) broken++;
    else if (length > 1) sound++;
    at += Math.max(1, length);
  }
  return sound * 4 > broken;
}

/** The length of the sequence at a place; 0 for a byte that begins none. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  if (first < 0xc2 || first > 0xf4) return 0;
  for (let next = 1; next < length; next++) {
    if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

/** A letter beyond ASCII, or several, with what stands around them. */
const ACCENTED = /\p{L}*[À-ÖØ-öø-ÿŒœŠšŽžŸ]\p{L}*/gu;
/** Signs that stand between words, or at their ends. */
const SIGN = /[‘’‚“”„«»‹›–—…•·€£¥¢§©®™°±×÷¬¼½¾µ²³¹¿¡ªº†‡‰ \u00A0\u00AD]/u;

/** Does a text read like one in a language of Western Europe? */
function isWestern(text: string): boolean {
  if (UNWRITTEN.test(text)) return false;
  const ascii = text.match(/[A-Za-z]/g)?.length ?? 0;
  const high = text.match(/[^\u0000-\u007F]/gu)?.length ?? 0;
  const accented = text.match(/[À-ÖØ-öø-ÿŒœŠšŽžŸ]/gu)?.length ?? 0;
  if (ascii === 0 || high === 0 || accented > ascii * MAX_ACCENTED) return false;
  return plausibleLetters(text) + plausibleSigns(text) >= high * MIN_PLAUSIBLE;
}

/** Letters of words that have letters of ASCII too, no more than two beyond it side by side. */
function plausibleLetters(text: string): number {
  let count = 0;
  for (const [word] of text.matchAll(ACCENTED)) {
    const own = word.match(/[^A-Za-z]/gu)?.length ?? 0;
    const isAlone = own === word.length && own > 1;
    // `À` and `à` are words, and within words a capital stands at the beginning alone.
    if (!isAlone && !/[^A-Za-z]{3}|[a-z][À-ÖØ-Þ]/u.test(word)) count += own;
  }
  return count;
}

/** Signs that are not within a word, where only an apostrophe is. */
function plausibleSigns(text: string): number {
  let count = 0;
  for (const match of text.matchAll(/[^\u0000-\u007F\p{L}]/gu)) {
    const [sign] = match;
    const isWithin =
      /\p{L}/u.test(text.charAt(match.index - 1)) && /\p{L}/u.test(text.charAt(match.index + 1));
    if (SIGN.test(sign) && (!isWithin || /[’—–\u00AD\u00A0·…]/u.test(sign))) count++;
  }
  return count;
}

/** Does a text read like one in Russian, Ukrainian or Bulgarian? Another order of letters would not. */
function isCyrillic(text: string): boolean {
  if (UNWRITTEN.test(text)) return false;
  const letters = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const small = text.match(/[а-яёіїєґ]/gu)?.length ?? 0;
  const common = text.match(/[оеаинтісвр]/gu)?.length ?? 0;
  const high = text.match(/[^\u0000-\u007F]/gu)?.length ?? 0;
  const turned = text.match(/[а-яёіїєґ][А-ЯЁІЇЄҐ]/gu)?.length ?? 0;
  const isText = letters >= 20 && letters >= high * MIN_PLAUSIBLE;
  return isText && small >= letters * 0.7 && common >= letters * 0.4 && turned <= letters * 0.03;
}
