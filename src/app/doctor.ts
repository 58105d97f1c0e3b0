import { VivaError } from '../model/error.js';
import { listBackups } from './backup.js';
import { dateOf } from './backup-rotation.js';
import type { BackupFolder, Clinic, Files, Store } from './ports.js';

/** One thing the doctor looked at. */
export interface Finding {
  readonly check:
    | 'settings'
    | 'database'
    | 'file'
    | 'journal'
    | 'backups'
    | 'privacy'
    | 'copies'
    | 'clock';
  readonly state: 'ok' | 'warning' | 'error';
  readonly message: string;
  /** What to do; empty where all is well. */
  readonly hint: string;
}

export interface DoctorPorts {
  readonly clinic: Clinic;
  readonly folder: BackupFolder;
  readonly files: Files;
  /** Reads the settings; throws VivaError where they are not valid. */
  readonly checkSettings: () => void;
  /** ms since 1970. */
  readonly now: number;
}

const DAY_MS = 86_400_000;
const REPAIR = 'Run "viva doctor --repair".';

/** Looks at everything viva keeps, and changes nothing of it. */
export function diagnose(ports: DoctorPorts): Finding[] {
  return [
    ofSettings(ports),
    ...ofDatabase(ports),
    ofBackups(ports.folder),
    ofPrivacy(ports.clinic),
  ];
}

function ok(check: Finding['check'], message: string): Finding {
  return { check, state: 'ok', message, hint: '' };
}

function ofSettings({ checkSettings }: DoctorPorts): Finding {
  try {
    checkSettings();
    return ok('settings', 'The settings are valid.');
  } catch (error) {
    return fromError('settings', error);
  }
}

function fromError(check: Finding['check'], error: unknown, hint?: string): Finding {
  if (!(error instanceof VivaError)) throw error;
  return { check, state: 'error', message: error.message, hint: hint ?? error.hint };
}

function ofDatabase(ports: DoctorPorts): Finding[] {
  const { clinic, files, folder } = ports;
  if (files.kindOf(clinic.database) === 'missing') return [ofMissing(folder)];
  let store: Store;
  try {
    store = clinic.open();
  } catch (error) {
    const damaged = error instanceof VivaError && error.code === 'database-damaged';
    return [fromError('database', error, damaged && !clinic.isForeign() ? REPAIR : undefined)];
  }
  try {
    return ofOpenDatabase(store, ports);
  } finally {
    store.close();
  }
}

function ofMissing(folder: BackupFolder): Finding {
  const backup = newestGood(folder);
  if (backup === null) return ok('database', 'There is no database yet; the first start makes it.');
  return {
    check: 'database',
    state: 'error',
    message: 'The database is gone, but there are backups of it.',
    hint: 'Run "viva doctor --repair" to begin again with the newest, or "viva restore" to choose.',
  };
}

function ofOpenDatabase(store: Store, ports: DoctorPorts): Finding[] {
  const opens = ok('database', `The database opens; its version is ${store.version()}.`);
  const damage = store.checkFile();
  if (damage.length > 0) return [opens, ...damage.map((message) => error('file', message))];
  const wrong = store.check();
  return [
    opens,
    ok('file', 'Its file is whole.'),
    ...(wrong.length > 0
      ? wrong.map((message) => error('journal', message))
      : [ok('journal', 'Everything computed is what the journal says.')]),
    ...ofEmptiness(store, ports.folder),
    ofCopies(store, ports.clinic),
    ofClock(store, ports.now),
  ];
}

function error(check: Finding['check'], message: string): Finding {
  return { check, state: 'error', message, hint: REPAIR };
}

/** A file cut off to nothing opens as a new database. */
function ofEmptiness(store: Store, folder: BackupFolder): Finding[] {
  if (!store.isEmpty() || newestGood(folder) === null) return [];
  return [
    {
      check: 'database',
      state: 'warning',
      message: 'The database is empty, but there are backups of one that was not.',
      hint: 'See them with "viva restore", and name the one to bring back.',
    },
  ];
}

function ofCopies(store: Store, clinic: Clinic): Finding {
  const copies = clinic.copiesBeside().map((path) => ({ path, events: store.countMissing(path) }));
  if (copies.length === 0) return ok('copies', 'No sync program has left a copy beside it.');
  const told = copies.map(
    ({ path, events }) =>
      `${path} (${events === null ? 'cannot be read' : `${events} events that the database lacks`})`,
  );
  const news = copies.some(({ events }) => events !== null && events > 0);
  return {
    check: 'copies',
    state: 'warning',
    message: `Copies of the database lie beside it: ${told.join(', ')}.`,
    hint: news
      ? 'Run "viva doctor --repair" to take in what the database lacks; then delete them.'
      : 'They hold nothing new and can be deleted.',
  };
}

function ofClock(store: Store, now: number): Finding {
  const newest = store.newestAt();
  if (newest === null || newest <= now + DAY_MS) return ok('clock', 'The clock fits the journal.');
  return {
    check: 'clock',
    state: 'warning',
    message: `The newest event is of ${new Date(newest).toISOString().slice(0, 10)}, which lies ahead of the clock.`,
    hint: 'Check the date of this machine. Nothing is lost; cards reviewed then are due later.',
  };
}

function ofBackups(folder: BackupFolder): Finding {
  const backups = listBackups(folder);
  const good = backups.filter(({ problem }) => problem === null);
  const bad = backups.filter(({ problem }) => problem !== null);
  if (bad.length > 0) {
    return {
      check: 'backups',
      state: 'warning',
      message: `${good.length} good backups, and some that are not: ${bad.map(({ name, problem }) => `${name}: ${problem}`).join(' ')}`,
      hint: 'Those that are no good count for nothing and can be deleted.',
    };
  }
  const [newest] = good;
  if (newest === undefined) return ok('backups', 'There is no backup yet; one is made each day.');
  return ok('backups', `${good.length} good backups, the newest of ${dateOf(newest.day)}.`);
}

function ofPrivacy(clinic: Clinic): Finding {
  const open = clinic.tooOpen();
  if (open.length === 0) return ok('privacy', 'Nobody else on this machine can read them.');
  return {
    check: 'privacy',
    state: 'warning',
    message: `Others on this machine may read: ${open.join(', ')}.`,
    hint: REPAIR,
  };
}

/** Gives the path of the newest backup that is good; null without one. */
export function newestGood(folder: BackupFolder): string | null {
  const good = listBackups(folder).filter(({ problem }) => problem === null);
  const newest = good.reduce<(typeof good)[number] | undefined>(
    (best, backup) =>
      best === undefined || (backup.newestAt ?? 0) > (best.newestAt ?? 0) ? backup : best,
    undefined,
  );
  return newest?.path ?? null;
}
