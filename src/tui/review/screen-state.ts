import type { AnswerComparison } from '../../model/answer-comparison.js';
import type { EditedText } from '../components/edit-text.js';
import type { Judged } from './opinion.js';

/** What lies over the card. */
type Overlay = 'none' | 'greeting' | 'help' | 'module' | 'links';

export interface Message {
  readonly text: string;
  readonly tone: 'info' | 'error';
}

/** What the screen knows beside the session: nothing of it outlives the screen. */
export interface ScreenState {
  readonly overlay: Overlay;
  /** First line shown of the body, from 0. */
  readonly scroll: number;
  /** The answer being typed; null while nobody types. */
  readonly typing: EditedText | null;
  /** What was typed and left off, to go on with; null for nothing. */
  readonly left: string | null;
  /** The answer typed before this card was revealed. */
  readonly typed: string | null;
  readonly message: Message | null;
  /** Step in the chain of follow-ups: 0 for none, odd ones ask, even ones answer. */
  readonly followUp: number;
  /** Do digits tick points? */
  readonly isTicking: boolean;
  /** Places of the points ticked, from 0; null before the person wanted to tick any. */
  readonly ticks: readonly number[] | null;
  /** Places of the points that the typed answer seems to name; null where nothing was typed. */
  readonly named: readonly number[] | null;
  /** What of the answer was not found in the typed one. Markdown. */
  readonly missing: readonly string[];
  /** What the person's judge thinks; null where it was not asked. */
  readonly judged: Judged | null;
}

export const FRESH_SCREEN: ScreenState = {
  overlay: 'none',
  scroll: 0,
  typing: null,
  left: null,
  typed: null,
  message: null,
  followUp: 0,
  isTicking: false,
  ticks: null,
  named: null,
  missing: [],
  judged: null,
};

export type ScreenAction =
  | { readonly type: 'card-changed'; readonly message?: Message | null }
  | { readonly type: 'revealed'; readonly scroll: number }
  | { readonly type: 'scrolled'; readonly to: number; readonly most: number }
  | { readonly type: 'opened'; readonly overlay: Overlay }
  | { readonly type: 'typing'; readonly typing: EditedText }
  | { readonly type: 'stopped-typing' }
  | { readonly type: 'submitted'; readonly text: string }
  | { readonly type: 'compared'; readonly comparison: AnswerComparison }
  | { readonly type: 'judged'; readonly judged: Judged }
  | { readonly type: 'stepped'; readonly to: number }
  | { readonly type: 'ticking'; readonly on: boolean }
  | { readonly type: 'ticked'; readonly point: number }
  | { readonly type: 'ticks-back'; readonly ticks: readonly number[] }
  | { readonly type: 'points-changed' }
  | { readonly type: 'said'; readonly message: Message | null };

/** The state machine of the screen. */
export function reduceScreen(state: ScreenState, action: ScreenAction): ScreenState {
  switch (action.type) {
    case 'card-changed':
      return { ...FRESH_SCREEN, message: action.message ?? null };
    case 'revealed':
      return {
        ...state,
        ...{ scroll: action.scroll, overlay: 'none', typing: null, message: null },
        typed: state.typed ?? state.left,
      };
    case 'scrolled':
      return { ...state, scroll: Math.max(0, Math.min(action.to, action.most)) };
    case 'opened':
      return { ...state, overlay: action.overlay, scroll: 0, message: null };
    case 'typing':
      return { ...state, typing: action.typing, message: null };
    case 'stopped-typing':
      return { ...state, typing: null, left: state.typing?.text ?? state.left, message: null };
    case 'submitted':
      return { ...state, typed: action.text, typing: null };
    case 'compared':
      return compared(state, action.comparison);
    case 'judged':
      return { ...state, judged: action.judged };
    case 'stepped':
      return { ...state, followUp: action.to, isTicking: false, scroll: 0, message: null };
    case 'ticking':
      return ticking(state, action.on);
    case 'ticked':
      return { ...state, ticks: toggled(state.ticks ?? [], action.point), message: null };
    case 'ticks-back':
      return { ...state, ticks: action.ticks };
    case 'points-changed':
      return { ...state, isTicking: false, ticks: null, named: null, judged: null };
    case 'said':
      return { ...state, message: action.message };
  }
}

/** Ticks that nobody has touched yet follow what was found. */
function compared(state: ScreenState, { named, missing }: AnswerComparison): ScreenState {
  return { ...state, named, missing, ticks: state.ticks?.length === 0 ? named : state.ticks };
}

function ticking(state: ScreenState, on: boolean): ScreenState {
  const ticks = on ? (state.ticks ?? state.named ?? []) : state.ticks;
  return { ...state, isTicking: on, ticks, followUp: 0, scroll: 0, message: null };
}

function toggled(ticks: readonly number[], point: number): number[] {
  const others = ticks.filter((other) => other !== point);
  return others.length < ticks.length ? others : [...ticks, point];
}
