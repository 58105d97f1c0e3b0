import type { ConvertedCard } from '../../deck/anki/convert-cards.js';
import { type AnkiTimes, newEvents } from '../../deck/anki/to-history.js';
import type { AnkiCollection, AnkiReview } from '../../model/anki.js';
import { readMarks } from '../../model/card-marks.js';
import { ANKI, type JournalEvent, PHONE } from '../../model/event.js';
import { groupBy } from '../../model/groups.js';
import { type CardId, type StudyDay, studyDay } from '../../model/ids.js';
import type { Zone } from '../../model/moment.js';
import { studyDayOf } from '../../schedule/study-day.js';
import type { PastEvent } from '../review/ports.js';

export interface PastRequest {
  /** ms since 1970. */
  readonly now: number;
  readonly zone: Zone;
  /** Local hour at which a study day begins. */
  readonly dayStart: number;
}

/** A card of a package and the card of viva's that it is. */
export interface PairedCard {
  readonly converted: ConvertedCard;
  readonly card: CardId;
  /** The card that has its history: another one, where it was joined to that. */
  readonly standsFor: CardId;
  /** Did the same package bring it? */
  readonly isNew: boolean;
}

/** Something that happened in Anki, and the device that it is recorded under. */
export interface DevicePast {
  readonly device: string;
  readonly events: readonly PastEvent[];
}

/**
 * Returns what a package tells of cards that the journal does not have yet.
 * `history` gives every event of a card. Notes that viva made are one device,
 * Anki's own another: an event is the same wherever the package is read.
 */
export function pastEvents(
  pairs: readonly PairedCard[],
  collection: AnkiCollection,
  history: (card: CardId) => readonly JournalEvent[],
  request: PastRequest,
): DevicePast[] {
  const times = {
    scheduler: collection.scheduler,
    isScheduled: isScheduled(collection),
    now: request.now,
  };
  const rows = groupBy(collection.reviews, ({ card }) => card);
  return [PHONE, ANKI].map((device) => ({
    device,
    events: pairs
      .filter(({ converted }) => (converted.isOwn ? PHONE : ANKI) === device)
      .flatMap((pair) =>
        eventsOf(pair, device, rows.get(pair.converted.source.id) ?? [], history, times, request),
      ),
  }));
}

/** Does a package say how its cards are scheduled? Without, Anki makes them all new in it. */
export function isScheduled({ cards, reviews }: AnkiCollection): boolean {
  const isMarked = cards.some(
    ({ type, queue, flag, data }) =>
      type !== 0 || queue !== 0 || flag !== 0 || readMarks(data) !== null,
  );
  return isMarked || reviews.length > 0;
}

function eventsOf(
  { converted, card, standsFor, isNew }: PairedCard,
  device: string,
  rows: readonly AnkiReview[],
  history: (card: CardId) => readonly JournalEvent[],
  times: AnkiTimes,
  { now, zone, dayStart }: PastRequest,
): PastEvent[] {
  const past = { source: converted.source, rows, card, isNew, events: history(standsFor), device };
  const today = studyDayOf(now, zone, dayStart);
  return newEvents(past, times).flatMap((event): PastEvent[] => {
    const day = studyDayOf(event.at, zone, dayStart);
    if (event.kind !== 'bury') return [{ ...event, card, day }];
    const until = nextDay(day);
    return until > today ? [{ ...event, kind: 'bury', card, day, until }] : [];
  });
}

const nextDay = (day: StudyDay): StudyDay => studyDay(day + 1);
