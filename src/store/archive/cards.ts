import type { Database } from 'better-sqlite3';
import type { MergeReport } from '../../app/upkeep/ports.js';
import type { MergedCard } from '../../model/archive/card.js';
import { archiveInvalid } from '../journal/invalid.js';
import { Joins } from '../journal/joins.js';
import { createCardStates } from '../tables/card-states.js';
import { type CardColumns, cardTextRow } from '../tables/cards.js';

/** Merges the cards of an archive into those that are there. */
export interface CardMerger {
  /** Takes a card; of two texts of one card that of its deck stays, then the one that was written later. */
  add(card: MergedCard): void;
  /**
   * Joins what is joined there; returns the keys of the cards of each new set, the root first.
   * With `tolerant`, cards that are joined to a missing one are left alone.
   */
  join(tolerant: boolean): number[][];
  /** Is there such a card? */
  has(id: string): boolean;
  report(): MergeReport['cards'];
}

interface Known {
  readonly key: number;
  readonly added_at: number;
}

/** Makes the merger for one archive, `keyOf` finds a card's module; runs within a transaction. */
export function createCardMerger(
  db: Database,
  keyOf: (card: string, module: number) => number,
): CardMerger {
  const states = createCardStates(db);
  const joins = new Joins(db);
  const find = db.prepare<[string], Known>('SELECT key, added_at FROM cards WHERE id = ?');
  const age = db.prepare('UPDATE cards SET added_at = ? WHERE key = ?');
  const counts = { added: 0, known: 0, kept: 0, changed: 0, joined: 0 };
  const pairs: JoinedPair[] = [];

  function meet(known: Known, state: CardColumns, addedAt: number): void {
    counts.known += 1;
    if (addedAt < known.added_at) age.run(addedAt, known.key);
    const here = joins.own(known.key);
    const isTaken = states.outranks(state, here);
    if (isTaken) joins.setOwn(known.key, { ...state, line: here.line });
    if (textOf(here) !== textOf(state)) counts[isTaken ? 'changed' : 'kept'] += 1;
  }

  return {
    add(card) {
      const state = stateOf(card, keyOf(card.id, (card.own ?? card).module));
      const known = find.get(card.id);
      if (known !== undefined) meet(known, state, card.addedAt);
      else {
        states.insert(card.id, state, card.addedAt);
        counts.added += 1;
      }
      if (card.mergedInto !== null) pairs.push({ id: card.id, into: card.mergedInto });
    },
    has: (id) => find.get(id) !== undefined,
    join(tolerant) {
      const sets = joinPairs(joins, pairs, (id) => find.get(id)?.key, tolerant);
      counts.joined = sets.length;
      return sets;
    },
    report: () => ({ ...counts }),
  };
}

/** A card of the archive, and the one whose history is its. */
interface JoinedPair {
  readonly id: string;
  readonly into: string;
}

type FindCard = (id: string) => number | undefined;

function joinPairs(
  joins: Joins,
  pairs: readonly JoinedPair[],
  find: FindCard,
  tolerant: boolean,
): number[][] {
  const isWhole = ({ id, into }: JoinedPair) => id !== into && find(into) !== undefined;
  const whole = tolerant ? pairs.filter(isWhole) : pairs;
  return whole.map((pair) => joinPair(joins, pair, find)).filter((set) => set.length > 0);
}

function joinPair(joins: Joins, { id, into }: JoinedPair, find: FindCard): number[] {
  if (id === into) throw archiveInvalid(`Card ${id} was joined to itself`);
  const [card, other] = [find(id), find(into)];
  if (card !== undefined && other !== undefined) return joins.join(card, other);
  throw archiveInvalid(`Card ${id} was joined to card ${into}, which is missing`);
}

const textOf = ({ question, answer, stars, companies, tags }: CardColumns) =>
  JSON.stringify([question, answer, stars, companies, tags]);

/** What the archive says of the card itself, whatever it stands for there. */
function stateOf(card: MergedCard, module: number): CardColumns {
  const said = card.own ?? card;
  return {
    ...cardTextRow({ ...said, tags: said.tags ?? [] }, module, said.ordinal),
    changed_at: said.changedAt ?? timeOf(card),
    retired_at: said.retiredAt,
  };
}

/** When a card of an old archive changed: a joined one was retired by that, not by its deck. */
function timeOf({ addedAt, retiredAt, mergedInto }: MergedCard): number {
  return mergedInto === null ? (retiredAt ?? addedAt) : addedAt;
}
