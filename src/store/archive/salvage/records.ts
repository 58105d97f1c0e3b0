import type { Database } from 'better-sqlite3';
import { cardRecordSchema } from '../../../model/archive/card.js';
import { archiveCollectionSchema } from '../../../model/archive/collection.js';
import { archiveConfigSchema } from '../../../model/archive/config.js';
import { archiveEventSchema, tickedPointsSchema } from '../../../model/archive/event.js';
import { archiveModuleSchema } from '../../../model/archive/module.js';
import { archiveParametersSchema } from '../../../model/archive/parameters.js';
import { archivePlanSchema } from '../../../model/archive/plan.js';
import type { TickedPoints } from '../../../model/event.js';
import type * as z from '../../../model/schema.js';
import { cardCells, ownTextOf } from '../../tables/cards.js';
import { type CollectionRow, collectionOf } from '../../tables/collections.js';
import { namedEvent, uncheckedEvent } from '../../tables/events.js';
import { setOf } from '../../tables/parameters.js';
import type { MergeRecord } from '../merge.js';
import { archivePlanOf, configOf, moduleOf } from '../row.js';
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
  const all = <T, Made>(table: string, schema: z.ZodMiniType<T>, make: (row: Made) => unknown) =>
    readRows(other, table, 'key').flatMap((row) => valid(schema, () => make(unchecked(row))));
  const own = new Map(readRows(other, 'joined_cards', 'card').map((row) => [row.card, row.own]));

  yield* typed('config', all('configs', archiveConfigSchema, configOf));
  // Without their files: the next import reads every file again and brings the texts up to date.
  const collection = (row: CollectionRow) => ({ ...collectionOf(row), files: [] });
  yield* typed('collection', all('collections', archiveCollectionSchema, collection));
  yield* typed('module', all('modules', archiveModuleSchema, moduleOf));
  for (const row of cards) {
    const card = () => cardOf(row, own.get(row.key), ids.idOf);
    yield* typed('card', valid(cardRecordSchema, card));
  }
  yield* typed('parameters', all('parameters', archiveParametersSchema, setOf));
  yield* events(other, ids.idOf, unusable);
  yield* typed('plan', all('plans', archivePlanSchema, archivePlanOf));
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
    const found = valid(archiveEventSchema, () =>
      eventOf(row, idOf(row.card), devices.get(row.device)),
    );
    if (found.length === 0) unusable();
    yield* typed('event', found);
  }
}

/** Returns what is made where it fits the schema, else nothing. */
function valid<T>(schema: z.ZodMiniType<T>, make: () => unknown): T[] {
  try {
    const result = schema.safeParse(make());
    return result.success ? [result.data] : [];
  } catch {
    return [];
  }
}

/** A row that may hold anything: what is made of it is held against a schema. */
function unchecked<Checked>(row: Row): Checked {
  return row as Checked;
}

function cardOf(row: Row, own: unknown, idOf: IdOf) {
  // A database of an older viva has no such column.
  const { changedAt, ...said } = ownTextOf(cardCells(row));
  return {
    id: row.id,
    ...said,
    addedAt: row.added_at,
    ...(changedAt !== null && { changedAt }),
    // Where the other card's id is lost, this one stands for itself.
    mergedInto: (row.merged_into !== null && idOf(row.merged_into)) || null,
    ...ownOf(own),
  };
}

function ownOf(json: unknown) {
  const state = parsed(json);
  return typeof state === 'object' && state !== null ? { own: ownTextOf(cardCells(state)) } : {};
}

function parsed(json: unknown): unknown {
  try {
    return JSON.parse(String(json));
  } catch {
    return undefined;
  }
}

function eventOf(row: Row, card: string | undefined, device: unknown) {
  const name = typeof device === 'string' ? device : '';
  const event = namedEvent(uncheckedEvent({ ...row, points: null }), card ?? '', name);
  return event.kind === 'review' ? { ...event, ...ticksIn(row.points) } : event;
}

/** Points that were damaged are left out: the rating counts without them. */
function ticksIn(json: unknown): { points?: TickedPoints } {
  const [points] = valid(tickedPointsSchema, () => parsed(json));
  return points === undefined ? {} : { points };
}
