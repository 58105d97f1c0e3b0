import type { AnswerParts } from '../../model/answer-parts.js';
import type { Moment } from '../../model/moment.js';
import type { Rating } from '../../model/rating.js';
import type { Session } from '../../review/session-state.js';
import type { Outcome } from '../../schedule/preview.js';
import { partsOf } from '../cards/answer.js';
import type { CardRecord } from '../cards/ports.js';
import type { PlanQueue } from '../plan/queue.js';
import type { PlanStatus } from '../plan/status.js';
import { type Prospect, prospectOf } from './prospect.js';
import type { ReviewPorts } from './request.js';

/** What the review screen shows. */
export interface DeskView {
  readonly session: Session;
  readonly record: CardRecord | null;
  /** The parts of the answer; null before it is shown, and where it has none. */
  readonly parts: AnswerParts | null;
  /** What each rating would do, which is what it will record; null before the answer is shown. */
  readonly prospect: Prospect | null;
  /** The outcomes of it that are shown: null in a cram. */
  readonly preview: Readonly<Record<Rating, Outcome>> | null;
  /** What the person should know of the way this card came up; null for nothing. */
  readonly notice: string | null;
  /** How the plans in force stand, the nearest interview first. */
  readonly plans: readonly PlanStatus[];
}

/** Returns what there is to see of a session, as the store has its card at this moment. */
export function viewOf(
  session: Session,
  queue: PlanQueue | undefined,
  now: Moment,
  ports: ReviewPorts,
): DeskView {
  const record = session.current === null ? null : ports.store.get(session.current.id, now);
  const plans = queue?.statuses() ?? [];
  const view = { session, record, parts: null, prospect: null, preview: null, notice: null, plans };
  if (record === null || session.phase !== 'answer') return view;
  const prospect = prospectOf(record, now, ports);
  const preview = session.options.cram ? null : prospect.outcomes;
  return { ...view, parts: partsOf(record.card.answer), prospect, preview };
}
