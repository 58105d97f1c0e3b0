import { byteOf, type CodePage, codePageOf } from './codepage.js';
import { canFollow, followers } from './utf8.js';

/**
 * Is the stretch what it seems? So it is where a letter can be no part of UTF-8,
 * and where more letters would have lost their bytes than have them.
 */
export function isGenuine(text: string, start: number, end: number, codePage: CodePage): boolean {
  let whole = 0;
  let doubtful = 0;
  for (let at = start; at < end; ) {
    const length = lengthAt(text, at, end);
    const lead = byteOf(text.charCodeAt(at));
    if (length === 0 && isLetter(lead, codePage)) return true;
    if (length > 0 && !canBeSequence(text, at, length)) return true;
    if (length > followers(lead)) whole++;
    else if (length > 0 && isDoubtful(text, at, length, start)) doubtful++;
    at += Math.max(length, 1);
  }
  return doubtful > 1 && doubtful > whole;
}

/** Would a sequence that lost a byte be made of letters alone? Right text is full of such. */
function isDoubtful(text: string, at: number, length: number, start: number): boolean {
  for (let index = at + 1; index < at + length; index++) {
    if (codePageOf(text.charCodeAt(index)) === undefined) return false;
  }
  // What is left of ⁻⁸ right behind what it raises.
  const isSuperscript = byteOf(text.charCodeAt(at)) === 0xe2 && length === 2;
  return !(isSuperscript && /[\dA-Za-z)]/.test(text.charAt(start - 1)));
}

/** Returns how many characters from here on show the bytes of one sequence; 0 for no first byte. */
export function lengthAt(text: string, at: number, end: number): number {
  const wanted = followers(byteOf(text.charCodeAt(at)));
  if (wanted === 0) return 0;
  let length = 1;
  while (length <= wanted && at + length < end) {
    const byte = byteOf(text.charCodeAt(at + length));
    if (byte < 0x80 || byte > 0xbf) break;
    length++;
  }
  return length;
}

function isLetter(byte: number, codePage: CodePage): boolean {
  if (codePage === 'thai') return byte >= 0xa1 && byte < 0xfc;
  return byte === 0xc0 || byte === 0xc1 || byte > 0xf4;
}

function canBeSequence(text: string, at: number, length: number): boolean {
  const lead = byteOf(text.charCodeAt(at));
  const missing = followers(lead) + 1 - length;
  // The byte behind C2 is lost only where it was a no-break space and is a plain one now.
  if (length === 1) return missing < 2 && (lead !== 0xc2 || text.charAt(at + 1) === ' ');
  const second = byteOf(text.charCodeAt(at + 1));
  if (missing === 0) return canFollow(lead, second);
  return missing === 1 || (missing === 2 && lead === 0xf0 && second === 0x9f);
}
