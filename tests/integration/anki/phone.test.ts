import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportPackage } from '../../../src/app/anki/export-package.js';
import { importPackage, type PackageReport } from '../../../src/app/anki/import-package.js';
import { PackedPictures } from '../../../src/app/anki/packed-pictures.js';
import { importDecks } from '../../../src/app/import/import.js';
import type { AnkiPackages } from '../../../src/app/import/ports.js';
import type { Store } from '../../../src/app/ports.js';
import type { AnkiCollection } from '../../../src/model/anki.js';
import type { CardId } from '../../../src/model/ids.js';
import type { Rating } from '../../../src/model/rating.js';
import { DEFAULT_SETTINGS } from '../../../src/model/settings.js';
import { packAnki } from '../../../src/platform/apkg/pack.js';
import { checkPackageSize, unpackAnki } from '../../../src/platform/apkg/unpack.js';
import * as files from '../../../src/platform/files.js';
import { momentAt } from '../../../src/schedule/study-day.js';
import { readAnkiCollection } from '../../../src/store/anki/read-collection.js';
import { writeAnkiCollection } from '../../../src/store/anki/write-collection.js';
import { ankiPackage, KINDS, type PackageKind } from '../../support/anki-packages.js';
import { Phone } from '../../support/anki-phone.js';
import { canonical } from '../../support/canonical.js';
import { ALL, CONFIG, openTestStore, temporaryFolder } from '../store/support.js';

const UTC = { offsetMinutes: () => 0 };
const START = Date.UTC(2026, 10, 24, 9);
const MINUTE = 60_000;
const WITH = { schema: 18, scheduling: true } as const;

const PACKAGES = {
  checkSize: checkPackageSize,
  read(bytes: Uint8Array) {
    const { database, mediaFiles } = unpackAnki(bytes);
    return { collection: readAnkiCollection(database), mediaFiles, pictures: () => [] };
  },
};

/** A viva with a folder of its own. */
class Machine {
  readonly folder = temporaryFolder();
  readonly store: Store;

  constructor(device: string) {
    let drawn = device.charCodeAt(0);
    const random = (bytes: number) =>
      Uint8Array.from({ length: bytes }, (_, at) => (drawn++ * 31 + at * 7) % 256);
    this.store = openTestStore(join(this.folder, 'viva.db'), { device, random });
  }

  importDeck(now: number, text = deck('Things')): void {
    writeFileSync(join(this.folder, 'deck.md'), text);
    this.importFile('deck', now);
  }

  /** Imports the file of that name as a collection of that name. */
  importFile(name: string, now: number): void {
    const root = join(this.folder, `${name}.md`);
    importDecks(
      {
        root: { kind: 'path', path: root },
        as: name,
        dryRun: false,
        edits: join(this.folder, 'edits'),
        now,
      },
      this.store,
      files,
    );
  }

  cards(now: number) {
    return this.store.find(ALL, momentAt(now, UTC, 4)).map(({ card }) => card);
  }

  review(id: CardId, rating: Rating, now: number, durationMs: number): void {
    const draft = { kind: 'review', card: id, rating, durationMs, reviewKind: 'learn' } as const;
    this.store.append(draft, momentAt(now, UTC, 4), CONFIG);
  }

  /** A package as Anki reads it. */
  export(now: number, whole = false): AnkiCollection {
    let written: AnkiCollection | undefined;
    const moment = momentAt(now, UTC, 4);
    const request = { query: ALL, moment, zone: UTC, settings: DEFAULT_SETTINGS, whole };
    const write = (...[collection, stamp]: Parameters<AnkiPackages['write']>) => {
      const bytes = packAnki(writeAnkiCollection(collection, stamp), now);
      written = readAnkiCollection(unpackAnki(bytes).database);
      return bytes;
    };
    exportPackage(request, this.store, { write }, new PackedPictures(() => null, files));
    return written ?? expect.fail();
  }

  import(content: AnkiCollection, kind: PackageKind, now: number): PackageReport {
    const file = join(this.folder, 'phone.apkg');
    writeFileSync(file, ankiPackage(content, kind));
    const folder = join(this.folder, 'cards');
    const where = {
      file,
      folder,
      ownFolder: folder,
      as: null,
      dryRun: false,
      edits: join(this.folder, 'edits'),
    };
    const request = { ...where, now, zone: UTC, dayStart: 4, config: CONFIG };
    return importPackage(request, this.store, files, PACKAGES);
  }

  merge(other: Machine, now: number): void {
    const records = [...other.store.archive(ALL, momentAt(now, UTC, 4))];
    this.store.mergeArchive(records, false);
  }

  /** Reviews that count, by the question of their card. */
  reviews(now: number): string[] {
    return this.cards(now)
      .flatMap(({ id, question }) =>
        this.store
          .history(id)
          .filter(({ event, undone }) => event.kind === 'review' && !undone)
          .map(() => question),
      )
      .sort();
  }

  memories(now: number) {
    const found = this.store.find(ALL, momentAt(now, UTC, 4));
    return found
      .map(({ card, memory }) => ({ id: card.id, question: card.question, memory }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

const QUESTIONS = ['What is one?', 'What is two?', 'What is three?'];

/** The deck's file, with a module of that title and number (the key of the module) and these questions. */
function deck(title: string, { number = '7', questions = QUESTIONS } = {}): string {
  const cards = questions.map(
    (q) =>
      `### ★★☆\n\n**Q:** ${q}\n\n<details>\n<summary>Answer</summary>\n\nIt *is* \`${q}\`.\n\n</details>\n`,
  );
  return `---
title: "${title}"
part: "Testing"
number: ${number}
---

## Interview Questions

${cards.join('\n')}`;
}

/** Everything that happened, and everybody to whom it did. */
class World {
  now = START;
  readonly laptop = new Machine('laptop');
  readonly desk = new Machine('desk');
  readonly phone = new Phone();
  /** A question for each review that counts. */
  readonly reviews: string[] = [];
  /** What the phone held each time it was looked at: files that lie about. */
  readonly #files: AnkiCollection[] = [];
  #notes = 0;

  constructor() {
    this.laptop.importDeck(this.now);
  }

  /** Time goes on; two things can share a millisecond. */
  tick(ms: number): void {
    this.now += ms;
  }

  machine(isDesk: boolean): Machine {
    return isDesk ? this.desk : this.laptop;
  }

  review(isDesk: boolean, pick: number, rating: Rating, durationMs: number): void {
    const machine = this.machine(isDesk);
    const cards = machine.cards(this.now);
    const card = cards[pick % Math.max(1, cards.length)];
    if (card === undefined) return;
    machine.review(card.id, rating, this.now, durationMs);
    this.reviews.push(card.question);
  }

  toPhone(isDesk: boolean, scheduling: boolean): void {
    this.phone.importDecks(this.machine(isDesk).export(this.now), scheduling);
  }

  /** As the manual says: what the phone has comes first, then its collection is replaced. */
  wholeToPhone(isDesk: boolean): void {
    this.fromPhone(isDesk, WITH);
    this.phone.importCollection(this.machine(isDesk).export(this.now, true));
  }

  fromPhone(isDesk: boolean, kind: PackageKind): void {
    if (this.phone.cards.length === 0) return;
    const content = this.phone.content();
    this.#files.push(structuredClone(content));
    this.machine(isDesk).import(content, kind, this.now);
  }

  /** A file that was brought before, or that a newer one has overtaken. */
  fromOldFile(isDesk: boolean, pick: number, kind: PackageKind): void {
    const content = this.#files[pick % Math.max(1, this.#files.length)];
    if (content !== undefined) this.machine(isDesk).import(content, kind, this.now);
  }

  undo(isDesk: boolean): void {
    const { store } = this.machine(isDesk);
    for (const { kind, card } of store.undoLast(momentAt(this.now, UTC, 4))) {
      if (kind !== 'review') continue;
      const { question } =
        this.machine(isDesk)
          .cards(this.now)
          .find(({ id }) => id === card) ?? expect.fail();
      this.reviews.splice(this.reviews.indexOf(question), 1);
    }
  }

  onPhone(pick: number, action: number, rating: Rating): void {
    const { phone } = this;
    const card = phone.cards[pick % Math.max(1, phone.cards.length)];
    if (action === 0) phone.addNote(`Noted ${this.#notes++}`, 'on the phone', this.now);
    else if (card === undefined) return;
    else if (action === 1) phone.suspend(card, true, this.now);
    else if (action === 2) phone.suspend(card, false, this.now);
    else if (action === 3) phone.flag(card, rating, this.now);
    else if (action === 4) phone.edit(card, 1, 'edited', this.now);
    else {
      // Anki's clock goes on from one answer to the next.
      this.tick(1000);
      phone.review(card, rating, this.now, 1 + (this.now % 9000));
      this.reviews.push(this.questionOf(phone.noteOf(card).fields[0] ?? ''));
    }
  }

  questionOf(html: string): string {
    return html.replaceAll(/<[^>]+>/g, '');
  }

  importDeck(isDesk: boolean, title: string): void {
    this.machine(isDesk).importDeck(this.now, deck(title));
  }

  exchange(): void {
    this.laptop.merge(this.desk, this.now);
    this.desk.merge(this.laptop, this.now);
  }

  settle(): void {
    this.tick(1);
    this.exchange();
    this.fromPhone(false, WITH);
    this.fromPhone(true, WITH);
    this.exchange();
  }
}

const archived = ({ store }: Machine, now: number) =>
  canonical(store.archive(ALL, momentAt(now, UTC, 4)));

const kinds = fc.constantFrom(...KINDS);
const ratings = fc.constantFrom<Rating>(1, 2, 3, 4);
const step = fc.oneof(
  fc.record({ tick: fc.constantFrom(0, 0, 1, 7, MINUTE, 90 * MINUTE) }),
  fc.record({ review: fc.tuple(fc.boolean(), fc.nat(5), ratings, fc.constantFrom(0, 900, 4000)) }),
  fc.record({ onPhone: fc.tuple(fc.nat(7), fc.nat(9), ratings) }),
  fc.record({ toPhone: fc.tuple(fc.boolean(), fc.boolean()) }),
  fc.record({ fromPhone: fc.tuple(fc.boolean(), kinds) }),
  fc.record({ fromOldFile: fc.tuple(fc.boolean(), fc.nat(9), kinds) }),
  fc.record({ undo: fc.tuple(fc.boolean()) }),
  fc.record({ wholeToPhone: fc.tuple(fc.boolean()) }),
  fc.record({ importDeck: fc.tuple(fc.boolean(), fc.constantFrom('Things', 'Other things')) }),
  fc.record({ exchange: fc.constant([]) }),
);

function run(world: World, taken: Record<string, unknown>): void {
  const [name = '', given] = Object.entries(taken)[0] ?? [];
  if (name === 'tick') world.tick(Number(given));
  else Reflect.apply(Reflect.get(world, name), world, given as unknown[]);
}

test('no card is doubled and no review lost or counted twice, in whatever order packages go', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 16 }), (steps) => {
      const world = new World();
      for (const each of steps) run(world, each);
      world.settle();
      for (const machine of [world.laptop, world.desk]) {
        const questions = machine.cards(world.now).map(({ question }) => question);
        expect(questions.toSorted()).toEqual([...new Set(questions)].sort());
        expect(machine.reviews(world.now)).toEqual(world.reviews.toSorted());
        expect(machine.store.check()).toEqual([]);
      }
      expect(archived(world.desk, world.now)).toEqual(archived(world.laptop, world.now));
      expect(world.desk.memories(world.now)).toEqual(world.laptop.memories(world.now));
      const guids = world.phone.notes.map(({ guid }) => guid);
      expect(new Set(guids).size).toBe(guids.length);
      // Once more changes nothing.
      const before = world.laptop.memories(world.now);
      world.settle();
      expect(world.laptop.memories(world.now)).toEqual(before);
    }),
    { numRuns: 8 },
  );
}, 120_000);

test('cards whose sides became equal or empty are flagged, at their lines and for good', () => {
  const phone = new Phone();
  phone.addNote('Which? <svg><path d="M0"/></svg>', 'Which? <svg><path d="M1"/></svg>', START);
  phone.addNote('Where?', '<img src="map.svg">', START);
  phone.addNote('<object data="a.svg"></object>', 'A map.', START);
  phone.addNote('When?', '<br>', START);
  phone.addNote('What?', 'That.', START);
  const machine = new Machine('laptop');
  const done = machine.import(phone.content(), WITH, START);
  const flags = ['answer-same', 'picture-missing', 'picture-missing', 'answer-empty'];
  expect(done.report?.cards.added).toBe(5);
  expect(done.report?.diagnostics.map(({ code }) => code)).toEqual(flags);
  expect(machine.cards(START).flatMap(({ defects }) => defects)).toEqual(flags);
});

const CHANGED = ['What is one, then?', 'What is two?', 'What is three?'];

describe('a deck whose cards came to another machine by the phone first', () => {
  /** The laptop's deck is on the phone, and the desk knows it from there alone; each card was reviewed on the laptop. */
  function begin(later: number, text = deck('Things')): World {
    const world = new World();
    world.laptop.importDeck(world.now, text);
    for (const pick of [0, 1, 2]) world.review(false, pick, 3, 900);
    world.toPhone(false, true);
    world.tick(later);
    world.fromPhone(true, WITH);
    return world;
  }

  function expectOneOfEach(world: World, questions = QUESTIONS): void {
    for (const machine of [world.laptop, world.desk]) {
      const cards = machine.cards(world.now);
      expect(cards.map(({ question }) => question).toSorted()).toEqual(questions.toSorted());
      expect(cards.every(({ module }) => module.collection === 'deck')).toBe(true);
      expect(machine.reviews(world.now)).toHaveLength(3);
      expect(machine.store.check()).toEqual([]);
    }
    expect(archived(world.desk, world.now)).toEqual(archived(world.laptop, world.now));
  }

  const VERSIONS = [
    { as: 'of another title', text: deck('Other things'), questions: QUESTIONS },
    { as: 'of another number', text: deck('Things', { number: '8' }), questions: QUESTIONS },
    {
      as: 'of a changed question',
      text: deck('Things', { questions: CHANGED }),
      questions: CHANGED,
    },
  ];

  for (const later of [0, MINUTE]) {
    for (const { as, text, questions } of VERSIONS) {
      test(`${as}, after ${later} ms, has each card once`, () => {
        const world = begin(later);
        world.exchange();
        world.tick(later);
        world.laptop.importDeck(world.now, text);
        for (let time = 0; time < 3; time++) world.exchange();
        expectOneOfEach(world, questions);
      });
    }

    test(`read by the desk before the exchange, after ${later} ms, has each card once`, () => {
      const world = begin(later);
      world.importDeck(true, 'Other things');
      world.exchange();
      world.importDeck(false, 'Other things');
      world.exchange();
      expectOneOfEach(world);
    });

    test(`read by the desk after the exchange, after ${later} ms, has each card once`, () => {
      const world = begin(later);
      world.exchange();
      world.importDeck(true, 'Other things');
      world.importDeck(false, 'Other things');
      world.exchange();
      expectOneOfEach(world);
    });
  }

  test('read by the desk in a version later than the first has each card once', () => {
    const world = begin(MINUTE, deck('Things', { questions: CHANGED }));
    world.desk.importDeck(world.now, deck('Other things', { questions: CHANGED }));
    expect(world.desk.cards(world.now)).toHaveLength(3);
    world.exchange();
    expectOneOfEach(world, CHANGED);
  });

  test('is not taken for another deck of its number', () => {
    const world = begin(MINUTE);
    const other = deck('Things').replaceAll(
      /It \*is\* .*/g,
      'Something of quite another kind, told at length.',
    );
    writeFileSync(join(world.desk.folder, 'other.md'), other);
    world.desk.importFile('other', world.now);
    const copies = world.desk
      .cards(world.now)
      .filter(({ module }) => module.collection !== 'other');
    expect(copies).toHaveLength(3);
    expect(world.desk.cards(world.now)).toHaveLength(6);
  });

  test('keeps its cards where the desk reads the file of its copies again', () => {
    const world = begin(MINUTE);
    world.exchange();
    world.tick(MINUTE);
    world.onPhone(0, 0, 3);
    world.fromPhone(true, WITH);
    world.exchange();
    const questions = world.desk.cards(world.now).map(({ question }) => question);
    expect(questions.toSorted()).toEqual([...QUESTIONS, 'Noted 0'].sort());
    expect(world.laptop.memories(world.now)).toEqual(world.desk.memories(world.now));
  });
});
