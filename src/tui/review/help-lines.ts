import { styled } from '../../model/ansi.js';

const KEYS: readonly (readonly [string, string])[] = [
  ['Space Enter', 'show the answer'],
  ['1 2 3 4', 'rate: Again, Hard, Good, Easy'],
  ['Space', 'scroll to the end of the answer; there, rate Good'],
  ['p', 'tick the points that you named: digits, then Enter'],
  ['m', 'the next follow-up, then its answer'],
  ['u', 'undo the last rating or change (any number of times)'],
  ['t', 'type your answer first, see it beside the real one'],
  ['e', 'edit the card in $EDITOR'],
  ['n', 'write a new card for this module in $EDITOR'],
  ['s', 'suspend: out of the review until resumed'],
  ['b', 'bury till tomorrow'],
  ['f', 'flag, or take the flag away'],
  ['i', "the module's insights, code and links"],
  ['o', 'open a link, a picture or a diagram'],
  ['j k ↓ ↑', 'scroll by a line'],
  ['PgDn PgUp', 'scroll by a page (Ctrl-F, Ctrl-B too)'],
  ['g G', 'to the top, to the end'],
  ['Ctrl-Z', 'suspend viva; fg brings it back'],
  ['?', 'this help'],
  ['q Ctrl-C', 'finish with a summary; everything rated is kept'],
];

/** The help, a key a line. */
export function helpLines(colors: boolean): string[] {
  const title = styled('Keys', 'bold', colors);
  return [
    title,
    '',
    ...KEYS.map(([key, meaning]) => `${styled(key.padEnd(12), 'cyan', colors)} ${meaning}`),
  ];
}
