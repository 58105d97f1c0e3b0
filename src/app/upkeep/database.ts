import { VivaError } from '../../model/error.js';
import { DAY_MS } from '../../model/moment.js';
import { newestGood } from './backup.js';
import { broken, type DoctorPorts, type Finding, fromError, ok, REPAIR } from './finding.js';
import { mergeSummary } from './merge-summary.js';
import type { BackupFolder, DatabaseFiles, MergeReport, OpenDatabase } from './ports.js';

/** Looks at the database, at what lies beside it, and at the clock that its events were written by. */
export function ofDatabase(ports: DoctorPorts): Finding[] {
  const { databaseFiles, files, folder } = ports;
  if (files.kindOf(databaseFiles.database) === 'missing') return [ofMissing(folder)];
  let store: OpenDatabase;
  try {
    store = databaseFiles.open();
  } catch (error) {
    const damaged = error instanceof VivaError && error.code === 'database-damaged';
    return [
      fromError('database', error, damaged && !databaseFiles.isForeign() ? REPAIR : undefined),
    ];
  }
  try {
    return ofOpenDatabase(store, ports);
  } finally {
    store.close();
  }
}

function ofMissing(folder: BackupFolder): Finding {
  const backup = newestGood(folder);
  if (backup === null)
    return ok('database', 'There is no database yet; the first command that needs it creates it.');
  return {
    check: 'database',
    state: 'error',
    message: 'The database is gone, but there are backups of it.',
    hint: 'Run "viva doctor --repair" to restore the newest, or "viva restore" to choose.',
  };
}

function ofOpenDatabase(store: OpenDatabase, ports: DoctorPorts): Finding[] {
  const opens = ok('database', `The database can be opened (version ${store.version()}).`);
  const damage = store.checkFile();
  if (damage.length > 0) return [opens, ...damage.map((message) => broken('file', message))];
  const wrong = store.check();
  return [
    opens,
    ok('file', 'The database file is intact.'),
    ...(wrong.length > 0
      ? wrong.map((message) => broken('journal', message))
      : [ok('journal', 'Schedules match the review log.')]),
    ...ofEmptiness(store, ports.folder),
    ofCopies(store, ports.databaseFiles),
    ofClock(store, ports.now),
  ];
}

/** A file cut off to nothing opens as a new database. */
function ofEmptiness(store: OpenDatabase, folder: BackupFolder): Finding[] {
  if (!store.isEmpty() || newestGood(folder) === null) return [];
  return [
    {
      check: 'database',
      state: 'warning',
      message: 'The database is empty, but there are backups with cards.',
      hint: 'List them with "viva restore", then restore one by its name.',
    },
  ];
}

function ofCopies(store: OpenDatabase, databaseFiles: DatabaseFiles): Finding {
  const copies = databaseFiles
    .copiesBeside()
    .map((path) => ({ path, found: store.takeIn(path, true) }));
  if (copies.length === 0) return ok('copies', 'No sync program has left a copy next to it.');
  const told = copies.map(({ path, found }) => `${path} (${contentOf(found)})`);
  const hasNew = copies.some(({ found }) => found !== null && mergeSummary(found) !== '');
  const differing = copies.flatMap(({ found }) => found?.differing ?? []);
  return {
    check: 'copies',
    state: 'warning',
    message: [
      `There are copies of the database next to it: ${told.join(', ')}.`,
      ...differing,
    ].join(' '),
    hint: hasNew
      ? 'Run "viva doctor --repair" to merge what the database lacks; then delete them.'
      : deletable(differing),
  };
}

function deletable(differing: readonly string[]): string {
  return differing.length === 0
    ? 'They hold nothing new and can be deleted.'
    : 'Keep them: some of their events have ids that are used here.';
}

function contentOf(found: MergeReport | null): string {
  if (found === null) return 'cannot be read';
  return `${mergeSummary(found) || 'nothing'} that the database lacks`;
}

function ofClock(store: OpenDatabase, now: number): Finding {
  const newest = store.newestAt();
  if (newest === null || newest <= now + DAY_MS)
    return ok('clock', 'The clock agrees with the journal.');
  return {
    check: 'clock',
    state: 'warning',
    message: `The newest event is from ${new Date(newest).toISOString().slice(0, 10)}, which is ahead of the clock.`,
    hint: 'Check the date of this machine. Nothing is lost; cards reviewed then are due later.',
  };
}
