import type { CardId } from '../../model/ids.js';
import type { StoredCard } from '../../model/import.js';
import type { SyncFormat } from '../../model/sync.js';
import type { PastText, SyncRecord } from '../../model/sync-records.js';
import type { Segment } from '../../sync/segment.js';
import type { Journal } from '../review/ports.js';
import type { MergeReport } from '../upkeep/ports.js';

/** A file of the remote. */
export interface RemoteFile {
  /** From the remote's root, with slashes. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** What is to be changed at a remote: only files below one's own id, and `format.json` at first. */
export interface Publication {
  readonly write: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** Paths that go once all of `write` is there. */
  readonly remove: readonly string[];
}

/** A way to a place that several machines reach. */
export interface Transport {
  /** Looks at the remote; what `read` gives is of this look. Throws VivaError 'sync-unreachable'. */
  list(): Promise<readonly RemoteFile[]>;
  read(path: string): Promise<Uint8Array>;
  /** Returns false where another machine was first: look again then. */
  publish(publication: Publication): Promise<boolean>;
}

/** Makes bytes unreadable to others, and readable again; the same bytes where nothing is encrypted. */
export interface Seal {
  /** What sealed files' names end in. */
  readonly extension: string;
  close(bytes: Uint8Array): Promise<Uint8Array>;
  /** Throws where the bytes were changed, or sealed for another key. */
  open(bytes: Uint8Array): Promise<Uint8Array>;
}

/** What is kept beside the database for syncing: segments that are not sent yet, the key. */
export interface SyncFolder {
  /** Names of the segments that were written for the remote and are not known to be there. */
  outbox(): readonly string[];
  readOutbox(name: string): Uint8Array;
  /** Writes a segment whole and to disk. */
  putOutbox(name: string, bytes: Uint8Array): void;
  dropOutbox(name: string): void;
  /** The key that opens what is sealed; null without one. */
  key(): string | null;
  setKey(key: string | null): void;
  /** Runs the work while no other viva syncs this database. Throws VivaError 'sync-busy'. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

/** This device's id beside the database. */
interface OwnDevice {
  readonly id: string;
  /** For people. */
  readonly name: string;
}

/** The settings file, as far as it is synced. */
export interface PersonalSettings {
  /** What the file says of every setting that belongs to the person, by name; null for one left out. */
  read(): Readonly<Record<string, unknown>>;
  /** Is there such a setting here, and can it have that value? */
  accepts(name: string, value: unknown): boolean;
  /** Writes settings that it accepts; null leaves one out. */
  write(values: Readonly<Record<string, unknown>>): void;
}

/** What syncing needs of the world around it. */
export interface SyncPorts {
  readonly store: SyncStore & Pick<Journal, 'has'>;
  readonly folder: SyncFolder;
  readonly settings: PersonalSettings;
  /** Makes the way to an address; a folder is made where it is missing and `isFirst`. Throws VivaError 'sync-address'. */
  connect(address: string, isFirst: boolean): Transport;
  /** Makes the seal of a remote, null for one that is not encrypted. Throws VivaError 'sync-key'. */
  seal(format: SyncFormat): Promise<Seal>;
  /** This device as its file names it. */
  device(): OwnDevice;
  /** Draws a new id for it: what it wrote under the old one is another device's from now on. */
  renewDevice(): OwnDevice;
  /** ms since 1970. */
  now(): number;
  /** A random id of 20 hexadecimal digits. */
  newId(): string;
  /** Waits a moment of chance before another attempt, the longer the more were made. */
  pause(attempt: number): Promise<void>;
}

/** Where a database is synced to, and how far. */
export interface SyncState {
  /** The address. */
  readonly remote: string;
  /** What the remote calls itself. */
  readonly id: string;
  /** The device under which the numbers were given. */
  readonly device: string;
  /** The last number that was given. */
  readonly number: number;
  /** By device the last number that is here. */
  readonly taken: ReadonlyMap<string, number>;
  /** Events and other changes that are not sent yet. */
  readonly unsent: number;
  /** When all was last in step, ms since 1970; null before. */
  readonly syncedAt: number | null;
  /** What was wrong the last time; null when it went well. */
  readonly problem: string | null;
}

/** Says which live cards of one module, known to one side only, are one card in two versions: pairs of ids. */
export type PairVersions = (
  here: readonly StoredCard[],
  there: readonly StoredCard[],
) => readonly (readonly [CardId, CardId])[];

/** What came from one other device. */
export interface SyncTaken {
  readonly merged: MergeReport;
  /** Cards that were reviewed here and there without either knowing of the other's. */
  readonly bothReviewed: number;
  /** Cards whose text was changed here and there; the earlier text is in the card's history. */
  readonly bothChanged: number;
  /** Cards that were first read in two versions, here and there, and are one now. */
  readonly joined: number;
  /** Events of a time more than a day ahead of this machine's clock. */
  readonly ahead: number;
}

/** Thrown where the records of a segment do not fit: its path, and what is wrong with it. */
export class SegmentRefused extends Error {
  readonly path: string;

  /** Takes the segment's path and what is wrong, as a sentence. */
  constructor(path: string, message: string) {
    super(message);
    this.path = path;
  }
}

/** What of the database goes out and how it comes in. */
export interface SyncStore {
  /** Null where the database is synced to nowhere. */
  syncState(): SyncState | null;
  /** Begins to sync; all that is here counts as not sent yet. */
  beginSync(where: { readonly remote: string; readonly id: string; readonly device: string }): void;
  /** Ends it; nothing that came is taken away. */
  endSync(): void;
  /**
   * Goes on under another device: what this one's numbers above `kept` carried is
   * unsent again, and the numbers up to it are known as the old device's.
   */
  renewSync(device: string, kept: number): void;
  /** The digest of the segment of this device that ends at a number; null where none does. */
  digestOf(number: number): string | null;
  /** Notes that the segment up to a number is another one now, of this digest. */
  noteDigest(number: number, digest: string): void;
  /** All that is in the database, as it travels. */
  everything(): SyncRecord[];
  /**
   * Merges segments, all of them or none; `pair` finds cards that were first read in
   * two versions. Throws SegmentRefused naming one that does not fit.
   */
  takeSegments(segments: readonly Segment[], now: number, pair: PairVersions): SyncTaken;
  /** Merges a segment of this database's own past as if it happened now. Throws SegmentRefused. */
  takeBack(segment: Segment): void;
  /**
   * Hands `write` what is not sent yet, a segment at a time, and counts it as sent: all of it,
   * or nothing where `write` throws. `write` returns the segment's digest.
   */
  exportUnsent(write: (part: UnsentPart) => string): void;
  /** Texts of a card that other machines' later ones took the place of, the newest first. */
  pastTexts(card: CardId): readonly PastText[];
  /** Notes how a sync ended; `problem` is null where all is in step. */
  noteSync(at: number, problem: string | null): void;
  /** The personal settings as they are known, and which are not in the settings file yet. */
  syncedSettings(): readonly KnownSetting[];
  /** Takes what the settings file says of these as a person's own change at a time. */
  noteSettings(
    changes: readonly { readonly name: string; readonly value: unknown }[],
    at: number,
  ): void;
  /** Notes that the settings file has all of them. */
  settingsApplied(): void;
}

/** A setting as it is known; `value` is null for one that is unset. */
interface KnownSetting {
  readonly name: string;
  readonly value: unknown;
  readonly applied: boolean;
}

/** Records for one segment, and its numbers. */
export interface UnsentPart {
  readonly first: number;
  readonly last: number;
  readonly records: readonly SyncRecord[];
}
