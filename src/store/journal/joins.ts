import type { Database } from 'better-sqlite3';
import { type CardStates, createCardStates, sameState } from '../tables/card-states.js';
import type { CardColumns } from '../tables/cards.js';
import { joinedPairs } from '../tables/cards.js';

interface Member {
  readonly key: number;
  readonly id: string;
  readonly own: string | null;
}

/**
 * Cards that are one: a set of them stands under its smallest id, which has
 * all their history and shows the latest live text of any of them, the latest
 * text of all where none is live. What a card itself says is kept apart, so
 * that sets and texts come to the same in whatever order they become known.
 * Takes store keys of cards; writing runs within a transaction.
 */
export class Joins {
  readonly #db: Database;
  readonly #states: CardStates;
  readonly #sql: JoinStatements;

  constructor(db: Database) {
    this.#db = db;
    this.#states = createCardStates(db);
    this.#sql = joinStatements(db);
  }

  /** Returns the card under which one stands: itself, where it is not joined. */
  rootOf(card: number): number {
    // A chain is one of an older viva, and a ring none of anybody's.
    const seen = new Set<number>();
    const { target } = this.#sql;
    let root = card;
    for (let next = target.get(root); next && !seen.has(next); next = target.get(root)) {
      seen.add(root);
      root = next;
    }
    return root;
  }

  /** Returns what the decks last said of a card itself. */
  own(card: number): CardColumns {
    const kept = this.#sql.own.get(card);
    return kept === undefined ? this.#states.read(card) : parse(kept);
  }

  /** Writes what the decks say of a card itself, and what its set shows then. */
  setOwn(card: number, state: CardColumns): void {
    if (this.#sql.own.get(card) === undefined) {
      this.#states.write(card, state, null);
      return;
    }
    this.#keep(card, state);
    this.#settle(this.#membersOf(this.rootOf(card)));
  }

  /** Makes one set of those of two cards; returns its cards, the root first: none where they were in one. */
  join(a: number, b: number): number[] {
    const roots = [this.rootOf(a), this.rootOf(b)];
    if (roots[0] === roots[1]) return [];
    const set = roots.flatMap((root) => this.#membersOf(root));
    this.#settle(set.sort((x, y) => (x.id < y.id ? -1 : 1)));
    return set.map(({ key }) => key);
  }

  /** Takes what an import wrote to cards that stand for others as said of each of these. */
  adoptWritten(): void {
    for (const root of rootsOf(this.#db)) {
      const set = this.#membersOf(root);
      const written = this.#states.read(root);
      const said = set.map(({ key }) => this.own(key));
      if (sameState(written, this.#shown(said))) continue;
      const changed_at = Math.max(written.changed_at, ...said.map((state) => state.changed_at + 1));
      for (const { key } of set) this.#keep(key, { ...written, changed_at });
      this.#settle(this.#membersOf(root));
    }
  }

  /** Brings every set of the database into this form. */
  settleAll(): void {
    const move = this.#db.prepare('UPDATE cards SET merged_into = ? WHERE key = ? AND key <> ?');
    for (const [key] of joinedPairs(this.#db)) {
      const root = this.rootOf(key);
      move.run(root, key, root);
    }
    for (const root of rootsOf(this.#db)) this.#settle(this.#membersOf(root));
  }

  #membersOf(root: number): Member[] {
    return this.#sql.members.all({ root });
  }

  #keep(card: number, state: CardColumns): void {
    this.#sql.keep.run(card, JSON.stringify(state));
  }

  /** Writes what a set shows; its members in the order of their ids. */
  #settle(set: readonly Member[]): void {
    const [root] = set;
    if (root === undefined) return;
    const said = set.map(({ key, own }) => {
      if (own === null) this.#keep(key, this.#states.read(key));
      return { key, state: this.own(key) };
    });
    this.#states.write(root.key, this.#shown(said.map(({ state }) => state)), null);
    for (const { key, state } of said.slice(1)) {
      const retired = { retired_at: state.retired_at ?? state.changed_at, explicit_id: null };
      this.#states.write(key, { ...state, ...retired }, root.key);
    }
  }

  #shown(said: readonly CardColumns[]): CardColumns {
    const live = said.filter(({ retired_at }) => retired_at === null);
    return (live.length > 0 ? live : said).reduce((a, b) => (this.#states.outranks(b, a) ? b : a));
  }
}

type JoinStatements = ReturnType<typeof joinStatements>;

function joinStatements(db: Database) {
  return {
    target: db
      .prepare<[number], number | null>('SELECT merged_into FROM cards WHERE key = ?')
      .pluck(),
    members: db.prepare<[object], Member>(
      `SELECT c.key, c.id, j.own FROM cards c LEFT JOIN joined_cards j ON j.card = c.key
       WHERE c.key = @root OR c.merged_into = @root ORDER BY c.id`,
    ),
    own: db.prepare<[number], string>('SELECT own FROM joined_cards WHERE card = ?').pluck(),
    keep: db.prepare<[number, string]>(
      'INSERT INTO joined_cards (card, own) VALUES (?, ?) ON CONFLICT (card) DO UPDATE SET own = excluded.own',
    ),
  };
}

function parse(json: string): CardColumns {
  return JSON.parse(json);
}

function rootsOf(db: Database): number[] {
  return db
    .prepare<[], number>('SELECT DISTINCT merged_into FROM cards WHERE merged_into IS NOT NULL')
    .pluck()
    .all();
}
