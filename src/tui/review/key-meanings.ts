import type { KeyHint } from './fit-keys.js';
import { maxScroll, type Scrolled } from './layout.js';
import type { ScreenState } from './screen-state.js';

/** The keys that end the typing of an answer, or go on in it. */
export const TYPING_KEYS: readonly KeyHint[] = [
  ['Enter', 'show answer'],
  ['Ctrl-J', 'new line'],
  ['Esc', 'stop, the text is kept'],
];

/** Further keys while an answer is typed, the most useful first. */
export const TYPING_HINTS = [
  '↑ your last answer',
  '← → ↑ ↓ Home End move',
  'Ctrl-W deletes a word',
  'Ctrl-U all',
];

/** The keys, with that of the help where no other line names it. */
export function withHelp(keys: readonly KeyHint[], asksHelp: boolean): readonly KeyHint[] {
  return asksHelp ? [...keys.slice(0, 1), ['?', 'help'], ...keys.slice(1)] : keys;
}

/**
 * What the space bar does on an answer: it ends the ticking of points, or shows the answer's end,
 * before it does what is `then` its turn.
 */
export function spaceMeaning(
  layout: Scrolled & { readonly spaceScrolls: boolean },
  { scroll, isTicking }: ScreenState,
  then: string,
): string {
  if (isTicking) return 'back';
  if (layout.spaceScrolls && scroll < maxScroll(layout)) return 'scroll on';
  return then;
}
