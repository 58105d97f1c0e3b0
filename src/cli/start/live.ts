import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, extname, join } from 'node:path';
import type { AnkiPackages } from '../../app/import/ports.js';
import { breaksOf } from '../../app/plan/breaks.js';
import type { Store } from '../../app/ports.js';
import { MAX_FILE_BYTES } from '../../deck/text/decode.js';
import { VivaError } from '../../model/error.js';
import { once } from '../../model/once.js';
import { type Settings, schedulerConfig } from '../../model/settings.js';
import { whileSame } from '../../model/while-same.js';
import { startApart } from '../../platform/apart.js';
import { makeClock } from '../../platform/clock.js';
import { readDeviceId } from '../../platform/device-file.js';
import * as files from '../../platform/files.js';
import { findPaths } from '../../platform/paths.js';
import { keepPrivate } from '../../platform/private-files.js';
import { randomSource } from '../../platform/random.js';
import { watchSettings } from '../../platform/settings-file.js';
import { knowsUnicode } from '../../platform/unicode.js';
import { localZone } from '../../platform/zone.js';
import { readInstant } from '../../schedule/read-date.js';
import { momentAt } from '../../schedule/study-day.js';
import { databaseDamaged } from '../../store/file/sqlite-error.js';
import type { StoreOptions } from '../../store/open.js';
import type { Command } from '../contract/command.js';
import type { Context } from '../contract/context.js';
import { asVivaError, errorText } from '../contract/errors.js';
import { backUpDaily } from '../shared/daily-backup.js';
import { outputTo } from '../shared/live-output.js';
import { type CommonFlags, run } from './run.js';

/** The folder in which viva is installed, above that of its bundle. */
const PACKAGE = join(import.meta.dirname, '..');
/** The program of the thread behind `lookup`, beside this one and of its kind. */
const LOOKUP = join(import.meta.dirname, `lookup${extname(import.meta.filename)}`);

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
  process.once('uncaughtException', (thrown) => {
    const error = asVivaError(thrown);
    outputTo(2, false).write(errorText(error, debug));
    process.exit(error.exitCode);
  });
}

function liveContext(common: CommonFlags, onOpen: (store: Store) => void): Context {
  const { env, platform } = process;
  const paths = findPaths(env, platform, common.database);
  const clock = once(() =>
    makeClock(env, (text) =>
      readInstant(
        { text, what: 'VIVA_NOW', code: 'clock-invalid' },
        {
          zone: localZone,
          get dayStart() {
            return settings().dayStart;
          },
        },
      ),
    ),
  );
  const secure = once(() => keepPrivate(paths));
  const watched = once(() => {
    secure();
    return watchSettings(paths.settings);
  });
  const settings = () => watched()();
  const store = once(async () => {
    secure();
    const opened = await openLiveStore(paths.database);
    onOpen(opened);
    return opened;
  });
  const now = () => clock()();
  const breaks = whileSame(breaksOf);
  return {
    stdout: outputTo(1, common.color),
    stderr: outputTo(2, common.color),
    env,
    platform,
    cwd: process.cwd(),
    paths,
    files,
    bundledDecks: join(PACKAGE, 'decks'),
    completions: join(PACKAGE, 'completions'),
    debug: common.debug,
    zone: localZone,
    now,
    moment: (at) => ({
      ...momentAt(at ?? now(), localZone, settings().dayStart),
      ...(at === undefined && { byClock: true }),
      ...breaks(settings()),
    }),
    settings,
    ascii: once(() => common.ascii || !knowsUnicode(env) || isSet(settings, 'ascii')),
    config: once(async () => schedulerConfig(settings(), (await store()).weights())),
    store,
    lookup: async () => {
      const { startLookup } = await import('../../platform/lookup.js');
      return startLookup(LOOKUP, paths.database);
    },
    storeOf: async (device) => {
      secure();
      const opened = await openLiveStore(paths.database, device);
      onOpen(opened);
      return opened;
    },
    ankiPackages,
    snapshots: async () => {
      const { openSnapshots } = await import('../../platform/git/snapshots.js');
      const mayAsk = process.stdin.isTTY === true && process.stderr.isTTY === true;
      return openSnapshots(paths.sources, { env, mayAsk });
    },
    trainer: async () => (await import('../../platform/trainer.js')).loadTrainer(),
    sync: async () => (await import('./live-sync.js')).liveSync(await store(), { paths, now }),
    syncApart: () => startApart(['sync', '--db', paths.database]),
    backups: async () => {
      const { backupFolder } = await import('../../store/upkeep/backup-folder.js');
      return backupFolder(paths.database);
    },
    databaseFiles: async () => {
      const { createDatabaseFiles } = await import('../../store/upkeep/database-files.js');
      const { openStore } = await import('../../store/open.js');
      const others = [dirname(paths.settings), paths.settings];
      return createDatabaseFiles(paths.database, others, (path) =>
        openStore(storeOptions(path, paths.database)),
      );
    },
    readStdin,
    confirm,
    askSecret: async (question) => (await import('./ask-secret.js')).askSecret(question),
  };
}

/** Is a setting on? Settings that cannot be read ask for nothing: who needs them says what is wrong. */
function isSet(settings: () => Settings, key: 'ascii'): boolean {
  try {
    return settings()[key];
  } catch (error) {
    if (!(error instanceof VivaError)) throw error;
    return false;
  }
}

async function openLiveStore(path: string, device?: string): Promise<Store> {
  // A database that had cards has them for ever: an empty one is another that took its place.
  if (!existsSync(path)) await refuseWhereBackupsAre(path);
  const { openStore } = await import('../../store/open.js');
  const options = storeOptions(path);
  const store = openStore(
    device === undefined ? options : { path, random: options.random, device },
  );
  if (!store.isEmpty()) return store;
  try {
    await refuseWhereBackupsAre(path);
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

async function refuseWhereBackupsAre(path: string): Promise<void> {
  const { backupFolder } = await import('../../store/upkeep/backup-folder.js');
  const folder = backupFolder(path);
  if (folder.names().length === 0) return;
  const { refuseLost } = await import('../../app/upkeep/backup.js');
  refuseLost(path, folder);
}

function storeOptions(path: string, database = path): StoreOptions {
  const device = once(() => readDeviceId(database));
  return {
    path,
    get device() {
      return device();
    },
    get hostName() {
      return hostname();
    },
    random: randomSource,
  };
}

async function ankiPackages(): Promise<AnkiPackages> {
  const { packAnki } = await import('../../platform/apkg/pack.js');
  const { checkPackageSize, unpackAnki } = await import('../../platform/apkg/unpack.js');
  const { writeAnkiCollection } = await import('../../store/anki/write-collection.js');
  const { readAnkiCollection } = await import('../../store/anki/read-collection.js');
  return {
    checkSize: (bytes) => checkPackageSize(bytes),
    read(bytes) {
      const { database, mediaFiles } = unpackAnki(bytes);
      return { collection: readAnkiCollection(database), mediaFiles };
    },
    write: (collection, stamp) => packAnki(writeAnkiCollection(collection, stamp), stamp.now),
  };
}

/** Reads standard input, not much further than a deck may be long: a pipe need never end. */
async function readStdin(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of process.stdin) {
    chunks.push(Buffer.from(chunk));
    length += chunk.length;
    if (length > MAX_FILE_BYTES) break;
  }
  return Buffer.concat(chunks);
}

async function confirm(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) {
    throw new VivaError(
      'usage',
      'Confirmation needed, and there is no terminal to ask on.',
      'Pass --yes.',
    );
  }
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
  } finally {
    lines.close();
  }
}
