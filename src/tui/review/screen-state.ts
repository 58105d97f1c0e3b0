/** What lies over the card. */
type Overlay = 'none' | 'help' | 'module' | 'links';

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
  readonly typing: string | null;
  /** The answer typed before this card was revealed. */
  readonly typed: string | null;
  readonly message: Message | null;
}

export const FRESH_SCREEN: ScreenState = {
  overlay: 'none',
  scroll: 0,
  typing: null,
  typed: null,
  message: null,
};

export type ScreenAction =
  | { readonly type: 'card-changed'; readonly message?: Message | null }
  | { readonly type: 'revealed'; readonly scroll: number }
  | { readonly type: 'scrolled'; readonly to: number; readonly most: number }
  | { readonly type: 'opened'; readonly overlay: Overlay }
  | { readonly type: 'typing'; readonly text: string | null }
  | { readonly type: 'submitted'; readonly text: string }
  | { readonly type: 'said'; readonly message: Message | null };

/** The state machine of the screen. */
export function reduceScreen(state: ScreenState, action: ScreenAction): ScreenState {
  switch (action.type) {
    case 'card-changed':
      return { ...FRESH_SCREEN, message: action.message ?? null };
    case 'revealed':
      return { ...state, scroll: action.scroll, overlay: 'none', typing: null, message: null };
    case 'scrolled':
      return { ...state, scroll: Math.max(0, Math.min(action.to, action.most)) };
    case 'opened':
      return { ...state, overlay: action.overlay, scroll: 0, message: null };
    case 'typing':
      return { ...state, typing: action.text, message: null };
    case 'submitted':
      return { ...state, typed: action.text, typing: null };
    case 'said':
      return { ...state, message: action.message };
  }
}
