import type { Key } from 'ink';
import { graphemeSegmenter } from '../../model/text/graphemes.js';

/** Keys that are no character, by the name that a stroke of them has. */
const SPECIAL = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'page-up'],
  ['pageDown', 'page-down'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  // Most terminals send DEL for the Backspace key, which Ink calls delete.
  ['backspace', 'backspace'],
  ['delete', 'backspace'],
] as const satisfies readonly (readonly [keyof Key, string])[];

/** Characters that are keys: struck fast, they come within text. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ['\r', 'enter'],
  ['\n', 'enter'],
  ['\r\n', 'enter'],
  ['\t', 'tab'],
  ['\u007f', 'backspace'],
  ['\b', 'backspace'],
  ['\u001b', 'escape'],
  [' ', 'space'],
]);

/**
 * Returns what was struck, in order: a character as itself, other keys by their names, with Ctrl
 * or Alt as `ctrl-w`, `alt-b`. Takes an input event of Ink, which is one special key or all
 * characters since the last event.
 */
export function strokesOf(input: string, key: Key): string[] {
  if (key.tab) return [key.shift ? 'shift-tab' : 'tab'];
  const special = SPECIAL.find(([name]) => key[name])?.[1];
  if (special !== undefined) return [modified(special, key)];
  if (key.ctrl) return [`ctrl-${input}`];
  if (key.meta) return [`alt-${input}`];
  return Array.from(graphemeSegmenter().segment(input), ({ segment }) => strokeOf(segment));
}

/** Words are gone over by ← and → with Ctrl or Alt, and Enter with Alt or Shift ends no text. */
function modified(name: (typeof SPECIAL)[number][1], { ctrl, meta, shift }: Key): string {
  if (name === 'left' || name === 'right')
    return ctrl ? `ctrl-${name}` : meta ? `alt-${name}` : name;
  return name === 'enter' && (meta || shift) ? 'alt-enter' : name;
}

/** A control character that comes within text is the key that sends it: 1 is Ctrl-A. */
function strokeOf(character: string): string {
  const known = NAMED.get(character);
  if (known !== undefined) return known;
  const code = character.charCodeAt(0);
  return code >= 1 && code <= 26 ? `ctrl-${String.fromCharCode(code + 96)}` : character;
}

/** Returns the text that a stroke writes; null for a key that writes none. */
export function typedText(stroke: string): string | null {
  if (stroke === 'space') return ' ';
  const [only, ...more] = graphemeSegmenter().segment(stroke);
  if (only === undefined || more.length > 0) return null;
  return /^\p{Cc}/u.test(stroke) ? null : stroke;
}
