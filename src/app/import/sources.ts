import { MAX_FILE_BYTES } from '../../deck/text/decode.js';
import { type Diagnostic, diagnostic } from '../../model/diagnostic.js';
import { VivaError } from '../../model/error.js';
import type { FileRecord } from '../../model/import.js';
import {
  LET_FILES_DECIDE,
  type ListDefaults,
  PLAIN_DEFAULTS,
  type ReadingChoice,
} from '../../model/reading.js';
import type { Files, FoundFile } from './ports.js';
import { type ReadFile, readModules, unreadable } from './read-modules.js';
import { prevailingShape, surroundingsOf } from './surroundings.js';
import { withAllTruncations, withProvenTruncations } from './truncation.js';

/** The name under which standard input is known as a file, and what was read on another machine. */
export const STDIN_PATH = '-';

/**
 * Where an import reads from: a file or folder by absolute path, or standard input's bytes.
 * `address` is where the folder was fetched from; `mayBeEmpty` that there may be no file in it,
 * as in the folder of viva's own once its last card was taken back.
 */
export type ImportRoot =
  | {
      readonly kind: 'path';
      readonly path: string;
      readonly address?: string | undefined;
      readonly mayBeEmpty?: boolean;
    }
  | { readonly kind: 'stdin'; readonly bytes: Uint8Array };

/** A file whose content is new or changed, and what it holds. */
interface ChangedFile {
  readonly record: FileRecord;
  readonly read: ReadFile;
}

/** The files of an import root, sorted by whether they need reading again. */
export interface SortedSources {
  readonly changed: readonly ChangedFile[];
  /** Paths whose content is as it was at the last import. */
  readonly unchanged: readonly string[];
  /** Records of files that were merely touched. */
  readonly touched: readonly FileRecord[];
  /** Paths of the last import that are gone. */
  readonly gone: readonly string[];
}

/** How the files of a root are to be looked at. */
export interface Sorting {
  readonly choice: ReadingChoice;
  readonly defaults?: ListDefaults;
  /** Names files that are left out. */
  readonly leavesOut?: (path: string) => boolean;
  /** Texts that break off are told of although no damage was found. */
  readonly isStrict?: boolean;
  /** Every file is read, changed or not: they are to be read in another way. */
  readonly readsAll?: boolean;
  /** Told how many of the files that may have changed have been read. */
  readonly progress?: ((done: number, total: number) => void) | undefined;
  /** Names files to be read even where nothing changed, told whether there are others. */
  readonly readAnyway?: (isAnyNew: boolean) => ReadonlySet<string>;
}

/**
 * Finds the files of a root, tells which have changed since `known` and reads
 * these. Size and time are the first sieve, the content's hash the second.
 */
export function sortSources(
  root: ImportRoot,
  known: readonly FileRecord[],
  files: Files,
  sorting: Sorting = { choice: LET_FILES_DECIDE },
): SortedSources {
  const { choice, defaults = PLAIN_DEFAULTS, progress, readsAll = false } = sorting;
  const { unchanged, suspects, gone, forced } = sieve(root, known, files, sorting);
  const paths = [...unchanged, ...suspects.map(({ found }) => found.path)];
  const isFolder = root.kind === 'path' && files.kindOf(root.path) === 'folder';
  const around = surroundingsOf(root.kind === 'path' ? root.path : null, paths, isFolder);
  const changed: ChangedFile[] = [];
  const touched: FileRecord[] = [];
  const read = (found: FoundFile, bytes: Uint8Array, prevailing: string | null) =>
    readModules(found.path, bytes, { around: around(found.path, prevailing), choice, defaults });
  for (const [done, { found, old }] of suspects.entries()) {
    progress?.(done, suspects.length);
    // One file after the other: their bytes together can be more than the memory.
    const bytes = isFolder ? bytesOrFinding(root, found, files) : bytesOf(root, found, files);
    if ('code' in bytes) {
      changed.push({ record: { ...found, hash: '' }, read: unreadable(bytes) });
      continue;
    }
    const record = { ...found, hash: files.hashBytes(bytes) };
    const isSame = old?.hash === record.hash && !readsAll && !forced.has(record.path);
    if (isSame) touched.push(record);
    else changed.push({ record, read: read(found, bytes, null) });
  }
  const left = new Set([...unchanged, ...touched.map(({ path }) => path)]);
  const shapeOf = (record: FileRecord) => {
    const bytes = bytesOrFinding(root, record, files);
    return 'code' in bytes ? null : (read(record, bytes, null).reading?.shape ?? null);
  };
  const decided = asPrevailing(
    changed,
    (record, prevailing) => read(record, bytesOf(root, record, files), prevailing),
    () => known.filter(({ path }) => left.has(path)).map(shapeOf),
  );
  return {
    changed: sorting.isStrict ? withAllTruncations(decided) : withProvenTruncations(decided),
    unchanged: [...left],
    touched,
    gone,
  };
}

/**
 * Has files that nothing decides read once more, in the shape that most of the others have, those
 * that did not change among them: else a file would lose its cards when it alone changes.
 */
function asPrevailing(
  changed: readonly ChangedFile[],
  read: (record: FileRecord, prevailing: string) => ChangedFile['read'],
  shapesOfOthers: () => readonly (string | null)[],
): readonly ChangedFile[] {
  if (!changed.some((file) => file.read.reading?.shape === null)) return changed;
  const own = changed.map((file) => file.read.reading?.shape ?? null);
  const prevailing = prevailingShape([...own, ...shapesOfOthers()]);
  if (prevailing === null) return changed;
  return changed.map((file) => {
    if (!isUndecided(file.read, prevailing)) return file;
    return { record: file.record, read: read(file.record, prevailing) };
  });
}

function bytesOf(root: ImportRoot, found: FoundFile, files: Files): Uint8Array {
  return root.kind === 'stdin' ? root.bytes : files.readBytes(found.path, MAX_FILE_BYTES + 1);
}

/** A damaged package among others is an error of its own. */
function bytesOrFinding(root: ImportRoot, found: FoundFile, files: Files): Uint8Array | Diagnostic {
  try {
    return bytesOf(root, found, files);
  } catch (error) {
    if (!(error instanceof VivaError) || error.code !== 'import-failed') throw error;
    const at = { file: found.path, line: 1, column: 1 };
    return diagnostic(
      'package-damaged',
      at,
      'this is no export of Mochi, or it is damaged or too large: export the deck again',
    );
  }
}

/** A file that does not say by itself that it holds questions, or that they have answers. */
const isUndecided = ({ reading }: ReadFile, prevailing: string) =>
  reading?.shape === null && (reading.bare === 0 || reading.nearest === prevailing);

/** A file that may have changed, and its record where there is one. */
interface Suspect {
  readonly found: FoundFile;
  readonly old: FileRecord | undefined;
}

function sieve(
  root: ImportRoot,
  known: readonly FileRecord[],
  files: Files,
  { readAnyway = () => new Set(), leavesOut = () => false, readsAll = false }: Sorting,
) {
  const before = new Map(known.map((record) => [record.path, record]));
  const wanted = list(root, files).filter(({ path }) => !leavesOut(path));
  const all = wanted.map((found): Suspect => {
    const old = before.get(found.path);
    before.delete(found.path);
    return { found, old };
  });
  const gone = [...before.keys()];
  const isSame = ({ found, old }: Suspect) =>
    !readsAll && root.kind === 'path' && old?.size === found.size && old.mtimeMs === found.mtimeMs;
  const forced = readAnyway(gone.length > 0 || !all.every(isSame));
  const isLeft = (each: Suspect) => isSame(each) && !forced.has(each.found.path);
  const unchanged = all.filter(isLeft).map(({ found }) => found.path);
  return { unchanged, suspects: all.filter((each) => !isLeft(each)), gone, forced };
}

function list(root: ImportRoot, files: Files): FoundFile[] {
  if (root.kind === 'stdin') {
    return [{ path: STDIN_PATH, size: root.bytes.length, mtimeMs: 0 }];
  }
  const { path } = root;
  switch (files.kindOf(path)) {
    case 'missing':
      throw new VivaError(
        'file-missing',
        `There is no file or folder "${path}".`,
        'Check the path.',
        {
          place: { file: path },
        },
      );
    case 'file':
      return [files.statFile(path)];
    case 'folder':
      return inFolder(path, files, root.mayBeEmpty ?? false);
  }
}

function inFolder(path: string, files: Files, mayBeEmpty: boolean): FoundFile[] {
  const found = files.findModuleFiles(path, true);
  if (found.length > 0 || mayBeEmpty) return found;
  throw new VivaError(
    'folder-without-modules',
    `The folder "${path}" holds no *.md, *.markdown, *.txt, *.csv, *.tsv or *.mochi file.`,
    'Name a folder with question files; see docs/bring-your-own.md.',
    { place: { file: path } },
  );
}
