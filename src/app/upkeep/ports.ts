import type { ArchiveRecord } from '../../model/archive/archive.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';

/** What a merge added, and what was there before. */
export interface MergeReport {
  readonly collections: number;
  readonly modules: number;
  readonly cards: {
    readonly added: number;
    readonly known: number;
    /** Of those known: another text there, but this one is later and stays. */
    readonly kept: number;
    /** Of those known: the text there is later, and is here now. */
    readonly changed: number;
    /** Sets of cards that are one since. */
    readonly joined: number;
  };
  readonly parameters: { readonly added: number; readonly known: number };
  readonly events: { readonly added: number; readonly known: number };
  readonly plans: { readonly added: number; readonly known: number; readonly changed: number };
  /** Events that make no sense, or belong to a card that cannot be told; 0 for an archive. */
  readonly unusable: number;
  /** A sentence for each event whose id another one has here: it was left where it is; none for an archive. */
  readonly differing: readonly string[];
}

/** The database as records that leave it and come back. */
export interface Archives {
  /**
   * Every record, or with a query those of its cards alone, from one moment of
   * the database. Nothing else may be asked of the store meanwhile.
   */
  archive(query: Query, moment: Moment): IterableIterator<ArchiveRecord>;
  /**
   * Merges in one transaction, by ids: events, parameters and plans are added
   * where they are missing, of two texts of one card, module or plan the one
   * written later stays, and cards joined there are joined here. In whatever
   * order archives come, and however often, they come to the same. Throws VivaError 'import-failed' for
   * records that do not fit together, and whatever `records` throws; nothing
   * is written then, nor with `dryRun`.
   */
  mergeArchive(records: Iterable<ArchiveRecord>, dryRun: boolean): MergeReport;
}

/** Checks and rebuilds. */
export interface Upkeep {
  /** Computes every card's memory from the journal again. Returns the number of cards that changed. */
  rebuild(): number;
  /** Returns a sentence for each thing wrong; empty when all is well. */
  check(): string[];
  /** Returns a sentence for each thing wrong that only another file can mend. */
  checkFile(): string[];
  /** Computes the search indexes from the cards again. */
  rebuildSearch(): void;
  /**
   * Merges what can be read of another database file, damaged or not, as if it were an archive;
   * with `dryRun` only says what that would bring. Null: nothing of it can be read.
   */
  takeIn(path: string, dryRun: boolean): MergeReport | null;
  /** Version of the database's schema. */
  version(): number;
  /** When the newest event happened, ms since 1970; null without one. */
  newestAt(): number | null;
  /**
   * Copies the database as it is now to a new file that stands by itself, checked and on disk
   * when the promise resolves. Other work on the store may go on meanwhile. Throws `file-exists`.
   */
  copyTo(path: string): Promise<void>;
  /** Is there anything worth a backup: a card? */
  isEmpty(): boolean;
}

/** A database opened to look after it. */
export interface OpenDatabase extends Upkeep {
  close(): void;
}

/** How a damaged database was mended. */
export interface RepairedFile {
  /** What of the damaged one was taken in; null where nothing of it could be read. */
  readonly taken: MergeReport | null;
  /** Where the damaged one is now; null where it was gone. */
  readonly movedTo: string | null;
  /** The backup that the new one began with. */
  readonly backup: string | null;
}

/** What a copy of the database holds, or what is wrong with it. */
export interface CopyContent {
  /** Why it is no good backup; null where it opens, is whole and is viva's. */
  readonly problem: string | null;
  readonly cards: number;
  readonly reviews: number;
  /** When the newest event happened, ms since 1970; null without one. */
  readonly newestAt: number | null;
}

/** A database's file and what lies beside it, as the doctor sees them. */
export interface DatabaseFiles {
  /** Absolute path of the database. */
  readonly database: string;
  /** Opens the database once more; the caller closes it. Throws what opening throws. */
  open(): OpenDatabase;
  /** Is it a whole database, but another program's? */
  isForeign(): boolean;
  /** Paths of the copies beside it that a sync program or viva's own rescue has left. */
  copiesBeside(): string[];
  /** Mends the file with the help of a good backup, or without one; see `RepairedFile`. */
  repair(backup: string | null): RepairedFile;
}

/** Who may read what viva keeps. */
export interface FileRights {
  /** Paths of viva's files and folders that other people on this machine may read. */
  readableByOthers(): string[];
  /** Takes that right from them. Throws the errors of node:fs. */
  closeToOthers(path: string): void;
}

/** The folder of a database's backups. */
export interface BackupFolder {
  /** Absolute path of the folder; it may not exist yet. */
  readonly path: string;
  /** The database's file name without its extension: what the backups are called after. */
  readonly stem: string;
  /** Names of the files in it. */
  names(): string[];
  /** Bytes of a file in it. */
  sizeOf(name: string): number;
  /** A quick look, without reading it all: a database of viva's as long as it says it is? */
  seemsWhole(name: string): boolean;
  /** Opens a file anywhere and checks all of it, changing nothing. */
  inspect(path: string): CopyContent;
  /** Writes a good copy over the content of the database, which opens: all of it or nothing. */
  restoreContent(copy: string): Promise<void>;
  /** Puts a good copy where the database is damaged or gone; returns where that was moved, or null. */
  replaceDamaged(copy: string): string | null;
  remove(name: string): void;
}
