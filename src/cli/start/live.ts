import { dirname, extname, join } from 'node:path';
import type { Store } from '../../app/ports.js';
import { breaksOf } from '../../app/review/breaks.js';
import { VivaError } from '../../model/error.js';
import { once } from '../../model/once.js';
import { schedulerConfig } from '../../model/settings.js';
import { whileSame } from '../../model/while-same.js';
import { makeClock } from '../../platform/clock.js';
import { spawnDetached } from '../../platform/detached.js';
import * as files from '../../platform/files.js';
import { findPaths, type Paths } from '../../platform/paths.js';
import { fileRights, keepDatabasePrivate, keepPrivate } from '../../platform/private-files.js';
import { watchSettings } from '../../platform/settings-file.js';
import { supportsUnicode } from '../../platform/unicode.js';
import { localZone } from '../../platform/zone.js';
import { readInstant } from '../../schedule/read-date.js';
import { momentAt } from '../../schedule/study-day.js';
import { databaseDamaged } from '../../store/file/sqlite-error.js';
import type { Command } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { asVivaError, errorText } from '../contract/errors.js';
import { backUpDaily } from '../shared/daily-backup.js';
import { terminalColors } from '../shared/output/colors.js';
import { isScreenReader } from '../shared/output/interactive.js';
import { isAllWritten, outputTo } from '../shared/output/live.js';
import { settingOr } from '../shared/output/setting-or.js';
import { openLiveStore, storeOptions } from './live-store.js';
import { type CommonFlags, run } from './run.js';
import { confirm, readStdin } from './standard-input.js';

/** The folder in which viva is installed, above that of its bundle. */
const PACKAGE = dirname(import.meta.dirname);
/** The program of the thread behind `lookup`, beside this one and of its kind. */
const lookupProgram = () => besideThis('lookup');
/** That of the thread that makes the day's backup. */
const backupProgram = () => besideThis('backup');

const besideThis = (name: string) =>
  join(import.meta.dirname, `${name}${extname(import.meta.filename)}`);

/**
 * Runs a command on the real machine and sets the process's exit status. Takes
 * the command that `splitCommandLine` finds in `argv`, null where it finds none.
 */
export async function runProcess(
  argv: readonly string[],
  version: string,
  command: Command,
): Promise<void> {
  endOnSurprises(argv.includes('--debug'));
  const opened: [Context, Store][] = [];
  process.exitCode = await run(argv, {
    version,
    command,
    stdout: outputTo(1, true),
    stderr: outputTo(2, true),
    context: (common) => {
      const context: Context = liveContext(common, (store) => opened.push([context, store]));
      return context;
    },
    explain: (thrown) => (thrown instanceof VivaError ? thrown : behind(thrown, opened)),
  });
  for (const [context, store] of opened) {
    await backUpDaily(context, store);
    store.close();
  }
  // Where nothing is waited for, the system frees in no time what Node would take down piece by piece.
  if (isAllWritten() && process.getActiveResourcesInfo().length === 0) process.exit();
}

/** A surprise may come from a damaged database that nothing has noticed yet. */
function behind(thrown: unknown, opened: readonly [Context, Store][]): unknown {
  for (const [context, store] of opened) {
    try {
      const [damage] = store.checkFile();
      if (damage !== undefined) return databaseDamaged(context.paths.database, damage);
    } catch (error) {
      return error;
    }
  }
  return thrown;
}

/** Whatever was not foreseen ends in a sentence, too; the stack is for --debug. */
function endOnSurprises(debug: boolean): void {
  process.on('uncaughtException', (thrown) => {
    const error = asVivaError(thrown);
    outputTo(2, false).write(errorText(error, debug));
    process.exit(error.exitCode);
  });
}

/** What one run has open: made at first use, and only what a command asks for. */
function liveContext(common: CommonFlags, onOpen: (store: Store) => void): Context {
  const { env, platform } = process;
  const paths = findPaths(env, platform, common.database);
  const secure = once(() => keepPrivate(paths));
  const time = liveTime(env, paths, secure, common.ascii);
  const open = async (device?: string) => {
    secure();
    const opened = await openLiveStore(paths.database, device);
    keepDatabasePrivate(paths);
    onOpen(opened);
    return opened;
  };
  const store = once(() => open());
  const stdout = outputTo(1, common.color, () => colors.palette());
  const colors = terminalColors(
    { env, platform, hasColors: stdout.colors, ascii: time.ascii },
    () => time.settings().theme,
  );
  return {
    stdout,
    stderr: outputTo(2, common.color, () => colors.palette()),
    colors,
    env,
    platform,
    cwd: process.cwd(),
    paths,
    files,
    bundledDecks: join(PACKAGE, 'decks'),
    completions: join(PACKAGE, 'completions'),
    debug: common.debug,
    ...time,
    config: once(async () => schedulerConfig(time.settings(), (await store()).weights())),
    store,
    storeOf: open,
    ...liveEdges(env, paths),
    sync: async () =>
      (await import('./live-sync.js')).liveSync(await store(), { paths, now: time.now }),
    readStdin,
    confirm,
  };
}

/** The clock and the settings, each of which is read by the other: days begin where settings say. */
function liveTime(
  env: NodeJS.ProcessEnv,
  paths: Paths,
  secure: () => void,
  ascii: boolean,
): Pick<Context, 'zone' | 'now' | 'moment' | 'settings' | 'ascii'> {
  const watched = once(() => {
    secure();
    return watchSettings(paths.settings);
  });
  const settings = () => watched()();
  const zoned = {
    zone: localZone,
    get dayStart() {
      return settings().dayStart;
    },
  };
  const clock = once(() =>
    makeClock(env, (text) => readInstant({ text, what: 'VIVA_NOW', code: 'clock-invalid' }, zoned)),
  );
  const now = () => clock()();
  const breaks = whileSame(breaksOf);
  return {
    zone: localZone,
    now,
    moment: (at) => ({
      ...momentAt(at ?? now(), localZone, settings().dayStart),
      ...(at === undefined && { byClock: true }),
      ...breaks(settings()),
    }),
    settings,
    ascii: once(
      () =>
        ascii ||
        isScreenReader(env) ||
        !supportsUnicode(env) ||
        settingOr(() => settings().ascii, false),
    ),
  };
}

/** What is beside the store, each loaded where a command asks for it. */
function liveEdges(
  env: NodeJS.ProcessEnv,
  paths: Paths,
): Pick<
  Context,
  | 'lookup'
  | 'ankiPackages'
  | 'snapshots'
  | 'trainer'
  | 'syncDetached'
  | 'backups'
  | 'backUpAside'
  | 'databaseFiles'
  | 'fileRights'
  | 'askSecret'
> {
  return {
    lookup: async () =>
      new (await import('../../platform/lookup.js')).LookupThread(lookupProgram(), paths.database),
    ankiPackages: async () => (await import('./anki-packages.js')).ANKI_PACKAGES,
    snapshots: async () => {
      const { openSnapshots } = await import('../../platform/git/snapshots.js');
      const mayAsk = process.stdin.isTTY === true && process.stderr.isTTY === true;
      return openSnapshots(paths.sources, { env, mayAsk });
    },
    trainer: async () => (await import('../../platform/trainer.js')).loadTrainer(),
    askSecret: async (question) => (await import('./ask-secret.js')).askSecret(question),
    syncDetached: () => spawnDetached(['sync', '--db', paths.database]),
    backups: async () =>
      (await import('../../store/upkeep/backup-folder.js')).backupFolder(paths.database),
    backUpAside: async (today) =>
      (await import('../../platform/backup-thread.js')).backUpInThread(
        backupProgram(),
        paths.database,
        today,
      ),
    databaseFiles: async () => {
      const { createDatabaseFiles } = await import('../../store/upkeep/database-files.js');
      const { openStore } = await import('../../store/open.js');
      return createDatabaseFiles(paths.database, (path) =>
        openStore(storeOptions(path, paths.database)),
      );
    },
    fileRights: () => fileRights(paths),
  };
}
