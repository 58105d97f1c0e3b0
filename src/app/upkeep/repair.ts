import { VivaError } from '../../model/error.js';
import { newestGood } from './backup.js';
import type { DoctorPorts } from './finding.js';
import { newsOf } from './news.js';
import type { Clinic, OpenDatabase, RepairedFile } from './ports.js';

/**
 * Mends what can be mended: closes files to others, brings a damaged or lost
 * database back, computes memory and search again from the journal and the
 * cards, and takes in what copies beside the database have and it lacks. Gives
 * a sentence for each thing done. A damaged original is moved aside, never
 * written to. Throws VivaError 'doctor-failed' where nothing can be recovered.
 */
export function repair(ports: DoctorPorts): string[] {
  const { clinic } = ports;
  return [...closeToOthers(clinic), ...mendFile(ports), ...mendContent(ports)];
}

function closeToOthers(clinic: Clinic): string[] {
  const open = clinic.tooOpen();
  for (const path of open) clinic.makePrivate(path);
  return open.map((path) => `${path} can be read by nobody else now.`);
}

function mendFile({ clinic, folder, files }: DoctorPorts): string[] {
  const missing = files.kindOf(clinic.database) === 'missing';
  if (!missing && !isDamaged(clinic)) return [];
  const backup = newestGood(folder);
  if (missing && backup === null) return [];
  return fileSentences(clinic.repair(backup), missing);
}

/** Can the file be trusted? Trouble other than damage (a lock, no rights) is thrown. */
function isDamaged(clinic: Clinic): boolean {
  let store: OpenDatabase | undefined;
  try {
    store = clinic.open();
    return store.checkFile().length > 0;
  } catch (error) {
    const damaged = error instanceof VivaError && error.code === 'database-damaged';
    if (!damaged || clinic.isForeign()) throw error;
    return true;
  } finally {
    store?.close();
  }
}

function fileSentences({ movedTo, backup, taken }: RepairedFile, missing: boolean): string[] {
  const base = backup === null ? 'without a backup' : `from the backup ${backup}`;
  const read = (taken && newsOf(taken)) || 'nothing more';
  const more = missing ? '' : ` and from what could be read of the damaged one: ${read}`;
  return [
    `The database was made again ${base}${more}.`,
    ...(movedTo === null ? [] : [`The damaged one is kept as it was: ${movedTo}`]),
    ...(taken === null || taken.unusable === 0
      ? []
      : [`Events that could not be used: ${taken.unusable}.`]),
    ...(taken?.differing ?? []),
    'Run "viva import" to bring the texts of the cards up to date.',
  ];
}

function mendContent({ clinic, files }: DoctorPorts): string[] {
  if (files.kindOf(clinic.database) === 'missing') return [];
  const store = clinic.open();
  try {
    return [
      ...computeAgain(store),
      ...clinic.copiesBeside().flatMap((path) => takeIn(store, path)),
    ];
  } finally {
    store.close();
  }
}

function computeAgain(store: OpenDatabase): string[] {
  if (store.check().length === 0) return [];
  store.rebuildSearch();
  const changed = store.rebuild();
  return [`Computed again from the journal; cards that had been wrong: ${changed}.`];
}

function takeIn(store: OpenDatabase, path: string): string[] {
  const found = store.takeIn(path, true);
  if (found === null || newsOf(found) === '') return found?.differing.map(keep(path)) ?? [];
  const taken = store.takeIn(path, false) ?? found;
  const rest = taken.differing.length === 0 ? ' It can be deleted now.' : '';
  return [`Taken in from ${path}: ${newsOf(taken)}.${rest}`, ...taken.differing.map(keep(path))];
}

function keep(path: string): (sentence: string) => string {
  return (sentence) => `${sentence} Keep ${path}: it alone has the other one.`;
}
