import type { Database } from 'better-sqlite3';
import type { DeckCard } from '../model/card.js';
import type { CardId } from '../model/ids.js';
import type { PlannedCard } from '../model/import.js';
import { foldName } from '../query/fold-name.js';
import { isUnspaced } from '../query/words.js';

/** Writes the cards of one import. */
export interface CardWriter {
  /** Adds a card to the module with that store key, or brings it up to date there. */
  write(module: number, planned: PlannedCard): void;
  retire(id: CardId): void;
}

/** Makes the writer for an import at a time, ms since 1970. */
export function createCardWriter(db: Database, at: number): CardWriter {
  const insert = db
    .prepare<[object], number>(
      `INSERT INTO cards (id, explicit_id, module, ordinal, stars, question, answer, companies,
       defects, unspaced, line, added_at)
     VALUES (@id, @explicitId, @module, @ordinal, @stars, @question, @answer, @companies,
       @defects, @unspaced, @line, @at)
     RETURNING key`,
    )
    .pluck();
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
  const companies = createCompanyWriter(db);

  return {
    write(module, { id, card, ordinal, fate }) {
      const row = { id, module, ordinal, ...columnsOf(card) };
      const key = fate === 'added' ? insert.get({ ...row, at }) : update.get(row);
      // No key: the stored card is the same already.
      if (key !== undefined) companies.write(key, card.companies);
    },
    retire(id) {
      retire.run(at, id);
    },
  };
}

function createCompanyWriter(db: Database) {
  const drop = db.prepare('DELETE FROM card_companies WHERE card = ?');
  const add = db.prepare(
    `INSERT INTO card_companies (card, name_folded, name) VALUES (?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  return {
    write(card: number, names: readonly string[]): void {
      drop.run(card);
      for (const name of names) add.run(card, foldName(name), name);
    },
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
