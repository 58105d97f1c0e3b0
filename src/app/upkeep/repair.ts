import { VivaError } from '../../model/error.js';
import { newestGood } from './backup.js';
import type { DoctorPorts } from './finding.js';
import { mergeSummary } from './merge-summary.js';
import type { DatabaseFiles, FileRights, OpenDatabase, RepairedFile } from './ports.js';

/**
 * Mends what can be mended: closes files to others, brings a damaged or lost
 * database back, computes memory and search again from the journal and the
 * cards, and takes in what copies beside the database have and it lacks. Returns
 * a sentence for each thing done. A damaged original is moved aside, never
 * written to. Throws VivaError 'doctor-failed' where nothing can be recovered.
 */
export function repair(ports: DoctorPorts): string[] {
  const { rights } = ports;
  // Whose file it is shows when it is opened: what is not viva's keeps its mode.
  const mended = [...mendFile(ports), ...mendContent(ports)];
  return [...closedToOthers(rights), ...mended];
}

function closedToOthers(rights: FileRights): string[] {
  const open = rights.readableByOthers();
  for (const path of open) rights.closeToOthers(path);
  return open.map((path) => `Only you can read ${path} now.`);
}

function mendFile({ databaseFiles, folder, files }: DoctorPorts): string[] {
  const missing = files.kindOf(databaseFiles.database) === 'missing';
  if (!missing && !isDamaged(databaseFiles)) return [];
  const backup = newestGood(folder);
  if (missing && backup === null) return [];
  return fileSentences(databaseFiles.repair(backup), missing);
}

/** Can the file be trusted? Trouble other than damage (a lock, no rights) is thrown. */
function isDamaged(databaseFiles: DatabaseFiles): boolean {
  let store: OpenDatabase | undefined;
  try {
    store = databaseFiles.open();
    return store.checkFile().length > 0;
  } catch (error) {
    const damaged = error instanceof VivaError && error.code === 'database-damaged';
    if (!damaged || databaseFiles.isForeign()) throw error;
    return true;
  } finally {
    store?.close();
  }
}

function fileSentences({ movedTo, backup, taken }: RepairedFile, missing: boolean): string[] {
  const base = backup === null ? 'without a backup' : `from the backup ${backup}`;
  const read = (taken && mergeSummary(taken)) || 'nothing more';
  const more = missing ? '' : ` and from what could be read of the damaged one: ${read}`;
  return [
    `The database was rebuilt ${base}${more}.`,
    ...(movedTo === null ? [] : [`The damaged one is kept as it was: ${movedTo}`]),
    ...(taken === null || taken.unusable === 0
      ? []
      : [`Events that could not be used: ${taken.unusable}.`]),
    ...(taken?.differing ?? []),
    'Run "viva import" to bring the texts of the cards up to date.',
  ];
}

function mendContent({ databaseFiles, files }: DoctorPorts): string[] {
  if (files.kindOf(databaseFiles.database) === 'missing') return [];
  const store = databaseFiles.open();
  try {
    return [
      ...computeAgain(store),
      ...databaseFiles.copiesBeside().flatMap((path) => takeIn(store, path)),
    ];
  } finally {
    store.close();
  }
}

function computeAgain(store: OpenDatabase): string[] {
  if (store.check().length === 0) return [];
  store.rebuildSearch();
  const changed = store.rebuild();
  return [`Recomputed from the journal; cards corrected: ${changed}.`];
}

function takeIn(store: OpenDatabase, path: string): string[] {
  const found = store.takeIn(path, true);
  if (found === null || mergeSummary(found) === '') return found?.differing.map(keep(path)) ?? [];
  const taken = store.takeIn(path, false) ?? found;
  const rest = taken.differing.length === 0 ? ' It can be deleted now.' : '';
  return [
    `Taken in from ${path}: ${mergeSummary(taken)}.${rest}`,
    ...taken.differing.map(keep(path)),
  ];
}

function keep(path: string): (sentence: string) => string {
  return (sentence) => `${sentence} Keep ${path}: it alone has the other one.`;
}
