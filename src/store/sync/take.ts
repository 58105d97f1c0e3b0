import type { Database } from 'better-sqlite3';
import { type PairVersions, SegmentRefused, type SyncTaken } from '../../app/sync/ports.js';
import type { MergeReport } from '../../app/upkeep/ports.js';
import { VivaError } from '../../model/error.js';
import { DAY_MS } from '../../model/moment.js';
import type { PastText } from '../../model/sync-records.js';
import { SegmentError } from '../../sync/checked.js';
import { segmentName } from '../../sync/layout.js';
import { renumberer } from '../../sync/renumber.js';
import { readRecords, type Segment } from '../../sync/segment.js';
import { type MergeRecord, type MergeTarget, mergeRecords } from '../archive/merge.js';
import { createMeeting, type Meeting } from './meeting.js';
import { takeSetting } from './settings.js';
import { NEWEST_EVENT, UNSENT_EVENT } from './state.js';
import { addText } from './texts.js';

interface Circumstances {
  /** ms since 1970. */
  readonly now: number;
  readonly pair: PairVersions;
}

/** Merges segments of other devices, in a transaction of its own; see `SyncStore.takeSegments`. */
export function takeSegments(
  db: Database,
  target: MergeTarget,
  segments: readonly Segment[],
  circumstances: Circumstances,
): SyncTaken {
  return db.transaction(() => take(db, target, segments, circumstances)).immediate();
}

/** Merges a segment as what is new here; see `SyncStore.takeBack`. */
export function takeBack(db: Database, target: MergeTarget, segment: Segment): void {
  db.transaction(() => {
    mergeAll(
      db,
      target,
      readInOrder(db, [segment], () => {}),
    );
  }).immediate();
}

function take(
  db: Database,
  target: MergeTarget,
  segments: readonly Segment[],
  { now, pair }: Circumstances,
): SyncTaken {
  const meeting = createMeeting(db, now + DAY_MS);
  const newestEvent = db.prepare<[], number>(`SELECT ${NEWEST_EVENT}`).pluck();
  const before = newestEvent.get() ?? 0;
  const merged = mergeAll(db, target, readInOrder(db, segments, meeting.meet));
  markCame(db, before + 1, newestEvent.get() ?? 0);
  noteTaken(db, segments);
  const settled = meeting.settle();
  return { merged, ...settled, joined: meeting.join(target.projection, pair) };
}

function mergeAll(
  db: Database,
  target: MergeTarget,
  reading: ReturnType<typeof readInOrder>,
): MergeReport {
  try {
    const merged = mergeRecords(db, target, reading.records, { dryRun: false });
    for (const text of reading.texts) addText(db, text);
    return merged;
  } catch (error) {
    throw refusal(reading.current(), error);
  }
}

/**
 * Returns the records of all segments in an order in which each stands behind
 * what it builds on: cards before events, and undoing last. What a merge does
 * not know is taken here, or left in `texts` until the cards are there.
 */
function readInOrder(db: Database, segments: readonly Segment[], meet: Meeting['meet']) {
  const undos: { readonly segment: Segment; readonly record: MergeRecord }[] = [];
  const texts: PastText[] = [];
  const renumbererOf = renumbererOfEach();
  let current: Segment | undefined;

  function* read(segment: Segment, isEvents: boolean): Generator<MergeRecord> {
    const renumber = renumbererOf(segment);
    for (const written of readRecords(segment, isEvents)) {
      meet(written, segment.head);
      const record = renumber(written);
      if (record.type === 'setting') takeSetting(db, record.value);
      else if (record.type === 'text') texts.push(record.value);
      else if (record.type === 'event' && record.value.kind === 'undo') {
        undos.push({ segment, record });
      } else yield record;
    }
  }

  function* records(): Generator<MergeRecord> {
    for (const isEvents of [false, true]) {
      for (const segment of segments) {
        current = segment;
        yield* read(segment, isEvents);
      }
    }
    for (const { segment, record } of undos) {
      current = segment;
      yield record;
    }
    current = undefined;
  }

  return { records: records(), texts, current: () => current };
}

/** Returns a function that returns the renumberer of a segment, the same one each time. */
function renumbererOfEach(): (segment: Segment) => ReturnType<typeof renumberer> {
  const made = new Map<Segment, ReturnType<typeof renumberer>>();
  let highest = 0;
  return (segment) => {
    const own =
      made.get(segment) ??
      renumberer(highest, (key) => {
        highest = Math.max(highest, key);
      });
    made.set(segment, own);
    return own;
  };
}

/** What does not fit is the fault of the segment that it came from; anything else is not. */
function refusal(segment: Segment | undefined, error: unknown): unknown {
  if (segment === undefined) return error;
  const isFault =
    error instanceof SegmentError ||
    (error instanceof VivaError && ['import-failed', 'events-differ'].includes(error.code));
  return isFault ? new SegmentRefused(segment.path, error.message) : error;
}

/** Events that came need not be sent. */
function markCame(db: Database, first: number, last: number): void {
  if (last >= first)
    db.prepare('INSERT INTO sync_came (first, last) VALUES (?, ?)').run(first, last);
  const unsent = db.prepare(`SELECT 1 FROM events e WHERE ${UNSENT_EVENT} LIMIT 1`).get();
  if (unsent !== undefined) return;
  db.exec(`UPDATE sync_state SET events = ${NEWEST_EVENT}; DELETE FROM sync_came`);
}

function noteTaken(db: Database, segments: readonly Segment[]): void {
  const note = db.prepare(
    `INSERT INTO sync_taken (device, number) SELECT @device, @last
     WHERE @device <> (SELECT device FROM sync_state) AND @first <= 1 + coalesce(
       (SELECT number FROM sync_taken WHERE device = @device), 0)
     ON CONFLICT DO UPDATE SET number = max(number, excluded.number)`,
  );
  for (const { path, head } of segments) {
    const { device, first, last } = head;
    // What two wrote under one number says nothing of what follows.
    if (!segmentName(path)?.isCopy) note.run({ device, first, last });
  }
}
