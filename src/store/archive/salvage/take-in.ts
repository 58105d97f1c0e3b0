import type { Database } from 'better-sqlite3';
import type { TakenIn } from '../../../app/ports.js';
import { rebuild } from '../../journal/rebuild.js';
import type { Configs } from '../../tables/configs.js';
import { readOrigin, readWeights } from '../../tables/json-columns.js';
import { createInserter, keyByName } from './inserter.js';
import { type Row, readRows } from './read-rows.js';
import { type CardKeys, takeInCards } from './take-in-cards.js';

const EVENT_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;

/**
 * Adds to a database the cards and events of another that it lacks: a damaged
 * one, of which as much as can be read, or the copy that a sync program made.
 * What both have stays as it is here. Runs within a transaction; memory is
 * computed again after it.
 */
export function takeIn(db: Database, configs: Configs, other: Database): TakenIn {
  const cards = takeInCards(db, other);
  const events = takeInEvents(db, other, cards.keys);
  takeInParameters(db, other);
  takeInPlans(db, other);
  rebuild(db, configs);
  return { cards: cards.added, ...events };
}

/** Counts the readable events of another database that this one lacks. */
export function countMissing(db: Database, other: Database): number {
  const known = knownEvents(db);
  return readRows(other, 'events', 'seq').filter(({ id }) => isNew(id, known)).length;
}

function isNew(id: unknown, known: ReadonlySet<unknown>): boolean {
  return typeof id === 'string' && EVENT_ID.test(id) && !known.has(id);
}

function knownEvents(db: Database): Set<unknown> {
  return new Set(db.prepare('SELECT id FROM events').pluck().all());
}

function takeInEvents(
  db: Database,
  other: Database,
  cards: CardKeys,
): { events: number; unusable: number } {
  const known = knownEvents(db);
  const devices = mapByName(db, other, 'devices', 'name');
  const configs = mapByName(db, other, 'configs', 'json');
  const insert = createInserter(db, 'events');
  let events = 0;
  let unusable = 0;
  for (const row of readRows(other, 'events', 'seq')) {
    if (known.has(row.id)) continue;
    const { seq: _, ...rest } = row;
    const card = cards.keyOf(row.card);
    const device = devices.get(row.device);
    const config = row.config === null ? null : configs.get(row.config);
    const taken =
      isNew(row.id, known) &&
      card !== undefined &&
      device !== undefined &&
      config !== undefined &&
      insert({ ...rest, card, device, config }) !== null;
    if (taken) events += 1;
    else unusable += 1;
  }
  return { events, unusable };
}

function takeInParameters(db: Database, other: Database): void {
  const insert = createInserter(db, 'parameters');
  // One that is there already breaks the rule that ids are unique.
  for (const { key: _, ...row } of readRows(other, 'parameters', 'key')) {
    if (readableSet(row)) insert(row);
  }
}

/** A row that the schemas of JSON columns do not know would stop every later opening. */
function readableSet({ weights, origin }: Row): boolean {
  try {
    if (weights !== null) readWeights(String(weights));
    readOrigin(String(origin));
    return true;
  } catch {
    return false;
  }
}

/** Adds plans that are not there; one that cannot be read is a plan to make again. */
function takeInPlans(db: Database, other: Database): void {
  const known = new Set<unknown>(db.prepare('SELECT id FROM plans').pluck().all());
  const insert = createInserter(db, 'plans');
  for (const { key: _, ...plan } of readRows(other, 'plans', 'key')) {
    if (isNew(plan.id, known)) insert(plan);
  }
}

/** Adds rows that are known by one column; gives the keys here by the keys there. */
function mapByName(
  db: Database,
  other: Database,
  table: 'devices' | 'configs',
  column: 'name' | 'json',
): Map<unknown, number> {
  const insert = createInserter(db, table);
  const find = keyByName(db, table, column);
  const keys = new Map<unknown, number>();
  for (const row of readRows(other, table, 'key')) {
    const key = find(row[column]) ?? insert(only(row, column));
    if (key !== null) keys.set(row.key, key);
  }
  return keys;
}

function only(row: Row, column: string): Row {
  return { [column]: row[column] };
}
