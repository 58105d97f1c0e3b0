import { join } from 'node:path';
import { VivaError } from '../../model/error.js';
import { once } from '../../model/once.js';
import * as z from '../../model/schema.js';
import type { EditPorts } from './ports.js';
import type { ChangePlan } from './workspace.js';

/** So many changes can be taken back. */
const MAX_KEPT = 100;

/** A change as it is kept: bytes in base64, null where there was no file. */
const recordSchema = once(() => {
  const bytes = z.union([z.string(), z.null()]);
  return z.object({
    at: z.number(),
    what: z.string(),
    collections: z.array(z.string()),
    files: z.array(z.object({ path: z.string(), before: bytes, after: bytes })),
  });
});
type Kept = z.infer<ReturnType<typeof recordSchema>>;

/** A change of files that can be taken back. */
export interface LastChange extends Kept {
  readonly record: string;
}

/** Keeps what files were before a change, for `undoChange`; the oldest ones are dropped. */
export function keepChange(
  { what, plan }: { readonly what: string; readonly plan: ChangePlan },
  { files, folders, now }: EditPorts,
): void {
  const names = recordNames(folders.changes, files);
  const number = Number(names.at(-1)?.slice(0, 8) ?? 0) + 1;
  const kept: Kept = {
    at: now(),
    what,
    collections: [...plan.collections],
    files: plan.files.map(({ path, before, after }) => ({
      path,
      before: before && Buffer.from(before).toString('base64'),
      after: after && files.hashBytes(after),
    })),
  };
  const name = `${String(number).padStart(8, '0')}.json`;
  files.writeWhole(join(folders.changes, name), `${JSON.stringify(kept)}\n`);
  for (const old of names.slice(0, Math.max(0, names.length + 1 - MAX_KEPT))) {
    files.remove(join(folders.changes, old));
  }
}

/** The newest change that can be taken back; null for none. A record that cannot be read is none. */
export function lastChange({
  files,
  folders,
}: Pick<EditPorts, 'files' | 'folders'>): LastChange | null {
  for (const name of recordNames(folders.changes, files).reverse()) {
    const record = join(folders.changes, name);
    try {
      const text = new TextDecoder().decode(files.readBytes(record));
      return { ...recordSchema().parse(JSON.parse(text)), record };
    } catch {
      // Damaged: what it was cannot be told any more.
    }
  }
  return null;
}

/** Throws `file-changed` where a file is not as a change left it. */
export function refuseOvertaken(change: LastChange, { files }: Pick<EditPorts, 'files'>): void {
  for (const { path, after } of change.files) {
    const now = files.kindOf(path) === 'file' ? files.hashBytes(files.readBytes(path)) : null;
    if (now === after) continue;
    throw new VivaError(
      'file-changed',
      `"${path}" was changed since ${change.what}, which therefore cannot be undone.`,
      'Change the file by hand.',
      { place: { file: path } },
    );
  }
}

function recordNames(folder: string, files: EditPorts['files']): string[] {
  return files.kindOf(folder) === 'folder'
    ? files
        .namesIn(folder)
        .filter((name) => /^\d{8}\.json$/.test(name))
        .sort()
    : [];
}
