import type { JournalEvent, ReviewKind, TickedPoints } from '../../model/event.js';
import { cardId, configId, eventId, studyDay } from '../../model/ids.js';
import type { Rating } from '../../model/rating.js';
import { FOLDED_KIND } from './review-kinds.js';

interface BaseRow {
  readonly id: string;
  readonly card: string;
  readonly at: number;
  readonly day: number;
  readonly device: string;
}

/** A row of `events`; the table's CHECKs guarantee which columns a kind fills. */
export type EventRow = BaseRow &
  (
    | {
        readonly kind: 'review';
        readonly rating: Rating;
        readonly duration_ms: number;
        readonly review_kind: ReviewKind;
        readonly config: number;
        readonly interval_days: number | null;
        readonly around_break: 1 | null;
        /** `TickedPoints` in JSON. */
        readonly points: string | null;
      }
    | { readonly kind: 'undo'; readonly target: string }
    | { readonly kind: 'bury' | 'flag'; readonly value: number }
    | { readonly kind: 'suspend' | 'resume' | 'forget' }
  );

const columns = (kind: string) => `e.id, c.id AS card, e.kind, e.at, e.day, d.name AS device,
  e.rating, e.duration_ms, ${kind} AS review_kind, e.config, e.interval_days, e.around_break, e.points,
  e.target, e.value`;

/** The columns of an `EventRow` as it was recorded, to select from `EVENT_TABLES`. */
export const EVENT_COLUMNS = columns('e.review_kind');

/** The same with what a review was for by the fold. */
export const FOLDED_COLUMNS = columns(FOLDED_KIND);

/** Events with the names of their cards and devices. CROSS JOIN: SQLite is to begin with e. */
export const EVENT_TABLES =
  'events e CROSS JOIN cards c ON c.key = e.card CROSS JOIN devices d ON d.key = e.device';

/** SQL condition: is the event `e` undone? */
export const UNDONE = 'EXISTS (SELECT 1 FROM events u WHERE u.target = e.id)';

/** SQL condition: does the event `e` count in the fold? */
export const COUNTS = `e.kind <> 'undo' AND NOT ${UNDONE}`;

/** Gives the event that a row holds. */
export function eventOf(row: EventRow): JournalEvent {
  const id = eventId(row.id);
  const card = cardId(row.card);
  const day = studyDay(row.day);
  const { at, device, kind } = row;
  switch (kind) {
    case 'review':
      return {
        id,
        card,
        kind,
        at,
        day,
        device,
        rating: row.rating,
        durationMs: row.duration_ms,
        reviewKind: row.review_kind,
        config: configId(row.config),
        ...(row.interval_days !== null && { intervalDays: row.interval_days }),
        ...(row.around_break !== null && { aroundBreak: true }),
        ...(row.points !== null && { points: ticksOf(row.points) }),
      };
    case 'undo':
      return { id, card, kind, at, day, device, target: eventId(row.target) };
    case 'bury':
      return { id, card, kind, at, day, device, until: studyDay(row.value) };
    case 'flag':
      return { id, card, kind, at, day, device, value: row.value };
    default:
      return { id, card, kind, at, day, device };
  }
}

/** Gives the ticked points that a column holds; the journal alone writes it. */
export function ticksOf(json: string): TickedPoints {
  return JSON.parse(json);
}
