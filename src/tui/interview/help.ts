import { styled } from '../../model/text/ansi.js';
import { QUESTION_MINUTES } from '../../review/draw-interview.js';
import { FOLLOW_UP_MS, MAX_FOLLOW_UPS } from '../../review/interview.js';
import { type KeyLine, type KeyLook, keyLines } from '../components/key-lines.js';
import { wrapLine } from '../components/wrap-line.js';

const KEYS: readonly KeyLine[] = [
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
export function interviewHelp(look: KeyLook): string[] {
  const { 1: easy, 2: medium, 3: hard } = QUESTION_MINUTES;
  const times: readonly KeyLine[] = [
    ['★☆☆', `${easy} min to answer, aloud or typed`],
    ['★★☆', `${medium} min`],
    ['★★★', `${hard} min`],
  ];
  const rules = [
    `Each follow-up has ${FOLLOW_UP_MS / 1000} s of its own; an answer has up to ${MAX_FOLLOW_UPS}.`,
    'When the time is up the clock keeps counting; continue when you are ready.',
  ];
  return [
    styled('Keys', 'bold', look.colors),
    '',
    ...keyLines(KEYS, look),
    '',
    styled('Time', 'bold', look.colors),
    '',
    ...keyLines(times, look),
    '',
    ...rules.flatMap((line) => wrapLine(line, look.width)),
  ];
}
