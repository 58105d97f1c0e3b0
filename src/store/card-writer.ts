import type { Database } from 'better-sqlite3';
import type { DeckCard } from '../model/card.js';
import { VivaError } from '../model/error.js';
import type { CardId } from '../model/ids.js';
import type { PlannedCard } from '../model/import.js';
import { foldName } from '../query/fold-name.js';
import { isUnspaced } from '../query/words.js';
import { createRowBatch } from './row-batch.js';

/** Writes the cards of one import. */
export interface CardWriter {
  /** Adds a card to the module with that store key, or brings it up to date there. */
  write(module: number, planned: PlannedCard): void;
  retire(id: CardId): void;
  /** Writes the new cards that are not written yet; to be called at the end. */
  finish(): void;
}

/** Makes the writer for an import at a time, ms since 1970. */
export function createCardWriter(db: Database, at: number): CardWriter {
  const update = db
    .prepare<[object], number>(
      `UPDATE cards SET explicit_id = @explicitId, module = @module, ordinal = @ordinal,
       stars = @stars, question = @question, answer = @answer, companies = @companies,
       defects = @defects, unspaced = @unspaced, line = @line, retired_at = NULL
     WHERE id = @id AND (retired_at IS NOT NULL
       OR (explicit_id, module, ordinal, stars, question, answer, companies, defects, line)
       IS NOT (@explicitId, @module, @ordinal, @stars, @question, @answer, @companies, @defects,
         @line))
     RETURNING key`,
    )
    .pluck();
  const retire = db.prepare('UPDATE cards SET retired_at = ? WHERE id = ? AND retired_at IS NULL');
  const dropCompanies = db.prepare('DELETE FROM card_companies WHERE card = ?');
  const companies = createCompanyWriter(db);
  const fresh = createInserter(db, at, companies.add);

  return {
    write(module, { id, card, ordinal, fate }) {
      if (fate === 'added') return fresh.add(id, module, ordinal, card);
      const key = update.get({ id, module, ordinal, ...columnsOf(card) });
      // No key: the stored card is the same already.
      if (key === undefined) return;
      dropCompanies.run(key);
      companies.add(key, card.companies);
    },
    retire(id) {
      retire.run(at, id);
    },
    finish() {
      fresh.flush();
      companies.flush();
    },
  };
}

interface Inserted {
  readonly id: CardId;
  readonly key: number;
}

type AddCompanies = (card: number, names: readonly string[]) => void;

/** Makes what adds new cards, in batches. */
function createInserter(db: Database, at: number, addCompanies: AddCompanies) {
  const waiting = new Map<CardId, DeckCard>();
  const batch = createRowBatch<Inserted>(db, insertCards, (inserted) => {
    for (const { id, key } of inserted) {
      addCompanies(key, waiting.get(id)?.companies ?? []);
      waiting.delete(id);
    }
    const [left] = waiting.keys();
    if (left !== undefined) throw takenId(left);
  });
  return {
    add(id: CardId, module: number, ordinal: number, card: DeckCard): void {
      if (waiting.has(id)) throw takenId(id);
      waiting.set(id, card);
      const { explicitId, stars, question, answer, line, ...rest } = columnsOf(card);
      const { companies, defects, unspaced } = rest;
      const text = [question, answer, companies, defects];
      batch.add([id, explicitId, module, ordinal, stars, ...text, unspaced, line, at]);
    },
    flush: batch.flush,
  };
}

const insertCards = (rows: string) =>
  `INSERT INTO cards (id, explicit_id, module, ordinal, stars, question, answer, companies,
     defects, unspaced, line, added_at)
   VALUES ${rows}
   -- The id is made of the text: where it is there already, its text was lost and is back.
   ON CONFLICT (id) DO UPDATE SET explicit_id = excluded.explicit_id,
     module = excluded.module, ordinal = excluded.ordinal, stars = excluded.stars,
     question = excluded.question, answer = excluded.answer, companies = excluded.companies,
     defects = excluded.defects, unspaced = excluded.unspaced, line = excluded.line,
     retired_at = NULL
   WHERE cards.question = '' AND cards.answer = ''
   RETURNING id, key`;

function createCompanyWriter(db: Database) {
  const batch = createRowBatch(
    db,
    (rows) =>
      `INSERT INTO card_companies (card, name_folded, name) VALUES ${rows} ON CONFLICT DO NOTHING`,
  );
  return {
    add(card: number, names: readonly string[]): void {
      for (const name of names) batch.add([card, foldName(name), name]);
    },
    flush: batch.flush,
  };
}

function columnsOf(card: DeckCard) {
  const { explicitId, stars, question, answer, line } = card;
  return {
    explicitId,
    stars,
    question,
    answer,
    line,
    companies: JSON.stringify(card.companies),
    defects: JSON.stringify(card.defects),
    unspaced: isUnspaced(question) || isUnspaced(answer) ? 1 : 0,
  };
}

function takenId(id: CardId): VivaError {
  return new VivaError(
    'database-failed',
    `A new card was given the id ${id}, which another card has; nothing was changed.`,
    'Import again; if it happens again, please report it.',
  );
}
