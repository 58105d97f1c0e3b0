import { join, sep } from 'node:path';
import { type Overlays, overlaysOf } from '../../deck/edit/lay-over.js';
import { type ModuleOverlay, readOverlay } from '../../deck/edit/overlay.js';
import { decodeText } from '../../deck/text/decode.js';
import { folderName, moduleFileName } from '../../deck/write/file-name.js';
import { VivaError } from '../../model/error.js';
import type { FileRecord } from '../../model/import.js';
import type { Files, StoredModule } from './ports.js';

/** An overlay and the file that holds it. */
export interface FoundOverlay {
  readonly file: string;
  readonly overlay: ModuleOverlay;
}

/** The overlays of a collection as an import needs them. */
export interface CollectionOverlays extends Overlays {
  readonly files: readonly FileRecord[];
  /** The file of a module's overlay. */
  fileOf(key: string): string;
}

type OverlayFiles = Pick<Files, 'kindOf' | 'findModuleFiles' | 'readBytes' | 'hashBytes'>;

/**
 * Finds the overlays of a collection below a folder. Throws `import-failed` for
 * an overlay that cannot be read: without it, cards would fall back to the source's text.
 */
export function findOverlays(
  folder: string,
  collection: string,
  files: OverlayFiles,
): FoundOverlay[] {
  if (files.kindOf(folder) !== 'folder') return [];
  return files.findModuleFiles(folder).flatMap(({ path }) => {
    const overlay = parse(path, files.readBytes(path));
    const isOf = overlay?.collection.toLowerCase() === collection.toLowerCase();
    return overlay !== null && isOf ? [{ file: path, overlay }] : [];
  });
}

function parse(file: string, bytes: Uint8Array): ModuleOverlay | null {
  const decoded = decodeText(bytes);
  const read =
    'error' in decoded
      ? { error: 'it is not UTF-8 text', line: 1 }
      : readOverlay(file, decoded.text);
  if (read === null || !('error' in read)) return read;
  throw new VivaError(
    'import-failed',
    `Your edits in "${file}" cannot be read: ${read.error}.`,
    'Fix the file; until then its collection is not imported.',
    { place: { file, line: read.line } },
  );
}

/** Makes a collection's overlays ready for an import. */
export function overlaysFor(folder: string, collection: string, files: Files): CollectionOverlays {
  const found = findOverlays(folder, collection, files);
  return {
    ...overlaysOf(found.map(({ overlay }) => overlay)),
    files: found.map(({ file }) => ({
      ...files.statFile(file),
      hash: files.hashBytes(files.readBytes(file)),
    })),
    fileOf(key) {
      const file = found.find(({ overlay }) => overlay.key === key)?.file;
      if (file === undefined) throw new Error(`no overlay of the module ${key}`);
      return file;
    },
  };
}

/** Is a path below a folder? */
export function isBelow(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** Overlays that are not as they were at the last import. */
export interface OverlayChanges {
  readonly changed: readonly FileRecord[];
  readonly gone: readonly string[];
}

/** Compares overlays with the records of the last import, which are of other files too. */
export function overlayChanges(
  folder: string,
  { files }: Pick<CollectionOverlays, 'files'>,
  known: readonly FileRecord[],
): OverlayChanges {
  const before = new Map(known.map(({ path, hash }) => [path, hash]));
  const there = new Set(files.map(({ path }) => path));
  return {
    changed: files.filter(({ path, hash }) => before.get(path) !== hash),
    gone: [...before.keys()].filter((path) => isBelow(folder, path) && !there.has(path)),
  };
}

/**
 * Returns the files of the source to be read whether they changed or not: where
 * anything is new, those of modules with overlays, for an overlay may stand for
 * cards of several; and all of them where an overlay is gone, of whatever module.
 */
export function readAnyway(
  { modules }: Overlays,
  changedOverlays: OverlayChanges,
  stored: readonly StoredModule[],
  isAnyNew: boolean,
): ReadonlySet<string> {
  if (changedOverlays.gone.length > 0) return new Set(stored.map(({ file }) => file));
  if (!isAnyNew && changedOverlays.changed.length === 0) return new Set();
  const keys = new Set(modules.map(({ key }) => key));
  return new Set(stored.filter(({ module }) => keys.has(module)).map(({ file }) => file));
}

/** Returns a path for a module's overlay that no file has yet. */
export function newOverlayFile(
  folder: string,
  collection: string,
  module: { readonly number: number | null; readonly title: string },
  files: Pick<Files, 'kindOf' | 'findModuleFiles'>,
): string {
  const home = join(folder, folderName(collection));
  const there = files.kindOf(home) === 'folder' ? files.findModuleFiles(home) : [];
  const taken = new Set(there.map(({ path }) => path.slice(home.length + 1)));
  return join(home, moduleFileName(module, taken));
}
