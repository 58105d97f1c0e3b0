import type { Database } from 'better-sqlite3';
import type { MergeReport } from '../../app/ports.js';
import type { ArchiveCard } from '../../model/archive.js';
import { foldName } from '../../query/fold-name.js';
import { isUnspaced } from '../../query/words.js';
import { archiveInvalid } from './invalid.js';

/** Adds the cards of an archive that are not there yet. */
export interface CardMerger {
  /** Takes a card and the store key of its module. A card that is there keeps its text. */
  add(card: ArchiveCard, module: number): void;
  /** Joins new cards to those that have their history; gives the store keys of these. */
  join(): number[];
  report(): MergeReport['cards'];
}

/** Makes the merger for one archive; runs within a transaction. */
export function createCardMerger(db: Database): CardMerger {
  const find = db.prepare<[object], { same: 0 | 1 }>(
    `SELECT (question, answer, stars, companies) IS (@question, @answer, @stars, @companies) AS same
     FROM cards WHERE id = @id`,
  );
  const insert = db.prepare(
    `INSERT INTO cards (id, explicit_id, module, ordinal, stars, question, answer, companies,
       defects, unspaced, line, added_at, retired_at)
     VALUES (@id, @explicitId, @module, @ordinal, @stars, @question, @answer, @companies,
       @defects, @unspaced, @line, @addedAt, @retiredAt)`,
  );
  const insertCompany = db.prepare(
    `INSERT INTO card_companies (card, name_folded, name) VALUES (?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const counts = { added: 0, known: 0, kept: 0 };
  const merges: { id: string; into: string }[] = [];

  return {
    add(card, module) {
      const row = { ...columnsOf(card), module };
      const known = find.get(row);
      if (known !== undefined) {
        counts.known += 1;
        if (known.same === 0) counts.kept += 1;
        return;
      }
      const key = insert.run(row).lastInsertRowid;
      for (const name of card.companies) insertCompany.run(key, foldName(name), name);
      if (card.mergedInto !== null) merges.push({ id: card.id, into: card.mergedInto });
      counts.added += 1;
    },
    join: () => joinCards(db, merges),
    report: () => ({ ...counts }),
  };
}

interface Owner {
  readonly key: number;
  readonly merged_into: number | null;
}

function joinCards(db: Database, merges: readonly { id: string; into: string }[]): number[] {
  const find = db.prepare<[string], Owner>('SELECT key, merged_into FROM cards WHERE id = ?');
  const join = db.prepare('UPDATE cards SET merged_into = ? WHERE id = ?');
  const named = new Set(merges.map(({ id }) => id));
  return merges.map(({ id, into }) => {
    const owner = find.get(into);
    if (owner === undefined) {
      throw archiveInvalid(`Card ${id} was joined to card ${into}, which is missing`);
    }
    if (named.has(into)) {
      throw archiveInvalid(`Card ${id} was joined to card ${into}, which was joined to another`);
    }
    // Here the owner was joined to a third card since: its history is there.
    const key = owner.merged_into ?? owner.key;
    join.run(key, id);
    return key;
  });
}

function columnsOf(card: ArchiveCard) {
  const { id, explicitId, ordinal, stars, question, answer, line, addedAt, retiredAt } = card;
  return {
    ...{ id, explicitId, ordinal, stars, question, answer, line, addedAt, retiredAt },
    companies: JSON.stringify(card.companies),
    defects: JSON.stringify(card.defects),
    unspaced: isUnspaced(question) || isUnspaced(answer) ? 1 : 0,
  };
}
