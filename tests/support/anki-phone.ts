import type {
  AnkiCard,
  AnkiCollection,
  AnkiDeck,
  AnkiNote,
  AnkiNoteType,
  AnkiReview,
} from '../../src/model/anki.js';

const CREATED_AT = 1_600_000_000;
const PHONE_TYPE: AnkiNoteType = {
  ...{ id: 5, name: 'Basic', cloze: false, css: '', fields: ['Front', 'Back'] },
  templates: [
    { name: 'Card 1', question: '{{Front}}', answer: '{{FrontSide}}<hr id=answer>{{Back}}' },
  ],
};

/**
 * An AnkiDroid or AnkiMobile as far as packages matter: what its importer takes and
 * what it leaves (ankitects/anki, rslib/src/import_export/package/apkg/import), what a
 * person does there, and what it exports.
 */
export class Phone {
  #types: AnkiNoteType[] = [PHONE_TYPE];
  #decks: AnkiDeck[] = [{ id: 1, name: 'Default', description: '' }];
  #notes: AnkiNote[] = [];
  #cards: AnkiCard[] = [];
  #reviews: AnkiReview[] = [];
  #nextId = 1_600_000_000_000;

  get cards(): readonly AnkiCard[] {
    return this.#cards;
  }

  get notes(): readonly AnkiNote[] {
    return this.#notes;
  }

  noteOf(card: AnkiCard): AnkiNote {
    return this.#notes.find(({ id }) => id === card.note) ?? fail();
  }

  /** File → Import of decks; "with scheduling" or not. */
  importDecks(given: AnkiCollection, scheduling: boolean): void {
    const conflicting = this.#takeTypes(given.noteTypes);
    const notes = this.#takeNotes(given.notes, conflicting);
    const decks = this.#takeDecks(given.decks);
    const cards = this.#takeCards(given.cards, notes, decks, scheduling);
    if (!scheduling) return;
    const taken = new Set(this.#reviews.map(({ id }) => id));
    for (const review of given.reviews) {
      const card = cards.get(review.card);
      if (card === undefined || taken.has(review.id)) continue;
      taken.add(review.id);
      this.#reviews.push({ ...review, card });
    }
  }

  /** File → Import of a whole collection: nothing of what was there is left. */
  importCollection(given: AnkiCollection): void {
    this.#types = [PHONE_TYPE, ...given.noteTypes];
    this.#decks = [...given.decks];
    this.#notes = [...given.notes];
    this.#cards = [...given.cards];
    this.#reviews = [...given.reviews];
  }

  /** A note type of a known id but other fields or templates gets an id of its own. */
  #takeTypes(types: readonly AnkiNoteType[]): Set<number> {
    const shape = (type: AnkiNoteType) =>
      [...type.fields, ...type.templates.map(({ name }) => name)].join();
    const remapped = new Set<number>();
    for (const type of types) {
      const known = this.#types.find(({ id }) => id === type.id);
      if (known === undefined) this.#types.push(type);
      else if (shape(known) !== shape(type)) remapped.add(type.id);
    }
    return remapped;
  }

  #takeNotes(notes: readonly AnkiNote[], remapped: ReadonlySet<number>): Map<number, number> {
    const ids = new Map<number, number>();
    for (const note of notes) {
      const at = this.#notes.findIndex(({ guid }) => guid === note.guid);
      const known = this.#notes[at];
      if (known === undefined) {
        let { id } = note;
        while (this.#notes.some((other) => other.id === id)) id += 999;
        this.#notes.push({ ...note, id });
        ids.set(note.id, id);
      } else if (remapped.has(note.noteType)) continue;
      else if (known.changedAt >= note.changedAt) ids.set(note.id, known.id);
      else if (known.noteType === note.noteType) {
        this.#notes[at] = { ...note, id: known.id };
        ids.set(note.id, known.id);
      }
    }
    return ids;
  }

  #takeDecks(decks: readonly AnkiDeck[]): Map<number, number> {
    const ids = new Map<number, number>();
    for (const deck of decks) {
      const known = this.#decks.find(({ name }) => name === deck.name);
      const id = known?.id ?? this.#nextId++;
      if (known === undefined) this.#decks.push({ ...deck, id });
      ids.set(deck.id, id);
    }
    return ids;
  }

  #takeCards(
    cards: readonly AnkiCard[],
    notes: ReadonlyMap<number, number>,
    decks: ReadonlyMap<number, number>,
    scheduling: boolean,
  ): Map<number, number> {
    const ids = new Map<number, number>();
    for (const card of cards) {
      const note = notes.get(card.note);
      const { ordinal } = card;
      const isThere = (other: AnkiCard) => other.note === note && other.ordinal === ordinal;
      if (note === undefined || this.#cards.some(isThere)) continue;
      let { id } = card;
      while (this.#cards.some((other) => other.id === id)) id += 999;
      const own = { ...card, id, note, deck: decks.get(card.deck) ?? 1 };
      this.#cards.push(scheduling ? own : { ...own, ...NEW });
      ids.set(card.id, id);
    }
    return ids;
  }

  addNote(front: string, back: string, at: number): void {
    const note = this.#nextId++;
    this.#notes.push({
      ...{
        id: note,
        guid: `p${note}-->`,
        noteType: PHONE_TYPE.id,
        changedAt: Math.floor(at / 1000),
      },
      ...{ tags: ['phone'], fields: [front, back] },
    });
    const deck = this.#decks.at(-1)?.id ?? 1;
    const card = { id: this.#nextId++, note, deck, ordinal: 0, changedAt: Math.floor(at / 1000) };
    this.#cards.push({ ...card, ...NEW, due: this.#cards.length });
  }

  review(card: AnkiCard, ease: number, at: number, durationMs: number): void {
    const row = { id: at, card: card.id, ease, interval: 3, lastInterval: 1, factor: 500 };
    this.#reviews.push({ ...row, durationMs, type: card.type === 2 ? 1 : 0 });
    this.#change(card, { type: 2, queue: 2, reps: card.reps + 1, interval: 3 }, at);
  }

  suspend(card: AnkiCard, isSuspended: boolean, at: number): void {
    this.#change(card, { queue: isSuspended ? -1 : card.type }, at);
  }

  flag(card: AnkiCard, flag: number, at: number): void {
    this.#change(card, { flag }, at);
  }

  edit(card: AnkiCard, field: number, text: string, at: number): void {
    const note = this.noteOf(card);
    const fields = note.fields.with(field, text);
    const changed = { ...note, fields, changedAt: Math.floor(at / 1000) };
    this.#notes[this.#notes.indexOf(note)] = changed;
  }

  #change(card: AnkiCard, change: Partial<AnkiCard>, at: number): void {
    const index = this.#cards.findIndex(({ id }) => id === card.id);
    const known = this.#cards[index] ?? fail();
    this.#cards[index] = { ...known, ...change, changedAt: Math.floor(at / 1000) };
  }

  /** All that it has, to be written as a package. */
  content(): AnkiCollection {
    return {
      createdAt: CREATED_AT,
      scheduler: 2,
      noteTypes: this.#types,
      decks: this.#decks,
      notes: this.#notes,
      cards: this.#cards,
      reviews: this.#reviews.toSorted((a, b) => a.id - b.id),
    };
  }
}

const NEW = {
  ...{ type: 0, queue: 0, due: 0, interval: 0, factor: 0, reps: 0, lapses: 0, left: 0, flag: 0 },
  data: '{}',
};

function fail(): never {
  throw new Error('the phone has no such thing');
}
