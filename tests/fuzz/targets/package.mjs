import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { law } from '../law.mjs';
import { PACKAGE_TOKENS } from '../seeds.mjs';
import { HTML_SEEDS } from './html.mjs';

const NOW = 1_764_000_000_000;
/** Its length stands in a seed. */
const PICTURE = 'a.png';
/** So that a change seldom falls on a page's empty end. */
const PAGE_BYTES = 512;

/** Packages of Anki, a character a byte: the archive, and the database within or by itself. */
export const ankiPackage = {
  name: 'package',
  share: 1,
  whole: true,
  sources: {
    unpackAnki: 'src/platform/apkg/unpack.ts',
    packAnki: 'src/platform/apkg/pack.ts',
    PACKAGE_LIMITS: 'src/platform/apkg/limits.ts',
    readAnkiCollection: 'src/store/anki/read-collection.ts',
    writeAnkiCollection: 'src/store/anki/write-collection.ts',
    loadSqlite: 'src/store/file/sqlite.ts',
    toModules: 'src/deck/anki/to-modules.ts',
    convertCards: 'src/deck/anki/convert-cards.ts',
    pastEvents: 'src/app/anki/past-events.ts',
    localZone: 'src/platform/zone.ts',
    moduleFileName: 'src/deck/write/file-name.ts',
    folderName: 'src/deck/write/file-name.ts',
    writeModule: 'src/deck/write/module.ts',
    parseDeckFile: 'src/deck/parse/file.ts',
    picturesIn: 'src/cli/start/package-pictures.ts',
    VivaError: 'src/model/error.ts',
    zipSync: 'fflate',
    zstdFrame: 'tests/support/zstd-frame.ts',
    COLLECTION: 'tests/support/anki-collections.ts',
    STAMP: 'tests/support/anki-collections.ts',
    schema18: 'tests/support/anki-collections.ts',
  },
  tokens: PACKAGE_TOKENS,
  seeds(functions) {
    const { packAnki, zipSync, zstdFrame, writeAnkiCollection, STAMP } = functions;
    const [old, modern] = [
      writeAnkiCollection(richCollection(functions), STAMP),
      functions.schema18(['{{c1::gap::hint}} <b>x</b>', '']),
    ].map((bytes) => withSmallPages(bytes, functions));
    const packages = [
      packAnki(old, NOW),
      zipSync({
        'collection.anki2': [old, { level: 0 }],
        0: Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01', 'latin1'),
        media: Buffer.from(`{"0":"${PICTURE}"}`),
      }),
      zipSync({
        'collection.anki21b': [zstdFrame(modern), { level: 0 }],
        meta: Buffer.from('\b\x03'),
        0: zstdFrame(Buffer.from('GIF89a\x01\0\x01\0')),
        media: zstdFrame(Buffer.from(`\x0a\x07\x0a\x05${PICTURE}`)),
      }),
    ];
    return [old, modern, old, modern, ...packages].map((bytes) =>
      Buffer.from(bytes).toString('latin1'),
    );
  },
  check(functions, text) {
    const bytes = Buffer.from(text, 'latin1');
    const isDatabase = text.startsWith('SQLite format 3');
    if (!isDatabase) orRefused(() => checkPictures(bytes, functions), functions);
    const database = isDatabase ? bytes : orRefused(() => unpacked(bytes, functions), functions);
    if (database === null) return;
    const collection = orRefused(() => functions.readAnkiCollection(database), functions);
    if (collection !== null) checkModules(collection, functions);
  },
};

function unpacked(bytes, { unpackAnki, PACKAGE_LIMITS }) {
  const { ratio, ratioFrom } = PACKAGE_LIMITS;
  const { database } = unpackAnki(bytes);
  const most = Math.max(ratioFrom, bytes.length * ratio);
  law('no more is unpacked than the limits allow', database.length <= most);
  return database;
}

/** Pictures are those that were asked for, and no larger than one may be. */
function checkPictures(bytes, { picturesIn, PACKAGE_LIMITS }) {
  for (const { name, bytes: picture } of picturesIn(bytes, [PICTURE, 'no'])) {
    law('a picture is one that was asked for', name === PICTURE);
    law('a picture is not too large', picture.length <= PACKAGE_LIMITS.pictureBytes);
  }
}

/** Returns null for what is refused with an error that a person understands. */
function orRefused(read, { VivaError }) {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof VivaError)) throw error;
    const isRefusal = error.code === 'import-failed' || error.code === 'path-unsafe';
    law('a package is refused as one', isRefusal, () => error.code);
    return null;
  }
}

/** The modules of a collection: files within the folder, with a card for each that is counted. */
function checkModules(collection, functions) {
  const { cards: converted, skipped } = functions.convertCards(collection);
  const modules = functions.toModules(collection.decks, converted, new Set());
  const pairs = converted.map((each, at) => {
    const card = `card${at}`;
    return { converted: each, card, standsFor: card, isNew: true };
  });
  const request = { now: NOW, zone: functions.localZone, dayStart: 4 };
  functions.pastEvents(pairs, collection, () => [], request);
  const cards = modules.reduce((sum, module) => sum + module.cards.length, 0);
  law('each card is taken or counted', converted.length + skipped === collection.cards.length);
  law('each card taken is in a module', cards === converted.length);
  const taken = new Set();
  for (const module of modules) {
    const name = functions.moduleFileName(module, taken);
    law('a file lies in the folder', /^[\p{L}\p{N}-]+\.md$/u.test(name), () => name);
    const [again, ...more] = functions.parseDeckFile(name, functions.writeModule(module)).modules;
    law('a module of a package is read as one', again !== undefined && more.length === 0);
    const idsOf = ({ cards: all }) => all.map(({ explicitId }) => explicitId).join();
    law(
      'its cards are those',
      idsOf(again) === idsOf(module),
      () => `${idsOf(again)} ${idsOf(module)}`,
    );
  }
}

/** A collection with a card a piece of HTML, and one with gaps. */
function richCollection({ COLLECTION }) {
  const [note] = COLLECTION.notes;
  const [card] = COLLECTION.cards;
  const fields = HTML_SEEDS.slice(0, 6).map((html, at) => [html, HTML_SEEDS.at(-1 - at)]);
  const cloze = {
    ...COLLECTION.noteTypes[0],
    id: 12,
    name: 'Cloze',
    cloze: true,
    fields: ['Text'],
  };
  cloze.templates = [{ name: 'Cloze', question: '{{cloze:Text}}', answer: '{{cloze:Text}}' }];
  const notes = fields.map((each, at) => ({ ...note, id: 32 + at, guid: `g${at}`, fields: each }));
  const gaps = { ...note, id: 99, noteType: 12, guid: 'viva-abcdefghijkl' };
  gaps.fields = ['{{c1::one::hint}} and {{c2::two}}'];
  const all = [...notes, gaps];
  return {
    ...COLLECTION,
    noteTypes: [...COLLECTION.noteTypes, cloze],
    notes: [...COLLECTION.notes, ...all],
    cards: [...COLLECTION.cards, ...all.map(({ id }) => ({ ...card, id: id + 100, note: id }))],
  };
}

/** Writes a database anew with smaller pages, which SQLite does in a file only. */
function withSmallPages(bytes, { loadSqlite }) {
  const folder = mkdtempSync(join(tmpdir(), 'viva-fuzz-'));
  const path = join(folder, 'small.db');
  try {
    writeFileSync(path, bytes);
    const db = new (loadSqlite())(path);
    renameCollation(db, 'unicase', 'nocase');
    db.pragma(`page_size = ${PAGE_BYTES}`);
    db.exec('VACUUM');
    renameCollation(db, 'nocase', 'unicase');
    db.close();
    return readFileSync(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Without a collation that it knows SQLite writes no table anew. */
function renameCollation(db, from, to) {
  db.unsafeMode(true);
  db.pragma('writable_schema = ON');
  db.exec(`UPDATE sqlite_master SET sql = replace(sql, 'collate ${from}', 'collate ${to}')`);
  db.pragma('writable_schema = RESET');
}
