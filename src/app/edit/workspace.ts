import { VivaError } from '../../model/error.js';
import type { Files } from '../import/ports.js';

/** A file before and after a change; null where there is none. */
export interface FileChange {
  /** Absolute path. */
  readonly path: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

/** A change of cards that is thought out but not written. */
export interface ChangePlan {
  readonly files: readonly FileChange[];
  /** Collections that are to be read again afterwards. */
  readonly collections: readonly string[];
  /** Number of cards that will be other than they are. */
  readonly cards: number;
  /** Number of cards that there will be beside these. */
  readonly added: number;
}

/** Files as they will be: each change is made to what the ones before it left. */
export class Workspace {
  readonly #files: Pick<Files, 'kindOf' | 'readBytes'>;
  readonly #before = new Map<string, Uint8Array | null>();
  readonly #after = new Map<string, string | null>();
  readonly #collections = new Set<string>();

  constructor(files: Pick<Files, 'kindOf' | 'readBytes'>) {
    this.#files = files;
  }

  /** The text of a file, a byte order mark and all; null where there is none. Throws `file-unreadable`. */
  read(path: string): string | null {
    const planned = this.#after.get(path);
    if (planned !== undefined) return planned;
    if (!this.#before.has(path)) {
      const isThere = this.#files.kindOf(path) === 'file';
      this.#before.set(path, isThere ? this.#files.readBytes(path) : null);
    }
    const bytes = this.#before.get(path) ?? null;
    return bytes === null ? null : decoded(path, bytes);
  }

  /** Plans a file's text; null to remove it. */
  write(path: string, text: string | null, collection: string): void {
    this.read(path);
    this.#after.set(path, text);
    this.#collections.add(collection);
  }

  /** What is planned, files that stay as they are left out. */
  plan(cards: number, added = 0): ChangePlan {
    const files = [...this.#after].flatMap(([path, text]): FileChange[] => {
      const before = this.#before.get(path) ?? null;
      const after = text === null ? null : Buffer.from(text, 'utf8');
      return isSame(before, after) ? [] : [{ path, before, after }];
    });
    return {
      files,
      collections: [...this.#collections],
      cards: files.length === 0 ? 0 : cards,
      added,
    };
  }
}

function decoded(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new VivaError(
      'file-unreadable',
      `"${path}" is not UTF-8 text, so viva does not write to it.`,
      'Save it as UTF-8 first.',
      { place: { file: path }, cause },
    );
  }
}

/** Are both the same bytes, or neither there? */
export function isSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (a === null || b === null) return a === b;
  return Buffer.compare(a, b) === 0;
}
