import type { Database } from 'better-sqlite3';
import type { CardId } from '../../model/ids.js';
import type { PastText } from '../../model/sync-records.js';
import { rootKey } from '../tables/cards.js';

/** Keeps a text that a card had; returns whether it was not kept yet. Of a card that is not here, nothing. */
export function addText(db: Database, { card, changedAt, question, answer }: PastText): boolean {
  return (
    db
      .prepare(
        `INSERT INTO past_texts (card, changed_at, question, answer)
         SELECT key, ?, ?, ? FROM cards WHERE id = ? ON CONFLICT DO NOTHING`,
      )
      .run(changedAt, question, answer, card).changes > 0
  );
}

/** Keeps a text as `addText` does, where the card shows another one now. */
export function addUnlessShown(
  db: Database,
  text: PastText,
  shown: Pick<PastText, 'question' | 'answer'>,
): boolean {
  const isShown = text.question === shown.question && text.answer === shown.answer;
  return !isShown && addText(db, text);
}

/** Returns the texts with these keys. */
export function textsOf(db: Database, keys: readonly number[]): PastText[] {
  return db
    .prepare<[string], PastText>(
      `SELECT c.id AS card, t.changed_at AS changedAt, t.question, t.answer
       FROM past_texts t JOIN cards c ON c.key = t.card
       WHERE t.key IN (SELECT value FROM json_each(?)) ORDER BY t.key`,
    )
    .all(JSON.stringify(keys));
}

/** Returns the texts that a card had, and those of the cards that are joined with it, the newest first. */
export function pastTexts(db: Database, card: CardId): PastText[] {
  return db
    .prepare<[string], PastText>(
      `SELECT c.id AS card, t.changed_at AS changedAt, t.question, t.answer
       FROM past_texts t JOIN cards c ON c.key = t.card
       WHERE ${rootKey('c')} = (SELECT key FROM cards WHERE id = ?)
       ORDER BY t.changed_at DESC, t.key`,
    )
    .all(card);
}
