import { Box } from 'ink';
import { useSyncExternalStore } from 'react';
import { stepKeys } from '../review/answer-side.js';
import { KeyList, RatingKeys } from '../review/footer.js';
import { spaceMeaning, TYPING_HINTS, TYPING_KEYS, withHelp } from '../review/key-meanings.js';
import { QuestionFrame } from '../review/question-frame.js';
import type { ScreenState } from '../review/screen-state.js';
import { TextScreen } from '../review/text-screen.js';
import type { Size } from '../terminal/run-screen.js';
import { useKeys } from '../terminal/use-keys.js';
import type { InterviewController } from './controller.js';
import { InterviewHeader } from './header.js';
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

/** The interview: keys go to the controller, its snapshots are what is drawn. */
export function InterviewApp({ controller }: { controller: InterviewController }) {
  const { size, layout, state } = useSyncExternalStore(controller.subscribe, controller.snapshot);
  useKeys(controller);
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      {layout.kind === 'question' ? (
        <QuestionScreen layout={layout} state={state} size={size} />
      ) : (
        <TextScreen layout={layout} state={state} size={size} />
      )}
    </Box>
  );
}

interface QuestionScreenProps {
  readonly layout: QuestionLayout;
  readonly state: ScreenState;
  readonly size: Size;
}

/** A question with its clocks, or question and answer with the four ratings. */
function QuestionScreen({ layout, state, size }: QuestionScreenProps) {
  const isAnswered = layout.view.interview.phase !== 'question';
  const hints =
    state.typing !== null ? TYPING_HINTS : isAnswered ? answerHints(layout, state) : QUESTION_HINTS;
  return (
    <QuestionFrame
      layout={layout}
      state={state}
      size={size}
      parts={isAnswered ? layout.view.parts : null}
      header={<InterviewHeader layout={layout} size={size} />}
      keys={<Keys layout={layout} state={state} width={size.columns} />}
      hints={hints}
    />
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

interface KeysProps extends Omit<QuestionScreenProps, 'size'> {
  readonly width: number;
}

function Keys({ layout, state, width }: KeysProps) {
  if (state.typing !== null) return <KeyList keys={TYPING_KEYS} width={width} />;
  if (layout.view.interview.phase === 'question')
    return <KeyList keys={QUESTION_KEYS} width={width} />;
  const { interview, parts } = layout.view;
  const ticking = stepKeys(parts, { isTicking: state.isTicking, followUp: 0 });
  if (ticking !== null)
    return <KeyList keys={withHelp(ticking, !layout.hintsShown)} width={width} />;
  if (interview.phase === 'follow-up') return <KeyList keys={FOLLOW_UP_KEYS} width={width} />;
  if (layout.hasFollowUp) {
    const keys = [['Space', spaceOn(layout, state)] as const, ...BEFORE_FOLLOW_UP_KEYS];
    return <KeyList keys={keys} width={width} />;
  }
  const { view, hintsShown } = layout;
  return <RatingKeys preview={view.preview} width={width} asksHelp={!hintsShown} />;
}
