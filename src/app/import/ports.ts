import type { AnkiCollection, AnkiStamp } from '../../model/anki.js';
import type { CardId } from '../../model/ids.js';
import type { FileRecord, ImportChange, StoredCard } from '../../model/import.js';
import type { DeckModule } from '../../model/module.js';
import type { Moment } from '../../model/moment.js';
import type { NamedPicture } from '../../model/picture.js';
import type { Query } from '../../model/query.js';
import type { KeptChoice } from '../../model/reading.js';

export interface CollectionRecord {
  readonly name: string;
  readonly source: string | null;
  readonly importedAt: number;
  readonly modules: number;
  readonly cards: number;
  readonly retired: number;
}

/** A live module of a collection, as an import needs to know it. */
export interface StoredModule {
  /** Its key: `moduleKey`, or a variant of it. */
  readonly module: string;
  /** The file it was last read from. */
  readonly file: string;
  /** Number of its live cards. */
  readonly cards: number;
}

/** By what a card is known, wherever it is. */
export interface CardName {
  readonly id: CardId;
  readonly explicitId: string | null;
  /** The card that has its history: itself, unless it was joined to another. */
  readonly standsFor: CardId;
  /** Is that one out of its deck? */
  readonly retired: boolean;
}

/** Card collections: what imports read and write. */
export interface Library {
  /** Collections with what they hold: counts every card. */
  collections(): CollectionRecord[];
  /** Collections and where they come from, in the order of their first import. */
  sources(): Pick<CollectionRecord, 'name' | 'source'>[];
  /** Files of a collection as last read; empty for one that does not exist. */
  filesOf(collection: string): FileRecord[];
  /**
   * Cards of a collection, retired ones included. With `files`, only those of
   * modules last read from these files, and all retired ones.
   */
  storedCards(collection: string, files?: readonly string[]): StoredCard[];
  /** Every card of every collection by its names. */
  cardNames(): IterableIterator<CardName>;
  /** Live modules of a collection. */
  moduleFiles(collection: string): StoredModule[];
  /** How a collection's files are to be read, as the person chose; null where nobody chose. */
  keptChoice(collection: string): KeptChoice | null;
  /** Counts those of the cards that were ever reviewed and not forgotten since. */
  countReviewed(ids: readonly CardId[]): number;
  /** Is this card id taken by any card of any collection? */
  isTaken(id: CardId): boolean;
  /** Live cards of all other collections that are copies; see `isOwnGuid`. */
  copiesOutside(collection: string): StoredCard[];
  /** Is this card live in another collection, and no copy there? */
  isAtHomeOutside(collection: string, id: CardId): boolean;
  /**
   * Runs the work while nobody else can write: what it reads stays true until
   * what it writes is there. One transaction: all of it or nothing.
   */
  exclusively<T>(work: () => T): T;
  /** A number that is another one after somebody else has written to the database. */
  changes(): number;
  /** Writes an import in one transaction: all of it or nothing. */
  applyImport(change: ImportChange): void;
  /** Retires every card of a collection and forgets its source. Returns the number retired. */
  removeCollection(name: string, at: number): number;
  /** Modules of a query's cards as they were parsed, with the cards asked for. */
  modulesFor(
    query: Query,
    moment: Moment,
  ): { collection: string; file: string; module: DeckModule; ids: readonly CardId[] }[];
  /**
   * Joins the old card's history and the new card's text under the smaller of
   * their ids, and returns it.
   */
  relink(old: CardId, fresh: CardId): CardId;
}

/** A file found on disk. */
export interface FoundFile {
  /** Absolute path. */
  readonly path: string;
  readonly size: number;
  /** Time of its last change, whole ms since 1970. */
  readonly mtimeMs: number;
}

/** The files of the machine, as far as use cases need them. */
export interface Files {
  kindOf(path: string): 'file' | 'folder' | 'missing';
  statFile(path: string): FoundFile;
  /** Module files below a folder, sorted by path; `withLists` also `.txt` and `.mochi`. */
  findModuleFiles(folder: string, withLists?: boolean): FoundFile[];
  /** A file's bytes; with `most`, only so many from its start. */
  readBytes(path: string, most?: number): Uint8Array;
  /** SHA-256, hexadecimal. */
  hashBytes(bytes: Uint8Array): string;
  /** Writes several files, or where one cannot be written none of those that are new. */
  writeAll(outputs: readonly { readonly path: string; readonly text: string }[]): void;
  /** Writes a file whole or not at all. */
  writeWhole(path: string, data: string | Uint8Array, mode?: number): void;
  /** Writes a file whole over what is there, through a link and with the rights that it had. */
  replaceFile(path: string, data: Uint8Array): void;
  /** Removes a file; nothing where there is none. */
  remove(path: string): void;
  /** Names of what a folder holds. */
  namesIn(folder: string): string[];
  /** The same from pieces, one after the other, so that no more than one is held. */
  writePieces(path: string, pieces: Iterable<string>, mode?: number): void;
  /** A file's bytes in chunks, which are only good until the next one. */
  readChunks(path: string): IterableIterator<Uint8Array>;
}

/** What was fetched from an address. */
export interface FetchedCopy {
  /** Absolute path of the folder that holds its files. */
  readonly folder: string;
  /** Was it another than before? */
  readonly isNew: boolean;
  /** Paths of files of use that were too large, or whose names cannot be written. */
  readonly leftOut: readonly string[];
}

/** Copies of repositories elsewhere, one an address, each under a short name. */
export interface Snapshots {
  /** Is there one, whole? */
  has(slug: string): boolean;
  /**
   * Brings the copy of an address up to date, or leaves it as it is where that fails. Throws
   * `source-failed`.
   */
  update(address: string, slug: string): FetchedCopy;
  remove(slug: string): void;
}

/** What a package holds. */
export interface AnkiPackage {
  readonly collection: AnkiCollection;
  /** Number of its media. */
  readonly mediaFiles: number;
  /** Those of these names that are pictures which can be shown: PNG, JPEG, GIF, WebP. */
  pictures(names: readonly string[]): Iterable<NamedPicture>;
}

/** Anki's packages: a zip with a database of its own. */
export interface AnkiPackages {
  /** Throws `import-failed` for a package of more bytes than any real one has. */
  checkSize(bytes: number): void;
  /** Throws `import-failed` or `path-unsafe`; the bytes are not trusted. */
  read(bytes: Uint8Array): AnkiPackage;
  write(
    collection: AnkiCollection,
    stamp: AnkiStamp,
    pictures: readonly NamedPicture[],
  ): Uint8Array;
}
