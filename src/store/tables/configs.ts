import type { Database } from 'better-sqlite3';
import { type ConfigId, configId } from '../../model/ids.js';
import { memoized } from '../../model/memoized.js';
import { once } from '../../model/once.js';
import type { SchedulerConfig } from '../../model/settings.js';
import type { Rescheduled } from '../../schedule/fold.js';
import { readConfig, writeConfig } from './json-columns.js';

/** The scheduler configurations under which reviews were made. */
export interface Configs {
  /** Every configuration by number. Equal rows give the same object each time. */
  all(): ReadonlyMap<ConfigId, SchedulerConfig>;
  /** Returns the number of a configuration, which it gets on first use. */
  keyOf(config: SchedulerConfig): ConfigId;
  /** Returns the number of a configuration; null for one not used yet. */
  find(config: SchedulerConfig): ConfigId | null;
  /** Which reviews count under other weights; equal ones give the same configurations each time. */
  rescheduled(): Rescheduled | null;
}

/** What of the parameter sets decides under which weights earlier reviews count. */
interface Rescheduling {
  rescheduling(): { readonly weights: readonly number[]; readonly before: number } | null;
}

/** Makes the access to the table of configurations. */
export function createConfigs(db: Database, parameters: Rescheduling): Configs {
  // By text, not by number: a number given in a transaction that fails is given again.
  const parse = memoized(readConfig);
  const underWeights = createReweighting();
  const rows = once(() => db.prepare<[], [number, string]>('SELECT key, json FROM configs').raw());
  const insert = once(() =>
    db.prepare<[string]>('INSERT INTO configs (json) VALUES (?) ON CONFLICT DO NOTHING'),
  );
  const find = once(() =>
    db.prepare<[string], number>('SELECT key FROM configs WHERE json = ?').pluck(),
  );

  function all(): Map<ConfigId, SchedulerConfig> {
    const configs = rows().all();
    return new Map(configs.map(([key, json]) => [configId(key), parse(json)]));
  }

  return {
    all,
    rescheduled() {
      const set = parameters.rescheduling();
      if (set === null) return null;
      const configs = all();
      for (const [id, config] of configs) configs.set(id, underWeights(config, set.weights));
      return { before: set.before, configs };
    },
    keyOf(config) {
      const json = writeConfig(config);
      const known = find().get(json);
      return configId(known ?? Number(insert().run(json).lastInsertRowid));
    },
    find(config) {
      const known = find().get(writeConfig(config));
      return known === undefined ? null : configId(known);
    },
  };
}

/** Returns what gives a configuration other weights: the same object again for the same ones. */
function createReweighting(): (
  config: SchedulerConfig,
  weights: readonly number[],
) => SchedulerConfig {
  let last: readonly number[] = [];
  let reweighted = new Map<SchedulerConfig, SchedulerConfig>();
  return (config, weights) => {
    if (weights !== last) reweighted = new Map();
    last = weights;
    const known = reweighted.get(config) ?? { ...config, weights: [...weights] };
    reweighted.set(config, known);
    return known;
  };
}
