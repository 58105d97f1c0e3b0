import { unzipSync } from 'fflate';
import { PACKAGE_LIMITS, type PackageLimits } from './limits.js';
import { checkedEntries, DATABASES, type Entry, unzipOne } from './unpack.js';
import { unzstd } from './unzstd.js';

/** So much is unpacked at a time. */
const BATCH_BYTES = 64 * 1024 * 1024;

/** The media of a package; their files stay packed until they are asked for. */
export interface PackedMedia {
  /** The list of their names; empty where there is none that can be unpacked. */
  readonly list: Uint8Array;
  /** Is the list a protobuf message? Else it is JSON. */
  readonly isModern: boolean;
  /**
   * Unpacks files of the package, a few at a time, and no more in all than a package may have.
   * Those that are damaged or too large are left out.
   */
  unpack(files: readonly string[]): Iterable<readonly [file: string, bytes: Uint8Array]>;
}

/** Returns the media of an Anki package that `unpackAnki` takes; null for a database by itself. */
export function packedMedia(
  bytes: Uint8Array,
  limits: PackageLimits = PACKAGE_LIMITS,
): PackedMedia | null {
  if (bytes[0] !== 0x50) return null;
  const entries = checkedEntries(bytes, limits);
  const isModern = DATABASES.find((name) => entries.has(name)) === DATABASES[0];
  const plain = (packed: Uint8Array, most: number) =>
    isModern ? unzstd(packed, { ...limits, databaseBytes: most }) : packed;
  return {
    ...{ isModern, list: listIn(bytes, entries.get('media'), limits, plain) },
    *unpack(files) {
      let left = limits.packageBytes;
      for (const batch of batches(files, entries, limits)) {
        for (const [name, packed] of unzipped(bytes, batch)) {
          const file = attempted(() => plain(packed, Math.min(left, limits.pictureBytes)));
          if (file === null || file.length > left) continue;
          left -= file.length;
          yield [name, file] as const;
        }
      }
    },
  };
}

/** Parts files so that no part is large. */
function batches(
  files: readonly string[],
  entries: ReadonlyMap<string, Entry>,
  { pictureBytes }: PackageLimits,
): string[][] {
  const parts: string[][] = [];
  let room = 0;
  for (const name of new Set(files)) {
    const size = entries.get(name)?.unpacked ?? Number.POSITIVE_INFINITY;
    if (size > pictureBytes) continue;
    if (size > room || parts.length === 0) {
      parts.push([]);
      room = BATCH_BYTES;
    }
    parts.at(-1)?.push(name);
    room -= size;
  }
  return parts;
}

function listIn(
  bytes: Uint8Array,
  entry: Entry | undefined,
  { listBytes }: PackageLimits,
  plain: (packed: Uint8Array, most: number) => Uint8Array,
): Uint8Array {
  if (entry === undefined || entry.unpacked > listBytes) return new Uint8Array();
  const list = attempted(() => plain(unzipOne(bytes, entry, listBytes), listBytes));
  return list ?? new Uint8Array();
}

/** Unpacks all of them in one pass; where that fails each half by itself, to leave out the damaged. */
function unzipped(bytes: Uint8Array, names: readonly string[]): Map<string, Uint8Array> {
  if (names.length === 0) return new Map();
  const wanted = new Set(names);
  const all = attempted(() => unzipSync(bytes, { filter: ({ name }) => wanted.has(name) }));
  if (all !== null) return new Map(Object.entries(all));
  if (names.length === 1) return new Map();
  const half = Math.ceil(names.length / 2);
  return new Map([...unzipped(bytes, names.slice(0, half)), ...unzipped(bytes, names.slice(half))]);
}

function attempted<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
