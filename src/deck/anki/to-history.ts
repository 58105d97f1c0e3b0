import type { AnkiCard, AnkiReview } from '../../model/anki.js';
import { type CardMarks, readMarks } from '../../model/card-marks.js';
import type { JournalEvent, PastDetails, ReviewKind } from '../../model/event.js';
import type { CardId } from '../../model/ids.js';
import { DAY_MS } from '../../model/moment.js';
import { parseRating } from '../../model/rating.js';
import { isCopy, MAX_DURATION_MS } from '../../model/review-copy.js';

/** Something that happened to a card in Anki, in viva's terms. */
export type AnkiEvent = {
  /** ms since 1970. */
  readonly at: number;
  // Buried until the end of that day.
} & (PastDetails | { readonly kind: 'bury' });

/** A card of Anki, and what the journal has of it. */
export interface CardPast {
  readonly source: AnkiCard;
  /** The card that it is here. */
  readonly card: CardId;
  /** Did the same package bring that card? */
  readonly isNew: boolean;
  /** Its rows of the log, oldest first. */
  readonly rows: readonly AnkiReview[];
  /** Those of cards that it was joined to, and undone ones too: they are known all the same. */
  readonly events: readonly JournalEvent[];
  /** The device of what was done in Anki to such a card. */
  readonly device: string;
}

/** Circumstances of the whole collection. */
export interface AnkiTimes {
  readonly scheduler: 1 | 2;
  /** Does it say how cards are scheduled, or was that left out? */
  readonly isScheduled: boolean;
  /** ms since 1970. */
  readonly now: number;
}

/** Anki's first day: whatever is older is a broken clock or no time at all. */
const EARLIEST = Date.UTC(2006, 0, 1);
const SUSPENDED = -1;
/** By the person; -2 is what Anki buries by itself. */
const BURIED = -3;

/**
 * Returns what happened to a card in Anki that the journal does not have:
 * reviews, "forget", and what it was set to there since it came. Rows that cannot
 * be are left out: ratings or times that do not exist. A clock that runs ahead is
 * borne with for a day.
 */
export function newEvents(past: CardPast, times: AnkiTimes): AnkiEvent[] {
  if (!times.isScheduled) return [];
  const rows = past.rows.filter(({ id }) => id >= EARLIEST && id <= times.now + DAY_MS);
  const made = rows.flatMap((row) => eventOf(row, times.scheduler) ?? []);
  const fresh = made.filter((event) => !past.events.some((known) => isSame(known, event, past)));
  const changed = Math.max(EARLIEST, Math.min(times.now, past.source.changedAt * 1000));
  const at = Math.max(changed, made.at(-1)?.at ?? 0);
  return [...fresh, ...changedMarks(past).map((mark) => ({ ...mark, at }))];
}

function isSame(known: JournalEvent, event: AnkiEvent, { device }: CardPast): boolean {
  if (known.kind !== event.kind) return false;
  if (known.kind === 'review' && event.kind === 'review' && isCopy(event, known)) return true;
  return known.at === event.at && (known.device === device || known.kind !== 'review');
}

type Mark =
  | { readonly kind: 'suspend' | 'resume' }
  | { readonly kind: 'bury' }
  | { readonly kind: 'flag'; readonly value: number };

/** What the card is set to in Anki other than when last seen there, or when it came there. */
function changedMarks(past: CardPast): Mark[] {
  const { source } = past;
  const before = { ...startOf(past), ...lastSeen(past) };
  const isSuspended = source.queue === SUSPENDED;
  return [
    ...(source.flag === before.flag ? [] : [{ kind: 'flag' as const, value: source.flag }]),
    ...(isSuspended === before.suspended
      ? []
      : [{ kind: isSuspended ? ('suspend' as const) : ('resume' as const) }]),
    ...(source.queue === BURIED ? [{ kind: 'bury' as const }] : []),
  ];
}

const UNMARKED: CardMarks = { suspended: false, flag: 0 };

/** What an export set the card to is known where the card is, and news where it is new. */
function startOf({ source, isNew }: CardPast): CardMarks {
  return isNew ? UNMARKED : (readMarks(source.data) ?? UNMARKED);
}

/** What the card was set to in Anki when a package of it last came here. */
function lastSeen({ events, card, device }: CardPast): Partial<CardMarks> {
  const own = events.filter((event) => event.device === device && event.card === card);
  const flag = own.findLast((event) => event.kind === 'flag');
  const state = own.findLast(({ kind }) => kind === 'suspend' || kind === 'resume');
  return {
    ...(flag?.kind === 'flag' && { flag: flag.value }),
    ...(state !== undefined && { suspended: state.kind === 'suspend' }),
  };
}

function eventOf(row: AnkiReview, scheduler: 1 | 2): AnkiEvent | null {
  const { id: at, factor, durationMs, type } = row;
  // By hand with no ease left: "Forget". Other changes by hand have no like in viva.
  if (type >= 4) return factor === 0 && type === 4 ? { at, kind: 'forget' } : null;
  const rating = parseRating(String(easeOf(row, scheduler)));
  const reviewKind = kindOf(type, factor);
  if (rating === undefined || reviewKind === null) return null;
  const time = Math.max(0, Math.min(MAX_DURATION_MS, durationMs));
  return { at, kind: 'review', rating, durationMs: time, reviewKind };
}

/** The first scheduler had no Hard while a card is learned: 2 was Good, and 3 Easy. */
function easeOf({ ease, type }: AnkiReview, scheduler: 1 | 2): number {
  const isLearning = type === 0 || type === 2;
  return scheduler === 1 && isLearning && (ease === 2 || ease === 3) ? ease + 1 : ease;
}

// A filtered deck that changed the schedule leaves an ease.
function kindOf(type: number, factor: number): ReviewKind | null {
  switch (type) {
    case 0:
      return 'learn';
    case 1:
      return 'review';
    case 2:
      return 'relearn';
    case 3:
      return factor === 0 ? 'cram' : 'review';
    default:
      return null;
  }
}
