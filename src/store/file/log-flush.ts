import { closeSync, fdatasync, fdatasyncSync, openSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { explainStorageError } from './sqlite-error.js';

/** Commits between two checkpoints: some 800 pages, so SQLite's own at 1,000 falls on no key. */
const COMMITS_A_CHECKPOINT = 50;
/** After a commit, ms: the frame that waits for it is on the screen by then, and is being read. */
const CHECKPOINT_AFTER_MS = 50;

/**
 * Flushes the write-ahead log to disk beside other work. SQLite's `synchronous = FULL` waits for
 * the disk within each commit; this waits for it while the next frame is computed, and whoever
 * shows that frame waits for `pending` first. What is flushed, and when a frame may say so, are the same.
 */
export class LogFlush {
  readonly #db: Database;
  readonly #path: string;
  #isOn = false;
  #log: number | null = null;
  #pending: Promise<void> | null = null;
  #commits = 0;

  constructor(db: Database, path: string) {
    this.#db = db;
    this.#path = path;
  }

  /** From now on commits return before they are on disk. Throws SqliteError. */
  begin(): void {
    this.#db.pragma('synchronous = NORMAL');
    this.#isOn = true;
  }

  /** Is told of each commit. Throws the errors of node:fs. */
  committed(): void {
    if (!this.#isOn) return;
    // Never closed before the database: while that is open, SQLite keeps the log's file.
    this.#log ??= openSync(`${this.#path}-wal`, 'r+');
    const flush = Promise.all([this.#pending, flushed(this.#log)]).then(
      () => {
        if (this.#pending === flush) this.#pending = null;
      },
      (error) => {
        throw explainStorageError(error, this.#path);
      },
    );
    // Who waits for `pending` is told; nobody else need hear of it.
    flush.catch(() => {});
    this.#pending = flush;
    this.#commits += 1;
    if (this.#commits % COMMITS_A_CHECKPOINT === 0) this.#checkpointSoon();
  }

  /** What ends when every commit is on disk; null where they are. Rejects with VivaError, as the store does. */
  pending(): Promise<void> | null {
    return this.#pending;
  }

  /** Waits for the disk, before the database is closed. Throws the errors of node:fs. */
  end(): void {
    const log = this.#log;
    this.#isOn = false;
    this.#log = null;
    if (log === null) return;
    try {
      if (this.#pending !== null) fdatasyncSync(log);
    } finally {
      closeSync(log);
    }
  }

  #checkpointSoon(): void {
    const checkpoint = () => {
      if (this.#isOn) this.#db.pragma('wal_checkpoint(PASSIVE)');
    };
    setTimeout(checkpoint, CHECKPOINT_AFTER_MS).unref();
  }
}

function flushed(file: number): Promise<void> {
  return new Promise((done, fail) => {
    fdatasync(file, (error) => (error === null ? done() : fail(error)));
  });
}
