import type { Paint } from '../../model/text/ansi.js';
import { starText } from '../../model/text/stars.js';
import { questionAt } from '../../review/interview.js';
import { rowLine, type StyledPiece } from '../components/styled-line.js';
import { oneLine } from '../components/text.js';
import type { Size } from '../terminal/run-screen.js';
import type { Countdown } from './clock.js';
import type { QuestionLayout } from './layout.js';

/** Columns from which clocks are explained. */
const ROOMY = 60;
const TONES = { calm: 'green', soon: 'yellow', over: 'red' } as const;

/** Returns three lines: the clocks, where the question is from, and how much of its time is used. */
export function interviewHeader(layout: QuestionLayout, { columns }: Size, paint: Paint): string[] {
  const isRoomy = columns >= ROOMY;
  const stars: StyledPiece[] = [
    [layout.starsShown ? starText(layout.view.record.card.stars) : '', 'yellow'],
  ];
  return [
    rowLine(clocksOf(layout, isRoomy), numberOf(layout, isRoomy), columns, paint),
    rowLine(placeOf(layout), stars, columns, paint),
    timeBar(columns, layout.clocks.question, paint),
  ];
}

// The clocks come first and after ASCII alone: so that a tick writes their digits only.
function clocksOf({ clocks, view }: QuestionLayout, isRoomy: boolean): StyledPiece[] {
  const { question, inAll } = clocks;
  const clock: StyledPiece = [question.text, 'bold', TONES[question.tone]];
  const total: StyledPiece = inAll.tone === 'over' ? [inAll.text, 'red'] : [inAll.text];
  if (!isRoomy) return [clock, ['  total ', 'dim'], total];
  return [
    clock,
    [` ${ofWhole(question)}   total `, 'dim'],
    total,
    [` ${ofWhole(inAll)}${STANDS[view.interview.phase]}`, 'dim'],
  ];
}

/** What is said of the clocks. */
const STANDS = {
  question: '',
  finished: '',
  answer: ', clock stopped',
  'follow-up': ', follow-up',
} as const;

function ofWhole({ tone, whole }: Countdown): string {
  return tone === 'over' ? `over ${whole}` : `of ${whole}`;
}

function numberOf({ view, isRecording }: QuestionLayout, isRoomy: boolean): StyledPiece[] {
  const { interview } = view;
  return [
    [isRecording || !isRoomy ? '' : 'not recorded ', 'magenta'],
    [`${questionAt(interview) + 1}/${interview.questions.length}`],
  ];
}

function placeOf({ view }: QuestionLayout): StyledPiece[] {
  const { companies, module } = view.record.card;
  const { emoji, title, part } = module;
  const named = (text: string) => (text === '' ? '' : ` · ${oneLine(text)}`);
  return [
    [emoji === '' ? oneLine(title) : `${oneLine(emoji)} ${oneLine(title)}`, 'bold'],
    [named(part) + named(companies.join(', ')), 'dim'],
  ];
}

function timeBar(width: number, { share, tone }: Countdown, paint: Paint): string {
  const used = Math.min(width, Math.floor(width * share));
  // One colour: so that a tick writes one cell at most.
  return paint(TONES[tone], '─'.repeat(used) + '━'.repeat(width - used));
}
