import type { AnkiClock } from '../../export/apkg/anki-card.js';
import type { HistoryStep } from '../../export/apkg/anki-reviews.js';
import { ankiCollection, type ExportCard } from '../../export/apkg/collection.js';
import type { AnkiOptions } from '../../model/anki.js';
import type { Card } from '../../model/card.js';
import type { JournalEvent } from '../../model/event.js';
import { foreignOrigin } from '../../model/foreign-id.js';
import type { CardId, ConfigId, StudyDay } from '../../model/ids.js';
import { NEW_MEMORY } from '../../model/memory.js';
import type { Moment, Zone } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import type { SchedulerConfig, Settings } from '../../model/settings.js';
import { schedulerConfig } from '../../model/settings.js';
import { applyEvent, type Rescheduled } from '../../schedule/fold.js';
import { dayStartOf } from '../../schedule/study-day.js';
import type { CardRecord, Cards } from '../cards/ports.js';
import type { AnkiPackages, Library } from '../import/ports.js';
import type { ParameterSets } from '../memory/ports.js';
import type { Journal } from '../review/ports.js';
import type { PackedPictures } from './packed-pictures.js';

type ExportStore = Cards & Journal & Library & ParameterSets;

export interface PackageExportRequest {
  /** A collection that takes the place of all that a phone has; else cards beside others. */
  readonly whole: boolean;
  readonly query: Query;
  readonly moment: Moment;
  readonly zone: Zone;
  readonly settings: Settings;
}

export interface PackageExport {
  /** The package. */
  readonly bytes: Uint8Array;
  readonly cards: number;
  readonly decks: number;
  readonly reviews: number;
  readonly pictures: number;
}

/**
 * Makes an Anki package of a query's cards, with their schedule and history and the pictures
 * that they name by a path; retired cards are left out.
 */
export function exportPackage(
  request: PackageExportRequest,
  store: ExportStore,
  packages: Pick<AnkiPackages, 'write'>,
  pictures: PackedPictures,
): PackageExport {
  const { moment, zone, settings } = request;
  const records = store.find(request.query, moment).filter(({ card }) => !card.retired);
  const cards = withHistory(records, request, store);
  const firstDay = earliestDay(records, moment);
  const clock: AnkiClock = { moment, firstDay, config: schedulerConfig(settings, store.weights()) };
  const createdAt = dayStartOf(firstDay, zone, settings.dayStart);
  const siblings = siblingsOf(records, moment, store);
  const collection = ankiCollection(cards, siblings, clock, createdAt, (card, source) =>
    pictures.nameOf(card, source),
  );
  const stamp = {
    now: moment.now,
    dayStart: settings.dayStart,
    minutesWest: -Math.round(zone.offsetMinutes(createdAt)),
    ...(request.whole && { options: optionsOf(settings, clock.config) }),
  };
  const bytes = packages.write(collection, stamp, pictures.all);
  return {
    bytes,
    cards: cards.length,
    decks: new Set(collection.cards.map(({ deck }) => deck)).size,
    reviews: collection.reviews.length,
    pictures: pictures.all.length,
  };
}

/** Cards that were one note of Anki's with some of these: Anki takes a note as a whole or not at all. */
function siblingsOf(records: readonly CardRecord[], moment: Moment, store: ExportStore): Card[] {
  const guids = new Set(records.flatMap(({ card }) => foreignOrigin(card.explicitId)?.guid ?? []));
  if (guids.size === 0) return [];
  const exported = new Set(records.map(({ card }) => card.id));
  return store.find({ kind: 'all' }, moment).flatMap(({ card }) => {
    const origin = foreignOrigin(card.explicitId);
    return origin !== null && guids.has(origin.guid) && !exported.has(card.id) ? [card] : [];
  });
}

function optionsOf(settings: Settings, config: SchedulerConfig): AnkiOptions {
  return {
    retention: config.retention,
    weights: config.weights,
    learningSteps: config.learningSteps.map(minutesOf),
    relearningSteps: config.relearningSteps.map(minutesOf),
    maximumInterval: config.maximumInterval,
    newPerDay: settings.newPerDay,
    reviewsPerDay: settings.reviewsPerDay,
  };
}

const MINUTES: Readonly<Record<string, number>> = { m: 1, h: 60, d: 1440 };

function minutesOf(step: string): number {
  return Number.parseInt(step, 10) * (MINUTES[step.slice(-1)] ?? 1);
}

function withHistory(
  records: readonly CardRecord[],
  { query, moment }: PackageExportRequest,
  store: ExportStore,
): ExportCard[] {
  const configs = store.configs();
  const rescheduled = store.rescheduled();
  const subtitles = new Map(
    store
      .modulesFor(query, moment)
      .map(({ collection, module }) => [placeKey({ collection, ...module }), module.subtitle]),
  );
  return records.map(({ card, memory }) => ({
    card,
    memory,
    history: stepsOf(card.id, store, configs, rescheduled),
    subtitle: subtitles.get(placeKey(card.module)) ?? '',
  }));
}

function placeKey(place: { collection: string; number: number | null; title: string }): string {
  return [place.collection, place.number, place.title].join('\n');
}

function stepsOf(
  card: CardId,
  store: ExportStore,
  configs: ReadonlyMap<ConfigId, SchedulerConfig>,
  rescheduled: Rescheduled | null,
): HistoryStep[] {
  const steps: HistoryStep[] = [];
  let memory = NEW_MEMORY;
  for (const { event, undone } of store.history(card)) {
    if (undone) continue;
    const before = memory;
    memory = applyEvent(memory, event, configs, rescheduled);
    const step = stepOf(event);
    if (step !== null) steps.push({ ...step, before, after: memory });
  }
  return steps;
}

function stepOf(event: JournalEvent): Omit<HistoryStep, 'before' | 'after'> | null {
  const { at } = event;
  if (event.kind === 'forget') return { kind: 'forget', at, rating: null, durationMs: 0 };
  if (event.kind !== 'review') return null;
  const { reviewKind: kind, rating, durationMs } = event;
  return { kind, at, rating, durationMs };
}

// Anki counts days from 0: none of ours may come before.
function earliestDay(records: readonly CardRecord[], moment: Moment): StudyDay {
  let first = moment.today;
  for (const { memory } of records) {
    for (const day of [memory.introducedDay, memory.dueDay]) {
      if (day !== null && day < first) first = day;
    }
  }
  return first;
}
