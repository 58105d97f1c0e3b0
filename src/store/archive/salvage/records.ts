import type { Database } from 'better-sqlite3';
import {
  archiveCollectionSchema,
  archiveConfigSchema,
  archiveEventSchema,
  archiveModuleSchema,
  archiveParametersSchema,
  archivePlanSchema,
  cardRecordSchema,
  tickedPointsSchema,
} from '../../../model/archive.js';
import type { TickedPoints } from '../../../model/event.js';
import type * as z from '../../../model/schema.js';
import { namedEvent, uncheckedEvent } from '../../tables/events.js';
import type { MergeRecord } from '../merge.js';
import { createCardIds } from './card-ids.js';
import { type Row, readRows } from './read-rows.js';

/**
 * Reads another database, damaged or not, as the records of an archive: of
 * each table the rows that can be read and make sense. `unusable` is told of
 * each event that does not. `here` is the database that will take them.
 */
export function* databaseRecords(
  other: Database,
  here: Database,
  unusable: () => void,
): Generator<MergeRecord> {
  const cards = readRows(other, 'cards', 'key');
  const ids = createCardIds(other, here, cards);
  const all = <T>(table: string, schema: z.ZodMiniType<T>, make: (row: Row) => unknown) =>
    readRows(other, table, 'key').flatMap((row) => valid(schema, make(row)));
  const own = new Map(readRows(other, 'joined_cards', 'card').map((row) => [row.card, row.own]));

  yield* typed('config', all('configs', archiveConfigSchema, configOf));
  yield* typed('collection', all('collections', archiveCollectionSchema, collectionOf));
  yield* typed('module', all('modules', archiveModuleSchema, moduleOf));
  for (const row of cards) {
    const card = cardOf(row, own.get(row.key), ids.idOf);
    yield* typed('card', valid(cardRecordSchema, card));
  }
  yield* typed('parameters', all('parameters', archiveParametersSchema, parametersOf));
  yield* events(other, ids.idOf, unusable);
  yield* typed('plan', all('plans', archivePlanSchema, planOf));
}

function* typed<Type extends MergeRecord['type'], Value>(
  type: Type,
  values: readonly Value[],
): Generator<{ readonly type: Type; readonly value: Value }> {
  for (const value of values) yield { type, value };
}

type IdOf = (key: unknown) => string | undefined;

function* events(other: Database, idOf: IdOf, unusable: () => void): Generator<MergeRecord> {
  const devices = new Map(readRows(other, 'devices', 'key').map(({ key, name }) => [key, name]));
  for (const row of readRows(other, 'events', 'seq')) {
    const found = valid(archiveEventSchema, eventOf(row, idOf(row.card), devices.get(row.device)));
    if (found.length === 0) unusable();
    yield* typed('event', found);
  }
}

/** Returns the value where it fits the schema, else nothing. */
function valid<T>(schema: z.ZodMiniType<T>, value: unknown): T[] {
  const result = schema.safeParse(value);
  return result.success ? [result.data] : [];
}

function parsed(json: unknown): unknown {
  try {
    return JSON.parse(String(json));
  } catch {
    return undefined;
  }
}

function configOf({ key, json }: Row) {
  return { key, config: parsed(json) };
}

// Without their files: the next import reads every file again and brings the texts up to date.
function collectionOf({ key, name, source, imported_at, removed_at }: Row) {
  return { key, name, source, importedAt: imported_at, removedAt: removed_at, files: [] };
}

function moduleOf(row: Row) {
  const { key, collection, ident, number, title, part, emoji, subtitle, file, line } = row;
  return {
    ...{ key, collection, ident, number, title, part, emoji, subtitle, file, line },
    tags: parsed(row.tags),
    extras: parsed(row.extras),
    unknownKeys: parsed(row.unknown_keys),
    ...changedAt(row),
    retiredAt: row.retired_at,
  };
}

function cardOf(row: Row, own: unknown, idOf: IdOf) {
  return {
    id: row.id,
    ...textOf(row),
    addedAt: row.added_at,
    ...changedAt(row),
    retiredAt: row.retired_at,
    // Where the other card's id is lost, this one stands for itself.
    mergedInto: (row.merged_into !== null && idOf(row.merged_into)) || null,
    ...(own !== undefined && { own: ownOf(own) }),
  };
}

function ownOf(json: unknown) {
  const state = parsed(json);
  if (typeof state !== 'object' || state === null) return undefined;
  const row: Row = { ...state };
  return { ...textOf(row), ...changedAt(row), retiredAt: row.retired_at };
}

function textOf({ module, ordinal, stars, question, answer, line, ...row }: Row) {
  return {
    ...{ module, ordinal, stars, question, answer, line },
    explicitId: row.explicit_id,
    companies: parsed(row.companies),
    defects: parsed(row.defects),
  };
}

/** A database of an older viva has no such column. */
function changedAt({ changed_at }: Row) {
  return changed_at === undefined ? {} : { changedAt: changed_at };
}

function parametersOf(row: Row) {
  return {
    id: row.id,
    weights: row.weights === null ? null : parsed(row.weights),
    adoptedAt: row.adopted_at,
    reviews: row.reviews,
    reschedulesBefore: row.reschedules_before,
    origin: parsed(row.origin),
  };
}

function planOf(row: Row) {
  const { id, name, query, target } = row;
  return {
    ...{ id, name, query, target },
    deadlineAt: row.deadline_at,
    deadlineDay: row.deadline_day,
    minutesPerDay: row.minutes_per_day,
    createdAt: row.created_at,
    ...changedAt(row),
    removedAt: row.removed_at,
  };
}

function eventOf(row: Row, card: string | undefined, device: unknown) {
  const name = typeof device === 'string' ? device : '';
  const event = namedEvent(uncheckedEvent({ ...row, points: null }), card ?? '', name);
  return event.kind === 'review' ? { ...event, ...ticksIn(row.points) } : event;
}

/** Points that were damaged are left out: the rating counts without them. */
function ticksIn(json: unknown): { points?: TickedPoints } {
  const [points] = valid(tickedPointsSchema, parsed(json));
  return points === undefined ? {} : { points };
}
