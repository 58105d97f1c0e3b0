import type { AnkiCollection, AnkiStamp } from '../model/anki.js';
import type { ArchiveRecord } from '../model/archive.js';
import type { Card, Stars } from '../model/card.js';
import type { JournalEvent, ReviewKind } from '../model/event.js';
import type { CardId, ConfigId, EventId, StudyDay } from '../model/ids.js';
import type { FileRecord, ImportChange, StoredCard } from '../model/import.js';
import type { Memory } from '../model/memory.js';
import type { DeckModule } from '../model/module.js';
import type { Moment } from '../model/moment.js';
import type { ParameterOrigin, ParameterSet } from '../model/parameters.js';
import type { Plan } from '../model/plan.js';
import type { Query } from '../model/query.js';
import type { Candidate, DayCounts, Pools, QueueOrder } from '../model/queue.js';
import type { Rating } from '../model/rating.js';
import type { SchedulerConfig } from '../model/settings.js';
import type { PlanCard } from '../plan/plan-card.js';
import type { History } from '../schedule/fit/histories.js';
import type { Rescheduled } from '../schedule/fold.js';
import type { CardFacts } from '../stats/card-table.js';
import type { CompanyFacts, ModuleFacts } from '../stats/readiness.js';

export interface CardRecord {
  readonly card: Card;
  readonly memory: Memory;
  /** Probability of recall at the moment asked for, 0..1; null for a new card. */
  readonly retrievability: number | null;
}

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

/** Something the person did, before the journal gives it an id. */
export type EventDraft =
  | {
      readonly kind: 'review';
      readonly card: CardId;
      readonly rating: Rating;
      readonly durationMs: number;
      readonly reviewKind: ReviewKind;
      /** See `ReviewEvent.intervalDays`. */
      readonly intervalDays?: number;
      readonly aroundBreak?: true;
      /**
       * The memory the person decided on. Where the card has another one by now, the review is
       * refused with VivaError 'card-changed'; left out, it counts in any case.
       */
      readonly expected?: Memory;
    }
  | { readonly kind: 'suspend' | 'resume' | 'forget'; readonly card: CardId }
  | { readonly kind: 'bury'; readonly card: CardId; readonly until: StudyDay }
  | { readonly kind: 'flag'; readonly card: CardId; readonly value: number };

/** Something that happened elsewhere, in another program. */
export type PastEvent = {
  readonly card: CardId;
  /** ms since 1970. */
  readonly at: number;
  readonly day: StudyDay;
} & (
  | {
      readonly kind: 'review';
      readonly rating: Rating;
      readonly durationMs: number;
      readonly reviewKind: ReviewKind;
    }
  | { readonly kind: 'suspend' | 'forget' }
  | { readonly kind: 'flag'; readonly value: number }
);

export interface Appended {
  readonly event: JournalEvent;
  readonly before: Memory;
  readonly after: Memory;
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
  /** Live modules of a collection. */
  moduleFiles(collection: string): StoredModule[];
  /** Counts those of the cards that were ever reviewed and not forgotten since. */
  countReviewed(ids: readonly CardId[]): number;
  /** Is this card id taken by any card of any collection? */
  isTaken(id: CardId): boolean;
  /**
   * Runs the work while nobody else can write: what it reads stays true until
   * what it writes is there. One transaction: all of it or nothing.
   */
  exclusively<T>(work: () => T): T;
  /** A number that is another one after somebody else has written to the database. */
  changes(): number;
  /** Writes an import in one transaction: all of it or nothing. */
  applyImport(change: ImportChange): void;
  /** Retires every card of a collection and forgets its source. Gives the number retired. */
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

/** Cards with their memory. */
export interface Cards {
  find(query: Query, moment: Moment, limit?: number): CardRecord[];
  /** The same cards one by one. Nothing else may be asked of the store meanwhile. */
  each(query: Query, moment: Moment): IterableIterator<CardRecord>;
  count(query: Query, moment: Moment): number;
  /** Cards whose id starts with the text, or whose explicit id is the text; at most 5. */
  resolve(reference: string, moment: Moment): CardRecord[];
  get(id: CardId, moment: Moment): CardRecord | null;
  /** The module around a card, for its insights, links and code. */
  moduleOf(id: CardId): DeckModule | null;
  /** Spellings of every company, part, tag and collection, with their number of live cards. */
  names(
    kind: 'company' | 'part' | 'tag' | 'collection' | 'module',
  ): { name: string; cards: number }[];
}

/** The journal of what the person did and its projection. */
export interface Journal {
  /** Loads what the first append needs, so that it is as quick as the next; writes nothing. */
  prepare(config: SchedulerConfig): void;
  /** Appends in one transaction with the card's new memory; on disk when it returns. */
  append(draft: EventDraft, moment: Moment, config: SchedulerConfig): Appended;
  /** Appends several in one transaction: all of them or none. */
  appendAll(drafts: readonly EventDraft[], moment: Moment, config: SchedulerConfig): Appended[];
  /**
   * Adds events of another program, called `device`, in one transaction, and
   * folds their cards anew. One of a kind at a time of a card is taken once, however often it is given. Gives the number of those that were not there yet.
   */
  appendPast(events: readonly PastEvent[], device: string, config: SchedulerConfig): number;
  /**
   * Takes back the newest command or key of this device of which something still
   * counts (a rating, a suspension of many cards …). Gives what no longer counts;
   * nothing where there is none.
   */
  undoLast(moment: Moment): readonly JournalEvent[];
  /** The memory of a card by what it was done to up to a time, ms since 1970. */
  memoryAt(card: CardId, at: number): Memory;
  /** Every event of a card in the order of the fold, with `undone` marked. */
  history(card: CardId): { readonly event: JournalEvent; readonly undone: boolean }[];
  configs(): ReadonlyMap<ConfigId, SchedulerConfig>;
  /** Which reviews count under other weights than those they were made under; null: none. */
  rescheduled(): Rescheduled | null;
  /** Every event, oldest first. */
  all(): IterableIterator<{ readonly event: JournalEvent; readonly undone: boolean }>;
  has(id: EventId): boolean;
}

/** Weights to put in force. */
export interface AdoptDraft {
  /** FSRS-6 weights; null: the defaults. */
  readonly weights: readonly number[] | null;
  readonly origin: ParameterOrigin;
  /**
   * Shall every review so far count as made under these weights? Then memory
   * and due days are computed anew; else cards go on under them from their
   * next review.
   */
  readonly reschedule: boolean;
}

/** The FSRS weights in force, and those that were. */
export interface ParameterSets {
  /** FSRS-6 weights in force; null: the defaults. */
  weights(): readonly number[] | null;
  /** Every set that was ever put in force, oldest first; the last one is. */
  parameterSets(): ParameterSet[];
  /** Puts weights in force, in one transaction. Gives the number of cards whose memory changed too. */
  adopt(
    draft: AdoptDraft,
    moment: Moment,
  ): { readonly set: ParameterSet; readonly changed: number };
  /** Number of scheduled reviews (no cram) that are not undone. */
  countReviews(): number;
  /** Remembers that weights were trained, whatever came of it. */
  noteTraining(moment: Moment): void;
  /** Reviews of learned cards on days after the last training here, or the last set put in force. */
  reviewsSinceTraining(): number;
}

/** Trains all 21 FSRS-6 weights. */
export interface Trainer {
  /**
   * Gives the weights, the defaults where it finds too little to learn from.
   * `relearningSteps` is their number. Throws Error where it cannot.
   */
  train(histories: readonly History[], relearningSteps: number): Promise<readonly number[]>;
}

export interface QueueRequest {
  readonly query: Query;
  readonly moment: Moment;
  readonly order: QueueOrder;
  /** How many reviews and new cards may still be drawn. */
  readonly reviewLimit: number;
  readonly freshLimit: number;
}

/** What is waiting. */
export interface Waiting {
  pools(request: QueueRequest): Pools;
  /** The card as the drawing rules see it; null where there is none. */
  candidate(id: CardId): Candidate | null;
  /** Counts of today, ignoring limits and queries: limits are for the whole day. */
  dayCounts(day: StudyDay): DayCounts;
  /** Store key of the module of the newest review that is not undone; null before the first. */
  lastModule(): number | null;
  /** Cards waiting now under the query: new ones, learning ones, reviews due. */
  waiting(query: Query, moment: Moment): { fresh: number; learning: number; review: number };
  /** Number of reviews that were due before today. */
  overdue(moment: Moment): number;
  /** Reviews a day that all cards in review ask for in the long run: the sum of 1 / interval. */
  usualLoad(): number;
  /** Number of cards in review due on each day from the first to the last, whatever the query. */
  dueCounts(first: StudyDay, last: StudyDay, moment: Moment): number[];
  /** Number of cards that fall due on each of the coming days, today first (overdue in today). */
  forecast(query: Query, moment: Moment, days: number): { day: StudyDay; due: number }[];
  /** Waiting cards under the query grouped: a card of two companies counts for both. */
  waitingBy(
    group: 'company' | 'stars' | 'part',
    query: Query,
    moment: Moment,
  ): { name: string; fresh: number; learning: number; review: number }[];
  /** Study days with at least one review that is not undone, newest first. */
  reviewDays(limit: number): StudyDay[];
}

/** Whole tables as numbers, for statistics: row by row, and nothing kept. */
export interface Scan {
  /** The highest card key and one: room for arrays by key. */
  cardKeys(): number;
  /**
   * Every card of the query, retired ones included, whose history counts. One
   * object is given again and again. `live` is true where the query finds it.
   */
  scanCards(query: Query, moment: Moment, visit: (card: CardFacts) => void): void;
  /**
   * Every review and every "forget" that is not undone, in the order in which
   * they were written, under the key of the card they count for; `code` is
   * that of stats/review-columns.ts. With `cards`, those of these keys only,
   * card by card.
   */
  scanReviews(
    cards: readonly number[] | null,
    visit: (card: number, at: number, day: number, code: number, durationMs: number) => void,
  ): void;
  /** Every module in the order of the syllabus. */
  scanModules(): ModuleFacts[];
  /** Every company with the keys of its cards. */
  scanCompanies(): IterableIterator<CompanyFacts>;
  /** The card of a key that a scan has given. */
  cardOfKey(key: number, moment: Moment): CardRecord;
}

/** A plan as it is kept. */
export interface PlanRecord extends Plan {
  /** By which a person names it on this machine: 1, 2, 3 …, never given twice. */
  readonly number: number;
  /** The study day of the interview. */
  readonly deadlineDay: StudyDay;
  /** When it was last changed, ms since 1970: of two machines' the later one counts. */
  readonly changedAt: number;
  /** When the person removed it, ms since 1970; null for one that stands. */
  readonly removedAt: number | null;
}

/** What a person says of a plan; the store gives the rest. */
export type PlanDraft = Omit<Plan, 'id'> & { readonly deadlineDay: StudyDay };

/** A live card of a plan that is not suspended. */
export interface StoredPlanCard extends PlanCard {
  /** Its key in the store: unlike ids, cheap to hold against others. */
  readonly key: number;
  readonly id: CardId;
  /** Store key of its module. */
  readonly module: number;
  readonly stars: Stars;
  /** Name of its part of the syllabus; may be empty. */
  readonly part: string;
  /** Within learning or relearning steps. */
  readonly inSteps: boolean;
  /** Put off: it may not be drawn today. */
  readonly buried: boolean;
  readonly introducedToday: boolean;
}

/** Plans for interviews. */
export interface Plans {
  /** Plans by their day, the nearest first; removed ones only where asked for. */
  plans(which?: 'all'): PlanRecord[];
  addPlan(draft: PlanDraft): PlanRecord;
  /** Writes a plan over the one with its id, at a time in ms since 1970. */
  changePlan(plan: PlanRecord, at: number): void;
  removePlan(plan: Pick<Plan, 'id'>, at: number): void;
  /** Cards of a plan's query that can be planned, new ones in the order of their introduction. */
  planCards(query: Query, moment: Moment): StoredPlanCard[];
  /** Scheduled reviews of a study day that are not undone, by the key of their card. */
  reviewsOn(
    day: StudyDay,
    visit: (card: number, at: number, durationMs: number, kind: ReviewKind) => void,
  ): void;
}

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
  /** Computes every card's memory from the journal again. Gives the number of cards that changed. */
  rebuild(): number;
  /** Gives a sentence for each thing wrong; empty when all is well. */
  check(): string[];
  /** Gives a sentence for each thing wrong that only another file can mend. */
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
export interface Clinic {
  /** Absolute path of the database. */
  readonly database: string;
  /** Opens the database once more; the caller closes it. Throws what opening throws. */
  open(): Store;
  /** Is it a whole database, but another program's? */
  isForeign(): boolean;
  /** Paths of the copies beside it that a sync program or viva's own rescue has left. */
  copiesBeside(): string[];
  /** Mends the file with the help of a good backup, or without one; see `RepairedFile`. */
  repair(backup: string | null): RepairedFile;
  /** Those of viva's files and folders that other people on this machine may read. */
  tooOpen(): string[];
  /** Takes that right from them. */
  makePrivate(path: string): void;
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
  /** Puts a good copy where the database is damaged or gone; gives where that was moved, or null. */
  replaceDamaged(copy: string): string | null;
  remove(name: string): void;
}

export interface Store
  extends Library,
    Cards,
    Journal,
    ParameterSets,
    Waiting,
    Scan,
    Plans,
    Archives,
    Upkeep {
  close(): void;
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
  /** Module files below a folder, sorted by path. */
  findModuleFiles(folder: string): FoundFile[];
  /** A file's bytes; with `most`, only so many from its start. */
  readBytes(path: string, most?: number): Uint8Array;
  /** SHA-256, hexadecimal. */
  hashBytes(bytes: Uint8Array): string;
  /** Writes several files, or where one cannot be written none of those that are new. */
  writeAll(outputs: readonly { readonly path: string; readonly text: string }[]): void;
  /** Writes a file whole or not at all. */
  writeWhole(path: string, data: string | Uint8Array, mode?: number): void;
  /** The same from pieces, one after the other, so that no more than one is held. */
  writePieces(path: string, pieces: Iterable<string>, mode?: number): void;
  /** A file's bytes in chunks, which are only good until the next one. */
  readChunks(path: string): IterableIterator<Uint8Array>;
}

/** Anki's packages: a zip with a database of its own. */
export interface AnkiPackages {
  /** Throws `import-failed` for a package of more bytes than any real one has. */
  checkSize(bytes: number): void;
  /** Throws `import-failed` or `path-unsafe`; the bytes are not trusted. */
  read(bytes: Uint8Array): { readonly collection: AnkiCollection; readonly mediaFiles: number };
  write(collection: AnkiCollection, stamp: AnkiStamp): Uint8Array;
}

/** What the newest mock interviews asked, so that the next one asks something else. */
export interface InterviewLog {
  /** Cards of each interview, the newest interview first; empty where nothing can be read. */
  asked(): readonly (readonly CardId[])[];
  /** Adds one card to the newest interview; `begins` makes it the first of a new one. */
  add(card: CardId, begins: boolean): void;
}
