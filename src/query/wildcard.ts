import { foldName } from './fold-name.js';

/** Returns whether a name is the one asked for, without case; `*` stands for any characters. */
export function isNamed(name: string, pattern: string): boolean {
  const text = foldName(name);
  const [start = '', ...rest] = foldName(pattern).split('*');
  const end = rest.pop();
  if (end === undefined) return text === start;
  if (!text.startsWith(start)) return false;
  let from = start.length;
  // The earliest place for each piece leaves the most room for the next.
  for (const piece of rest) {
    const found = text.indexOf(piece, from);
    if (found < 0) return false;
    from = found + piece.length;
  }
  return text.length - end.length >= from && text.endsWith(end);
}
