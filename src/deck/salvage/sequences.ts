import {
  byteOf,
  type CodePage,
  codePageOf,
  encloses,
  endOfStretch,
  followsLatin,
} from './codepage.js';
import { isGenuine, lengthAt } from './genuine.js';
import { decode, followers } from './utf8.js';

const BEYOND_ASCII = /[^\0-\x7f]/g;

/** A UTF-8 sequence read back from the characters that show its bytes. */
export interface Sequence {
  readonly at: number;
  /** Characters in the damaged text: one for each byte that is left. */
  readonly length: number;
  readonly bytes: readonly number[];
  /** What the bytes say; null where some are missing. */
  readonly character: string | null;
  /** True where no right text has these characters side by side. */
  readonly certain: boolean;
}

/** Sequences side by side, all through one code page. */
export interface Run {
  readonly codePage: CodePage;
  readonly sequences: readonly Sequence[];
}

/** What a text holds that could be damage. */
export interface Suspects {
  readonly runs: readonly Run[];
  /** Are there letters of a code page that can be nothing but themselves? */
  readonly genuine: Readonly<Record<CodePage, boolean>>;
}

/** Reads every stretch of code page characters in a text as UTF-8. */
export function readSuspects(text: string): Suspects {
  const runs: Run[] = [];
  const genuine = { thai: false, latin: false };
  for (let at = nextBeyondAscii(text, 0); at !== -1; ) {
    const end = endOfStretch(text, at);
    const codePage = codePageWithin(text, at, end);
    if (isGenuine(text, at, end, codePage)) genuine[codePage] = true;
    else addRun(runs, text, at, end, codePage);
    at = nextBeyondAscii(text, Math.max(end, at + 1));
  }
  return { runs, genuine };
}

function nextBeyondAscii(text: string, from: number): number {
  BEYOND_ASCII.lastIndex = from;
  return BEYOND_ASCII.exec(text)?.index ?? -1;
}

function addRun(runs: Run[], text: string, start: number, end: number, codePage: CodePage): void {
  const sequences: Sequence[] = [];
  for (let at = start; at < end; ) {
    const length = lengthAt(text, at, end);
    const sequence = length === 0 ? null : sequenceAt(text, at, length, codePage);
    if (sequence !== null) sequences.push(sequence);
    at += Math.max(length, 1);
  }
  if (sequences.length > 0) runs.push({ codePage, sequences });
}

function codePageWithin(text: string, start: number, end: number): CodePage {
  for (let at = start; at < end; at++) {
    const codePage = codePageOf(text.charCodeAt(at));
    if (codePage !== undefined) return codePage;
  }
  return 'latin';
}

function sequenceAt(text: string, at: number, length: number, codePage: CodePage): Sequence | null {
  const bytes: number[] = [];
  for (let index = at; index < at + length; index++) bytes.push(byteOf(text.charCodeAt(index)));
  const [lead = 0] = bytes;
  const certain = isCertain(text, at, length, codePage);
  if (length > followers(lead)) {
    const character = decode(bytes);
    return character === null ? null : { at, length, bytes, character, certain };
  }
  // Alone, ÛÜÝÞ are only themselves.
  const isAlone = length === 1 && lead >= 0xdb && lead <= 0xde;
  return isAlone ? null : { at, length, bytes, character: null, certain };
}

/** Is a character among them that no right text has behind a letter of the code page? */
function isCertain(text: string, at: number, length: number, codePage: CodePage): boolean {
  const lead = byteOf(text.charCodeAt(at));
  for (let index = at + 1; index < at + length; index++) {
    const code = text.charCodeAt(index);
    if (codePage === 'latin' ? isBesideLatin(code, lead) : isBesideThai(code)) return true;
  }
  // เ แ โ ใ ไ are written before their consonant, so no sign is ever right behind them.
  const isPreposed = codePage === 'thai' && lead >= 0xe0 && lead <= 0xe4;
  const isWhole = length > followers(lead);
  return isPreposed && isWhole && codePageOf(text.charCodeAt(at + 1)) !== 'thai';
}

function isBesideThai(code: number): boolean {
  return codePageOf(code) !== 'thai' && !encloses(code);
}

function isBesideLatin(code: number, lead: number): boolean {
  if (encloses(code)) return false;
  // Ã and Â end no everyday word.
  return !followsLatin(code) || lead === 0xc2 || lead === 0xc3;
}
