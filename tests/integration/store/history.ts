import type { Database } from 'better-sqlite3';
import type { ReviewKind } from '../../../src/model/event.js';
import type { Rating } from '../../../src/model/rating.js';
import { CONFIG, DAY } from './support.js';

const HOUR = 3_600_000;

/** Writes reviews straight into the journal, under cards' ids; memory stays as it is. */
export class HistoryWriter {
  readonly #db: Database;
  #seq = 0;

  constructor(db: Database) {
    this.#db = db;
    db.exec("INSERT INTO devices (key, name) VALUES (77, 'by hand')");
    db.prepare('INSERT INTO configs (key, json) VALUES (77, ?)').run(JSON.stringify(CONFIG));
  }

  /** Adds a review at an hour (UTC) of a study day that took so many seconds; gives its id. */
  review(
    card: string,
    day: number,
    hour: number,
    kind: ReviewKind,
    rating: Rating,
    seconds: number,
  ): string {
    const id = this.#nextId();
    this.#db
      .prepare(
        `INSERT INTO events (id, card, kind, at, day, device, rating, duration_ms, review_kind, config)
         SELECT ?, key, 'review', ?, ?, 77, ?, ?, ?, 77 FROM cards WHERE id = ?`,
      )
      .run(id, day * DAY + hour * HOUR, day, rating, seconds * 1000, kind, card);
    return id;
  }

  /** Takes an event back. */
  undo(card: string, day: number, target: string): void {
    this.#db
      .prepare(
        `INSERT INTO events (id, card, kind, at, day, device, target)
         SELECT ?, key, 'undo', ?, ?, 77, ? FROM cards WHERE id = ?`,
      )
      .run(this.#nextId(), day * DAY + 12 * HOUR, day, target, card);
  }

  forget(card: string, day: number): void {
    this.#db
      .prepare(
        `INSERT INTO events (id, card, kind, at, day, device)
         SELECT ?, key, 'forget', ?, ?, 77 FROM cards WHERE id = ?`,
      )
      .run(this.#nextId(), day * DAY + 12 * HOUR, day, card);
  }

  /** Sets columns of a card's memory. */
  memory(card: string, columns: Readonly<Record<string, string | number | null>>): void {
    const names = Object.keys(columns);
    const set = names.map((name) => `${name} = @${name}`).join(', ');
    this.#db
      .prepare(`UPDATE memory SET ${set} WHERE card = (SELECT key FROM cards WHERE id = @id)`)
      .run({ ...columns, id: card });
  }

  #nextId(): string {
    return `0HAND${String(++this.#seq).padStart(21, '0')}`;
  }
}
