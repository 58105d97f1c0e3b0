// The limit of an import: one pass of the bare block parser over the files' bytes, and bare
// inserts of the rows that viva made of them. Takes a database that viva filled and an empty one
// with viva's schema; prints the milliseconds. Triggers fill the search index and the memory.
import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import MarkdownIt from 'markdown-it';

const TABLES = [
  'collections',
  'files',
  'modules',
  'module_tags',
  'cards',
  'card_companies',
  'card_tags',
];

const [reference, fresh] = process.argv.slice(2);
const { paths, rows } = readReference(reference);
const start = performance.now();
parse(paths);
insert(fresh, rows);
console.log(performance.now() - start);

function readReference(path) {
  const db = new Sqlite(path, { readonly: true });
  const all = (table) => [table, db.prepare(`SELECT * FROM ${table}`).raw().all()];
  const paths = db.prepare('SELECT path FROM files').pluck().all();
  const rows = TABLES.map(all).filter(([, cells]) => cells.length > 0);
  db.close();
  return { paths, rows };
}

function parse(paths) {
  const md = new MarkdownIt({ html: true });
  for (const path of paths) md.block.parse(readFileSync(path, 'utf8'), md, {}, []);
}

function insert(path, tables) {
  const db = new Sqlite(path);
  db.pragma('synchronous = FULL');
  db.pragma('cache_size = -64000');
  db.transaction(() => {
    for (const [table, rows] of tables) {
      const statement = db.prepare(`INSERT INTO ${table} VALUES (${rows[0].map(() => '?')})`);
      for (const row of rows) statement.run(row);
    }
  })();
  db.close();
}
