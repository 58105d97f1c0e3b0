import type { ArchiveEvent } from '../../model/archive/event.js';
import type { JournalEvent, ReviewEvent, ReviewKind, TickedPoints } from '../../model/event.js';
import { type CardId, cardId, configId, eventId, studyDay } from '../../model/ids.js';
import type { Rating } from '../../model/rating.js';
import { type Cells, cellsOf, listed, placesOf } from './columns.js';
import { FOLDED_KIND } from './review-kinds.js';

/**
 * The columns of `events`, cards and devices by keys or by names. The table's
 * CHECKs guarantee which a kind fills: the others are null.
 */
interface EventRow<Reference> {
  readonly id: string;
  readonly card: Reference;
  readonly kind: JournalEvent['kind'];
  readonly at: number;
  readonly day: number;
  readonly device: Reference;
  readonly rating: Rating;
  readonly duration_ms: number;
  readonly review_kind: ReviewKind;
  readonly config: number;
  readonly interval_days: number | null;
  readonly around_break: 1 | null;
  /** `TickedPoints` in JSON. */
  readonly points: string | null;
  readonly target: string;
  readonly value: number;
  readonly clock: number | null;
}

/** What only some kinds of events have. */
const DETAILS = [
  ...(['rating', 'duration_ms', 'review_kind', 'config'] as const),
  ...(['interval_days', 'around_break', 'points', 'target', 'value'] as const),
] as const;

const COLUMNS = [
  ...(['id', 'card', 'kind', 'at', 'day', 'device'] as const),
  ...DETAILS,
  'clock',
] as const satisfies readonly (keyof EventRow<unknown>)[];

/** An event with the names of its card and device, in raw mode. */
export type EventCells = Cells<typeof COLUMNS, EventRow<string>>;

/** The same with their keys. */
export type KeyedEventCells = Cells<typeof COLUMNS, EventRow<number>>;

/** An event, its `seq`, and the key of its card, in raw mode. */
export type PlacedEvent = readonly [...EventCells, seq: number, cardKey: number];

/** Where the cells stand in these. */
export const EVENT = placesOf([...COLUMNS, 'seq', 'card_key']);

const named = (kind: string) =>
  COLUMNS.map((column) => {
    if (column === 'card') return 'c.id';
    if (column === 'device') return 'd.name';
    return column === 'review_kind' ? kind : `e.${column}`;
  }).join(', ');

/** The columns of `EventCells` as recorded, to select from `EVENT_TABLES`. */
export const EVENT_COLUMNS = named('e.review_kind');

/** The same with what a review was for by the fold. */
export const FOLDED_COLUMNS = named(FOLDED_KIND);

/** The columns of a `PlacedEvent`, to select from `EVENT_TABLES`. */
export const PLACED_COLUMNS = `${EVENT_COLUMNS}, e.seq, e.card`;

/** The columns of `KeyedEventCells`, to select from `events e`. */
export const KEYED_COLUMNS = listed(COLUMNS, 'e');

/** Events with the names of their cards and devices. CROSS JOIN: SQLite is to begin with e. */
export const EVENT_TABLES =
  'events e CROSS JOIN cards c ON c.key = e.card CROSS JOIN devices d ON d.key = e.device';

/** Keys whose events count for the card @card: itself, and those that relink merged into it. */
export const SAME_HISTORY =
  'SELECT @card UNION ALL SELECT key FROM cards WHERE merged_into = @card';

/** SQL condition: is the event `e` undone? */
export const UNDONE = 'EXISTS (SELECT 1 FROM events u WHERE u.target = e.id)';

/** SQL condition: does the event `e` count in the fold? */
export const COUNTS = `e.kind <> 'undo' AND NOT ${UNDONE}`;

/** SQL: the time by which the event `e` stands among others, as `compareEvents` has it. */
export const HYBRID_TIME = 'coalesce(e.clock, e.at)';

/** SQL: the order of events in which the fold reads them. */
export const FOLD_ORDER = `${HYBRID_TIME}, e.id`;

/** Adds an event; takes an `eventRow`. */
export const INSERT_EVENT = `INSERT INTO events (${listed(COLUMNS)}) VALUES (${COLUMNS.map(() => '?')})`;

/** Returns the event that a row holds. */
export function eventOf(row: readonly [...EventCells, ...unknown[]]): JournalEvent {
  return namedEvent(row, row[EVENT.card], row[EVENT.device]);
}

/** Returns the event that a row holds, of a card and a device of these names. */
export function namedEvent(
  row: readonly [...(EventCells | KeyedEventCells), ...unknown[]],
  cardName: string,
  device: string,
): JournalEvent {
  const event = timedEvent(row, cardName, device);
  const clock = row[EVENT.clock];
  return clock === null ? event : { ...event, clock };
}

function timedEvent(
  row: readonly [...(EventCells | KeyedEventCells), ...unknown[]],
  cardName: string,
  device: string,
): JournalEvent {
  const card = cardId(cardName);
  const kind = row[EVENT.kind];
  if (kind === 'review') return reviewOf(row, card, device);
  const id = eventId(row[EVENT.id]);
  const day = studyDay(row[EVENT.day]);
  const at = row[EVENT.at];
  switch (kind) {
    case 'undo':
      return { id, card, kind, at, day, device, target: eventId(row[EVENT.target]) };
    case 'bury':
      return { id, card, kind, at, day, device, until: studyDay(row[EVENT.value]) };
    case 'flag':
      return { id, card, kind, at, day, device, value: row[EVENT.value] };
    default:
      return { id, card, kind, at, day, device };
  }
}

function reviewOf(
  row: readonly [...(EventCells | KeyedEventCells), ...unknown[]],
  card: CardId,
  device: string,
): ReviewEvent {
  const intervalDays = row[EVENT.interval_days];
  const aroundBreak = row[EVENT.around_break] === 1;
  const points = row[EVENT.points];
  return {
    id: eventId(row[EVENT.id]),
    card,
    kind: 'review',
    at: row[EVENT.at],
    day: studyDay(row[EVENT.day]),
    device,
    rating: row[EVENT.rating],
    durationMs: row[EVENT.duration_ms],
    reviewKind: row[EVENT.review_kind],
    config: configId(row[EVENT.config]),
    ...(intervalDays !== null && { intervalDays }),
    ...(aroundBreak && { aroundBreak: true }),
    ...(points !== null && { points: ticksOf(points) }),
  };
}

/** Returns the cells of a row that may lack some, or hold anything: what is made of it is to be checked. */
export function uncheckedEvent(row: object): KeyedEventCells {
  return cellsOf(COLUMNS, row) as unknown as KeyedEventCells;
}

type Cell = string | number | null;

/** Returns the cells of the row that holds an event, by the keys of its card and device. */
export function eventRow(event: ArchiveEvent, card: number, device: number): readonly Cell[] {
  const { id, kind, at, day, clock = null } = event;
  return [id, card, kind, at, day, device, ...details(event), clock];
}

/** What the kind of an event fills beside what all have, in the order of `DETAILS`. */
function details(event: ArchiveEvent): Cells<typeof DETAILS, Record<string, Cell>> {
  switch (event.kind) {
    case 'review':
      return [
        ...([event.rating, event.durationMs, event.reviewKind, event.config] as const),
        ...([event.intervalDays ?? null, event.aroundBreak ? 1 : null] as const),
        ...([event.points === undefined ? null : ticksJson(event.points), null, null] as const),
      ];
    case 'undo':
      return [...NOTHING, event.target, null];
    case 'bury':
      return [...NOTHING, null, event.until];
    case 'flag':
      return [...NOTHING, null, event.value];
    default:
      return [...NOTHING, null, null];
  }
}

/** What of a review other kinds leave empty. */
const NOTHING = [null, null, null, null, null, null, null] as const;

/** Returns the ticked points that a column holds: as this file has written them. */
function ticksOf(json: string): TickedPoints {
  return JSON.parse(json);
}

/** Equal points have equal JSON, whatever the order of their fields. */
function ticksJson({ good, goodOf, extra, extraOf, wrong, wrongOf }: TickedPoints): string {
  return JSON.stringify({ good, goodOf, extra, extraOf, wrong, wrongOf });
}
