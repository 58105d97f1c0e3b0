import type { Database } from 'better-sqlite3';
import type { ArchiveEvent } from '../../model/archive.js';
import type { ReviewKind } from '../../model/event.js';
import type { Rating } from '../../model/rating.js';

type ArchiveReview = Extract<ArchiveEvent, { kind: 'review' }>;

type Row = readonly [
  id: string,
  card: number,
  kind: ArchiveEvent['kind'],
  at: number,
  day: number,
  device: number,
  rating: Rating,
  durationMs: number,
  reviewKind: ReviewKind,
  config: number,
  intervalDays: number | null,
  aroundBreak: 1 | null,
  target: string,
  value: number,
  points: string | null,
];

/**
 * Gives the events that a condition over e picks in the order of writing, in
 * which every undo stands behind what it takes back. Names are looked up here:
 * a join would fetch every card once more for each of its events.
 */
export function* archiveEvents(
  db: Database,
  condition: string,
  params: object,
): Generator<ArchiveEvent> {
  const cards = namesOf(db, 'SELECT key, id FROM cards');
  const devices = namesOf(db, 'SELECT key, name FROM devices');
  const rows = db
    .prepare<[object], Row>(
      `SELECT e.id, e.card, e.kind, e.at, e.day, e.device, e.rating, e.duration_ms, e.review_kind,
         e.config, e.interval_days, e.around_break, e.target, e.value, e.points
       FROM events e WHERE ${condition} ORDER BY e.seq`,
    )
    .raw()
    .iterate(params);
  for (const row of rows) yield eventOf(row, cards, devices);
}

// By index, for there can be a million: taking a row apart as a list walks it with an iterator.
function eventOf(row: Row, cards: readonly string[], devices: readonly string[]): ArchiveEvent {
  const id = row[0];
  const card = cards[row[1]] ?? '';
  const kind = row[2];
  const at = row[3];
  const day = row[4];
  const device = devices[row[5]] ?? '';
  switch (kind) {
    case 'review':
      return {
        id,
        card,
        kind,
        at,
        day,
        device,
        rating: row[6],
        durationMs: row[7],
        reviewKind: row[8],
        config: row[9],
        ...(row[10] !== null && { intervalDays: row[10] }),
        ...(row[11] !== null && { aroundBreak: true }),
        ...(row[14] !== null && { points: archivePoints(row[14]) }),
      };
    case 'undo':
      return { id, card, kind, at, day, device, target: row[12] };
    case 'bury':
      return { id, card, kind, at, day, device, until: row[13] };
    case 'flag':
      return { id, card, kind, at, day, device, value: row[13] };
    default:
      return { id, card, kind, at, day, device };
  }
}

function archivePoints(json: string): ArchiveReview['points'] {
  return JSON.parse(json);
}

/** Gives names by key: keys are small and dense. */
function namesOf(db: Database, sql: string): string[] {
  const names: string[] = [];
  for (const [key, name] of db.prepare<[], [number, string]>(sql).raw().iterate()) {
    names[key] = name;
  }
  return names;
}
