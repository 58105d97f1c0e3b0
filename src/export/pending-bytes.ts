import { type ArchivePlace, archiveError } from './archive-record.js';

/** Thrice the longest deck file; text without an end must not fill the memory. */
const MAX_LENGTH = 64 * 1024 * 1024;

/** Bytes of a record that may go on in the next chunk. */
export interface Pending {
  /** Copies the bytes: a chunk is only good until the next. */
  add(bytes: Uint8Array): void;
  /** Returns what was added since the last time as text. */
  take(): string;
}

/**
 * Makes an empty one that holds so many bytes; the place is that of its errors,
 * VivaError 'import-failed'.
 */
export function createPending(place: ArchivePlace, maxBytes = MAX_LENGTH): Pending {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let parts: Uint8Array[] = [];
  let length = 0;

  function decode(bytes: Uint8Array): string {
    try {
      return decoder.decode(bytes);
    } catch {
      throw archiveError(place, 'its bytes are not UTF-8');
    }
  }

  return {
    add(bytes) {
      if (bytes.length === 0) return;
      length += bytes.length;
      if (length > maxBytes) throw tooLong(place, maxBytes);
      parts.push(bytes.slice());
    },
    take() {
      const [first] = parts;
      const bytes = parts.length === 1 && first !== undefined ? first : joined(parts, length);
      parts = [];
      length = 0;
      return decode(bytes);
    },
  };
}

function tooLong(place: ArchivePlace, maxBytes: number) {
  return archiveError(
    place,
    `it is longer than ${maxBytes / 1024 ** 2} MiB`,
    'Nothing was imported. Export it as jsonl, which is read record by record.',
  );
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
