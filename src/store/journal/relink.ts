import type { Database } from 'better-sqlite3';
import { VivaError } from '../../model/error.js';
import type { CardId } from '../../model/ids.js';
import type { Projection } from './projection.js';

interface RelinkCard {
  readonly key: number;
  readonly id: string;
  readonly retired_at: number | null;
  readonly merged_into: number | null;
}

/**
 * Makes a retired card live again in the place and with the text of a new one;
 * runs within a transaction. The new card is retired and merged into the old:
 * what was done with either counts for it. Throws VivaError 'card-unknown' for
 * an id that no card has and 'relink-invalid' for a pair that cannot be joined.
 */
export function relink(
  db: Database,
  projection: Projection,
  oldId: CardId,
  freshId: CardId,
  at: number,
): void {
  const old = findCard(db, oldId);
  const fresh = findCard(db, freshId);
  refuseBadPair(old, fresh);
  // What was merged into the new card before goes with it.
  db.prepare('UPDATE cards SET merged_into = ? WHERE merged_into = ?').run(old.key, fresh.key);
  takePlace(db, old.key, fresh.key);
  // Without its explicit id, so that the next import finds that of the old card alone.
  db.prepare(
    'UPDATE cards SET explicit_id = NULL, retired_at = ?, merged_into = ? WHERE key = ?',
  ).run(at, old.key, fresh.key);
  projection.refold(old.key);
  projection.reset(fresh.key);
}

function takePlace(db: Database, old: number, fresh: number): void {
  db.prepare(
    `UPDATE cards SET explicit_id = f.explicit_id, module = f.module, ordinal = f.ordinal,
       stars = f.stars, question = f.question, answer = f.answer, companies = f.companies,
       defects = f.defects, unspaced = f.unspaced, line = f.line, retired_at = NULL
     FROM cards f WHERE cards.key = ? AND f.key = ?`,
  ).run(old, fresh);
  db.prepare('DELETE FROM card_companies WHERE card = ?').run(old);
  db.prepare('UPDATE card_companies SET card = ? WHERE card = ?').run(old, fresh);
}

function findCard(db: Database, id: CardId): RelinkCard {
  const card = db
    .prepare<[string], RelinkCard>(
      'SELECT key, id, retired_at, merged_into FROM cards WHERE id = ?',
    )
    .get(id);
  if (card !== undefined) return card;
  throw new VivaError(
    'card-unknown',
    `There is no card ${id}.`,
    'See the ids with `viva list` and, of retired cards, with `viva list is:retired`.',
  );
}

function refuseBadPair(old: RelinkCard, fresh: RelinkCard): void {
  if (old.key === fresh.key) throw invalid(`${old.id} is one and the same card.`);
  if (old.merged_into !== null) {
    throw invalid(`Card ${old.id} was joined to another card before; its history is there.`);
  }
  if (old.retired_at === null) throw invalid(`Card ${old.id} is not retired: it has its own text.`);
  if (fresh.retired_at !== null) throw invalid(`Card ${fresh.id} is retired itself.`);
}

function invalid(message: string): VivaError {
  return new VivaError(
    'relink-invalid',
    message,
    'Name the retired card first, then the new one that takes over its history; `viva list is:retired` shows the retired ones.',
  );
}
