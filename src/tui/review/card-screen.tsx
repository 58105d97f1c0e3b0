import stringWidth from 'string-width';
import { type PlanStatus, statusText } from '../../app/plan/status.js';
import { starText } from '../../model/star-text.js';
import { countPools, remaining } from '../../review/pools.js';
import { Header, planWidth } from '../components/header.js';
import { oneLine } from '../components/text.js';
import type { Size } from '../terminal/run-screen.js';
import { stepKeys } from './answer-side.js';
import { KeyList, RatingKeys } from './footer.js';
import type { CardLayout } from './layout.js';
import { QuestionFrame } from './question-frame.js';
import type { ScreenState } from './screen-state.js';

const QUESTION_KEYS = [
  ['Space', 'show answer'],
  ['t', 'type it first'],
  ['?', 'help'],
  ['q', 'finish'],
] as const;
const TYPING_KEYS = [
  ['Enter', 'show answer'],
  ['Ctrl-J', 'new line'],
  ['Esc', 'stop, the text is kept'],
] as const;
const QUESTION_HINTS = 'u undo · e edit · s suspend · b bury · f flag · i insights · o links';
const TYPING_HINTS =
  '↑ your last answer · ← → ↑ ↓ Home End move · Ctrl-W deletes a word · Ctrl-U all';
const ANSWER_HINTS =
  '? help · Space Good · u undo · e edit · s suspend · b bury · f flag · i insights · o links';

export interface CardScreenProps {
  readonly layout: CardLayout;
  readonly state: ScreenState;
  readonly size: Size;
}

/** A card: its question, or question and answer with the four ratings. */
export function CardScreen({ layout, state, size }: CardScreenProps) {
  const answered = layout.view.session.phase === 'answer';
  const hints =
    state.typing !== null ? TYPING_HINTS : answered ? answerHints(layout) : QUESTION_HINTS;
  return (
    <QuestionFrame
      layout={layout}
      state={state}
      size={size}
      parts={answered ? layout.view.parts : null}
      header={<Header {...headerProps(layout, size)} />}
      keys={<Keys layout={layout} state={state} answered={answered} />}
      hints={hints}
    />
  );
}

function answerHints({ view: { parts } }: CardLayout): string {
  const points = parts !== null && parts.points.length > 0 ? 'p points · ' : '';
  const more = parts !== null && parts.followUps.length > 0 ? 'm follow-ups · ' : '';
  return `${points}${more}${ANSWER_HINTS}`;
}

function headerProps({ view, starsShown }: CardLayout, size: Size) {
  const { session, record } = view;
  const { card, memory } = record;
  const { pools, reviews, options } = session;
  const left =
    options.limit === null
      ? remaining(pools)
      : Math.min(remaining(pools), options.limit - reviews.length);
  return {
    width: size.columns,
    emoji: oneLine(card.module.emoji),
    title: oneLine(card.module.title),
    part: oneLine(card.module.part),
    stars: starsShown ? starText(card.stars) : null,
    companies: oneLine(card.companies.join(', ')),
    flagged: memory.flag > 0,
    defect: card.defects.some((defect) => defect.endsWith('truncated')),
    cram: options.cram,
    done: reviews.length,
    total: reviews.length + left,
    plan: planText(view.plans, size),
    counts: countPools(pools),
  };
}

/** The plan with the nearest interview. */
function planText([status]: readonly PlanStatus[], size: Size): string {
  if (status === undefined) return '';
  const shown = { ...status, plan: { ...status.plan, name: oneLine(status.plan.name) } };
  return statusText(shown, planWidth(size.columns), stringWidth);
}

function Keys({
  layout,
  state,
  answered,
}: {
  layout: CardLayout;
  state: ScreenState;
  answered: boolean;
}) {
  if (state.typing !== null) return <KeyList keys={TYPING_KEYS} />;
  if (!answered) return <KeyList keys={QUESTION_KEYS} />;
  const step = stepKeys(layout.view.parts, state);
  if (step !== null) return <KeyList keys={step} />;
  return <RatingKeys preview={layout.view.preview} />;
}
