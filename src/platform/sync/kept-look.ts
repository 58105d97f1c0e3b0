import type { RemoteFile } from '../../app/sync/ports.js';
import * as z from '../../model/schema.js';
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

const lookSchema = z.object({
  oid: z.string(),
  files: z.array(z.object({ path: z.string(), size: z.number(), blob: z.string() })),
  /** By blob, in base64. */
  contents: z._default(z.record(z.string(), z.string()), {}),
});

type Look = z.infer<typeof lookSchema>;

/** Makes the access to the look that a file keeps; one that cannot be read is none. */
export function createKeptLook(path: string): KeptLook {
  let look = readLook(path);
  const write = (next: Look) => {
    look = next;
    writeWhole(path, JSON.stringify(next));
  };
  return {
    filesOf: (oid) => (look?.oid === oid ? look.files : null),
    keep(oid, files) {
      const there = new Set(files.map(({ blob }) => blob));
      const known = Object.entries(look?.contents ?? {}).filter(([blob]) => there.has(blob));
      write({ oid, files: [...files], contents: Object.fromEntries(known) });
    },
    content({ blob }) {
      const content = look?.contents[blob];
      return content === undefined ? null : Buffer.from(content, 'base64');
    },
    keepContent({ blob, size }, content) {
      if (look === null || size > MAX_BYTES) return;
      const contents = { ...look.contents, [blob]: Buffer.from(content).toString('base64') };
      write({ ...look, contents });
    },
  };
}

function readLook(path: string): Look | null {
  if (kindOf(path) !== 'file') return null;
  try {
    return lookSchema.parse(JSON.parse(new TextDecoder().decode(readBytes(path))));
  } catch {
    return null;
  }
}
