import type { Database } from 'better-sqlite3';
import { foldName } from '../../../query/fold-name.js';
import { createPlaceholders } from '../../library/placeholder.js';
import { readNames } from '../../tables/json-columns.js';
import { createInserter, keyByName } from './inserter.js';
import { type Row, readCardIds, readRows } from './read-rows.js';

const CARD_ID = /^[0-9a-hjkmnp-tv-z]{12}$/;

/** Which card here is a card there. */
export interface CardKeys {
  /** Takes a key of the other database; gives that of the same card here. */
  keyOf(key: unknown): number | undefined;
}

/**
 * Adds the cards of another database that this one lacks, with their modules
 * and collections. A card whose text cannot be read but whose id can is added
 * when it is asked for, so that its events have one to belong to.
 */
export function takeInCards(db: Database, other: Database): { keys: CardKeys; added: number } {
  const modules = takeInModules(db, other);
  const findCard = keyByName(db, 'cards', 'id');
  const insert = createInserter(db, 'cards');
  const addCompanies = createNameInserter(db, 'card_companies', 'card');
  const rows = readRows(other, 'cards', 'key').filter(({ id }) => isCardId(id));
  const ids = new Map([
    ...readCardIds(other),
    ...rows.map(({ key, id }) => [Number(key), id] as const),
  ]);
  let added = 0;
  for (const row of rows) {
    const module = modules.get(row.module);
    if (module === undefined || findCard(row.id) !== undefined) continue;
    const { key: _, ...rest } = row;
    const key = insert({ ...rest, module, merged_into: null });
    if (key === null) continue;
    addCompanies(key, row.companies);
    added += 1;
  }
  joinMerged(db, rows, ids, findCard);
  return { keys: createKeys(db, ids, findCard), added };
}

function isCardId(id: unknown): id is string {
  return typeof id === 'string' && CARD_ID.test(id);
}

function createKeys(
  db: Database,
  ids: ReadonlyMap<number, unknown>,
  findCard: (id: unknown) => number | undefined,
): CardKeys {
  const placeholders = createPlaceholders(db);
  const idHere = db.prepare<[number], string>('SELECT id FROM cards WHERE key = ?').pluck();
  const related = isSameLine(ids, idHere);
  return {
    keyOf(key) {
      if (typeof key !== 'number') return undefined;
      // Cards keep their keys: a backup of the same database knows what the damage hides.
      const id = ids.get(key) ?? (related ? idHere.get(key) : undefined);
      if (!isCardId(id)) return undefined;
      return findCard(id) ?? placeholders.add(id);
    },
  };
}

/** Do the two databases come from one, so that equal keys mean equal cards? */
function isSameLine(
  ids: ReadonlyMap<number, unknown>,
  idHere: { get(key: number): string | undefined },
): boolean {
  const both = [...ids].flatMap(([key, id]) => {
    const here = idHere.get(key);
    return here === undefined ? [] : [here === id];
  });
  return both.length > 0 && both.every(Boolean);
}

/** Joins what relink joined there. */
function joinMerged(
  db: Database,
  rows: readonly Row[],
  ids: ReadonlyMap<number, unknown>,
  findCard: (id: unknown) => number | undefined,
): void {
  const join = db.prepare(
    `UPDATE cards SET merged_into = @into, retired_at = coalesce(retired_at, @retired)
     WHERE key = @key AND key <> @into AND merged_into IS NULL`,
  );
  for (const { id, merged_into: target, retired_at: retired } of rows) {
    if (typeof target !== 'number' || typeof retired !== 'number') continue;
    const [key, into] = [findCard(id), findCard(ids.get(target))];
    if (key !== undefined && into !== undefined) join.run({ key, into, retired });
  }
}

function takeInModules(db: Database, other: Database): Map<unknown, number> {
  const collections = takeInCollections(db, other);
  const find = db
    .prepare<[number, unknown], number>(
      'SELECT key FROM modules WHERE collection = ? AND ident = ?',
    )
    .pluck();
  const insert = createInserter(db, 'modules');
  const addTags = createNameInserter(db, 'module_tags', 'module');
  const keys = new Map<unknown, number>();
  for (const { key: there, ...row } of readRows(other, 'modules', 'key')) {
    const collection = collections.get(row.collection);
    if (collection === undefined || typeof row.ident !== 'string') continue;
    const known = find.get(collection, row.ident);
    const key = known ?? insert({ ...row, collection });
    if (key === null) continue;
    if (known === undefined) addTags(key, row.tags);
    keys.set(there, key);
  }
  return keys;
}

// Without their files: the next import reads every file again and brings the texts up to date.
function takeInCollections(db: Database, other: Database): Map<unknown, number> {
  const find = keyByName(db, 'collections', 'name_folded');
  const insert = createInserter(db, 'collections');
  const keys = new Map<unknown, number>();
  for (const { key: there, ...row } of readRows(other, 'collections', 'key')) {
    const key = find(row.name_folded) ?? insert(row);
    if (key !== null) keys.set(there, key);
  }
  return keys;
}

/** Gives a function that writes the names of a JSON column into the table to search them by. */
function createNameInserter(
  db: Database,
  table: 'card_companies' | 'module_tags',
  owner: 'card' | 'module',
): (key: number, json: unknown) => void {
  const add = db.prepare(
    `INSERT INTO ${table} (${owner}, name_folded, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  return (key, json) => {
    for (const name of readNames(String(json))) add.run(key, foldName(name), name);
  };
}
