import { join } from 'node:path';
import { toHistory } from '../../deck/anki/to-history.js';
import { type AnkiModules, toModules } from '../../deck/anki/to-modules.js';
import { moduleFileName } from '../../deck/write/file-name.js';
import { writeModule } from '../../deck/write/module.js';
import type { AnkiCollection } from '../../model/anki.js';
import { VivaError } from '../../model/error.js';
import { ANKI } from '../../model/event.js';
import type { CardId } from '../../model/ids.js';
import type { Zone } from '../../model/moment.js';
import type { SchedulerConfig } from '../../model/settings.js';
import { studyDayOf } from '../../schedule/study-day.js';
import type { Journal, PastEvent } from '../review/ports.js';
import { importDecks } from './import.js';
import { type PlannedFile, withPlannedFiles } from './planned-files.js';
import type { AnkiPackages, Files, Library } from './ports.js';
import type { ImportReport } from './report.js';

type ImportStore = Library & Journal;

export interface ApkgImportRequest {
  /** Absolute path of the package. */
  readonly file: string;
  /** Absolute path of the folder that the modules are written into. */
  readonly folder: string;
  /** Name of the collection; null to name it after the folder. */
  readonly as: string | null;
  /** Overwrite module files that are there. */
  readonly force: boolean;
  readonly dryRun: boolean;
  /** Absolute path of the folder of the person's edits. */
  readonly edits: string;
  /** ms since 1970. */
  readonly now: number;
  readonly zone: Zone;
  /** Local hour at which a study day begins. */
  readonly dayStart: number;
  /** What the reviews are folded under. */
  readonly config: SchedulerConfig;
}

export interface ApkgImportReport {
  readonly report: ImportReport;
  /** Files written, or with `dryRun` to be written. */
  readonly written: readonly string[];
  /** Reviews and other events that were not there yet; with `dryRun`, all. */
  readonly events: number;
  /** Cards left out: they ask nothing. */
  readonly skipped: number;
  /** Media that cards refer to; they stay in the package. */
  readonly media: readonly string[];
  readonly mediaFiles: number;
}

/**
 * Imports an Anki package: writes its decks as modules into a folder, imports
 * the folder, and adds the history. All is tried before anything is written;
 * throws `file-exists` rather than overwrite, unless `force`.
 */
export function importApkg(
  request: ApkgImportRequest,
  store: ImportStore,
  files: Files,
  packages: Pick<AnkiPackages, 'read' | 'checkSize'>,
): ApkgImportReport {
  packages.checkSize(files.statFile(request.file).size);
  const { collection, mediaFiles } = packages.read(files.readBytes(request.file));
  const modules = toModules(collection);
  if (modules.modules.length === 0) throw nothingInside(request.file);
  const outputs = planOutputs(request.folder, modules);
  if (!request.force) refuseOthers(outputs, files);
  const trial = runImport(request, store, withPlannedFiles(files, request.folder, outputs), true);
  const rest = {
    written: outputs.map(({ path }) => path),
    skipped: modules.skipped,
    media: modules.media,
    mediaFiles,
  };
  if (request.dryRun) {
    return { ...rest, report: trial, events: toHistory(collection, request.now).length };
  }
  files.writeAll(outputs);
  // Cards without their history would look new to a person whose import was cut off.
  return store.exclusively(() => {
    const report = runImport(request, store, files, false);
    const events = pastEvents(request, collection, modules, report.collection, store);
    return { ...rest, report, events: store.appendPast(events, ANKI, request.config) };
  });
}

function planOutputs(folder: string, { modules }: AnkiModules): PlannedFile[] {
  const taken = new Set<string>();
  return modules.map((module) => ({
    path: join(folder, moduleFileName(module, taken)),
    text: writeModule(module),
  }));
}

// The same package a second time finds its own files, and changes nothing.
function refuseOthers(outputs: readonly PlannedFile[], files: Files): void {
  const other = outputs.find(({ path, text }) => {
    const kind = files.kindOf(path);
    if (kind !== 'file') return kind === 'folder';
    return Buffer.from(files.readBytes(path)).toString('utf8') !== text;
  });
  if (other === undefined) return;
  throw new VivaError(
    'file-exists',
    `"${other.path}" is there already, and nothing was written.`,
    'Choose an empty folder with -o, or overwrite with --force.',
    { place: { file: other.path } },
  );
}

function runImport(
  { folder, as, now, edits }: ApkgImportRequest,
  store: ImportStore,
  files: Files,
  dryRun: boolean,
): ImportReport {
  return importDecks(
    { root: { kind: 'path', path: folder }, as, dryRun, now, edits },
    store,
    files,
  );
}

function pastEvents(
  { now, zone, dayStart }: ApkgImportRequest,
  anki: AnkiCollection,
  { ids }: AnkiModules,
  collection: string,
  store: ImportStore,
): PastEvent[] {
  const cards = new Map<string, CardId>();
  for (const { explicitId, id, retired } of store.storedCards(collection)) {
    if (explicitId !== null && !retired) cards.set(explicitId, id);
  }
  return toHistory(anki, now).flatMap((event): PastEvent[] => {
    const card = cards.get(ids.get(event.card) ?? '');
    if (card === undefined) return [];
    const day = studyDayOf(event.at, zone, dayStart);
    return [{ ...event, card, day }];
  });
}

function nothingInside(file: string): VivaError {
  return new VivaError(
    'import-failed',
    `"${file}" holds no card that could be imported.`,
    'Export the decks from Anki again, as .apkg.',
    { place: { file } },
  );
}
