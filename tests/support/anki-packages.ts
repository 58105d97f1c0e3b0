import { createRequire } from 'node:module';
import { zipSync } from 'fflate';
import type { AnkiCollection } from '../../src/model/anki.js';
import { zstdFrame } from './zstd-frame.js';

const Sqlite: typeof import('better-sqlite3') = createRequire(import.meta.url)('better-sqlite3');

/*
 * Writes packages as Anki's programs do, apart from viva's own writer: schema 11 in the old
 * layout, or 18 in tables with protobuf messages, compressed, in the new one.
 */

/** How a package is written. */
export interface PackageKind {
  readonly schema: 11 | 18;
  /** Without, Anki makes every card new and leaves the log out. */
  readonly scheduling: boolean;
}

export const KINDS: readonly PackageKind[] = [
  { schema: 11, scheduling: true },
  { schema: 11, scheduling: false },
  { schema: 18, scheduling: true },
  { schema: 18, scheduling: false },
];

/** Returns a package of a collection, with these media by their names. */
export function ankiPackage(
  collection: AnkiCollection,
  kind: PackageKind,
  files: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const content = kind.scheduling ? collection : withoutScheduling(collection);
  const database = ankiDatabase(content, kind.schema);
  const names = Object.keys(files);
  const packed = (pack: (bytes: Uint8Array) => Uint8Array) =>
    Object.fromEntries(Object.values(files).map((bytes, at) => [at, pack(bytes)]));
  if (kind.schema === 11) {
    const media = Buffer.from(JSON.stringify({ ...names }));
    return zipSync({ 'collection.anki2': database, media, ...packed((bytes) => bytes) });
  }
  const old = ankiDatabase({ ...content, notes: [], cards: [], reviews: [] }, 11);
  return zipSync({
    meta: Buffer.from([8, 3]),
    'collection.anki21b': zstdFrame(database),
    'collection.anki2': old,
    media: zstdFrame(Buffer.concat(names.map((name) => message(1, message(1, name))))),
    ...packed(zstdFrame),
  });
}

function withoutScheduling(collection: AnkiCollection): AnkiCollection {
  return {
    ...collection,
    cards: collection.cards.map((card, at) => ({
      ...card,
      ...{ type: 0, queue: 0, due: at + 1, interval: 0, factor: 0, reps: 0, lapses: 0, left: 0 },
      ...{ flag: 0, data: '{}' },
    })),
    reviews: [],
  };
}

/** Returns a database of Anki's. */
function ankiDatabase(collection: AnkiCollection, schema: 11 | 18): Uint8Array {
  const db = new Sqlite(':memory:');
  try {
    db.exec(TABLES);
    if (schema === 18) db.exec(MODERN);
    const conf = JSON.stringify({ schedVer: collection.scheduler, rollover: 4 });
    const modern = schema === 18;
    db.prepare(`INSERT INTO col VALUES (1, ?, 0, 0, ?, 0, 0, 0, ?, ?, ?, '{}', '{}')`).run(
      collection.createdAt,
      schema,
      modern ? '' : conf,
      modern ? '' : JSON.stringify(modelsOf(collection)),
      modern ? '' : JSON.stringify(decksOf(collection)),
    );
    if (modern) fillModern(db, collection);
    fill(db, collection);
    if (modern) setCollation(db);
    return db.serialize();
  } finally {
    db.close();
  }
}

type Db = InstanceType<typeof Sqlite>;

function fill(db: Db, { notes, cards, reviews }: AnkiCollection): void {
  const note = db.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, 7, ?, ?, '', 0, 0, '')");
  for (const { id, guid, noteType, changedAt, tags, fields } of notes) {
    note.run(id, guid, noteType, changedAt, ` ${tags.join(' ')} `, fields.join('\x1f'));
  }
  const card = db.prepare(
    'INSERT INTO cards VALUES (?, ?, ?, ?, ?, 7, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)',
  );
  for (const each of cards) {
    card.run(
      ...[each.id, each.note, each.deck, each.ordinal, each.changedAt, each.type, each.queue],
      ...[each.due, each.interval, each.factor, each.reps, each.lapses, each.left, each.flag],
      each.data,
    );
  }
  const row = db.prepare('INSERT INTO revlog VALUES (?, ?, 7, ?, ?, ?, ?, ?, ?)');
  for (const { id, card: of, ease, interval, lastInterval, factor, durationMs, type } of reviews) {
    row.run(id, of, ease, interval, lastInterval, factor, durationMs, type);
  }
}

const modelsOf = ({ noteTypes }: AnkiCollection) =>
  Object.fromEntries(
    noteTypes.map(({ id, name, cloze, fields, templates }) => [
      id,
      {
        ...{ id, name, type: cloze ? 1 : 0, css: '', mod: 1 },
        flds: fields.map((field, ord) => ({ name: field, ord })),
        tmpls: templates.map((each, ord) => ({
          ...{ name: each.name, ord, qfmt: each.question, afmt: each.answer },
        })),
      },
    ]),
  );

const decksOf = ({ decks }: AnkiCollection) =>
  Object.fromEntries(
    decks.map(({ id, name, description }) => [id, { id, name, desc: description }]),
  );

function fillModern(db: Db, { noteTypes, decks, scheduler }: AnkiCollection): void {
  db.prepare("INSERT INTO config VALUES ('schedVer', 0, 0, ?)").run(Buffer.from(`${scheduler}`));
  for (const type of noteTypes) {
    const config = type.cloze ? Buffer.from([8, 1]) : Buffer.alloc(0);
    db.prepare('INSERT INTO notetypes VALUES (?, ?, 0, 0, ?)').run(type.id, type.name, config);
    type.fields.forEach((name, ord) => {
      db.prepare('INSERT INTO fields VALUES (?, ?, ?, ?)').run(type.id, ord, name, Buffer.alloc(0));
    });
    type.templates.forEach(({ name, question, answer }, ord) => {
      const formats = Buffer.concat([message(1, question), message(2, answer)]);
      db.prepare('INSERT INTO templates VALUES (?, ?, ?, 0, 0, ?)').run(
        type.id,
        ord,
        name,
        formats,
      );
    });
  }
  for (const { id, name, description } of decks) {
    const kind = message(1, message(4, description));
    db.prepare('INSERT INTO decks VALUES (?, ?, 0, 0, ?, ?)').run(
      ...[id, name.replaceAll('::', '\x1f'), Buffer.alloc(0), kind],
    );
  }
}

/** A protobuf field of bytes. */
function message(field: number, value: string | Uint8Array): Buffer {
  const bytes = Buffer.from(value);
  const length: number[] = [];
  for (let rest = bytes.length; ; rest >>= 7) {
    length.push(rest > 127 ? (rest & 127) | 128 : rest);
    if (rest <= 127) break;
  }
  return Buffer.concat([Buffer.from([field * 8 + 2, ...length]), bytes]);
}

const TABLES = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer, mod integer, scm integer, ver integer,
  dty integer, usn integer, ls integer, conf text, models text, decks text, dconf text, tags text);
CREATE TABLE notes (id integer PRIMARY KEY, guid text, mid integer, mod integer, usn integer,
  tags text, flds text, sfld integer, csum integer, flags integer, data text);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer, did integer, ord integer, mod integer,
  usn integer, type integer, queue integer, due integer, ivl integer, factor integer, reps integer,
  lapses integer, "left" integer, odue integer, odid integer, flags integer, data text);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer, usn integer, ease integer, ivl integer,
  lastIvl integer, factor integer, time integer, type integer);
CREATE TABLE graves (usn integer, oid integer, type integer);`;

const MODERN = `
CREATE TABLE config (KEY text NOT NULL PRIMARY KEY, usn integer, mtime_secs integer, val blob)
  WITHOUT ROWID;
CREATE TABLE notetypes (id integer PRIMARY KEY, name text COLLATE nocase, mtime_secs integer,
  usn integer, config blob);
CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
CREATE TABLE fields (ntid integer, ord integer, name text COLLATE nocase, config blob,
  PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
CREATE TABLE templates (ntid integer, ord integer, name text COLLATE nocase, mtime_secs integer,
  usn integer, config blob, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
CREATE TABLE decks (id integer PRIMARY KEY, name text COLLATE nocase, mtime_secs integer,
  usn integer, common blob, kind blob);`;

/** Anki's own order of names, which SQLite does not know. */
function setCollation(db: Db): void {
  db.unsafeMode(true);
  db.pragma('writable_schema = ON');
  db.exec("UPDATE sqlite_master SET sql = replace(sql, 'COLLATE nocase', 'COLLATE unicase')");
  db.pragma('writable_schema = RESET');
}
