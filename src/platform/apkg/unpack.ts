import { Unzip, type UnzipFile, UnzipInflate, unzipSync } from 'fflate';
import { PACKAGE_LIMITS, type PackageLimits } from './limits.js';
import { damagedPackage, oversizedPackage, unsafeName } from './package-error.js';
import { unzstd } from './unzstd.js';

/** The database of a package, and what else it holds. */
export interface Unpacked {
  readonly database: Uint8Array;
  /** Number of media files; they stay packed. */
  readonly mediaFiles: number;
}

export interface Entry {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
}

/** Newest first: a new package has an old database too, which only says that Anki is too old. */
export const DATABASES = ['collection.anki21b', 'collection.anki21', 'collection.anki2'] as const;
/** Compressed data is fed in pieces, so that too much of it is noticed early. */
const CHUNK = 16 * 1024;

/**
 * Returns the first of some files that a package holds, unpacked; null where it holds none of
 * them. The same bounds hold as for a package of Anki's. Throws `import-failed` or `path-unsafe`.
 */
export function unpackNamed(
  bytes: Uint8Array,
  names: readonly string[],
  limits: PackageLimits = PACKAGE_LIMITS,
): Uint8Array | null {
  checkPackageSize(bytes.length, limits);
  const entries = checkedEntries(bytes, limits);
  const entry = names.flatMap((name) => entries.get(name) ?? [])[0];
  if (entry === undefined) return null;
  if (entry.unpacked > limits.databaseBytes) {
    throw oversizedPackage(`"${entry.name}" is ${entry.unpacked} bytes`);
  }
  return unzipOne(bytes, entry, limits.databaseBytes);
}

/**
 * Returns the database of an Anki package, or of a file that is such a database by
 * itself. Sizes are bounded before anything is
 * unpacked, by what the archive says and then by what comes. Nothing is
 * written anywhere, and no name in the archive becomes a path. Throws
 * `import-failed` or `path-unsafe`.
 */
export function unpackAnki(bytes: Uint8Array, limits: PackageLimits = PACKAGE_LIMITS): Unpacked {
  checkPackageSize(bytes.length, limits);
  const bare = bareDatabase(bytes, limits);
  if (bare !== null) return { database: bare, mediaFiles: 0 };
  const entries = checkedEntries(bytes, limits);
  const name = DATABASES.find((known) => entries.has(known));
  const entry = name === undefined ? undefined : entries.get(name);
  if (entry === undefined) throw damagedPackage('it holds no collection');
  const packed = unzipOne(bytes, entry, limits.databaseBytes);
  const mediaFiles = [...entries.keys()].filter((each) => /^\d+$/.test(each)).length;
  const isZstd = name === 'collection.anki21b';
  return { database: isZstd ? unzstd(packed, limits) : packed, mediaFiles };
}

const SQLITE_MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
const ZSTD_MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/** A collection as it lies in Anki's own folder, or in a package that somebody unzipped. */
function bareDatabase(bytes: Uint8Array, limits: PackageLimits): Uint8Array | null {
  const startsWith = (magic: Buffer) => magic.equals(bytes.subarray(0, magic.length));
  if (startsWith(ZSTD_MAGIC)) return unzstd(bytes, limits);
  if (!startsWith(SQLITE_MAGIC)) return null;
  if (bytes.length > limits.databaseBytes) {
    throw oversizedPackage(`its collection is ${bytes.length} bytes`);
  }
  return bytes;
}

/** Throws `import-failed` for a package that is too large to be read at all. */
export function checkPackageSize(bytes: number, limits: PackageLimits = PACKAGE_LIMITS): void {
  if (bytes > limits.packageBytes) throw oversizedPackage(`${bytes} bytes`);
}

/** Reads the archive's list of contents, without unpacking any. */
export function checkedEntries(bytes: Uint8Array, limits: PackageLimits): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let count = 0;
  const visit = (entry: Entry) => {
    count++;
    if (count > limits.entries) throw oversizedPackage(`more than ${limits.entries} files`);
    if (!isSafeName(entry.name)) throw unsafeName(entry.name);
    if (entries.has(entry.name)) throw damagedPackage(`"${entry.name}" is in it twice`);
    checkSizes(entry, limits);
    entries.set(entry.name, entry);
  };
  readList(bytes, visit);
  return entries;
}

function readList(bytes: Uint8Array, visit: (entry: Entry) => void): void {
  let refused: unknown;
  try {
    unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        try {
          visit({ name, packed: size, unpacked: originalSize });
        } catch (error) {
          refused = error;
          throw error;
        }
        return false;
      },
    });
  } catch (error) {
    throw refused ?? damagedPackage('its list of contents cannot be read', error);
  }
}

function isSafeName(name: string): boolean {
  if (name === '' || /[\u0000-\u001f\\:]/.test(name) || name.startsWith('/')) return false;
  return !name.split('/').includes('..');
}

function checkSizes({ name, packed, unpacked }: Entry, limits: PackageLimits): void {
  const isDatabase = DATABASES.some((known) => known === name);
  if (isDatabase && unpacked > limits.databaseBytes) {
    throw oversizedPackage(`its collection is ${unpacked} bytes`);
  }
  if (unpacked > limits.ratioFrom && unpacked > packed * limits.ratio) {
    throw oversizedPackage(`"${name}" unpacks to ${unpacked} bytes out of ${packed}`);
  }
}

/** Unpacks one entry, and no more of it than the archive's list has promised. */
export function unzipOne(bytes: Uint8Array, entry: Entry, limit: number): Uint8Array {
  const output = new Uint8Array(Math.min(entry.unpacked, limit));
  let length = 0;
  let isDone = false;
  let failure: unknown = null;
  const take = (file: UnzipFile) => {
    if (file.name !== entry.name || isDone || length > 0) return;
    file.ondata = (error, data, final) => {
      if (error !== null) failure = error;
      else if (length + data.length > output.length) failure = 'it is longer than it says';
      else {
        output.set(data, length);
        length += data.length;
        isDone ||= final;
      }
    };
    file.start();
  };
  const unzip = new Unzip(take);
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && !isDone && failure === null; at += CHUNK) {
      unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
    }
  } catch (error) {
    failure ??= error;
  }
  if (failure !== null) throw damagedPackage(`"${entry.name}" cannot be unpacked`, failure);
  if (!isDone || length !== output.length) throw damagedPackage(`"${entry.name}" is cut off`);
  return output;
}
