import type { Lookup } from '../../app/browse/ports.js';
import type { AnkiPackages, Files, Snapshots } from '../../app/import/ports.js';
import type { Trainer } from '../../app/memory/ports.js';
import type { Store } from '../../app/ports.js';
import type { SyncPorts } from '../../app/sync/ports.js';
import type { BackupFolder, DatabaseFiles, FileRights } from '../../app/upkeep/ports.js';
import type { StudyDay } from '../../model/ids.js';
import type { Moment, Zone } from '../../model/moment.js';
import type { SchedulerConfig, Settings } from '../../model/settings.js';
import type { Paths } from '../../platform/paths.js';
import type { ScreenColors } from '../../tui/terminal/background.js';

/** A stream that text goes to. */
export interface Output {
  write(text: string): void;
  /** Waits until what was written has left: before more of an output without bound. */
  drained(): Promise<void>;
  readonly isTerminal: boolean;
  /** Those of the terminal; where there is none, those of `COLUMNS` and `LINES`, else 80 by 24. */
  readonly columns: number;
  readonly rows: number;
  /** Columns at which a line may be cut: without bound in a pipe, where a program reads on. */
  readonly cutAt: number;
  readonly colors: boolean;
}

/** What a command may use of the world around it. Built by live.ts alone. */
export interface Context {
  readonly stdout: Output;
  readonly stderr: Output;
  /** The colours that what is painted gets on the terminal. */
  readonly colors: ScreenColors;
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly cwd: string;
  readonly paths: Paths;
  readonly files: Files;
  /** Folder of the decks that come with viva. */
  readonly bundledDecks: string;
  /** Folder of the shells' completion scripts. */
  readonly completions: string;
  readonly debug: boolean;
  readonly zone: Zone;
  /** ms since 1970. */
  now(): number;
  /** The moment at `at` (ms since 1970), or now. */
  moment(at?: number): Moment;
  settings(): Settings;
  /** Is drawn with ASCII alone: by the flag, the setting, or as the locale knows no more? */
  ascii(): boolean;
  /** The settings with the weights in force; opens the database. */
  config(): Promise<SchedulerConfig>;
  /** The database, opened at the first call. */
  store(): Promise<Store>;
  /** A thread that looks cards up in the database while a screen is shown; the database is open by then. */
  lookup(): Promise<Lookup>;
  /** The database once more, for what an agent does: its events are of this device. */
  storeOf(device: string): Promise<Store>;
  /** Reads and writes Anki's packages; loaded at the first call. */
  ankiPackages(): Promise<AnkiPackages>;
  /** Copies of repositories elsewhere; loaded at the first call. */
  snapshots(): Promise<Snapshots>;
  /** The trainer of FSRS parameters, or why there is none here; loaded at the first call. */
  trainer(): Promise<
    { readonly trainer: Trainer } | { readonly trainer: null; readonly why: string }
  >;
  /** What syncing needs; opens the database. */
  sync(): Promise<SyncPorts>;
  /** Syncs in a process of its own, without a word and without being waited for. */
  syncDetached(): void;
  /** The folder of the database's backups. */
  backups(): Promise<BackupFolder>;
  /** Has a thread make the day's backup where there is none yet, while a screen is shown. Rejects with what fails. */
  backUpAside(today: StudyDay): Promise<void>;
  /** The database's file, for the doctor. */
  databaseFiles(): Promise<DatabaseFiles>;
  /** Who may read what viva keeps, for the doctor. */
  fileRights(): FileRights;
  readStdin(): Promise<Uint8Array>;
  /** Asks a yes-or-no question on the terminal; false where there is none. */
  confirm(question: string): Promise<boolean>;
  /** Asks for a passphrase on the terminal, unseen; null where there is none. */
  askSecret(question: string): Promise<string | null>;
}
