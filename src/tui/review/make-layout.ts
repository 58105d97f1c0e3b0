import stringWidth from 'string-width';
import type { CardRecord } from '../../app/cards/ports.js';
import { statusText } from '../../app/plan/status.js';
import type { ReviewDesk } from '../../app/review/desk.js';
import type { DeskView } from '../../app/review/view.js';
import type { CardSource } from '../../model/card-source.js';
import type { Settings } from '../../model/settings.js';
import { visibleLine } from '../../model/text/visible.js';
import { wrapLine } from '../components/wrap-line.js';
import type { Size } from '../terminal/run-screen.js';
import { helpLines } from './help-lines.js';
import {
  type CardLayout,
  cardLayout,
  type Layout,
  type Look,
  textLayout,
  textOptions,
} from './layout.js';
import type { Link } from './link-lines.js';
import { linksLayout } from './links-layout.js';
import { moduleLines } from './module-lines.js';
import type { ScreenState } from './screen-state.js';
import { summaryLines } from './summary-lines.js';

export interface LayoutInput {
  readonly desk: ReviewDesk;
  readonly state: ScreenState;
  readonly size: Size;
  readonly settings: Settings;
  readonly look: Look;
  readonly now: () => number;
  /** What can be opened of the card. */
  readonly links: () => readonly Link[];
  readonly sourceOf: (record: CardRecord) => CardSource | null;
  /** What is said to somebody who begins. */
  readonly greeting: readonly string[];
}

/** Columns beside a plan's line in the summary: the margins and the label. */
const PLAN_MARGIN = 17;

const CLOSE: readonly (readonly [string, string])[] = [
  ['j k', 'scroll'],
  ['Esc', 'back'],
];

/** Lays out what is to be seen: the card, what lies over it, or the end of the session. */
export function makeLayout(input: LayoutInput): Layout {
  const view = input.desk.view();
  if (!hasCard(view)) return summaryLayout(input, view);
  switch (input.state.overlay) {
    case 'none':
      return cardLayout(
        view,
        input.state,
        input.size,
        input.settings,
        input.look,
        // Asked for where it is shown alone: it is looked up among the collections.
        view.record.card.answer === '' ? input.sourceOf(view.record) : null,
      );
    case 'greeting':
      return greetingLayout(input);
    case 'help':
      return textLayout('Help', helpLines(textOptions(input.size, input.look)), CLOSE, input.size);
    case 'module':
      return moduleLayout(input, view);
    case 'links':
      return linksLayout(input.links(), input.size);
  }
}

function hasCard(view: DeskView): view is CardLayout['view'] {
  return view.record !== null && view.session.phase !== 'finished';
}

function greetingLayout({ greeting, size, look }: LayoutInput): Layout {
  const { width } = textOptions(size, look);
  const lines = greeting.flatMap((line) => ['', ...wrapLine(line, width)]);
  return textLayout('Welcome to viva', lines, [['Space', 'begin']], size);
}

function moduleLayout(input: LayoutInput, view: CardLayout['view']): Layout {
  const { margin: _, ...options } = textOptions(input.size, input.look);
  const module = input.desk.module();
  const lines =
    module === null ? ['The module of this card no longer exists.'] : moduleLines(module, options);
  return textLayout(view.record.card.module.title, lines, CLOSE, input.size);
}

function summaryLayout(input: LayoutInput, view: DeskView): Layout {
  const summary = input.desk.summary();
  const { endReason, nextLearningAt, dueSince } = view.session;
  const end = { reason: endReason, nextLearningAt, dueSince, now: input.now() };
  const room = input.size.columns - PLAN_MARGIN;
  const plans = view.plans.map((plan) => visibleLine(statusText(plan, room, stringWidth)));
  const lines = summaryLines(summary, { ...end, plans }, input.look.colors);
  const keys: (readonly [string, string])[] = [];
  if (dueSince > 0) keys.push(['Space', 'go on']);
  const isNarrow = input.size.columns < 60;
  if (summary.moreNew > 0) keys.push(['n', isNarrow ? 'more new cards' : 'learn more new cards']);
  if (summary.moreOfPlan !== null)
    keys.push(['p', isNarrow ? 'more of the plan' : '10 min more of the plan']);
  if (summary.missed.length > 0) keys.push(['m', 'the missed ones again']);
  keys.push(['u', 'undo'], ['q', 'quit']);
  return textLayout('Session', lines, keys, input.size);
}
