import type { Database } from 'better-sqlite3';
import { createCardStates, sameState } from '../tables/card-states.js';
import type { CardColumns } from '../tables/cards.js';

/**
 * Cards that are one: a set of them stands under its smallest id, which has
 * all their history and shows the latest live text of any of them, the latest
 * text of all where none is live. What a card itself says is kept apart, so
 * that sets and texts come to the same in whatever order they become known.
 * Takes store keys of cards; writing runs within a transaction.
 */
export interface Joins {
  /** The card under which this one stands: itself, where it is not joined. */
  rootOf(card: number): number;
  /** What the decks last said of the card itself. */
  own(card: number): CardColumns;
  /** Writes what the decks say of the card itself, and what its set shows then. */
  setOwn(card: number, state: CardColumns): void;
  /** Makes one set of those of two cards; returns its cards, the root first: none where they were in one. */
  join(a: number, b: number): number[];
  /** Takes what an import wrote to cards that stand for others as said of each of these. */
  adoptWritten(): void;
  /** Brings every set of the database into this form. */
  settleAll(): void;
}

interface Member {
  readonly key: number;
  readonly id: string;
  readonly own: string | null;
}

/** Makes the access to joined cards. */
export function createJoins(db: Database): Joins {
  const states = createCardStates(db);
  const target = db
    .prepare<[number], number | null>('SELECT merged_into FROM cards WHERE key = ?')
    .pluck();
  const members = db.prepare<[object], Member>(
    `SELECT c.key, c.id, j.own FROM cards c LEFT JOIN joined_cards j ON j.card = c.key
     WHERE c.key = @root OR c.merged_into = @root ORDER BY c.id`,
  );
  const findOwn = db
    .prepare<[number], string>('SELECT own FROM joined_cards WHERE card = ?')
    .pluck();
  const keep = db.prepare<[number, string]>(
    'INSERT INTO joined_cards (card, own) VALUES (?, ?) ON CONFLICT (card) DO UPDATE SET own = excluded.own',
  );

  function rootOf(card: number): number {
    // A chain is one of an older viva, and a ring none of anybody's.
    const seen = new Set<number>();
    let root = card;
    for (let next = target.get(root); next && !seen.has(next); next = target.get(root)) {
      seen.add(root);
      root = next;
    }
    return root;
  }

  function own(card: number): CardColumns {
    const kept = findOwn.get(card);
    return kept === undefined ? states.read(card) : parse(kept);
  }

  function setOwn(card: number, state: CardColumns): void {
    if (findOwn.get(card) === undefined) {
      states.write(card, state, null);
      return;
    }
    keep.run(card, JSON.stringify(state));
    settle(members.all({ root: rootOf(card) }));
  }

  /** Writes what a set shows; its members in the order of their ids. */
  function settle(set: readonly Member[]): void {
    const [root] = set;
    if (root === undefined) return;
    const said = set.map(({ key, own: kept }) => {
      if (kept === null) keep.run(key, JSON.stringify(states.read(key)));
      return { key, state: kept === null ? states.read(key) : own(key) };
    });
    states.write(root.key, shown(said.map(({ state }) => state)), null);
    for (const { key, state } of said.slice(1)) {
      const retired = { retired_at: state.retired_at ?? state.changed_at, explicit_id: null };
      states.write(key, { ...state, ...retired }, root.key);
    }
  }

  function shown(said: readonly CardColumns[]): CardColumns {
    const live = said.filter(({ retired_at }) => retired_at === null);
    return (live.length > 0 ? live : said).reduce((a, b) => (states.isLater(b, a) ? b : a));
  }

  function join(a: number, b: number): number[] {
    const both = [rootOf(a), rootOf(b)];
    if (both[0] === both[1]) return [];
    const set = both.flatMap((root) => members.all({ root }));
    settle(set.sort((x, y) => (x.id < y.id ? -1 : 1)));
    return set.map(({ key }) => key);
  }

  function adoptWritten(): void {
    for (const root of roots(db)) {
      const set = members.all({ root });
      const written = states.read(root);
      const said = set.map(({ key }) => own(key));
      if (sameState(written, shown(said))) continue;
      const changed_at = Math.max(written.changed_at, ...said.map((state) => state.changed_at + 1));
      const state = JSON.stringify({ ...written, changed_at });
      for (const { key } of set) keep.run(key, state);
      settle(members.all({ root }));
    }
  }

  function settleAll(): void {
    for (const [key] of joinedPairs(db)) {
      const root = rootOf(key);
      db.prepare('UPDATE cards SET merged_into = ? WHERE key = ? AND key <> ?').run(
        root,
        key,
        root,
      );
    }
    for (const root of roots(db)) settle(members.all({ root }));
  }

  return { rootOf, own, setOwn, join, adoptWritten, settleAll };
}

function parse(json: string): CardColumns {
  return JSON.parse(json);
}

function roots(db: Database): number[] {
  return db
    .prepare<[], number>('SELECT DISTINCT merged_into FROM cards WHERE merged_into IS NOT NULL')
    .pluck()
    .all();
}

function joinedPairs(db: Database): [card: number, root: number][] {
  return db
    .prepare<[], [number, number]>(
      'SELECT key, merged_into FROM cards WHERE merged_into IS NOT NULL',
    )
    .raw()
    .all();
}
