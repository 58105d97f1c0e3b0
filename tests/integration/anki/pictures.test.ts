import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportPackage } from '../../../src/app/anki/export-package.js';
import { importPackage } from '../../../src/app/anki/import-package.js';
import { PackedPictures } from '../../../src/app/anki/packed-pictures.js';
import type { Store } from '../../../src/app/ports.js';
import { ANKI_PACKAGES } from '../../../src/cli/start/anki-packages.js';
import type { AnkiCollection } from '../../../src/model/anki.js';
import { DEFAULT_SETTINGS } from '../../../src/model/settings.js';
import * as files from '../../../src/platform/files.js';
import { findPicture } from '../../../src/platform/pictures.js';
import { momentAt } from '../../../src/schedule/study-day.js';
import { COLLECTION } from '../../support/anki-collections.js';
import { ankiPackage, KINDS } from '../../support/anki-packages.js';
import { pngOf } from '../../support/png.js';
import { ALL, CONFIG, openTestStore, temporaryFolder } from '../store/support.js';

const NOW = 1_764_000_000_000;
const UTC = { offsetMinutes: () => 0 };
const RED = pngOf(2, [[200, 0, 0, 255]]);
const BLUE = pngOf(2, [[0, 0, 200, 255]]);

/** The collection with its one note saying this. */
const saying = (question: string, answer: string): AnkiCollection => ({
  ...COLLECTION,
  notes: COLLECTION.notes.map((note) => ({ ...note, fields: [question, answer] })),
});

class Machine {
  readonly root = temporaryFolder();
  readonly folder = join(this.root, 'cards');
  readonly store: Store = openTestStore(join(this.root, 'viva.db'));

  import(bytes: Uint8Array, dryRun = false) {
    const file = join(this.root, 'deck.apkg');
    writeFileSync(file, bytes);
    const where = {
      file,
      folder: this.folder,
      ownFolder: this.folder,
      as: null,
      edits: '/nowhere',
    };
    const when = { now: NOW, zone: UTC, dayStart: 4, config: CONFIG };
    return importPackage({ ...where, ...when, dryRun }, this.store, files, ANKI_PACKAGES);
  }

  get cards() {
    return this.store.find(ALL, momentAt(NOW, UTC, 4)).map(({ card }) => card);
  }

  export(): Uint8Array {
    const moment = momentAt(NOW, UTC, 4);
    const request = { query: ALL, moment, zone: UTC, settings: DEFAULT_SETTINGS, whole: false };
    const find = (card: { file: string | null }, source: string) =>
      findPicture(source, card.file ?? '', this.folder);
    return exportPackage(request, this.store, ANKI_PACKAGES, new PackedPictures(find, files)).bytes;
  }

  drawn(source: string): Uint8Array | null {
    const path = findPicture(source, this.cards[0]?.file ?? '', this.folder)?.path;
    return path === undefined ? null : readFileSync(path);
  }
}

test.each(KINDS)('pictures of a package of schema $schema come, leave and come back', (kind) => {
  const machine = new Machine();
  const html = '<img src="red one.png"> and <img src="%D1%8F%23.png" alt="the blue">';
  const media = { 'red one.png': RED, 'я#.png': BLUE, 'unused.png': BLUE };
  machine.import(ankiPackage(saying(html, 'x'), kind, media));
  const beside = readdirSync(machine.folder).filter((name) => !name.endsWith('.md'));
  expect(beside).toEqual(['red one.png', 'я#.png']);
  expect(machine.cards[0]?.question).toBe(
    '![red one.png](red%20one.png) and ![the blue](%D1%8F%23.png)',
  );
  expect(machine.drawn('red%20one.png')).toEqual(RED);
  expect(machine.drawn('%D1%8F%23.png')).toEqual(BLUE);

  const bytes = machine.export();
  const [note] = ANKI_PACKAGES.read(bytes).collection.notes;
  expect(note?.fields[0]).toBe(
    '<p><img src="red one.png" alt="red one.png"> and <img src="я_.png" alt="the blue"></p>',
  );
  const other = new Machine();
  expect(other.import(bytes)).toMatchObject({ pictures: 2, media: [] });
  expect(other.drawn('red%20one.png')).toEqual(RED);
  const again = machine.import(bytes);
  expect(again).toMatchObject({ known: 1, pictures: 0, texts: [], written: [] });
});

test('a picture of another content keeps its file: the new one gets a name of its own', () => {
  const machine = new Machine();
  mkdirSync(machine.folder);
  writeFileSync(join(machine.folder, 'a.png'), BLUE);
  const done = machine.import(
    ankiPackage(
      saying('<img src="a.png">', '<b><img src="a.png"></b>'),
      KINDS[0] ?? expect.fail(),
      {
        'a.png': RED,
      },
    ),
  );
  expect(done).toMatchObject({ pictures: 1, media: [] });
  const [card] = machine.cards;
  const name = /\((a-[0-9a-f]{8}\.png)\)/.exec(card?.question ?? '')?.[1] ?? expect.fail();
  expect(card?.answer).toContain(`(${name})`);
  expect(machine.drawn(name)).toEqual(RED);
  expect(machine.drawn('a.png')).toEqual(BLUE);
});

test('what is no picture, leads elsewhere or is damaged stays in the package, and is named', () => {
  const machine = new Machine();
  const names = ['a.png', '../b.png', '/c.png', '.d.png', 'e.md', 'f.svg', 'g.png', 'h\\i.png'];
  const html = names.map((name) => `<img src="${name}">`).join(' ');
  const media = Object.fromEntries(names.map((name) => [name, RED]));
  const kind = KINDS[0] ?? expect.fail();
  const bytes = ankiPackage(saying(html, 'x'), kind, { ...media, 'a.png': Buffer.from('<svg>') });
  const done = machine.import(bytes);
  expect(done).toMatchObject({ pictures: 1 });
  expect(done.media).toEqual(names.filter((name) => name !== 'g.png'));
  expect(readdirSync(machine.folder).filter((name) => !name.endsWith('.md'))).toEqual(['g.png']);
  expect(existsSync(join(machine.root, 'b.png'))).toBe(false);
});

test('a card that came before gets its pictures where they are not beside it', () => {
  const machine = new Machine();
  const kind = KINDS[0] ?? expect.fail();
  const text = saying('<img src="red one.png"> <img src="../b.png">', 'x');
  machine.import(ankiPackage(text, kind, {}));
  expect(machine.drawn('red%20one.png')).toBe(null);
  const bytes = ankiPackage(text, kind, { 'red one.png': RED, '../b.png': RED });
  expect(machine.import(bytes, true)).toMatchObject({ known: 1, pictures: 1 });
  expect(machine.drawn('red%20one.png')).toBe(null);
  expect(machine.import(bytes)).toMatchObject({ known: 1, pictures: 1, written: [] });
  expect(machine.drawn('red%20one.png')).toEqual(RED);
  expect(existsSync(join(machine.root, 'b.png'))).toBe(false);
  expect(machine.import(bytes)).toMatchObject({ known: 1, pictures: 0 });
});

test('a trial writes none, and says how many would come', () => {
  const machine = new Machine();
  const kind = KINDS[2] ?? expect.fail();
  const bytes = ankiPackage(saying('<img src="a.png">', 'x'), kind, { 'a.png': RED });
  expect(machine.import(bytes, true)).toMatchObject({ pictures: 1, media: [] });
  expect(existsSync(machine.folder)).toBe(false);
});
