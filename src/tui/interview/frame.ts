import type { Paint } from '../../model/text/ansi.js';
import type { StyledPiece } from '../components/styled-line.js';
import { stepKeys } from '../review/answer-side.js';
import { keyList, ratingKeys } from '../review/footer.js';
import { spaceMeaning, TYPING_HINTS, TYPING_KEYS, withHelp } from '../review/key-meanings.js';
import { questionLines } from '../review/question-lines.js';
import type { ScreenState } from '../review/screen-state.js';
import type { Snapshot } from '../review/snapshots.js';
import { interviewHeader } from './header.js';
import type { QuestionLayout } from './layout.js';

const QUESTION_KEYS = [
  ['Space', 'show answer'],
  ['?', 'help'],
  ['t', 'type it first'],
  ['s', 'skip'],
  ['q', 'finish'],
] as const;
const FOLLOW_UP_KEYS = [
  ['Space', 'its answer'],
  ['?', 'help'],
  ['q', 'finish'],
] as const;
const BEFORE_FOLLOW_UP_KEYS = [
  ['1-4', 'rate'],
  ['p', 'points'],
  ['?', 'help'],
] as const;
const QUESTION_HINTS = ['say your answer aloud, or type it', 'u back', 'j k scroll'];

/** Draws a question with its clocks, or question and answer with the four ratings. */
export function interviewFrame(
  { layout, state, size }: Snapshot<QuestionLayout>,
  paint: Paint,
): string[] {
  const isAnswered = layout.view.interview.phase !== 'question';
  const hints =
    state.typing !== null ? TYPING_HINTS : isAnswered ? answerHints(layout, state) : QUESTION_HINTS;
  return questionLines(
    {
      layout,
      state,
      size,
      parts: isAnswered ? layout.view.parts : null,
      header: interviewHeader(layout, size, paint),
      keys: keysOf(layout, state, size.columns),
      hints,
    },
    paint,
  );
}

function answerHints(layout: QuestionLayout, state: ScreenState): string[] {
  const isAsking = layout.view.interview.phase === 'follow-up';
  // The keys above say it already where a follow-up is asked, or is next.
  const isSaid = !state.isTicking && (isAsking || layout.hasFollowUp);
  const first = isSaid ? [] : ['? help', `Space ${spaceOn(layout, state)}`];
  const last = isAsking ? [] : ['q finish'];
  return [...first, 's skip unrated', 'u back', 'j k scroll', ...last];
}

const spaceOn = (layout: QuestionLayout, state: ScreenState) =>
  spaceMeaning(layout, state, layout.hasFollowUp ? 'follow-up' : 'Good');

function keysOf(layout: QuestionLayout, state: ScreenState, width: number): StyledPiece[] {
  const { view, hintsShown } = layout;
  const { interview, parts } = view;
  if (state.typing !== null) return keyList(TYPING_KEYS, width);
  if (interview.phase === 'question') return keyList(QUESTION_KEYS, width);
  const ticking = stepKeys(parts, { isTicking: state.isTicking, followUp: 0 });
  if (ticking !== null) return keyList(withHelp(ticking, !hintsShown), width);
  if (interview.phase === 'follow-up') return keyList(FOLLOW_UP_KEYS, width);
  if (layout.hasFollowUp)
    return keyList([['Space', spaceOn(layout, state)], ...BEFORE_FOLLOW_UP_KEYS], width);
  return ratingKeys({ preview: view.preview, width, asksHelp: !hintsShown });
}
