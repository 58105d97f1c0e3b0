import type { RemoteFile } from '../../app/sync/ports.js';
import { kindOf, readBytes, writeWhole } from '../files.js';

/** A file of a commit. */
export type Blob = RemoteFile & { readonly blob: string };

/** What was seen last, so that a sync with nothing to do asks git one thing: where the branch is. */
export interface KeptLook {
  /** The files of a commit, where it is the one that was looked at last; null for another. */
  filesOf(oid: string): readonly Blob[] | null;
  /** Keeps another look, with the contents known before of files that are still there. */
  keep(oid: string, files: readonly Blob[]): void;
  /** The bytes of a small file that was read before; null for another. */
  content(file: Blob): Uint8Array | null;
  keepContent(file: Blob, content: Uint8Array): void;
}

/** Files larger than this are not kept, bytes: format.json and what devices say are smaller. */
const MAX_BYTES = 4_096;

interface Look {
  readonly oid: string;
  readonly files: readonly Blob[];
  /** By blob, in base64. */
  readonly contents: ReadonlyMap<string, string>;
}

/** Makes the access to the look that a file keeps; one that cannot be read is none. */
export function createKeptLook(path: string): KeptLook {
  let look = readLook(path);
  const write = (next: Look) => {
    look = next;
    writeWhole(path, textOf(next));
  };
  return {
    filesOf: (oid) => (look?.oid === oid ? look.files : null),
    keep(oid, files) {
      const there = new Set(files.map(({ blob }) => blob));
      const known = [...(look?.contents ?? [])].filter(([blob]) => there.has(blob));
      write({ oid, files, contents: new Map(known) });
    },
    content({ blob }) {
      const content = look?.contents.get(blob);
      return content === undefined ? null : Buffer.from(content, 'base64');
    },
    keepContent({ blob, size }, content) {
      if (look === null || size > MAX_BYTES) return;
      const contents = new Map(look.contents).set(blob, Buffer.from(content).toString('base64'));
      write({ ...look, contents });
    },
  };
}

/*
 * The commit, then each file, with a zero byte behind each as git itself writes lists: to read JSON
 * by a schema would take longer than all else of a sync with nothing to do.
 */
const ENTRY = /^([0-9a-f]{40,64}) (\d{1,15}) ([\w+/=]*) (.+)$/s;

function textOf({ oid, files, contents }: Look): string {
  const entries = files.map(
    ({ blob, size, path }) => `${blob} ${size} ${contents.get(blob) ?? ''} ${path}\0`,
  );
  return `${oid}\0${entries.join('')}`;
}

function readLook(path: string): Look | null {
  if (kindOf(path) !== 'file') return null;
  const [oid = '', ...entries] = new TextDecoder().decode(readBytes(path)).split('\0');
  // Nothing stands behind the last.
  if (entries.pop() !== '') return null;
  const files: Blob[] = [];
  const contents = new Map<string, string>();
  for (const entry of entries) {
    const [, blob, size, content = '', file] = ENTRY.exec(entry) ?? [];
    if (blob === undefined || file === undefined) return null;
    files.push({ path: file, size: Number(size), blob });
    if (content !== '') contents.set(blob, content);
  }
  return { oid, files, contents };
}
