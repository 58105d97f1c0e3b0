import stringWidth from 'string-width';
import { type PlanStatus, statusText } from '../../app/plan/status.js';
import type { Paint } from '../../model/text/ansi.js';
import { starText } from '../../model/text/stars.js';
import { countPools } from '../../review/pools.js';
import { type Progress, progressOf } from '../../review/progress.js';
import { type HeaderProps, headerLines, planWidth } from '../components/header.js';
import type { StyledPiece } from '../components/styled-line.js';
import { oneLine } from '../components/text.js';
import type { Size } from '../terminal/run-screen.js';
import { stepKeys } from './answer-side.js';
import { keyList, ratingKeys } from './footer.js';
import { spaceMeaning, TYPING_HINTS, TYPING_KEYS, withHelp } from './key-meanings.js';
import type { CardLayout } from './layout.js';
import { questionLines } from './question-lines.js';
import type { ScreenState } from './screen-state.js';
import type { Snapshot } from './snapshots.js';

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

/** Draws a card: its question, or question and answer with the four ratings. */
export function cardFrame({ layout, state, size }: Snapshot<CardLayout>, paint: Paint): string[] {
  const answered = layout.view.session.phase === 'answer';
  const hints =
    state.typing !== null ? TYPING_HINTS : answered ? answerHints(layout, state) : CARD_HINTS;
  return questionLines(
    {
      layout,
      state,
      size,
      parts: answered ? layout.view.parts : null,
      header: headerLines(headerProps(layout, size), paint),
      keys: keysOf(layout, state, size.columns),
      hints,
    },
    paint,
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

function headerProps({ view, starsShown }: CardLayout, size: Size): HeaderProps {
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

function keysOf(layout: CardLayout, state: ScreenState, width: number): StyledPiece[] {
  const { view, hintsShown } = layout;
  if (state.typing !== null) return keyList(TYPING_KEYS, width);
  if (view.session.phase !== 'answer') return keyList(QUESTION_KEYS, width);
  const step = stepKeys(view.parts, state);
  if (step !== null) return keyList(withHelp(step, !hintsShown), width);
  return ratingKeys({ preview: view.preview, width, asksHelp: !hintsShown });
}
