// A second machine's first sync: everything comes, and every memory is computed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { copyDatabase, removeDatabase } from '../data/copy.mjs';
import { timed } from '../take.mjs';
import { reviewsFor, VIVA } from '../world.mjs';
import { bareRebuild, readHistories } from './rebuild.mjs';

/** What a clone fills but for memory, which triggers begin and the rebuild computes. */
const TABLES = [
  ...['configs', 'devices', 'collections', 'modules', 'module_tags'],
  ...['cards', 'card_companies', 'card_tags', 'events'],
];

export function syncCloneMeasure(world, cards) {
  const reviews = reviewsFor(cards).toLocaleString('en');
  const shared = join(world.folder, 'clone', 'shared');
  const [first, reference, fresh] = ['first', 'reference', 'fresh'].map((name) =>
    join(world.folder, 'clone', name, 'viva.db'),
  );
  let histories;
  const clone = (database) => {
    removeDatabase(database);
    rmSync(`${database}.sync`, { recursive: true, force: true });
    rmSync(join(database, '..', 'device.json'), { force: true });
    run(world, ['sync', 'init', shared, '--db', database]);
  };
  return {
    name: 'sync, first clone',
    rounds: 3,
    warmUp: false,
    rows: [
      {
        name: `sync, first clone of ${reviews} events`,
        taken: 'viva',
        limit: 'bare',
        against: 'JSON.parse + inserts + bare rebuild',
        goal: 1.5,
      },
      { name: 'sync, bytes a review', taken: 'bytes', unit: 'bytes' },
    ],
    begin() {
      rmSync(join(world.folder, 'clone'), { recursive: true, force: true });
      for (const path of [first, reference, fresh])
        mkdirSync(join(path, '..'), { recursive: true });
      mkdirSync(shared, { recursive: true });
      copyDatabase(world.database(cards), first);
      run(world, ['sync', 'init', shared, '--db', first]);
      clone(reference);
      histories = readHistories(reference);
    },
    round: async () => {
      removeDatabase(fresh);
      world.open(fresh).close();
      const bare = await timed(() => bareClone(shared, { reference, fresh, histories }, world));
      const viva = await timed(() => clone(fresh));
      return { bare, viva, bytes: bytesOf(shared) / reviewsFor(cards) };
    },
  };
}

function bareClone(shared, { reference, fresh, histories }, { config }) {
  let records = 0;
  for (const path of filesBelow(join(shared, 'log'))) {
    for (const line of readFileSync(path, 'utf8').split('\n')) {
      if (line !== '') records += JSON.parse(line) === null ? 0 : 1;
    }
  }
  if (records === 0) throw new Error('there was nothing to read');
  copyRows(reference, fresh);
  bareRebuild(fresh, histories, config);
}

function copyRows(from, to) {
  const source = new Sqlite(from, { readonly: true });
  const db = new Sqlite(to);
  db.pragma('synchronous = FULL');
  db.pragma('cache_size = -64000');
  db.transaction(() => {
    for (const table of TABLES) {
      const rows = source.prepare(`SELECT * FROM ${table}`).raw();
      const insert = db.prepare(`INSERT INTO ${table} VALUES (${rows.columns().map(() => '?')})`);
      for (const row of rows.iterate()) insert.run(row);
    }
  })();
  db.close();
  source.close();
}

function filesBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function bytesOf(folder) {
  return filesBelow(folder).reduce((sum, path) => sum + statSync(path).size, 0);
}

function run({ env }, args) {
  const { status, stderr } = spawnSync(process.execPath, [VIVA, ...args], { env, stdio: 'pipe' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
}
