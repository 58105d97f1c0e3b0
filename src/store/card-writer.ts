import type { Database } from 'better-sqlite3';
import type { DeckCard } from '../model/card.js';
import { VivaError } from '../model/error.js';
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
     -- The id is made of the text: where it is there already, its text was lost and is back.
     ON CONFLICT (id) DO UPDATE SET explicit_id = excluded.explicit_id,
       module = excluded.module, ordinal = excluded.ordinal, stars = excluded.stars,
       question = excluded.question, answer = excluded.answer, companies = excluded.companies,
       defects = excluded.defects, unspaced = excluded.unspaced, line = excluded.line,
       retired_at = NULL
     WHERE cards.question = '' AND cards.answer = ''
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
      if (key === undefined && fate === 'added') throw takenId(id);
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

function takenId(id: CardId): VivaError {
  return new VivaError(
    'database-failed',
    `A new card was given the id ${id}, which another card has; nothing was changed.`,
    'Import again; if it happens again, please report it.',
  );
}
