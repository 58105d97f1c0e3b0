// Writes tests/fixtures/databases/v<version>.db.gz and .json: a small database made by this
// viva, and what is in it. Run once for every schema version that is released, after the build:
//   node scripts/fixture-database.mjs
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const Sqlite = createRequire(import.meta.url)('better-sqlite3');
const home = mkdtempSync(join(tmpdir(), 'viva-fixture-'));

function viva(now, args, input = '') {
  const env = { PATH: process.env.PATH, VIVA_HOME: home, VIVA_NOW: now, TZ: 'UTC' };
  const run = spawnSync(process.execPath, [resolve('bin/viva'), ...args], {
    env,
    input,
    cwd: home,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`${args.join(' ')}: ${run.stderr}`);
  return run.stdout;
}

function writeDeck(answer) {
  const cards = Array.from(
    { length: 6 },
    (_, n) =>
      `### ★★☆ _(Google, Anthropic)_\n\n**Q:** What is thing ${n}, ชื่อ?\n\n<details>\n<summary>Answer</summary>\n\n${answer} ${n}.\n\n</details>\n`,
  );
  const head =
    '---\ntitle: "Things"\npart: "Testing"\nnumber: 1\nemoji: "🧪"\ntags: ["test"]\n---\n';
  writeFileSync(
    join(home, 'deck.md'),
    `${head}\n# Things\n\n## Interview Questions\n\n${cards.join('\n')}`,
  );
}

try {
  writeDeck('It is');
  viva('2026-11-20T08:00:00Z', ['import', 'deck.md']);
  viva('2026-11-20T08:00:00Z', ['review', '--plain'], '\n3\n\n1\n\n4\nq\n');
  viva('2026-11-20T08:20:00Z', ['review', '--plain'], '\n3\nf\n\n2\nq\n');
  viva('2026-11-21T08:00:00Z', ['config', 'set', 'retention', '0.95']);
  viva('2026-11-21T08:00:00Z', ['review', '--plain'], '\n3\ns\nb\n\n1\nq\n');
  viva('2026-11-21T09:00:00Z', ['undo']);
  writeDeck('It always is');
  viva('2026-11-22T08:00:00Z', ['import', 'deck.md']);
  const { cards } = JSON.parse(viva('2026-11-22T09:00:00Z', ['list', '--json']));
  const db = new Sqlite(join(home, 'viva.db'));
  db.pragma('journal_mode = DELETE');
  const version = db.pragma('user_version', { simple: true });
  const events = db
    .prepare(
      'SELECT id, (SELECT id FROM cards WHERE key = card) AS card, kind, at FROM events ORDER BY seq',
    )
    .all();
  db.close();
  const name = resolve(`tests/fixtures/databases/v${version}`);
  if (existsSync(`${name}.db.gz`)) throw new Error(`${name}.db.gz is there already: never changed`);
  writeFileSync(`${name}.db.gz`, gzipSync(readFileSync(join(home, 'viva.db')), { level: 9 }));
  writeFileSync(`${name}.json`, `${JSON.stringify({ cards: cards.length, events }, null, 2)}\n`);
  console.log(`${name}.db.gz`);
} finally {
  rmSync(home, { recursive: true, force: true });
}
