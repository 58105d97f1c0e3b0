import type { Key } from 'ink';
import type { Rating } from '../../model/rating.js';

/** What a key asks for. */
export type KeyCommand =
  | { readonly kind: 'rate'; readonly rating: Rating }
  | {
      readonly kind:
        | 'go' // Space: reveal, or Good
        | 'enter' // Enter: reveal, or submit what was typed
        | 'undo'
        | 'edit'
        | 'suspend'
        | 'bury'
        | 'flag'
        | 'module'
        | 'links'
        | 'type'
        | 'help'
        | 'quit'
        | 'escape'
        | 'stop'
        | 'points' // p: tick the points of the answer; at the end more of the plan
        | 'more-new'
        | 'more'; // m: the next follow-up; at the end the missed ones again
    }
  | { readonly kind: 'scroll'; readonly by: number; readonly unit: 'line' | 'page' | 'end' }
  | { readonly kind: 'digit'; readonly digit: number };

const LETTERS: Readonly<Record<string, KeyCommand>> = {
  u: { kind: 'undo' },
  e: { kind: 'edit' },
  s: { kind: 'suspend' },
  b: { kind: 'bury' },
  f: { kind: 'flag' },
  i: { kind: 'module' },
  o: { kind: 'links' },
  t: { kind: 'type' },
  '?': { kind: 'help' },
  q: { kind: 'quit' },
  n: { kind: 'more-new' },
  m: { kind: 'more' },
  p: { kind: 'points' },
  j: { kind: 'scroll', by: 1, unit: 'line' },
  k: { kind: 'scroll', by: -1, unit: 'line' },
  g: { kind: 'scroll', by: -1, unit: 'end' },
  G: { kind: 'scroll', by: 1, unit: 'end' },
  ' ': { kind: 'go' },
};

/** Returns what one key asks for: a special one, or the character struck; null for nothing. */
export function commandOf(character: string, key: Key): KeyCommand | null {
  const special = specialKey(character, key);
  if (special !== null || key.ctrl || key.meta) return special;
  if (character === '\r' || character === '\n') return { kind: 'enter' };
  if (/^[0-9]$/.test(character)) return digitCommand(Number(character));
  return LETTERS[character] ?? null;
}

function digitCommand(digit: number): KeyCommand {
  if (digit === 1 || digit === 2 || digit === 3 || digit === 4) {
    return { kind: 'rate', rating: digit };
  }
  return { kind: 'digit', digit };
}

function specialKey(input: string, key: Key): KeyCommand | null {
  if (key.ctrl) return controlKey(input);
  if (key.return) return { kind: 'enter' };
  if (key.escape) return { kind: 'escape' };
  if (key.pageDown) return { kind: 'scroll', by: 1, unit: 'page' };
  if (key.pageUp) return { kind: 'scroll', by: -1, unit: 'page' };
  if (key.downArrow) return { kind: 'scroll', by: 1, unit: 'line' };
  if (key.upArrow) return { kind: 'scroll', by: -1, unit: 'line' };
  if (key.home) return { kind: 'scroll', by: -1, unit: 'end' };
  if (key.end) return { kind: 'scroll', by: 1, unit: 'end' };
  return null;
}

function controlKey(input: string): KeyCommand | null {
  if (input === 'c' || input === 'd') return { kind: 'quit' };
  if (input === 'z') return { kind: 'stop' };
  if (input === 'f') return { kind: 'scroll', by: 1, unit: 'page' };
  if (input === 'b') return { kind: 'scroll', by: -1, unit: 'page' };
  return null;
}
