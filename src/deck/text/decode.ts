import { decodeOther, type OtherEncoding } from './encodings.js';
import type { Position } from './source.js';

/** The largest deck file that is read, bytes (20 MiB). */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** That a file was taken for one in another encoding than UTF-8, where it does not say so itself. */
export interface AssumedEncoding {
  readonly encoding: OtherEncoding;
  /** Number of characters that other encodings have elsewhere. */
  readonly characters: number;
  /** The first word with one. */
  readonly word: string;
  /** Where that word's character stands. */
  readonly at: Position;
}

export type Decoded =
  | { readonly text: string; readonly assumed?: AssumedEncoding }
  | { readonly error: 'file-too-large' }
  | { readonly error: 'not-utf8'; readonly at: Position };

/**
 * Reads a file's bytes as UTF-8, strictly; a byte order mark is dropped. What is none is
 * read as UTF-16, Windows-1252 or Windows-1251 where it is certain enough that it is that. A
 * NUL marks a binary file. On an error, `at` is the place of the first bad byte.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_FILE_BYTES) return { error: 'file-too-large' };
  const nul = bytes.indexOf(0);
  const bad = nul >= 0 ? nul : null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (bad === null) return { text };
  } catch {
    // What it is instead, or where it is damaged, is looked at below.
  }
  const other = decodeOther(bytes);
  if (other !== null) {
    return other.isCertain ? { text: other.text } : assumedOf(other.text, other.encoding);
  }
  const broken = firstBroken(bytes);
  return { error: 'not-utf8', at: placeOf(bytes, bad === null ? broken : Math.min(bad, broken)) };
}

function assumedOf(text: string, encoding: OtherEncoding): Decoded {
  const first = Math.max(0, text.search(/[^\u0000-\u007F]/u));
  const before = text.slice(0, first);
  const lines = before.split(/\r\n?|\n/);
  const at = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  const [word = ''] = text.slice(before.search(/[^\s]{0,40}$/)).split(/\s/, 1);
  const characters = text.match(/[^\u0000-\u007F]/gu)?.length ?? 0;
  return { text, assumed: { encoding, characters, word: word.slice(0, 60), at } };
}

/** Finds the longest prefix that decodes by halving; a sequence cut by its end is still good. */
function firstBroken(bytes: Uint8Array): number {
  let good = 0;
  let broken = bytes.length;
  while (good < broken - 1) {
    const middle = (good + broken) >> 1;
    if (isGoodPrefix(bytes.subarray(0, middle))) good = middle;
    else broken = middle;
  }
  return good;
}

function isGoodPrefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function placeOf(bytes: Uint8Array, offset: number): Position {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, offset), { stream: true });
  const lineBegin = before.lastIndexOf('\n') + 1;
  return {
    line: before.split('\n').length,
    column: before.length - lineBegin + 1,
  };
}
