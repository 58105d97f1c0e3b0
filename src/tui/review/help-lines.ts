import { styled } from '../../model/text/ansi.js';
import { type KeyLine, type KeyLook, keyLines } from '../components/key-lines.js';

const SHOWN: readonly KeyLine[] = [
  ['Space Enter', 'show the answer'],
  ['1 2 3 4', 'rate: Again, Hard, Good, Easy'],
  ['Space', 'scroll to the end of the answer, then rate Good'],
  ['p', 'tick the points that you named: digits, then Enter'],
  ['t', 'type your answer first, then compare it'],
  ['o', 'open a link, a picture or a diagram'],
];

const OF_THE_CARD: readonly KeyLine[] = [
  ['m', 'the next follow-up, then its answer'],
  ['u', 'undo the last rating or change; may be repeated'],
  ['e', 'edit the card in $EDITOR'],
  ['n', 'write a new card for this module in $EDITOR'],
  ['s', 'suspend: out of the review until resumed'],
  ['b', 'bury until tomorrow'],
  ['f', 'flag, or remove the flag'],
  ['i', "the module's insights, code and links"],
];

const OF_THE_SCREEN: readonly KeyLine[] = [
  ['j k ↓ ↑', 'scroll by a line'],
  ['PgDn PgUp', 'scroll by a page (Ctrl-F, Ctrl-B too)'],
  ['g G', 'to the top, to the end'],
  ['Ctrl-Z', 'suspend viva; fg brings it back'],
  ['?', 'this help'],
  ['q Ctrl-C', 'end with a summary; all ratings are kept'],
];

const LINE_BY_LINE: readonly KeyLine[] = [
  ['Enter', 'show the answer'],
  ['1 2 3 4', 'rate: again, hard, good, easy (words work, too)'],
  ['p 1 3', 'tick the points that you named'],
  ['t ANSWER', 'type your answer first, then compare it'],
  ['o, o 2', 'open a link, a picture or a diagram'],
];

const END_OF_LINES: readonly KeyLine[] = [
  ['?', 'this help'],
  ['q', 'end; all ratings are kept'],
];

/** The help of the screen, a key a line. */
export function helpLines(look: KeyLook): string[] {
  const keys = [...SHOWN, ...OF_THE_CARD, ...OF_THE_SCREEN];
  return [styled('Keys', 'bold', look.colors), '', ...keyLines(keys, look)];
}

/** The same for a review line by line. */
export function plainHelpLines(look: KeyLook): string[] {
  return keyLines([...LINE_BY_LINE, ...OF_THE_CARD, ...END_OF_LINES], look);
}
