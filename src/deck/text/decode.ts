import type { Position } from './source.js';

/** The largest deck file that is read, bytes (20 MiB). */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

export type Decoded =
  | { readonly text: string }
  | { readonly error: 'file-too-large' }
  | { readonly error: 'not-utf8'; readonly at: Position };

/**
 * Reads a file's bytes as UTF-8, strictly; a byte order mark is dropped. A NUL
 * marks a binary file. On an error, `at` is the place of the first bad byte.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_FILE_BYTES) return { error: 'file-too-large' };
  const nul = bytes.indexOf(0);
  const bad = nul >= 0 ? nul : null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return bad === null ? { text } : { error: 'not-utf8', at: placeOf(bytes, bad) };
  } catch {
    const broken = firstBroken(bytes);
    return { error: 'not-utf8', at: placeOf(bytes, bad === null ? broken : Math.min(bad, broken)) };
  }
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
