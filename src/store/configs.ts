import type { Database } from 'better-sqlite3';
import { type ConfigId, configId } from '../model/ids.js';
import type { SchedulerConfig } from '../model/settings.js';
import { readConfig, writeConfig } from './json-columns.js';
import { lazy } from './lazy.js';

/** The scheduler configurations under which reviews were made. */
export interface Configs {
  /** Every configuration by number. Equal rows give the same object each time. */
  all(): ReadonlyMap<ConfigId, SchedulerConfig>;
  /** Gives the number of a configuration, which it gets on first use. */
  keyOf(config: SchedulerConfig): ConfigId;
}

/** Makes the access to the table of configurations. */
export function createConfigs(db: Database): Configs {
  // By text, not by number: a number given in a transaction that fails is given again.
  const parsed = new Map<string, SchedulerConfig>();
  const rows = lazy(() =>
    db.prepare<[], { key: number; json: string }>('SELECT key, json FROM configs'),
  );
  const insert = lazy(() =>
    db.prepare<[string]>('INSERT INTO configs (json) VALUES (?) ON CONFLICT DO NOTHING'),
  );
  const find = lazy(() =>
    db.prepare<[string], number>('SELECT key FROM configs WHERE json = ?').pluck(),
  );

  function parse(json: string): SchedulerConfig {
    const known = parsed.get(json);
    if (known !== undefined) return known;
    const config = readConfig(json);
    parsed.set(json, config);
    return config;
  }

  return {
    all() {
      return new Map(
        rows()
          .all()
          .map((row) => [configId(row.key), parse(row.json)]),
      );
    },
    keyOf(config) {
      const json = writeConfig(config);
      const known = find().get(json);
      return configId(known ?? Number(insert().run(json).lastInsertRowid));
    },
  };
}
