import type { Database } from 'better-sqlite3';
import type { SyncStore } from '../../app/sync/ports.js';
import type { SyncedSetting } from '../../model/sync-records.js';

interface SettingRow {
  readonly name: string;
  /** JSON. */
  readonly value: string | null;
  readonly changed_at: number;
  readonly applied: 0 | 1;
}

const SET = `INSERT INTO sync_settings (name, value, changed_at, applied)
  VALUES (@name, @value, @changed_at, @applied) ON CONFLICT (name) DO UPDATE SET
  value = excluded.value, changed_at = excluded.changed_at, applied = excluded.applied`;

/** Reads and writes the settings that belong to the person. */
export function createSyncedSettings(
  db: Database,
): Pick<SyncStore, 'syncedSettings' | 'noteSettings' | 'settingsApplied'> {
  const all = () =>
    db.prepare<[], SettingRow>('SELECT name, value, changed_at, applied FROM sync_settings').all();
  return {
    syncedSettings: () =>
      all().map(({ name, value, applied }) => ({
        name,
        value: readValue(value),
        applied: applied === 1,
      })),
    noteSettings(changes, at) {
      db.transaction(() => {
        const times = new Map(all().map((row) => [row.name, row.changed_at]));
        const set = db.prepare(SET);
        for (const { name, value } of changes) {
          const before = times.get(name);
          const changed_at = before === undefined ? at : Math.max(at, before + 1);
          set.run({ name, value: json(value), changed_at, applied: 1 });
        }
      }).immediate();
    },
    settingsApplied() {
      db.transaction(() => db.exec('UPDATE sync_settings SET applied = 1')).immediate();
    },
  };
}

/** Takes a setting of another device: of two of one name the later stays. */
export function takeSetting(db: Database, { name, value, changedAt }: SyncedSetting): void {
  const known = db
    .prepare<[string], SettingRow>('SELECT * FROM sync_settings WHERE name = ?')
    .get(name);
  const row = { name, value: json(value), changed_at: changedAt, applied: 0 } as const;
  if (known === undefined || isLater(row, known)) db.prepare(SET).run(row);
}

/** Returns the settings with these keys. */
export function settingsOf(db: Database, keys: readonly number[]): SyncedSetting[] {
  return db
    .prepare<[string], SettingRow>(
      'SELECT * FROM sync_settings WHERE key IN (SELECT value FROM json_each(?)) ORDER BY key',
    )
    .all(JSON.stringify(keys))
    .map(({ name, value, changed_at: changedAt }) => ({
      name,
      value: readValue(value),
      changedAt,
    }));
}

// The same on every machine: equal times are told apart by content.
function isLater(a: SettingRow, b: SettingRow): boolean {
  if (a.changed_at !== b.changed_at) return a.changed_at > b.changed_at;
  return (a.value ?? '') > (b.value ?? '');
}

const json = (value: unknown) =>
  value === null || value === undefined ? null : JSON.stringify(value);
const readValue = (text: string | null): unknown => (text === null ? null : JSON.parse(text));
