import { isReviewed, type SrEntry, srSchedules } from '../../deck/shapes/unit/sr-schedules.js';
import { decodeText } from '../../deck/text/decode.js';
import type { CardId, StudyDay } from '../../model/ids.js';
import { HOUR_MS, type Moment, type Zone } from '../../model/moment.js';
import type { SchedulerConfig } from '../../model/settings.js';
import { parseQuery } from '../../query/parse.js';
import { likelyConfig, likelyReviews } from '../../schedule/likely-reviews.js';
import { dayStartOf, parseStudyDay } from '../../schedule/study-day.js';
import type { CardRecord, Cards } from '../cards/ports.js';
import type { Journal, PastEvent } from '../review/ports.js';
import type { Files } from './ports.js';
import type { ImportReport } from './report.js';

/** The device of reviews that a schedule of Obsidian's stands for. */
const OBSIDIAN = 'obsidian';
/** Into a study day, ms: clear of its ends, whatever the zone does. */
const NOON_MS = 8 * HOUR_MS;

export interface ScheduleRequest {
  readonly moment: Moment;
  readonly zone: Zone;
  /** Local hour at which a study day begins. */
  readonly dayStart: number;
  readonly config: SchedulerConfig;
}

/**
 * Writes the new cards of notes for Obsidian a first memory by the schedule that stands with
 * them: reviews that would have led to it. Returns the number of those cards.
 */
export function takeSchedules(
  { readings, dryRun }: Pick<ImportReport, 'readings' | 'dryRun'>,
  request: ScheduleRequest,
  store: Cards & Journal,
  files: Pick<Files, 'readBytes'>,
): number {
  const notes = readings.filter(({ shape }) => shape === 'obsidian').map(({ file }) => file);
  if (dryRun || notes.length === 0) return 0;
  const fresh = store.find(parseQuery('is:new'), request.moment);
  const config = likelyConfig(request.config);
  const scheduled = notes.flatMap((file) => scheduledIn(file, fresh, files));
  const events = scheduled.flatMap((each) => eventsOf(each, request, config));
  store.appendPast(events, OBSIDIAN, config);
  return scheduled.length;
}

interface Scheduled {
  readonly record: CardRecord;
  readonly entry: SrEntry;
}

/** A schedule belongs to the cards that begin last before it, one entry each, in their order. */
function scheduledIn(
  file: string,
  fresh: readonly CardRecord[],
  files: Pick<Files, 'readBytes'>,
): Scheduled[] {
  const decoded = decodeText(files.readBytes(file));
  if ('error' in decoded) return [];
  const cards = fresh.filter(({ card }) => card.file === file);
  return srSchedules(decoded.text).flatMap(({ line, entries }) => {
    const before = cards.filter(({ card }) => card.line <= line);
    const start = Math.max(...before.map(({ card }) => card.line));
    const own = before
      .filter(({ card }) => card.line === start)
      .sort((a, b) => a.card.ordinal - b.card.ordinal);
    return own.flatMap((record, at) => {
      const entry = entries[at];
      return entry !== undefined && isReviewed(entry) ? [{ record, entry }] : [];
    });
  });
}

function eventsOf(
  { record: { card }, entry }: Scheduled,
  request: ScheduleRequest,
  config: SchedulerConfig,
): PastEvent[] {
  const due = parseStudyDay(entry.due);
  if (due === undefined) return [];
  const days = likelyReviews(card.id, due, entry.intervalDays, request.moment.today, config);
  return pastDays(card.id, days, request);
}

/** Returns a review rated Good on each of some days, the first of which taught the card. */
export function pastDays(
  card: CardId,
  days: readonly StudyDay[],
  { moment, zone, dayStart }: ScheduleRequest,
): PastEvent[] {
  return days.map((day, at) => ({
    card,
    day,
    at: Math.min(moment.now, dayStartOf(day, zone, dayStart) + NOON_MS),
    kind: 'review',
    rating: 3,
    durationMs: 0,
    reviewKind: at === 0 ? 'learn' : 'review',
  }));
}
