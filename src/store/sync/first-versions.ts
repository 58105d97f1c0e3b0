import type { Database } from 'better-sqlite3';
import type { PairVersions } from '../../app/sync/ports.js';
import type { MergedCard } from '../../model/archive/card.js';
import type { CardId } from '../../model/ids.js';
import type { StoredCard } from '../../model/import.js';
import type { SegmentHead } from '../../model/sync-records.js';
import { Joins } from '../journal/joins.js';
import type { Projection } from '../journal/projection.js';
import { joinCards } from '../journal/relink.js';
import { STORED_COLUMNS, type StoredCells, storedCardOf } from '../library/stored-card.js';
import { createCardStates } from '../tables/card-states.js';
import { addUnlessShown } from './texts.js';

/** Finds cards that two machines first read in two versions; runs within the transaction of a merge. */
export interface FirstVersions {
  /** Takes a card before it is merged, and the head of its segment. */
  meet(card: MergedCard, head: SegmentHead): void;
  /** Once all are merged and what the merge changed is settled: joins them; returns the number of pairs. */
  join(projection: Projection, pair: PairVersions): number;
}

/** Both sides of one module. */
interface Sides {
  readonly here: StoredCard[];
  readonly there: StoredCard[];
}

/** Live, its own and in its module's first state: what an edit made of a known card is no first version. */
const FIRST = `c.retired_at IS NULL AND c.merged_into IS NULL AND c.changed_at = c.added_at
  AND NOT EXISTS (SELECT 1 FROM joined_cards j WHERE j.card = c.key)`;

/** Begins to look; `self` is the device whose numbers the heads of segments name. */
export function createFirstVersions(db: Database, self: string): FirstVersions {
  const isHere = db.prepare<[string], number>('SELECT 1 FROM cards WHERE id = ?').pluck();
  const met = new Set<string>();
  /** Cards that came for the first time, and up to which number of this device their writer knew. */
  const came = new Map<string, number>();

  return {
    meet({ id }, head) {
      if (!met.has(id) && isHere.get(id) === undefined) came.set(id, head.after[self] ?? 0);
      met.add(id);
    },
    join(projection, pair) {
      if (came.size === 0) return 0;
      const pairs = sidesByModule(db, { came, met }).flatMap((sides) =>
        pair(sides.here, sides.there),
      );
      const joinTwo = joiner(db, projection);
      for (const [a, b] of pairs) joinTwo(a, b);
      return pairs.length;
    },
  };
}

/** Returns, for each module with cards of both sides, those of which neither side knew the other's. */
function sidesByModule(
  db: Database,
  { came, met }: { readonly came: ReadonlyMap<string, number>; readonly met: ReadonlySet<string> },
): Sides[] {
  const modules = new Map<number, Sides & { known: number }>();
  for (const [key, card] of cardsThatCame(db, [...came.keys()])) {
    const sides = modules.get(key) ?? { here: [], there: [], known: Number.POSITIVE_INFINITY };
    sides.there.push(card);
    modules.set(key, { ...sides, known: Math.min(sides.known, came.get(card.id) ?? 0) });
  }
  return [...modules].flatMap(([key, { there, known }]) => {
    const here = unknownThere(db, key, known).filter(({ id }) => !met.has(id));
    return here.length === 0 ? [] : [{ here, there }];
  });
}

function cardsThatCame(db: Database, ids: readonly string[]): [module: number, StoredCard][] {
  return db
    .prepare<[string], [...StoredCells, module: number]>(
      `SELECT ${STORED_COLUMNS}, m.key FROM cards c JOIN modules m ON m.key = c.module
       WHERE c.id IN (SELECT value FROM json_each(?)) AND ${FIRST} ORDER BY c.ordinal, c.id`,
    )
    .raw()
    .all(JSON.stringify(ids))
    .map((row) => [row.at(-1) as number, storedCardOf(row as unknown as StoredCells)]);
}

/** The cards of a module that were first read here, and sent above a number, or not yet. */
function unknownThere(db: Database, module: number, known: number): StoredCard[] {
  return db
    .prepare<[number, number], StoredCells>(
      `SELECT ${STORED_COLUMNS} FROM cards c JOIN modules m ON m.key = c.module
       JOIN sync_changes n ON n.kind = 'card' AND n.key = c.key
       WHERE m.key = ? AND (n.number IS NULL OR n.number > ?) AND ${FIRST}
       ORDER BY c.ordinal, c.id`,
    )
    .raw()
    .all(module, known)
    .map(storedCardOf);
}

/** Returns what joins two cards; the text that is not shown then is kept as one that the card had. */
function joiner(db: Database, projection: Projection): (a: CardId, b: CardId) => void {
  const joins = new Joins(db);
  const states = createCardStates(db);
  const find = db.prepare<[string], number>('SELECT key FROM cards WHERE id = ?').pluck();
  const keyOf = (id: CardId) => find.get(id) ?? 0;
  return (a, b) => {
    joinCards(joins, projection, keyOf(a), keyOf(b));
    const shown = states.read(joins.rootOf(keyOf(a)));
    for (const id of [a, b]) {
      const { question, answer, changed_at } = joins.own(keyOf(id));
      addUnlessShown(db, { card: id, changedAt: changed_at, question, answer }, shown);
    }
  };
}
