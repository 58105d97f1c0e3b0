import { styled } from '../../model/text/ansi.js';
import { QUESTION_MINUTES } from '../../review/draw-interview.js';
import { FOLLOW_UP_MS, MAX_FOLLOW_UPS } from '../../review/interview.js';

const KEYS: readonly (readonly [string, string])[] = [
  ['Space Enter', 'show the answer; the clock pauses while you read'],
  ['1 2 3 4', 'rate: Again, Hard, Good, Easy'],
  ['Space', 'scroll to the end of the answer, then rate Good'],
  ['p', 'tick the points that you named: digits, then Enter'],
  ['Space m', 'the next follow-up, then its answer'],
  ['t', 'type your answer, then compare it'],
  ['s', 'skip: next question, without a rating'],
  ['o', 'open a link, a picture or a diagram'],
  ['n', 'write a new card for this module in $EDITOR; the clock goes on'],
  ['u', 'back: undo the last rating'],
  ['j k ↓ ↑', 'scroll by a line'],
  ['PgDn PgUp', 'scroll by a page (Ctrl-F, Ctrl-B too)'],
  ['g G', 'to the top, to the end'],
  ['Ctrl-Z', 'suspend viva; the clock goes on'],
  ['?', 'this help; the clock goes on'],
  ['q Ctrl-C', 'end with the report; all ratings are kept'],
];

/** The help of an interview, a key a line, and how long an answer may take. */
export function interviewHelp(colors: boolean): string[] {
  const { 1: easy, 2: medium, 3: hard } = QUESTION_MINUTES;
  return [
    styled('Keys', 'bold', colors),
    '',
    ...KEYS.map(([key, meaning]) => `${styled(key.padEnd(12), 'cyan', colors)} ${meaning}`),
    '',
    styled('Time', 'bold', colors),
    '',
    `${styled('★☆☆'.padEnd(12), 'cyan', colors)} ${easy} min to answer, aloud or typed`,
    `${styled('★★☆'.padEnd(12), 'cyan', colors)} ${medium} min`,
    `${styled('★★★'.padEnd(12), 'cyan', colors)} ${hard} min`,
    '',
    `Each follow-up has ${FOLLOW_UP_MS / 1000} s of its own; an answer has up to ${MAX_FOLLOW_UPS}.`,
    'When the time is up the clock keeps counting; continue when you are ready.',
  ];
}
