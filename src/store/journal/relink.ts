import type { Database } from 'better-sqlite3';
import { VivaError } from '../../model/error.js';
import { type CardId, cardId } from '../../model/ids.js';
import { Joins } from './joins.js';
import type { Projection } from './projection.js';

interface RelinkCard {
  readonly key: number;
  readonly id: string;
  readonly retired_at: number | null;
}

/**
 * Joins a retired card and a new one, which takes its place; runs within a
 * transaction. They stand under the smaller of their ids with the new one's
 * text: what was done with either counts for both. Returns that id. Throws
 * VivaError 'card-unknown' for an id that no card has and 'relink-invalid' for
 * a pair that cannot be joined.
 */
export function relink(
  db: Database,
  projection: Projection,
  oldId: CardId,
  freshId: CardId,
): CardId {
  const joins = new Joins(db);
  const old = findCard(db, joins, oldId);
  const fresh = findCard(db, joins, freshId);
  refuseBadPair(old, fresh);
  joinCards(joins, projection, old.key, fresh.key);
  // biome-ignore lint/complexity/useMathMinMax: ids are text
  return cardId(old.id < fresh.id ? old.id : fresh.id);
}

/** Makes one card of two, by their keys, whose memory is that of both histories; runs within a transaction. */
export function joinCards(joins: Joins, projection: Projection, a: number, b: number): void {
  const [root, ...others] = joins.join(a, b);
  for (const card of others) projection.reset(card);
  if (root !== undefined) projection.refold(root);
}

/** Finds a card, or the one under which it stands since it was joined. */
function findCard(db: Database, joins: Joins, id: CardId): RelinkCard {
  const key = db.prepare<[string], number>('SELECT key FROM cards WHERE id = ?').pluck().get(id);
  const card =
    key === undefined
      ? undefined
      : db
          .prepare<[number], RelinkCard>('SELECT key, id, retired_at FROM cards WHERE key = ?')
          .get(joins.rootOf(key));
  if (card !== undefined) return card;
  throw new VivaError(
    'card-unknown',
    `There is no card ${id}.`,
    'See the ids with "viva list", and those of retired cards with "viva list is:retired".',
  );
}

function refuseBadPair(old: RelinkCard, fresh: RelinkCard): void {
  if (old.key === fresh.key) throw invalid(`Both ids name the card ${old.id}.`);
  if (old.retired_at === null) throw invalid(`Card ${old.id} is not retired: it has its own text.`);
  if (fresh.retired_at !== null) throw invalid(`Card ${fresh.id} is retired, too.`);
}

function invalid(message: string): VivaError {
  return new VivaError(
    'relink-invalid',
    message,
    'Name the retired card first, then the new card that takes over its history; "viva list is:retired" lists retired cards.',
  );
}
