import type { Database } from 'better-sqlite3';
import type { SyncState, SyncStore } from '../../app/sync/ports.js';
import { once } from '../../model/once.js';

interface StateRow {
  readonly remote: string;
  readonly id: string;
  readonly device: string;
  readonly number: number;
  readonly syncedAt: number | null;
  readonly problem: string | null;
}

/** The kinds of records that are noted when they change, and the tables whose keys are noted. */
export const NOTED = {
  card: 'cards',
  module: 'modules',
  collection: 'collections',
  plan: 'plans',
  parameters: 'parameters',
  text: 'past_texts',
  setting: 'sync_settings',
} as const;

/**
 * SQL condition: is the event `e` still to be sent? Within a database that is synced. Of the ranges that
 * came, which never overlap, one look at the nearest tells: there may be many.
 */
export const UNSENT_EVENT = `e.seq > (SELECT events FROM sync_state)
  AND e.seq > coalesce(
    (SELECT s.last FROM sync_came s WHERE s.first <= e.seq ORDER BY s.first DESC LIMIT 1), 0)`;

/** SQL: the seq of the newest event, 0 without any. */
export const NEWEST_EVENT = '(SELECT coalesce(max(seq), 0) FROM events)';

/** Reads and writes how far a database is synced. */
export function createSyncState(
  db: Database,
): Pick<
  SyncStore,
  'syncState' | 'beginSync' | 'endSync' | 'renewSync' | 'digestOf' | 'noteDigest' | 'noteSync'
> {
  return {
    syncState: stateReader(db),
    beginSync: (where) => db.transaction(() => begin(db, where)).immediate(),
    endSync: () => db.transaction(() => clear(db)).immediate(),
    renewSync: (device, kept) => db.transaction(() => renew(db, device, kept)).immediate(),
    digestOf: (number) =>
      db
        .prepare<[number], string>('SELECT digest FROM sync_sent WHERE number = ?')
        .pluck()
        .get(number) ?? null,
    noteDigest(number, digest) {
      db.transaction(() => {
        db.prepare('UPDATE sync_sent SET digest = ? WHERE number = ?').run(digest, number);
      }).immediate();
    },
    noteSync(at, problem) {
      db.transaction(() => {
        if (problem === null) {
          db.prepare('UPDATE sync_state SET synced_at = ?, problem = NULL').run(at);
        } else db.prepare('UPDATE sync_state SET problem = ?').run(problem);
      }).immediate();
    },
  };
}

function clear(db: Database): void {
  for (const table of ['state', 'came', 'taken', 'sent', 'changes', 'settings']) {
    db.exec(`DELETE FROM sync_${table}`);
  }
}

/** Notes all that is here as not sent yet. */
function begin(db: Database, where: Parameters<SyncStore['beginSync']>[0]): void {
  clear(db);
  db.prepare(
    `INSERT INTO sync_state (one, remote, id, device, number, events)
     VALUES (1, @remote, @id, @device, 0, 0)`,
  ).run(where);
  for (const [kind, table] of Object.entries(NOTED)) {
    db.exec(
      `INSERT INTO sync_changes (kind, key, number) SELECT '${kind}', key, NULL FROM ${table}`,
    );
  }
}

/** Asked several times in a sync, so its statements are kept. */
function stateReader(db: Database): () => SyncState | null {
  const one = once(() =>
    db.prepare<[], StateRow>(
      'SELECT remote, id, device, number, synced_at AS syncedAt, problem FROM sync_state',
    ),
  );
  const takenRows = once(() =>
    db.prepare<[], [string, number]>('SELECT device, number FROM sync_taken').raw(),
  );
  const unsent = once(() =>
    db
      .prepare<[], number>(
        `SELECT (SELECT count(*) FROM events e WHERE ${UNSENT_EVENT})
         + (SELECT count(*) FROM sync_changes WHERE number IS NULL)`,
      )
      .pluck(),
  );
  return () => {
    const row = one().get();
    if (row === undefined) return null;
    const taken = new Map([...takenRows().all(), [row.device, row.number]]);
    return { ...row, taken, unsent: unsent().get() ?? 0 };
  };
}

/** Is there anything that is not sent yet? */
export function isAnyUnsent(db: Database): boolean {
  return (
    db
      .prepare<[], 0 | 1>(
        `SELECT EXISTS (SELECT 1 FROM sync_changes WHERE number IS NULL)
         OR EXISTS (SELECT 1 FROM events e WHERE ${UNSENT_EVENT})`,
      )
      .pluck()
      .get() === 1
  );
}

/** What was sent above `kept` never got there, or there is other than here. */
function renew(db: Database, device: string, kept: number): void {
  db.prepare(
    `INSERT INTO sync_taken (device, number) SELECT device, ? FROM sync_state WHERE true
     ON CONFLICT DO UPDATE SET number = max(number, excluded.number)`,
  ).run(kept);
  const isSentAbove = db
    .prepare<[number], number>('SELECT 1 FROM sync_sent WHERE number > ?')
    .pluck()
    .get(kept);
  // What came meanwhile is sent once more, which changes nothing.
  if (isSentAbove !== undefined) {
    db.prepare(
      `UPDATE sync_state SET events =
         (SELECT coalesce(max(events), 0) FROM sync_sent WHERE number <= ?)`,
    ).run(kept);
  }
  db.prepare('UPDATE sync_changes SET number = NULL WHERE number > ?').run(kept);
  db.exec('DELETE FROM sync_changes WHERE number IS NOT NULL; DELETE FROM sync_sent');
  db.prepare('UPDATE sync_state SET device = ?, number = 0').run(device);
}
