import type { Database } from 'better-sqlite3';
import { type CardLists, type CardNames, NAME_KINDS } from '../app/browse/ports.js';
import type { Cards } from '../app/cards/ports.js';
import { whileSame } from '../model/while-same.js';
import { configure, connect } from './file/connect.js';
import { explainStorageError } from './file/sqlite-error.js';
import { createCardLists } from './library/card-lists.js';
import { createCards } from './library/cards.js';
import { createParameterTable } from './library/parameters.js';

const BUSY_TIMEOUT_MS = 3_000;
/** The other connection holds what is on the screen; this one reads most pages once a search. */
const CACHE_KIB = 4_000;

/** What a second connection of an open database looks up: it never writes. */
export interface Reader extends Cards, CardLists {
  /** The names of every kind, counted once for each state of the database. */
  allNames(): CardNames;
  close(): void;
}

/**
 * Opens a database that another connection of this viva has open, to read it.
 * Throws VivaError as `openStore` does.
 */
export function openReader(path: string): Reader {
  try {
    const db = connect(path, BUSY_TIMEOUT_MS);
    configure(db);
    db.pragma('query_only = ON');
    db.pragma(`cache_size = -${CACHE_KIB}`);
    return assemble(db);
  } catch (error) {
    throw explainStorageError(error, path);
  }
}

function assemble(db: Database): Reader {
  const weights = createParameterTable(db).inForce;
  const cards = createCards(db, weights);
  const namesAt = whileSame((_version: unknown) => readNames(cards));
  const allNames = () => namesAt(db.pragma('data_version', { simple: true }));
  return {
    ...cards,
    ...createCardLists(db, weights),
    names: (kind) => allNames()[kind],
    allNames,
    close: () => void db.close(),
  };
}

function readNames({ names }: Cards): CardNames {
  return Object.fromEntries(NAME_KINDS.map((kind) => [kind, names(kind)])) as CardNames;
}
