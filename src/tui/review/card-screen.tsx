import stringWidth from 'string-width';
import { type PlanStatus, statusText } from '../../app/plan/status.js';
import { starText } from '../../model/text/stars.js';
import { countPools } from '../../review/pools.js';
import { type Progress, progressOf } from '../../review/progress.js';
import { Header, planWidth } from '../components/header.js';
import { oneLine } from '../components/text.js';
import type { Size } from '../terminal/run-screen.js';
import { stepKeys } from './answer-side.js';
import { KeyList, RatingKeys } from './footer.js';
import { spaceMeaning, TYPING_HINTS, TYPING_KEYS, withHelp } from './key-meanings.js';
import type { CardLayout } from './layout.js';
import { QuestionFrame } from './question-frame.js';
import type { ScreenState } from './screen-state.js';

const QUESTION_KEYS = [
  ['Space', 'show answer'],
  ['?', 'help'],
  ['t', 'type it first'],
  ['q', 'finish'],
] as const;
const CARD_HINTS = [
  'u undo',
  'e edit',
  's suspend',
  'b bury',
  'f flag',
  'i insights',
  'o links',
  'n new card',
];

export interface CardScreenProps {
  readonly layout: CardLayout;
  readonly state: ScreenState;
  readonly size: Size;
}

/** A card: its question, or question and answer with the four ratings. */
export function CardScreen({ layout, state, size }: CardScreenProps) {
  const answered = layout.view.session.phase === 'answer';
  const hints =
    state.typing !== null ? TYPING_HINTS : answered ? answerHints(layout, state) : CARD_HINTS;
  return (
    <QuestionFrame
      layout={layout}
      state={state}
      size={size}
      parts={answered ? layout.view.parts : null}
      header={<Header {...headerProps(layout, size)} />}
      keys={<Keys layout={layout} state={state} width={size.columns} answered={answered} />}
      hints={hints}
    />
  );
}

function answerHints(layout: CardLayout, state: ScreenState): string[] {
  const { parts } = layout.view;
  const { points = [], followUps = [] } = parts ?? {};
  return [
    '? help',
    `Space ${spaceMeaning(layout, state, state.followUp > 0 ? 'go on' : 'Good')}`,
    ...(points.length > 0 ? ['p points'] : []),
    ...(followUps.length > 0 ? ['m follow-ups'] : []),
    ...CARD_HINTS,
  ];
}

function headerProps({ view, starsShown }: CardLayout, size: Size) {
  const { session, record } = view;
  const { card, memory } = record;
  const { pools, options } = session;
  const progress = progressOf(session);
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
    progress,
    share: shareOf(progress, view.plans),
    plan: planText(view.plans, size),
    counts: countPools(pools),
  };
}

function shareOf({ done, total }: Progress, [plan]: readonly PlanStatus[]): number {
  if (total !== null) return total === 0 ? 0 : done / total;
  return plan === undefined || plan.wantedMs === 0 ? 0 : plan.spentMs / plan.wantedMs;
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
  width,
  answered,
}: {
  layout: CardLayout;
  state: ScreenState;
  width: number;
  answered: boolean;
}) {
  if (state.typing !== null) return <KeyList keys={TYPING_KEYS} width={width} />;
  if (!answered) return <KeyList keys={QUESTION_KEYS} width={width} />;
  const step = stepKeys(layout.view.parts, state);
  if (step !== null) return <KeyList keys={withHelp(step, !layout.hintsShown)} width={width} />;
  const { view, hintsShown } = layout;
  return <RatingKeys preview={view.preview} width={width} asksHelp={!hintsShown} />;
}
